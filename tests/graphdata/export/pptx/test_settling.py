"""Labels and signs that cover something look for other places together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graphdata.drawing import Points
from graphdata.export.pptx.flaws import stacked
from graphdata.export.pptx.settling import settled
from graphdata.export.pptx.spots import Spot, sign_box
from graphdata.export.pptx.stage import Subject, staged
from graphdata.faults import strays
from graphdata.placing import hits
from graphdata.scene import Scene

NOTHING = np.empty((0, 4))


@pytest.fixture
def scene(subject: Subject) -> Scene:
    return staged(subject, (0.0, 0.0, 680.0, 400.0)).scene


def signs(spots: tuple[Spot, ...]) -> Points:
    """Return the boxes of signs of scale 1."""
    return np.array([sign_box(*spot, size=1.0) for spot in spots])


def test_signs_at_the_same_place_part_and_labels_leave_them(scene: Scene) -> None:
    start = scene.edges[0]
    spots = tuple(Spot(replace(start, id=name), "right") for name in ("one", "other"))
    nodes = tuple(replace(node, label=start.glyph + start.glyph) for node in scene.nodes)
    nodes = tuple(
        replace(node, label=(x - 20.0, y - 8.0, x + 20.0, y + 8.0)) for node in nodes for x, y in [start.glyph]
    )
    found, moved = settled(nodes, spots, NOTHING, 1.0, 1.0)
    assert not hits(tuple(signs(moved)[0]), signs(moved)[1:])
    assert all(node.labelled and not hits(node.label, signs(moved)) for node in found)


def test_what_covers_nothing_stays(scene: Scene) -> None:
    nodes = tuple(
        replace(node, x=400.0 * at, label=(400.0 * at, 50.0, 400.0 * at + 30.0, 60.0))
        for at, node in enumerate(scene.nodes)
    )
    assert settled(nodes, (), NOTHING, 1.0, 1.0) == (nodes, ())


def test_a_label_leaves_a_head(scene: Scene) -> None:
    first = scene.nodes[0]
    spots = tuple(Spot(edge, "right") for edge in scene.edges)
    found, _ = settled(scene.nodes, spots, np.array([first.label]), 1.0, scene.scale)
    assert not hits(found[0].label, np.array([first.label]))


def test_a_label_without_any_room_is_not_shown(scene: Scene) -> None:
    little, large = (replace(scene.nodes[at], x=0.0, y=0.0, radius=10.0 + 290.0 * at) for at in (0, 1))
    found, _ = settled((little, large), (Spot(scene.edges[0], "right"),), NOTHING, 1.0, 1.0)
    assert [node.labelled for node in found] == [False, True]


def test_a_sign_leaves_a_head_where_its_line_has_room(scene: Scene) -> None:
    edge = scene.edges[0]
    x, y = edge.glyph
    head = np.array([(x - 2.0, y - 2.0, x + 2.0, y + 2.0)])
    _, moved = settled((scene.nodes[0],), (Spot(edge, "right"),), head, 0.3, 0.3)
    assert not hits(sign_box(*moved[0], size=0.3), head)


def test_a_label_does_not_stand_at_another_actor(scene: Scene) -> None:
    one, other = (replace(scene.nodes[at], x=120.0 * at, y=0.0, radius=10.0) for at in (0, 1))
    one = replace(one, label=(100.0, 14.0, 140.0, 26.0))
    other = replace(other, label=(100.0, -26.0, 140.0, -14.0))
    found, _ = settled((one, other), (Spot(scene.edges[0], "right"),), NOTHING, 1.0, 1.0)
    assert found[0].label[0] < 60.0
    assert found[1].label == other.label


def test_names_that_would_read_as_one_part(scene: Scene) -> None:
    one, other = (replace(scene.nodes[at], x=0.0, y=60.0 * at, radius=10.0) for at in (0, 1))
    one = replace(one, label=(-30.0, 14.0, 30.0, 26.0), label_size=10.0)
    other = replace(other, label=(-30.0, 26.5, 30.0, 38.5), label_size=10.0)
    assert stacked([one, other]) == 1
    found, _ = settled((one, other), (Spot(scene.edges[0], "right"),), NOTHING, 1.0, 1.0)
    assert not stacked(found)
    assert [node.label[3] - node.label[1] for node in found] == [12.0, 12.0]


def test_labels_make_way_for_one_that_would_stand_at_another_actor(scene: Scene) -> None:
    first = replace(scene.nodes[0], x=0.0, y=0.0, radius=10.0, label=(-30.0, -40.0, 30.0, -28.0))
    second = replace(first, id="actor:second", x=0.0, y=-56.0, label=(-30.0, -42.0, 30.0, -30.0))
    walls = np.array([(-200.0, 10.5, 200.0, 90.0), (-200.0, -10.0, -10.5, 10.5), (10.5, -10.0, 200.0, 10.5)])
    found, _ = settled((first, second), (Spot(scene.edges[0], "right"),), walls, 1.0, 1.0)
    assert not strays(found)
