"""Paints the strokes and heads of lines, band after band of the scene.

Lines cross the whole picture, and memory that was not touched for a while answers late: what is painted over one
another within a band is still at hand. All strokes are copies of sprites, so a band takes a call or two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from desktop.canvas.camera import Camera
from desktop.canvas.pieces import Piece, pause
from desktop.canvas.primitives import Floats, draw_turned, to_pixels
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import FINE, HEAD_MIDDLE, HeadLook, Sprites
from graphdata.batch.batch import Ints
from graphdata.batch.fragments import FAR, banded, cut, fragments_of, in_sight, pitch_of, reaches, rows_of, turned
from graphdata.batch.strokes import Heads, Run, Strokes

HIGH: Final = 64  # pixels of a band: half a megabyte where a window is two thousand wide
SPARSE, HIGHER = 1500, 256  # of so few copies hardly any lie over one another, and fewer bands take less time
LAID: Final = 2000  # pieces laid along their strips at a time: some 0.5 ms
MOST: Final = 1200  # copies painted at a time: some 2 ms
NONE: Final = np.empty((0, 9))


class Call(NamedTuple):
    """Copies from one page in one band: how far below the scene's origin that begins, the page, and which copies."""

    top: int  # in pixels
    page: int
    rows: slice
    is_first: bool  # of its band


