"""All paths at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata import fans, style
from graphdata.scene import NodeMark


def node(name: str, x: float, y: float, radius: float = 12.0) -> NodeMark:
    label = (x - 20.0, y + 14.0, x + 20.0, y + 28.0)
    return NodeMark(name, "state", x, y, radius, (name,), label, 11.0, True, True, False, name)


ENDS = [node("a", 0.0, 0.0), node("b", 300.0, 0.0)]


def paths(count: int, marks: list[NodeMark]) -> np.ndarray:
    ends = np.tile([0, 1], (count, 1))
    zeros, counts = np.zeros(count, dtype=np.int64), np.full(count, count)
    return fans.fan_paths(ends, zeros, counts, np.arange(count), fans.Nodes.of(marks), 1.0, detoured=True)


@given(st.integers(1, 24))
def test_parallel_lines_are_even_and_symmetric(count: int) -> None:
    middles = paths(count, ENDS)[:, 14, 1]
    assert middles.sum() == pytest.approx(0.0, abs=1e-6)
    assert np.abs(np.diff(middles)) == pytest.approx(min(style.LANE, fans.SLIM * 300.0 / max(1, count - 1)))


def test_many_lines_swell_no_more_than_their_length_bears_but_never_run_together() -> None:
    counts, zero = np.array([1, 2, 41, 400]), np.zeros((4, 2))
    found = fans.lane_widths(zero, zero + np.array([300.0, 0.0]), counts, 1.0)
    assert found == pytest.approx([style.LANE, style.LANE, fans.SLIM * 300.0 / 40, fans.THINNEST])


def test_a_line_goes_round_a_node_in_its_way() -> None:
    blocked = paths(1, [*ENDS, node("c", 150.0, 0.0)])
    assert np.abs(blocked[0, 14, 1]) >= 22.0


@pytest.mark.parametrize("apart", [30.0, 60.0, 120.0])
def test_a_short_line_makes_no_loop_round_a_large_node(apart: float) -> None:
    marks = [node("a", 0.0, 0.0), node("b", apart, 0.0), node("c", apart / 2.0, 0.0, 90.0)]
    assert np.abs(paths(1, marks)[0, :, 1]).max() <= fans.MODEST * apart + 1e-9


def test_a_free_line_is_straight() -> None:
    assert np.abs(paths(1, [*ENDS, node("c", 150.0, 200.0)])[0, :, 1]).max() < 1e-9


def test_a_pair_goes_round_together() -> None:
    found = paths(3, [*ENDS, node("c", 150.0, 0.0)])
    assert np.abs(np.diff(found[:, 14, 1])) == pytest.approx(style.LANE)


def test_trimmed_paths_end_at_the_outlines() -> None:
    ends = np.array([[0, 1]])
    cut = fans.trimmed(paths(1, ENDS), fans.Nodes.of(ENDS), ends, 1.0)[0]
    assert np.hypot(*cut[0]) == pytest.approx(13.5, abs=0.4)
    assert np.hypot(*(cut[-1] - [300.0, 0.0])) == pytest.approx(13.5, abs=0.4)


def test_nodes_that_touch_still_have_a_line() -> None:
    close = [node("a", 0.0, 0.0), node("b", 10.0, 0.0)]
    cut = fans.trimmed(paths(1, close), fans.Nodes.of(close), np.array([[0, 1]]), 1.0)
    assert np.isfinite(cut).all()


@given(st.lists(st.floats(0.0, 1.0), min_size=1, max_size=9))
def test_points_at_shares_lie_at_shares_of_the_length(shares: list[float]) -> None:
    spots = fans.at_shares(paths(1, ENDS), shares)[0]
    assert spots[:, 0] == pytest.approx([300.0 * share for share in shares], abs=0.6)


def test_no_lines_is_no_trouble() -> None:
    none = np.empty((0, 2), dtype=np.int64)
    empty = np.empty(0, dtype=np.int64)
    assert len(fans.fan_paths(none, empty, empty, empty, fans.Nodes.of(ENDS), 1.0, detoured=True)) == 0


def test_lines_that_find_no_way_together_each_go_their_own() -> None:
    wall = [node(f"w{at}", 60.0 + 90.0 * (at % 3), 40.0 * (at // 3) - 200.0) for at in range(33)]
    marks = [*ENDS, *(mark for mark in wall if not -30.0 < mark.y < -8.0)]
    count, rows = 9, fans.Nodes.of(marks)
    found, ends = paths(count, marks), np.tile([0, 1], (count, 1))
    zeros = np.zeros((count, 2))
    straight = fans.curves.lanes(zeros, zeros + np.array([300.0, 0.0]), (np.arange(count) - 4.0) * style.LANE)
    assert fans.struck_by(found, ends, rows, 1.0).sum() < fans.struck_by(straight, ends, rows, 1.0).sum()
    assert len(np.unique(np.diff(found[:, 14, 1]).round(3))) > 1


def test_a_thick_bundle_draws_together_so_that_no_single_line_of_it_strikes_an_actor() -> None:
    marks = [*ENDS, node("c", 150.0, -112.0, 9.0), node("d", 150.0, 118.0, 9.0)]
    found, rows = paths(24, marks), fans.Nodes.of(marks)
    ends = np.tile([0, 1], (24, 1))
    middles = found[:, 14, 1]
    assert fans.struck_by(found, ends, rows, 1.0).max() < fans.PIERCED
    assert np.diff(np.sort(middles)) == pytest.approx(np.diff(np.sort(middles))[0])
    assert fans.THINNEST <= np.ptp(middles) / 23 < fans.SLIM * 300.0 / 23
