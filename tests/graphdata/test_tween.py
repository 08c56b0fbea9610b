"""A scene on its way to another."""

import numpy as np
import pytest

from graphdata.compose import compose
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.scene import Scene
from graphdata.ties import ties_of
from graphdata.tween import between, shifted
from graphdata.view import view_of


@pytest.fixture
def ends(little: Network) -> tuple[Scene, Scene]:
    view, places = view_of(little, Filter()), positions_of(little)
    turned = {key: (y, x) for key, (x, y) in places.items()}
    first, last = (compose(view, ties_of(view), each) for each in (places, turned))
    return first, last


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_actors_and_signs_go_straight(ends: tuple[Scene, Scene], share: float) -> None:
    first, last = ends
    now = between(first, last, share)
    starts = {node.id: node for node in first.nodes}
    for node, goal in zip(now.nodes, last.nodes, strict=True):
        start = starts[node.id]
        assert node.x == pytest.approx(start.x + (goal.x - start.x) * share)
        assert node.y == pytest.approx(start.y + (goal.y - start.y) * share)


def test_at_the_end_it_is_the_last_scene(ends: tuple[Scene, Scene]) -> None:
    now = between(*ends, 1.0)
    assert [node.label for node in now.nodes] == [pytest.approx(node.label) for node in ends[1].nodes]
    assert all(np.allclose(a.path, b.path) for a, b in zip(now.edges, ends[1].edges, strict=True))


def test_who_is_new_does_not_move(ends: tuple[Scene, Scene]) -> None:
    nobody = Scene((), (), 1.0)
    assert [(n.x, n.y) for n in between(nobody, ends[1], 0.3).nodes] == [(n.x, n.y) for n in ends[1].nodes]


def test_a_shift_moves_everything_alike(ends: tuple[Scene, Scene]) -> None:
    before, after = ends[0].bounds, shifted(ends[0], 10.0, -4.0).bounds
    assert after == pytest.approx((before[0] + 10.0, before[1] - 4.0, before[2] + 10.0, before[3] - 4.0))
