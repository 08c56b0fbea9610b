"""Lines end apart from each other on the rim of a node."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphdata import curves, style
from graphdata.fans import Nodes, fan_paths, trimmed
from graphdata.rims import APART, FULLEST, spread_angles, spread_ends
from graphdata.scene import NodeMark

ANGLES = st.lists(st.floats(-3.1, 3.1), min_size=2, max_size=40)


def node(name: str, x: float, y: float, radius: float = 20.0) -> NodeMark:
    label = (x - 20.0, y + 24.0, x + 20.0, y + 38.0)
    return NodeMark(name, "state", x, y, radius, (name,), label, 11.0, True, True, False, name)


def gaps(angles: np.ndarray) -> np.ndarray:
    """Return the gaps between neighbours round the circle."""
    ordered = np.sort(angles % (2.0 * np.pi))
    return np.diff(np.append(ordered, ordered[0] + 2.0 * np.pi))


@given(ANGLES)
@example([0.0] * 15 + [1.0, 3.0, -2.0])  # spread to both sides, the fifteen would reach over the gap that is cut
def test_neighbours_are_apart_as_far_as_the_circle_allows(angles: list[float]) -> None:
    need = np.full(len(angles), 0.25)
    share = min(1.0, FULLEST * 2.0 * np.pi / need.sum())
    assert gaps(spread_angles(np.array(angles), need)).min() >= 0.25 * share - 1e-6


@given(ANGLES)
def test_ends_that_are_apart_do_not_move(angles: list[float]) -> None:
    turns = np.unique(np.array(angles).round(1))
    assert spread_angles(turns, np.full(len(turns), 0.08)) == pytest.approx(turns, abs=1e-9)


def test_ends_move_apart_evenly_to_both_sides() -> None:
    found = spread_angles(np.array([0.0, 0.0, 0.0]), np.full(3, 0.2))
    assert np.sort(found) == pytest.approx([-0.2, 0.0, 0.2])


@pytest.mark.parametrize("count", range(1, 10))
def test_parallel_lines_stay_symmetric_with_their_heads_apart(count: int) -> None:
    marks = [node("a", 0.0, 0.0), node("b", 300.0, 0.0)]
    ends, zeros = np.tile([0, 1], (count, 1)), np.zeros(count, dtype=np.int64)
    nodes = Nodes.of(marks)
    paths = trimmed(
        fan_paths(ends, zeros, np.full(count, count), np.arange(count), nodes, 1.0, False), nodes, ends, 1.0
    )
    found = spread_ends(paths, ends, np.ones((count, 2), dtype=bool), nodes, 1.0)
    mirrored = found[::-1] * [1.0, -1.0]
    assert found == pytest.approx(mirrored, abs=1e-6)
    assert found[:, 14] == pytest.approx(paths[:, 14])
    tips = found[:, -1]
    away = np.hypot(*(tips[:, None] - tips).transpose(2, 0, 1)) + np.eye(count) * 99.0
    assert away.min() >= min(APART * style.HEAD * 0.95, 99.0)


def test_loops_keep_their_ends() -> None:
    marks = [node("a", 0.0, 0.0)]
    paths = curves.loop(np.zeros(2), 20.0, 0)[None]
    found = spread_ends(paths, np.array([[0, 0]]), np.ones((1, 2), dtype=bool), Nodes.of(marks), 1.0)
    assert (found == paths).all()


def test_no_lines_is_no_trouble() -> None:
    none = np.empty((0, 29, 2))
    assert len(spread_ends(none, np.empty((0, 2), dtype=int), np.empty((0, 2), dtype=bool), Nodes.of([]), 1.0)) == 0
