"""Lines end apart from each other on the rim of a node."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphdata import curves
from graphdata.fans import OUTLINES, Nodes, fan_paths, on_rim, struck_by, trimmed
from graphdata.rims import FULLEST, FURTHEST, spread_angles, spread_ends
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
    found = spread_ends(paths, ends, np.full((count, 2), 6.0), nodes, 1.0)
    mirrored = found[::-1] * [1.0, -1.0]
    assert found == pytest.approx(mirrored, abs=1e-6)
    assert found[:, 14] == pytest.approx(paths[:, 14])
    tips = found[:, -1]
    away = np.hypot(*(tips[:, None] - tips).transpose(2, 0, 1)) + np.eye(count) * 99.0
    assert away.min() >= 6.0 * 0.95


def at_a_hub(count: int, around: float) -> tuple[np.ndarray, np.ndarray, Nodes]:
    """Return the trimmed lines from a hub to some nodes on one side of it, their ends, and the nodes."""
    angles = np.linspace(-around, around, count)
    marks = [node("hub", 0.0, 0.0), *(node(f"n{a}", 300.0 * np.cos(a), 300.0 * np.sin(a), 10.0) for a in angles)]
    ends, nodes = np.array([[0, 1 + at] for at in range(count)]), Nodes.of(marks)
    ones = np.ones(count, dtype=np.int64)
    return trimmed(fan_paths(ends, np.arange(count), ones, ones - 1, nodes, 1.0, False), nodes, ends, 1.0), ends, nodes


def test_ends_that_moved_far_turn_to_the_middle_of_their_node() -> None:
    paths, ends, nodes = at_a_hub(9, 0.4)
    found = spread_ends(paths, ends, np.full((9, 2), 7.0), nodes, 1.0)
    turned = np.arctan2(*(found[[0, -1], 2] - found[[0, -1], 0])[:, ::-1].T)
    assert turned[0] < -0.5
    assert turned[1] > 0.5


def test_no_end_moves_further_than_its_line_can_follow() -> None:
    paths, ends, nodes = at_a_hub(40, 0.3)
    found = spread_ends(paths, ends, np.full((40, 2), 9.0), nodes, 1.0)
    before, after = (np.arctan2(each[:, 0, 1], each[:, 0, 0]) for each in (paths, found))
    assert np.abs(after - before).max() <= FURTHEST
    assert (np.diff(after) > 0.0).all()


def test_ends_lie_on_the_outline_whatever_its_shape() -> None:
    paths, ends, nodes = at_a_hub(9, 0.4)
    square = replace(nodes, outlines=np.full(len(nodes.radii), OUTLINES.index("rounded")))
    tips = spread_ends(paths, ends, np.full((9, 2), 7.0), square, 1.0)[:, 0]
    reach = np.hypot(*tips.T)
    assert reach[[0, -1]] == pytest.approx(on_rim_reach(square, tips[[0, -1]]))


def on_rim_reach(nodes: Nodes, tips: np.ndarray) -> np.ndarray:
    """Return how far the first node reaches towards some points."""
    turns = np.arctan2(tips[:, 1], tips[:, 0])
    return np.hypot(*on_rim(nodes, np.zeros(len(tips), dtype=np.int64), turns, 1.0).T)


def test_a_bend_is_sharper_where_a_long_one_would_run_through_a_node() -> None:
    paths, ends, nodes = at_a_hub(9, 0.3)
    rooms = np.full((9, 2), 8.0)
    wide = spread_ends(paths, ends, rooms, nodes, 1.0)
    place = wide[-1, 6] * 1.01  # on the way that the last line takes to its new end
    marks = [node(str(at), x, y, r) for at, ((x, y), r) in enumerate(zip(nodes.places, nodes.radii, strict=True))]
    stone = Nodes.of([*marks, node("s", *place, 6.0)])
    near = spread_ends(paths, ends, rooms, replace(stone, labels=np.zeros_like(stone.labels)), 1.0)
    assert struck_by(near[-1:], ends[-1:], stone, 1.0) < struck_by(wide[-1:], ends[-1:], stone, 1.0)
    assert near[-1, 0] == pytest.approx(wide[-1, 0])


def test_loops_keep_their_ends() -> None:
    marks = [node("a", 0.0, 0.0)]
    paths = curves.loop(np.zeros(2), 20.0, 0)[None]
    found = spread_ends(paths, np.array([[0, 0]]), np.ones((1, 2)), Nodes.of(marks), 1.0)
    assert (found == paths).all()


def test_no_lines_is_no_trouble() -> None:
    none = np.empty((0, 29, 2))
    assert len(spread_ends(none, np.empty((0, 2), dtype=int), np.empty((0, 2)), Nodes.of([]), 1.0)) == 0
