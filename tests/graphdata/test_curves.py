"""Lines as geometry: lanes, dashes, heads."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata import curves, style

A, B = np.array([0.0, 0.0]), np.array([200.0, 0.0])
NUMBERS = st.floats(-500.0, 500.0)


def test_a_lane_begins_and_ends_where_it_should() -> None:
    path = curves.lane(A, B, 30.0)
    assert path[0] == pytest.approx(A)
    assert path[-1] == pytest.approx(B)


@given(st.floats(-120.0, 120.0))
def test_the_middle_of_a_lane_lies_at_its_offset(offset: float) -> None:
    middle = curves.lane(A, B, offset)[curves.STEPS // 2]
    assert middle == pytest.approx([100.0, -offset], abs=0.5)


def test_opposite_offsets_mirror_each_other() -> None:
    left, right = curves.lane(A, B, 25.0), curves.lane(A, B, -25.0)
    assert left[:, 1] == pytest.approx(-right[:, 1])


@given(NUMBERS, NUMBERS, st.floats(0.5, 20.0), st.floats(1.0, 12.0))
def test_dashes_begin_and_end_with_the_line(x: float, y: float, dash: float, gap: float) -> None:
    path = curves.lane(A, np.array([x + 700.0, y]), 10.0)
    cut = curves.dashes(path, dash, gap)
    assert cut[0, :2] == pytest.approx(path[0], abs=1e-6)
    assert cut[-1, 2:] == pytest.approx(path[-1], abs=1e-6)


@given(st.floats(20.0, 900.0))
def test_every_line_has_dots_whatever_its_length(length: float) -> None:
    path = curves.lane(A, np.array([length, 0.0]), 0.0)
    dots = curves.dashes(path, 0.1, 5.2)
    assert len(dots) >= length / 5.3 * 0.8


def test_dashes_leave_gaps() -> None:
    path = curves.lane(A, B, 0.0)
    cut = curves.dashes(path, 10.0, 10.0)
    inked = np.hypot(cut[:, 2] - cut[:, 0], cut[:, 3] - cut[:, 1]).sum()
    assert 90.0 < inked < 120.0


def test_a_part_of_a_path_has_the_length_asked_for() -> None:
    part = curves.between(curves.lane(A, B, 40.0), 20.0, 80.0)
    assert curves.lengths(part)[-1] == pytest.approx(60.0, abs=0.5)


def test_an_arrowhead_points_where_the_line_goes() -> None:
    head = curves.arrowhead(B, np.array([1.0, 0.0]), 9.0)
    assert head[0] == pytest.approx(B)
    assert head[:, 0].max() == B[0]


def test_a_hostile_line_ends_in_a_bar() -> None:
    bar = curves.bar(B, np.array([1.0, 0.0]), 9.0)
    assert np.ptp(bar[:, 1]) > np.ptp(bar[:, 0])


def test_a_loop_comes_back() -> None:
    path = curves.loop(A, 12.0, 0)
    assert path[0] == pytest.approx(path[-1])
    assert path[:, 1].min() < -12.0


@pytest.mark.parametrize("count", range(1, 15))
def test_loops_at_one_node_stand_apart(count: int) -> None:
    tops = np.array([curves.loop(np.zeros(2), 16.0, rank)[curves.STEPS // 2] for rank in range(count)])
    away = np.hypot(*(tops[:, None] - tops).transpose(2, 0, 1)) + np.eye(count) * 99.0
    assert away.min() > 2.0 * style.GLYPH_RADIUS
    assert np.hypot(*tops.T).min() > 16.0 + style.GLYPH_RADIUS


def test_a_loop_is_symmetric_and_comes_back() -> None:
    path = curves.loop(np.array([5.0, 7.0]), 16.0, 0)
    assert path[0] == pytest.approx(path[-1])
    assert path[:, 0] - 5.0 == pytest.approx(-(path[::-1, 0] - 5.0))


def test_a_lean_moves_the_swell_and_not_the_middle() -> None:
    start, end = np.array([[0.0, 0.0]]), np.array([[300.0, 0.0]])
    even, early = (curves.lanes(start, end, np.array([40.0]), lean)[0] for lean in (0.0, 0.8))
    assert early[curves.STEPS // 2, 1] == pytest.approx(even[curves.STEPS // 2, 1])
    assert abs(early[curves.STEPS // 4, 1]) > abs(even[curves.STEPS // 4, 1])
