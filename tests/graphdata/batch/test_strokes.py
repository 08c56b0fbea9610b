"""All lines at once are drawn as each is by itself."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata import curves, style
from graphdata.batch.batch import Lines
from graphdata.batch.strokes import (
    Look,
    Strokes,
    bulges_of,
    heads_of,
    laid_of,
    measured,
    runs_of,
    stretches_of,
    strokes_of,
)

BENDS = st.lists(st.floats(-120.0, 120.0), min_size=1, max_size=6)


def paths(bends: list[float]) -> np.ndarray:
    """Return curves of 300 points with these bends."""
    count = len(bends)
    starts = np.column_stack([np.zeros(count), np.arange(count) * 5.0])
    return curves.lanes(starts, starts + np.array([300.0, 40.0]), np.array(bends))


def lines(level: int, count: int = 3, *, mutual: bool = False, hostile: bool = False) -> Lines:
    """Return some lines of one look."""
    full = lambda value, kind: np.full(count, value, dtype=kind)  # noqa: E731 - three times the same
    return Lines(
        paths([10.0 * row for row in range(count)]), full(0, int), full(level, int), full(1.6, float),
        full(mutual, bool), full(hostile, bool),
    )  # fmt: skip


@given(BENDS)
def test_flattened_curves_stay_near_the_curve(bends: list[float]) -> None:
    rows, fine = laid_of(paths(bends)).pieces, np.vstack([_refined(path) for path in paths(bends)])
    middles = (rows[:, :2] + rows[:, 2:]) / 2.0
    assert np.hypot(*(middles[:, None] - fine[None]).T).min(axis=0).max() < 0.9


def _refined(path: np.ndarray) -> np.ndarray:
    """Return a path with ten points for one."""
    steps, whole = np.linspace(0.0, len(path) - 1.0, 10 * len(path)), np.arange(len(path))
    return np.column_stack([np.interp(steps, whole, path[:, axis]) for axis in (0, 1)])


def test_a_straight_line_is_one_piece_and_a_bend_is_several() -> None:
    assert len(laid_of(paths([0.0])).pieces) == 1
    assert 4 < len(laid_of(paths([60.0])).pieces) <= curves.STEPS


@given(BENDS, st.floats(4.0, 20.0), st.floats(3.0, 10.0))
def test_a_pattern_begins_and_ends_with_a_dash_as_on_each_line_alone(
    bends: list[float], dash: float, gap: float
) -> None:
    some = paths(bends)
    run = measured(0, Look("dashes", 2.0, dash, gap), laid_of(some))
    for path in some:
        fitted = curves.fitted_dash(float(curves.lengths(path)[-1]), dash, gap)
        last = int(np.hypot(*(run.pieces[:, 2:] - path[-1]).T).argmin())
        assert run.along[last, 1] == pytest.approx(curves.lengths(path)[-1] * dash / fitted[0])
        assert run.along[last, 1] % (dash + gap) == pytest.approx(dash, abs=1e-6)
    assert (run.along[:, 1] > run.along[:, 0]).all()


def test_dots_go_on_beyond_the_ends_by_half_their_width() -> None:
    path = paths([30.0])
    run = measured(0, Look("dots", 4.0, 0.1, 6.0), laid_of(path))
    assert np.hypot(*(run.pieces[0, :2] - path[0, 0])) == pytest.approx(2.0)
    assert np.hypot(*(run.pieces[-1, 2:] - path[0, -1])) == pytest.approx(2.0)
    assert run.along[0, 0] == pytest.approx(-2.0)


def test_a_hollow_line_is_as_broad_as_its_edges_and_closed_at_its_ends() -> None:
    body, ends = runs_of(lines(style.HOLLOW, 1), 1.0)
    path = lines(style.HOLLOW, 1).paths[0]
    chord, from_start = path[-1] - path[0], ends.pieces[:, :2] - path[0]
    away = np.abs(chord[0] * from_start[:, 1] - chord[1] * from_start[:, 0]) / np.hypot(*chord)
    assert body.look == Look("hollow", 4.0, ends.look.width)
    assert away == pytest.approx([2.0] * 2)


@pytest.mark.parametrize("level", [1, 2, 3])
def test_every_line_of_every_level_is_drawn(level: int) -> None:
    pieces = np.vstack([run.pieces for run in runs_of(lines(level), 1.0)])
    for path in lines(level).paths:
        assert np.hypot(*(pieces[:, :2] - path[0]).T).min() < 2.0
        assert np.hypot(*(pieces[:, 2:] - path[-1]).T).min() < 12.0


def test_a_mutual_line_has_a_head_at_each_end() -> None:
    one, two = (next(heads_of(lines(3, mutual=mutual), 1.0)).tips for mutual in (False, True))
    assert (len(one), len(two)) == (3, 6)
    assert two[:3] == pytest.approx(lines(3).paths[:, -1])


@pytest.mark.parametrize("hostile", [False, True])
def test_heads_point_along_their_lines(hostile: bool) -> None:
    some = lines(3, hostile=hostile)
    heads, along = next(heads_of(some, 1.0)), some.paths[0, -1] - some.paths[0, -3]
    assert heads.hostile is hostile
    assert heads.along[0] == pytest.approx(along / np.hypot(*along))
    assert heads.sizes == pytest.approx([style.HEAD] * 3)


def test_bulges_are_measured_from_the_straight_line() -> None:
    assert bulges_of(paths([0.0, 30.0])) == pytest.approx([0.0, 30.0], abs=0.01)


@given(st.lists(st.floats(0.0, 9000.0), max_size=60), st.floats(100.0, 5000.0))
def test_stretches_hold_every_segment_and_are_short(lengths: list[float], most: float) -> None:
    rows = np.array([[0.0, number, length, number] for number, length in enumerate(lengths)]).reshape(-1, 4)
    looks = np.arange(len(rows)) // 7
    found = [*stretches_of(rows, most, looks)]
    assert all(len(set(looks[part].tolist())) == 1 for parts in found for part in parts)
    stretches = [np.vstack([np.empty((0, 4)), *(rows[part] for part in parts)]) for parts in found]
    assert np.vstack([np.empty((0, 4)), *stretches]).tolist() == rows.tolist()
    longest = min(4000.0, max(lengths, default=0.0))
    assert all(np.minimum(stretch[:, 2], 4000.0).sum() <= most + longest + 25.0 for stretch in stretches)


def test_strokes_are_made_some_hundred_lines_at_a_time() -> None:
    some = lines(3, 900)
    found = []
    steps = sum(1 for _ in _collected(strokes_of(some, 1.0), found))
    assert sum(len(heads.tips) for heads in found[0].heads) == 900
    assert steps >= 4


def _collected(making: Generator[None, None, Strokes], found: list[Strokes]) -> Iterator[None]:
    """Yield the steps of making, and keep what is made."""
    found.append((yield from making))
