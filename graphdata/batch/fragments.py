"""Straight pieces of patterned lines as turned pieces of one strip: what a painter copies with one call for all.

A strip is an image of a line from left to right, so long that any piece of its pattern can be found in it.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from graphdata.batch.batch import Flags, Floats, Ints
from graphdata.batch.strokes import Look

LONGEST: Final = 480.0  # pixels of pattern in a strip: longer pieces are laid one after the other
FAR: Final = 8_000.0  # pixels: longer pieces are cut at the window, since the painter counts in 16 bits
MARGIN: Final = 64.0  # pixels round the window
SOFT: Final = 1.5  # pixels that a fragment may reach farther, its place rounded
ACROSS, ALONG = 8, 3  # grains to a pixel, over and along a strip


def pitch_of(look: Look, ratio: float) -> float:
    """Return the pixels after which a strip repeats itself; none where it is the same all along."""
    return look.pitch * ratio if look.kind in {"dashes", "dots"} else 0.0


def rows_of(look: Look, ratio: float) -> int:
    """Return how many grains a strip is high: the line, and half a pixel on either side where it is soft."""
    return int(np.ceil((look.width * ratio + 1.0) * ACROSS))


def grains_of(look: Look, ratio: float) -> tuple[Floats, Floats]:
    """Return how much of each grain of a strip's upper half (rows, columns) the line covers, and its hollow inside.

    The lower half is the same, mirrored; where a strip has a middle row, that is the upper half's last one.
    """
    width, pitch = look.width * ratio, pitch_of(look, ratio)
    rows = rows_of(look, ratio)
    away = np.abs((np.arange(rows - rows // 2) + 0.5) / ACROSS - rows / ACROSS / 2.0)[:, None]
    if not pitch:
        inside = width - 2.0 * look.dash * ratio if look.kind == "hollow" else 0.0
        return _covered(away, width).repeat(2, axis=1), _covered(away, inside).repeat(2, axis=1)
    columns = int(np.ceil((LONGEST // pitch + 3.0) * pitch * ALONG))
    dash = look.dash * ratio
    off = np.abs(((np.arange(columns) + 0.5) / ALONG - dash / 2.0 + pitch / 2.0) % pitch - pitch / 2.0)[None, :]
    if look.kind == "dots":
        found = _covered(np.sqrt(away * away + off * off), width)  # numpy's hypot takes thrice as long
    else:
        found = _covered(away, width) * _covered(off, dash)
    return found, np.zeros((len(found), 1))


def _covered(away: Floats, width: float) -> Floats:
    """Return how much of a pixel so far from the middle a line of a width covers."""
    return np.clip(width / 2.0 + 0.5 - away, 0.0, min(1.0, width))


def fragments_of(pieces: Floats, along: Floats, pitches: Floats, heights: Ints) -> tuple[Floats, Ints]:
    """Return pieces and where in the pattern they lie, both in pixels, as fragments of their strips (n, 9).

    A fragment is x and y of its middle, left, top, width and height in the strip, scale across and down, and degrees.
    Pitches (none: 0) and heights in grains are those of the strip of each piece; with the piece that each is part of.
    """
    rows = np.arange(len(pieces))
    patterned = pitches > 0.0
    if patterned.any():
        most = np.where(patterned, np.floor(LONGEST / np.where(patterned, pitches, 1.0)) * pitches, np.inf)
        pieces, along, rows = _short(pieces, along, most)
        pitches, patterned = pitches[rows], patterned[rows]
    way = pieces[:, 2:] - pieces[:, :2]
    found = np.zeros((len(pieces), 9))
    found[:, :2] = (pieces[:, :2] + pieces[:, 2:]) / 2.0
    found[:, 2] = np.where(patterned, (along[:, 0] % np.where(patterned, pitches, 1.0) + pitches) * ALONG, 0.0)
    found[:, 4] = np.where(patterned, np.maximum(along[:, 1] - along[:, 0], 1e-6) * ALONG, 2.0)
    found[:, 5] = heights[rows]
    found[:, 6], found[:, 7] = np.hypot(way[:, 0], way[:, 1]) / found[:, 4], 1.0 / ACROSS
    found[:, 8] = np.degrees(np.arctan2(way[:, 1], way[:, 0]))
    return found, rows


def in_sight(fragments: Floats, shift: Floats, window: tuple[float, float]) -> Floats:
    """Return the fragments that come near a window from 0 when they are moved by a shift: Qt counts in 16 bits."""
    x, y = fragments[:, 0] + shift[0], fragments[:, 1] + shift[1]
    reach = reaches(fragments) + MARGIN
    near = (x >= -reach) & (x <= window[0] + reach) & (y >= -reach) & (y <= window[1] + reach)
    return fragments.compress(near, axis=0)


def reaches(fragments: Floats) -> Floats:
    """Return how far from their middles fragments reach at most, in pixels."""
    return np.asarray(np.maximum(np.abs(fragments[:, 4] * fragments[:, 6]), fragments[:, 5] * fragments[:, 7]) / 2.0)


def banded(fragments: Floats, high: int) -> tuple[Ints, Ints]:
    """Return in which order fragments are painted band by band, each in all that it touches, and in which band."""
    turn, long = np.radians(fragments[:, 8]), np.abs(fragments[:, 4] * fragments[:, 6])
    reach = (np.abs(np.sin(turn)) * long + np.abs(np.cos(turn)) * fragments[:, 5] * fragments[:, 7]) / 2.0 + SOFT
    first, last = (np.floor((fragments[:, 1] + way) / high).astype(np.int64) for way in (-reach, reach))
    counts = last - first + 1
    rows = np.repeat(np.arange(len(fragments)), counts)
    bands = np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(len(rows))
    order = np.argsort(bands, kind="stable")
    return rows[order], bands[order]


def cut(pieces: Floats, along: Floats, window: tuple[float, float]) -> tuple[Floats, Floats, Flags]:
    """Return the pieces that come near a window from 0, cut there, where in the pattern they lie then, and which."""
    first, last = inside(pieces, -MARGIN, np.array(window) + MARGIN)
    kept = last > first
    return _between(pieces, first, last)[kept], _between(along, first, last)[kept], kept


def _between(rows: Floats, first: Floats, last: Floats) -> Floats:
    """Return rows of beginnings and ends (n, 2k) cut to shares of the way between them."""
    half = rows.shape[1] // 2
    way = rows[:, half:] - rows[:, :half]
    return np.hstack([rows[:, :half] + way * first[:, None], rows[:, :half] + way * last[:, None]])


def inside(lines: Floats, low: Floats | float, high: Floats) -> tuple[Floats, Floats]:
    """Return the shares of straight lines (n, 4) between which they lie in a box; the same twice where they miss it."""
    start, way = lines[:, :2], lines[:, 2:] - lines[:, :2]
    slope = np.where(np.abs(way) < 1e-9, 1e-9, way)
    one, other = (low - start) / slope, (high - start) / slope
    first = np.clip(np.minimum(one, other).max(axis=1), 0.0, 1.0)
    return first, np.maximum(first, np.clip(np.maximum(one, other).min(axis=1), 0.0, 1.0))


def _short(pieces: Floats, along: Floats, most: Floats) -> tuple[Floats, Floats, Ints]:
    """Return pieces of which none has more of the pattern than its strip holds, and of which piece each is part."""
    counts = np.maximum(1, np.ceil((along[:, 1] - along[:, 0]) / most)).astype(np.int64)
    rows = np.repeat(np.arange(len(pieces)), counts)
    if counts.max(initial=1) == 1:
        return pieces, along, rows
    rank = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    first, last = rank / counts[rows], (rank + 1) / counts[rows]
    return _between(pieces[rows], first, last), _between(along[rows], first, last), rows


def turned(middles: Floats, along: Floats, size: tuple[float, float]) -> Floats:
    """Return copies of a sprite of a size in grains, in pixels and turned from pointing right, as fragments."""
    found = np.zeros((len(middles), 9))
    found[:, :2], found[:, 4:6], found[:, 6:8] = middles, size, 1.0 / ACROSS
    found[:, 8] = np.degrees(np.arctan2(along[:, 1], along[:, 0]))
    return found
