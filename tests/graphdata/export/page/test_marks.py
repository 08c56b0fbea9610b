"""The page's painter is given the same marks as every other, once, with the colours of both themes."""

from __future__ import annotations

from graphdata.arrangement import arrangement_of
from graphdata.compose import compose
from graphdata.drawing import flat
from graphdata.export.page import Looks
from graphdata.export.page.marks import Palette, painted
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.rendering import marks_of
from graphdata.scene import Scene
from graphdata.ties import ties_of
from graphdata.view import view_of


def scene_of(network: Network) -> Scene:
    view = view_of(network, Filter())
    return compose(view, ties_of(view), positions_of(network))


def test_every_mark_of_the_map_is_there(little: Network, looks: Looks) -> None:
    scene = scene_of(little)
    layers = painted(scene, looks)["layers"]
    assert isinstance(layers, dict)
    counted = sum(len(marks) for groups in layers.values() for marks in groups.values())
    assert counted == len(list(flat(marks_of(scene, looks.light))))
    assert set(layers["line"]) == set(layers["sign"]) == {edge.id for edge in scene.edges}
    assert set(layers["actor"]) == {node.id for node in scene.nodes}


def test_what_shows_the_arrangement_is_painted_as_well(little: Network, looks: Looks) -> None:
    view = view_of(little, Filter())
    kinds = arrangement_of("kinds", little, Filter())
    scene = compose(view, ties_of(view), positions_of(little, kinds), arrangement=kinds)
    layers = painted(scene, looks)["layers"]
    assert isinstance(layers, dict)
    assert len(layers["guide"]) == len(layers["heading"]) == len(scene.guides) > 1


def test_a_colour_is_a_number_for_both_themes(little: Network, looks: Looks) -> None:
    found = painted(scene_of(little), looks)
    light, dark = found["palettes"]  # type: ignore[misc]
    assert len(light) == len(dark)
    assert dict(zip(light, dark, strict=True))[looks.light.domain("arms")] == looks.dark.domain("arms")


def test_no_colour_has_no_number() -> None:
    palette = Palette()
    assert (palette.place(("", "")), palette.place(("#a", "#b")), palette.place(("#a", "#b"))) == (-1, 0, 0)
    assert palette.rows == [["#a"], ["#b"]]


def test_a_view_with_nothing_on_show_has_no_marks(looks: Looks) -> None:
    assert painted(Scene((), (), 1.0), looks)["palettes"] == []
