"""Pieces of lines are laid as pieces of a strip: all of what is in sight, each at its place in the pattern."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.batch.fragments import (
    ACROSS,
    ALONG,
    LONGEST,
    banded,
    cut,
    fragments_of,
    grains_of,
    in_sight,
    inside,
    pitch_of,
    rows_of,
    turned,
)
from graphdata.batch.strokes import Look

WINDOW = (1000.0, 800.0)
DASHES, SOLID = Look("dashes", 2.0, 13.0, 6.0), Look("solid", 2.0)
PLACES = st.tuples(*[st.floats(-3000.0, 3000.0)] * 4)


def ends_of(fragments: np.ndarray) -> np.ndarray:
    """Return where fragments begin and end (n, 4)."""
    turn, half = np.radians(fragments[:, 8]), fragments[:, 4] * fragments[:, 6] / 2.0
    way = np.column_stack([np.cos(turn), np.sin(turn)]) * half[:, None]
    return np.hstack([fragments[:, :2] - way, fragments[:, :2] + way])


def laid(pieces: np.ndarray, along: np.ndarray, look: Look, ratio: float = 1.0) -> np.ndarray:
    """Return the fragments of pieces that share a look."""
    strips = np.full(len(pieces), pitch_of(look, ratio)), np.full(len(pieces), rows_of(look, ratio))
    return fragments_of(pieces, along, *strips)[0]


def both_halves(look: Look) -> list[np.ndarray]:
    """Return how much of each grain of a whole strip its line covers, and how much its hollow inside."""
    rows = rows_of(look, 1.0)
    return [np.vstack([each, each[: rows - len(each)][::-1]]) for each in grains_of(look, 1.0)]


def test_a_piece_keeps_its_ends() -> None:
    pieces = np.array([[10.0, 20.0, 310.0, 420.0], [50.0, 50.0, 20.0, 50.0]])
    assert ends_of(laid(pieces, np.zeros((2, 2)), SOLID)) == pytest.approx(pieces)


@given(st.floats(0.0, 9_000.0), st.floats(1.0, 3_000.0), st.sampled_from([1.0, 1.5, 2.0]))
def test_a_long_piece_is_laid_in_parts_that_go_on_in_the_pattern(begin: float, length: float, ratio: float) -> None:
    pieces, along = np.array([[0.0, 100.0, length / 3.0, 100.0]]), np.array([[begin, begin + length]])
    found = laid(pieces * ratio, along * ratio, DASHES, ratio)
    strip, pitch = grains_of(DASHES, ratio)[0], DASHES.pitch * ratio * ALONG
    assert found[:, 4].sum() == pytest.approx(length * ratio * ALONG)
    assert (found[:, 4] <= LONGEST * ALONG + 1e-6).all()
    assert (found[:, 2] >= 0.0).all()
    assert (found[:, 2] + found[:, 4] <= strip.shape[1]).all()
    after = (found[:-1, 2] + found[:-1, 4] - found[1:, 2]) / pitch
    assert after == pytest.approx(np.rint(after), abs=1e-6)


@given(st.lists(PLACES, max_size=8), st.tuples(st.floats(-900.0, 900.0), st.floats(-900.0, 900.0)))
def test_what_is_far_off_is_left_out_and_what_is_near_is_not(
    rows: list[tuple[float, ...]], shift: tuple[float, float]
) -> None:
    pieces = np.array(rows).reshape(-1, 4)
    found = in_sight(laid(pieces, np.zeros((len(pieces), 2)), SOLID), np.array(shift), WINDOW)
    first, last = inside(pieces + np.tile(shift, 2), 0.0, np.array(WINDOW))
    assert (last > first).sum() <= len(found) <= len(pieces)
    assert all(np.abs(pieces - ends).sum(axis=1).min() < 1e-6 for ends in ends_of(found))


def test_pieces_of_different_looks_are_laid_as_each_by_itself() -> None:
    pieces = np.array([[0.0, 0.0, 900.0, 30.0], [5.0, 5.0, 60.0, 5.0], [0.0, 9.0, 700.0, 9.0]])
    along = np.array([[0.0, 901.0], [0.0, 55.0], [3.0, 703.0]])
    looks = [DASHES, SOLID, Look("dots", 4.0, 0.1, 7.9)]
    each = [laid(pieces[[row]], along[[row]], look) for row, look in enumerate(looks)]
    strips = (np.array([of(look, 1.0) for look in looks]) for of in (pitch_of, rows_of))
    found, rows = fragments_of(pieces, along, *strips)
    assert (found == np.vstack(each)).all()
    assert rows.tolist() == [row for row, some in enumerate(each) for _ in some]


def test_an_endless_line_is_cut_at_the_window_and_keeps_its_pattern() -> None:
    pieces, along = np.array([[-90_000.0, 400.0, 91_000.0, 400.0]]), np.array([[0.0, 181_000.0]])
    found = laid(*cut(pieces, along, WINDOW)[:2], DASHES)
    ends = ends_of(found)
    assert ends[:, 0].min() == pytest.approx(-64.0)
    assert ends[:, 2].max() == pytest.approx(1064.0)
    phase = (found[0, 2] / ALONG) % DASHES.pitch
    assert phase == pytest.approx((90_000.0 - 64.0) % DASHES.pitch, abs=1e-4)


@given(st.floats(0.3, 8.0))
def test_a_strip_covers_as_much_as_its_line_is_broad(width: float) -> None:
    look = Look("solid", width)
    whole, _ = both_halves(look)
    assert len(whole) == rows_of(look, 1.0)
    assert whole[:, 0].sum() / ACROSS == pytest.approx(width, rel=0.1)


def test_a_hollow_strip_has_two_edges() -> None:
    whole, hollow = both_halves(Look("hollow", 6.0, 1.5))
    assert hollow[len(hollow) // 2, 0] == 1.0
    assert (whole - hollow)[:, 0].sum() / ACROSS == pytest.approx(3.0, rel=0.1)


@pytest.mark.parametrize(("look", "share"), [(DASHES, 13.0 / 19.0), (Look("dots", 4.0, 0.1, 7.9), np.pi / 8.0)])
def test_a_strip_is_open_between_its_dashes_and_dots(look: Look, share: float) -> None:
    whole, _ = both_halves(look)
    assert whole.mean() * len(whole) / ACROSS / look.width == pytest.approx(share, rel=0.05)


def test_a_turned_sprite_points_where_its_line_goes() -> None:
    found = turned(np.array([[5.0, 6.0]]), np.array([[0.0, 1.0]]), (32.0, 16.0))
    assert found[0].tolist() == [5.0, 6.0, 0.0, 0.0, 32.0, 16.0, 1.0 / ACROSS, 1.0 / ACROSS, 90.0]


@given(st.lists(PLACES, max_size=8), st.integers(20, 300))
def test_painted_by_bands_a_piece_is_in_every_band_that_it_touches(rows: list[tuple[float, ...]], high: int) -> None:
    pieces = np.array(rows).reshape(-1, 4)
    order, bands = banded(laid(pieces, np.zeros((len(pieces), 2)), SOLID), high)
    assert (np.diff(bands) >= 0).all()
    for row, (_, top, _, bottom) in enumerate(pieces.tolist()):
        first, last = min(top, bottom) // high, max(top, bottom) // high
        assert set(range(int(first), int(last) + 1)) <= set(bands[order == row].tolist())
    assert all((np.diff(order[bands == band]) > 0).all() for band in set(bands.tolist()))