class StrokePainter:
    """Paints strokes as often as it is asked to; all but the shift is worked out when they are painted first."""

    def __init__(self, strokes: Strokes) -> None:
        """Work out nothing yet."""
        self._strokes = strokes
        self._sprites: Sprites | None = None
        self._camera: Camera | None = None  # for which endless lines were cut
        self._parts: list[tuple[Ints, Floats]] = []  # pages and copies, in painting order
        self._fragments = NONE
        self._sides = (0.0, 0.0)  # between which they lie
        self._high = HIGH
        self._calls: list[Call] = []

    def pieces(self, sight: Sight, sprites: Sprites, ground: QColor | None = None) -> Iterator[Piece]:
        """Yield what paints the strokes; with all the ground, where they are the first that is painted on it."""
        is_new = self._sprites is not sprites or self._camera not in (None, sight.camera)
        if is_new and (self._strokes.runs or self._strokes.heads):
            self._sprites, self._camera, self._parts = None, None, []
            yield from self._warming(sight, sprites)
            yield from (partial(self._lay_runs, runs, sight, sprites) for runs in _together(self._strokes.runs))
            yield from (partial(self._lay_heads, heads, sight, sprites) for heads in self._strokes.heads)
            yield from self._sorting(sprites)
        if ground is not None:
            bare: list[QRect] = []
            yield partial(self._look_round, sight, bare)
            yield from (partial(_fill, band, ground) for band in bare)
        yield from (partial(self._paint, call, sight, ground) for call in self._calls)

    def _warming(self, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
        """Yield what makes the strips and the sprites of heads that are new, one at a time."""
        for run in self._strokes.runs:
            if not sprites.has_strip(run.domain, run.look):
                yield partial(_strip, run, sprites)
        looks = (look for heads in self._strokes.heads for look in _looks(heads, sight.ratio))
        yield from (partial(_head, look, sprites) for look in looks if not sprites.has_head(look))

    def _lay_runs(self, runs: tuple[Run, ...], sight: Sight, sprites: Sprites, painter: QPainter) -> None:
        """Lay the pieces of runs along their strips, in pixels from the scene's origin; endless ones are cut."""
        ends = np.vstack([run.pieces for run in runs]) * sight.ratio
        along = np.vstack([run.along for run in runs]) * sight.ratio
        owners = np.repeat(np.arange(len(runs)), [len(run.pieces) for run in runs])
        if np.abs(ends[:, 2:] - ends[:, :2]).max(initial=0.0) > FAR:
            shift, window = np.tile(sight.shift, 2), to_pixels(painter)
            ends, along, kept = cut(ends + shift, along, window)
            ends, owners, self._camera = ends - shift, owners[kept], sight.camera
        pitches = np.array([pitch_of(run.look, sight.ratio) for run in runs])
        heights = np.array([rows_of(run.look, sight.ratio) for run in runs])
        fragments, rows = fragments_of(ends, along, pitches[owners], heights[owners])
        strips = [sprites.strip(run.domain, run.look) for run in runs]
        owners = owners[rows]
        fragments[:, 2:4] += np.array([(spot.left, spot.top) for spot in strips], dtype=float)[owners]
        self._parts.append((np.array([spot.page for spot in strips])[owners], fragments))

    def _lay_heads(self, heads: Heads, sight: Sight, sprites: Sprites, _painter: QPainter) -> None:
        """Lay out heads: one sprite for each length, turned."""
        sizes, tips = _sizes(heads.sizes, sight.ratio), heads.tips * sight.ratio
        for look in _looks(heads, sight.ratio):
            some, spot = sizes == round(look.size * FINE), sprites.head(look)
            middles = tips[some] - heads.along[some] * look.size * HEAD_MIDDLE
            fragments = turned(middles, heads.along[some], (float(spot.wide), float(spot.high)))
            fragments[:, 2:4] += spot.left, spot.top
            self._parts.append((np.full(len(fragments), spot.page), fragments))

    def _sorting(self, sprites: Sprites) -> Iterator[Piece]:
        """Sort all copies by bands, with pauses between; within a band they keep their order."""
        fragments = np.vstack([NONE, *(part for _, part in self._parts)])
        pages = np.concatenate([np.empty(0, dtype=np.int64), *(page for page, _ in self._parts)])
        x, reach = fragments[:, 0], reaches(fragments)
        sides = float((x - reach).min(initial=0.0)), float((x + reach).max(initial=0.0))
        yield pause
        self._high = HIGH if len(fragments) > SPARSE else HIGHER
        rows, bands = banded(fragments, self._high)
        yield pause
        fragments = fragments[rows]
        yield pause
        self._calls = [*_calls(bands, pages[rows], self._high)]
        self._sprites, self._fragments, self._sides, self._parts = sprites, fragments, sides, []

    def _look_round(self, sight: Sight, bare: list[QRect], painter: QPainter) -> None:
        """Add the bands of the image in which there are no strokes."""
        (width, height), top = to_pixels(painter), round(float(sight.shift[1]))
        used = {call.top for call in self._calls}
        high = self._high
        bands = (band for band in range(-top // high * high, height - top, high) if band not in used)
        bare += [QRect(0, band + top, width, high) for band in bands]

    def _paint(self, call: Call, sight: Sight, ground: QColor | None, painter: QPainter) -> None:
        """Paint some copies in their band."""
        assert self._sprites is not None
        (width, height), shift = to_pixels(painter), sight.shift
        band = QRect(0, call.top + round(float(shift[1])), width, self._high)
        if band.bottom() < 0 or band.top() >= height:
            return
        fragments = self._fragments[call.rows]
        if self._sides[0] + shift[0] < -width or self._sides[1] + shift[0] > 2 * width:
            fragments = in_sight(fragments, shift, (width, height))
        painter.setClipRect(band)
        if ground is not None and call.is_first:
            painter.fillRect(band, ground)
        draw_turned(painter, self._sprites.shelf.pages[call.page], fragments, shift)
        painter.setClipping(False)


def _together(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Yield runs some at a time: many short ones take little longer than one."""
    some: list[Run] = []
    for run in runs:
        if some and sum(len(each.pieces) for each in some) + len(run.pieces) > LAID:
            yield tuple(some)
            some = []
        some.append(run)
    if some:
        yield tuple(some)


def _calls(bands: Ints, pages: Ints, high: int) -> Iterator[Call]:
    """Yield the calls for copies that are sorted by bands: a new one for each band and page, and none too long."""
    breaks = np.flatnonzero((np.diff(bands) != 0) | (np.diff(pages) != 0)) + 1
    edges = [0, *breaks.tolist(), len(bands)]
    band = None
    for first, last in pairwise(edges):
        for start in range(first, last, MOST):
            is_first, band = bands[start] != band, bands[start]
            yield Call(int(band) * high, int(pages[start]), slice(start, min(last, start + MOST)), bool(is_first))


def _fill(band: QRect, ground: QColor, painter: QPainter) -> None:
    """Fill a band: one at a time, since memory that is new takes long at first touch."""
    to_pixels(painter)
    painter.fillRect(band, ground)


def _strip(run: Run, sprites: Sprites, _painter: QPainter) -> None:
    """Make the strip of a run."""
    sprites.strip(run.domain, run.look)


def _head(look: HeadLook, sprites: Sprites, _painter: QPainter) -> None:
    """Make the sprite of a head."""
    sprites.head(look)


def _sizes(lengths: Floats, ratio: float) -> Ints:
    """Return the lengths of heads as their sprites know them: in halves of a pixel."""
    return np.rint(lengths * ratio * FINE).astype(np.int64)


def _looks(heads: Heads, ratio: float) -> list[HeadLook]:
    """Return every look that some heads have, by their length."""
    sizes = np.flatnonzero(np.bincount(_sizes(heads.sizes, ratio))).tolist()
    return [HeadLook(heads.domain, heads.hostile, heads.hollow, size / FINE) for size in sizes]
