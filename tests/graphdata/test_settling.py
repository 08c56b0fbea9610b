"""Labels and signs of the map that cover something look for other places together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graphdata.compose import compose
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.placing import hits
from graphdata.scene import Points, Scene
from graphdata.settling import Crowd, settled_on_map
from graphdata.sign_room import room_of
from graphdata.ties import ties_of
from graphdata.view import view_of


@pytest.fixture(scope="module")
def scene(little: Network) -> Scene:
    view = view_of(little, Filter())
    return compose(view, ties_of(view), positions_of(little))


def boxes(scene: Scene) -> Points:
    """Return the boxes of the signs."""
    return np.array([np.tile(edge.glyph, 2) + room_of(edge, scene.scale) for edge in scene.edges])


def crowded(scene: Scene) -> Scene:
    """Return the scene with a label on every sign that there are labels for."""
    signs = [edge.glyph for edge in scene.edges]
    pairs = zip(scene.nodes, signs * len(scene.nodes), strict=False)
    nodes = [replace(node, label=(x - 20.0, y - 7.0, x + 20.0, y + 7.0)) for node, (x, y) in pairs]
    return replace(scene, nodes=tuple(nodes))


def test_labels_leave_the_signs_that_they_covered(scene: Scene) -> None:
    start = crowded(scene)
    assert any(hits(node.label, boxes(start)) for node in start.nodes)
    nodes, edges = settled_on_map(start.nodes, start.edges, start.scale)
    found = replace(start, nodes=nodes, edges=edges)
    assert not any(hits(node.label, boxes(found)) for node in found.nodes)
    assert all(node.labelled for node in nodes)


def test_signs_stay_on_their_lines(scene: Scene) -> None:
    start = crowded(scene)
    for edge in settled_on_map(start.nodes, start.edges, start.scale)[1]:
        assert np.hypot(*(edge.path - edge.glyph).T).min() < 20.0


def test_what_covers_nothing_stays(scene: Scene) -> None:
    nodes, edges = settled_on_map(scene.nodes, scene.edges, scene.scale)
    assert [edge.glyph for edge in edges] == [edge.glyph for edge in scene.edges]
    assert [node.label for node in nodes] == [node.label for node in scene.nodes]


def test_a_scene_without_lines_is_left_alone(scene: Scene) -> None:
    assert settled_on_map(scene.nodes, (), 1.0) == (scene.nodes, ())


def test_boxes_part_even_where_each_alone_finds_no_place() -> None:
    """Two boxes that stand in each other's way: one must go where it costs more, so that both are free."""
    row = np.array([(0.0, 0.0, 10.0, 10.0), (20.0, 0.0, 30.0, 10.0), (40.0, 0.0, 50.0, 10.0)])
    places = [row[[0]], row[[0, 1]], row[[1, 2]]]
    crowd = Crowd(places, [np.zeros(len(each)) for each in places], [0, 0, 0], np.empty((0, 4)), 1.0 - np.eye(3))
    crowd.settle()
    assert crowd.at == [0, 1, 1]
