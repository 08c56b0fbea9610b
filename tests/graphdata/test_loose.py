"""An actor that is taken loose goes anywhere with its lines; the rest stays as it is."""

from __future__ import annotations

import numpy as np
import pytest

from graphdata.compose import compose
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.loose import Loose, loose_from
from graphdata.network import Network
from graphdata.scene import Scene
from graphdata.ties import ties_of
from graphdata.view import view_of


@pytest.fixture
def scene(little: Network) -> Scene:
    view = view_of(little, Filter())
    return compose(view, ties_of(view), positions_of(little))


def taken(scene: Scene, actor_id: str = "actor:ru") -> Loose:
    """Return an actor that is on show, taken loose."""
    found = loose_from(scene, actor_id)
    assert found is not None
    return found


def test_what_is_left_is_the_scene_without_the_actor_and_its_lines(scene: Scene) -> None:
    loose = taken(scene)
    assert {*loose.rest.nodes, loose.node} == set(scene.nodes)
    assert {*loose.rest.edges, *loose.edges} == set(scene.edges)
    assert not any("actor:ru" in (edge.giver, edge.receiver) for edge in loose.rest.edges)
    assert loose.edges


def test_the_lines_follow_to_any_place(scene: Scene) -> None:
    loose = taken(scene)
    others = {node.id: node for node in scene.nodes}
    now = loose.at(450.0, -120.0)
    (node,) = now.nodes
    assert (node.x, node.y) == (450.0, -120.0)
    assert [edge.id for edge in now.edges] == [edge.id for edge in loose.edges]
    for edge in now.edges:
        for end, point in ((edge.giver, edge.path[0]), (edge.receiver, edge.path[-1])):
            mark = node if end == node.id else others[end]
            assert mark.radius * 0.7 < np.hypot(point[0] - mark.x, point[1] - mark.y) < mark.radius * 1.5 + 3.0


def test_the_label_goes_with_its_actor_and_a_sign_stays_on_its_line(scene: Scene) -> None:
    loose = taken(scene, "actor:hezbollah")
    now = loose.at(loose.node.x + 30.0, loose.node.y - 50.0)
    left, top, right, bottom = loose.node.label
    assert now.nodes[0].label == pytest.approx((left + 30.0, top - 50.0, right + 30.0, bottom - 50.0))
    assert all(np.hypot(*(edge.path - np.array(edge.glyph)).T).min() < 1e-9 for edge in now.edges)


def test_parallel_lines_stay_apart(scene: Scene) -> None:
    now = taken(scene).at(400.0, 400.0)
    pairs = [{edge.giver, edge.receiver} for edge in now.edges]
    middles = [edge.path[len(edge.path) // 2] for edge in now.edges if pairs.count({edge.giver, edge.receiver}) > 1]
    apart = [np.hypot(*(one - other)) for at, one in enumerate(middles) for other in middles[:at]]
    assert len(middles) > 1
    assert min(apart) > 4.0


def test_an_actor_without_lines_is_taken_by_itself(scene: Scene) -> None:
    alone = Scene(scene.nodes, (), scene.scale)
    now = taken(alone).at(1.0, 2.0)
    assert (len(now.nodes), now.edges) == (1, ())


def test_who_is_not_on_show_cannot_be_taken(scene: Scene) -> None:
    assert loose_from(scene, "actor:nobody") is None
