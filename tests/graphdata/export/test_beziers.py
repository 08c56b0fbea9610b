"""Curves that were flattened come back as curves, and no point of them moves further than an eye can see."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.curves import between, lane, lengths, loop
from graphdata.drawing import Points
from graphdata.export.beziers import CLOSE, fitted

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
