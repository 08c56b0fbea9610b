"""From a view to a scene."""

from itertools import combinations

import numpy as np
import pytest
from msgspec.structs import replace

from graphdata.compose import compose, extent
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.placing import hits
from graphdata.scene import Scene
from graphdata.ties import ties_of
from graphdata.view import View, view_of


@pytest.fixture(scope="module")
def view(little: Network) -> View:
    return view_of(little, Filter())


@pytest.fixture(scope="module")
def scene(view: View) -> Scene:
    return compose(view, ties_of(view, "relations"), positions_of(view.network))


def test_every_actor_and_every_line_on_show_is_drawn(view: View, scene: Scene) -> None:
    assert {node.id for node in scene.nodes} == {actor.id for actor in view.actors}
    assert {edge.id for edge in scene.edges} == {tie.id for tie in ties_of(view, "relations")}


def test_the_same_view_gives_the_same_scene(view: View, scene: Scene) -> None:
    again = compose(view, ties_of(view, "relations"), positions_of(view.network))
    assert [n.label for n in again.nodes] == [n.label for n in scene.nodes]
    assert all(np.array_equal(a.path, b.path) for a, b in zip(again.edges, scene.edges, strict=True))


def test_no_two_labels_overlap_and_none_covers_a_node(scene: Scene) -> None:
    labels = [(node.id, node.label) for node in scene.nodes if node.labelled]
    boxes = {node.id: node.box for node in scene.nodes}
    for (one, box), (other, second) in combinations(labels, 2):
        assert not hits(box, np.array([second])), f"{one} {other}"
    assert all(not hits(box, np.array([b for key, b in boxes.items() if key != one])) for one, box in labels)


def test_parallel_lines_bend_apart(scene: Scene) -> None:
    between = [e for e in scene.edges if {e.giver, e.receiver} == {"actor:ru", "actor:ir"}]
    middles = np.array([edge.path[len(edge.path) // 2] for edge in between])
    assert len(between) >= 3
    assert all(np.hypot(*(a - b)) > 12.0 for a, b in combinations(middles, 2))


def test_a_line_runs_from_giver_to_receiver(scene: Scene) -> None:
    places = {node.id: np.array([node.x, node.y]) for node in scene.nodes}
    for edge in scene.edges:
        assert np.hypot(*(edge.path[0] - places[edge.giver])) < np.hypot(*(edge.path[0] - places[edge.receiver]))


def test_a_line_ends_at_the_outline_of_its_node(scene: Scene) -> None:
    nodes = {node.id: node for node in scene.nodes}
    for edge in scene.edges:
        node = nodes[edge.receiver]
        away = np.hypot(*(edge.path[-1] - [node.x, node.y]))
        assert 0.75 * node.radius < away < 1.5 * node.radius + 4.0


def test_signs_do_not_cover_each_other(scene: Scene) -> None:
    signs = np.array([edge.glyph for edge in scene.edges])
    assert all(np.hypot(*(a - b)) > 7.0 for a, b in combinations(signs, 2))


def test_hiding_moves_nobody(view: View) -> None:
    positions = positions_of(view.network)
    fewer = view_of(view.network, Filter(domains=frozenset({"arms"})))
    before = {n.id: (n.x, n.y) for n in compose(view, ties_of(view), positions).nodes}
    after = compose(fewer, ties_of(fewer), positions).nodes
    assert after
    assert all(before[node.id] == (node.x, node.y) for node in after)


def test_an_empty_view_gives_an_empty_scene(little: Network) -> None:
    empty = view_of(little, Filter(text="no such word anywhere"))
    assert compose(empty, ties_of(empty), positions_of(little)).nodes == ()


def test_notes_are_printed_on_their_lines(view: View) -> None:
    ties = ties_of(view)
    scene = compose(view, ties, positions_of(view.network), notes={ties[0].id: "1,4"})
    assert {edge.note for edge in scene.edges if edge.id == ties[0].id} == {"1,4"}


def test_the_extent_is_that_of_actors_and_labels(view: View) -> None:
    positions = positions_of(view.network)
    left, top, right, bottom = extent(view, positions, 1.0, 1.0)
    assert all(left <= x <= right and top <= y <= bottom for x, y in (positions[actor.id] for actor in view.actors))


def test_the_extent_holds_the_swell_of_parallel_lines(view: View) -> None:
    ties = ties_of(view, "relations")
    apart = {actor.id: (300.0 * rank, 0.0) for rank, actor in enumerate(view.actors)}
    _, top, _, bottom = extent(view, apart, 1.0, 1.0, ties)
    scene = compose(view, ties, apart)
    paths = [edge.path for edge in scene.edges if {edge.giver, edge.receiver} == {"actor:ru", "actor:ir"}]
    assert all(top <= path[:, 1].min() and path[:, 1].max() <= bottom for path in paths)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_loops_show_their_heads_and_keep_their_signs_apart(little: Network, count: int) -> None:
    own = [replace(r, giver="actor:ru", receiver="actor:ru") for r in little.relations[:count]]
    view = view_of(replace(little, relations=tuple(own)), Filter())
    found = compose(view, ties_of(view, "relations"), {"actor:ru": (0.0, 0.0)})
    radius = found.nodes[0].radius
    assert len(found.edges) == count
    assert all(np.hypot(*edge.path[-1]) > 0.9 * radius for edge in found.edges)
    signs = [edge.glyph for edge in found.edges]
    assert all(np.hypot(a[0] - b[0], a[1] - b[1]) > 14.0 for a, b in combinations(signs, 2))
