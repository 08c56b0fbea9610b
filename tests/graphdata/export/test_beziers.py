"""Curves that were flattened come back as curves, and no point of them moves further than an eye can see."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.curves import between, lane, lengths, loop
from graphdata.drawing import Points
from graphdata.export.beziers import CLOSE, fitted, fitted_at_once

PLACE = st.floats(0, 1600)


def drawn(curves: list[Points]) -> Points:
    """Return many points along curves."""
    share = np.linspace(0.0, 1.0, 900)[:, None]
    rest = 1 - share
    bent = [
        rest**3 * c[0] + 3 * rest**2 * share * c[1] + 3 * rest * share**2 * c[2] + share**3 * c[3]
        if len(c) == 4
        else rest * c[0] + share * c[1]
        for c in curves
    ]
    return np.vstack(bent)


def farthest(path: Points, curves: list[Points]) -> float:
    """Return how far the path's points are from the curves, at most."""
    return float(max(np.hypot(*(drawn(curves) - point).T).min() for point in path))


@given(PLACE, PLACE, PLACE, PLACE, st.floats(-80, 80))
def test_a_lane_comes_back(x1: float, y1: float, x2: float, y2: float, offset: float) -> None:
    path = lane(np.array([x1, y1]), np.array([x2, y2]), offset)
    (curves,) = fitted([path])
    assert farthest(path, curves) <= CLOSE + lengths(path)[-1] / 900
    assert np.allclose([curves[0][0], curves[-1][-1]], path[[0, -1]])


@pytest.mark.parametrize("cut", [(0.0, 400.0), (12.0, 388.0), (30.0, 31.0)])
def test_a_part_of_a_bent_line_is_one_curve(cut: tuple[float, float]) -> None:
    path = between(lane(np.array([0.0, 0.0]), np.array([400.0, 0.0]), 30.0), *cut)
    (curves,) = fitted([path])
    assert len(curves) == 1
    assert farthest(path, curves) < 0.3


def test_a_straight_line_is_two_points() -> None:
    path = np.column_stack([np.linspace(0, 90, 29), np.linspace(0, 40, 29)])
    (curves,) = fitted([path])
    assert [curve.tolist() for curve in curves] == [[[0.0, 0.0], [90.0, 40.0]]]


def test_a_loop_is_cut_where_one_curve_does_not_follow() -> None:
    path = np.vstack([loop(np.array([0.0, 0.0]), 20.0, 0), loop(np.array([0.0, 0.0]), 20.0, 2)[1:]])
    (curves,) = fitted([path])
    assert len(curves) > 1
    assert farthest(path, curves) < 1.0
    assert all(np.allclose(one[-1], other[0]) for one, other in pairwise(curves))


def test_a_few_points_stay_as_they_are() -> None:
    path = np.array([[0.0, 0.0], [1.0, 5.0], [2.0, 0.0]])
    (curves,) = fitted([path])
    assert [len(curve) for curve in curves] == [2, 2]


def test_each_path_gets_its_own_curves() -> None:
    paths = [lane(np.array([0.0, y]), np.array([90.0, y]), 9.0) for y in (0.0, 50.0)]
    paths.insert(1, np.array([[0.0, 0.0], [1.0, 5.0]]))
    assert [found[0][0].tolist() for found in fitted(paths)] == [[0.0, 0.0], [0.0, 0.0], [0.0, 50.0]]


def test_cubics_alone_come_as_one_array_of_the_same() -> None:
    ends = np.random.default_rng(7).uniform(0.0, 900.0, (20, 2, 2))
    bent = [lane(one, other, 40.0) for one, other in ends]
    found = fitted_at_once(bent)
    assert isinstance(found, np.ndarray)
    assert all(np.array_equal(curve, curves[0]) for curve, curves in zip(found, fitted(bent), strict=True))
    straight = np.linspace((0.0, 0.0), (90.0, 10.0), 12)
    assert [len(curves[0]) for curves in fitted_at_once([bent[0], straight])] == [4, 2]


def test_a_point_beside_its_curve_is_seen_in_any_of_the_paths() -> None:
    paths = [lane(np.zeros(2), np.array([300.0, at * 40.0]), 40.0) for at in range(5)]
    paths[3] = paths[3].copy()
    paths[3][len(paths[3]) // 2 + 1] += (0.0, 4 * CLOSE)
    assert [len(curves) > 1 for curves in fitted(paths)] == [at == 3 for at in range(5)]
