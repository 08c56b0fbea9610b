"""The haze lies where the lines are, in proportion to their length."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.crowd.haze import CELL, DENSEST, _sampled, clipped, density_of, haze_of
from graphdata.crowd.seen import Outlook

numbers = st.integers(-500, 500).map(lambda number: number + 0.37)  # never along an edge


@given(st.lists(st.tuples(numbers, numbers, numbers, numbers), min_size=1, max_size=20))
def test_clipped_lines_lie_in_the_window_on_the_same_line(rows: list[tuple[float, ...]]) -> None:
    lines = np.array(rows)
    cut = clipped(lines, 100.0, 80.0)
    share = np.linspace(0.0, 1.0, 400)[None, :, None]
    points = lines[:, None, :2] * (1 - share) + lines[:, None, 2:] * share
    inside = ((points >= 0.0) & (points <= np.array([100.0, 80.0]))).all(axis=2).mean(axis=1)
    length, left = (np.hypot(each[:, 2] - each[:, 0], each[:, 3] - each[:, 1]) for each in (lines, cut))
    assert left == pytest.approx(inside * length, abs=0.006 * 1500.0)


def test_all_length_is_counted() -> None:
    lines = np.array([[1.0, 1.0, 31.0, 41.0], [5.0, 5.0, 5.0, 15.0]])
    assert _sampled(lines, 60, 60, 0, 16).sum() == pytest.approx(60.0)


def test_a_line_that_rounding_leaves_a_little_outside_is_counted_at_the_edge() -> None:
    lines = np.array([[5.0, -1e-13, 25.0, -1e-13], [-1e-13, 3.0, -1e-13, 13.0]])
    lengths = _sampled(lines, 60, 60, 0, 16).reshape(60, 60)
    assert lengths[0].sum() == pytest.approx(20.0)
    assert lengths[:, 0].sum() == pytest.approx(10.0)


def test_the_haze_is_where_the_lines_are(taken: Any, make: Any) -> None:
    outlook = Outlook(400.0, 300.0, 0.2, 800.0, 600.0)
    haze = make(haze_of(taken.crowd, np.arange(len(taken.ties)), outlook))
    assert haze.shape == (600 / CELL, round(800 / CELL))
    assert 0.0 < haze.max() < DENSEST
    middles = taken.crowd.places[taken.crowd.strands.ends].mean(axis=1) * 0.2 + np.array([400.0, 300.0])
    cells = (middles / CELL).astype(int)
    there = (cells >= 0).all(axis=1) & (cells < np.array(haze.shape)[::-1]).all(axis=1)
    assert haze[tuple(cells[there, ::-1].T)].mean() > 3.0 * haze.mean()


def test_more_lines_are_denser_and_none_are_clear() -> None:
    found = density_of(np.repeat([[0.0, 0.0, 0.0, 1.0, 5.0, 50.0, 50.0, 50.0]], 4, axis=0))
    assert found[0, 0] == 0.0
    assert (np.diff(found[0]) >= 0.0).all()
    assert not density_of(np.zeros((3, 3))).any()


def test_a_lone_line_can_be_seen_beside_thick_ones() -> None:
    lengths = np.full((40, 40), 9.0)
    lengths[:, 20:], lengths[:, 30] = 0.0, 1.0
    assert density_of(lengths)[20, 30] > 0.03
