"""Paints the arrays of a scene in pieces of at most some milliseconds: lines, heads, signs, actors, labels.

A piece is a function of a painter whose unit is the pixel; whoever paints puts as many into a slice as its time allows.
What hangs on looks and pixels alone is worked out when it is painted first; in later frames it is only shifted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, pairwise
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.canvas.letters import Spot
from desktop.canvas.pieces import Piece, pause
from desktop.canvas.primitives import Floats, draw_sprites, to_pixels
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import FINE, Atlas, Sprites
from desktop.canvas.stroke_painter import StrokePainter
from graphdata.batch.batch import BADGES, KINDS, Batch, Ints, Label, Nodes, Signs
from graphdata.batch.strokes import Strokes

NODES: Final = 20_000  # found in their atlas at a time: some 1 ms
AREA: Final = 1_500_000.0  # pixels of copies painted at a time: some 1 ms
BEGINNING: Final = 300.0  # pixels that take as long as beginning another copy
LABELS: Final = 120
LETTERED: Final = 3  # labels made at a time
SPRITES: Final = 4  # made at a time


class BatchPainter:
    """Paints one batch as often as it is asked to, with its strokes and the sprites in force."""

    def __init__(self, batch: Batch, strokes: Strokes) -> None:
        """Work out nothing yet."""
        self._batch, self._lines = batch, StrokePainter(strokes)
        self._sprites: Sprites | None = None
        self._marks: list[_Upright] = []

    def pieces(self, sight: Sight, sprites: Sprites, ground: QColor | None = None) -> Iterator[Piece]:
        """Yield what paints the batch, in painting order; with all the ground, where that comes first."""
        yield from self.lines(sight, sprites, ground)
        yield from self.marks(sight, sprites)

    def lines(self, sight: Sight, sprites: Sprites, ground: QColor | None = None) -> Iterator[Piece]:
        """Yield what paints the lines and their heads, smoothed."""
        yield from self._lines.pieces(sight, sprites, ground)

    def marks(self, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
        """Yield what paints signs, actors and labels; sprites that are new are made a few at a time."""
        if self._sprites is not sprites:
            yield from self._marking(sight, sprites)
        yield from (partial(each.paint, sight) for each in self._marks)

    def _marking(self, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
        """Yield what makes the sprites of the marks and works out where each goes."""
        signs, nodes, labels = self._batch.signs, self._batch.nodes, self._batch.labels
        found: list[_Upright] = []
        for places, codes, atlas, make in (
            (signs.places, _sign_codes(signs), sprites.sign_atlas, sprites.signs),
            (nodes.places, _node_codes(nodes, sight), sprites.node_atlas, sprites.nodes),
        ):
            if not len(codes):
                continue
            missing = atlas.missing(codes)
            for first in range(0, len(missing), SPRITES):
                yield partial(_warm, missing[first : first + SPRITES], make)
            for first in range(0, len(codes), NODES):
                rows = slice(first, first + NODES)
                middles, sources = places[rows] * sight.ratio, atlas.spots(codes[rows])
                found += [_Upright(atlas, middles[some], sources[some]) for some in _portions(sources)]
                yield pause
        spots = sprites.letters.spots(labels)
        missing_labels = tuple(label for label, spot in zip(labels, spots, strict=True) if spot is None)
        for first in range(0, len(missing_labels), LETTERED):
            yield partial(_letter, missing_labels[first : first + LETTERED], sprites)
        for first in range(0, len(labels), LABELS):
            some = labels[first : first + LABELS]  # where any is new, others may have gone with their page
            known = sprites.letters.spots(some) if missing_labels else spots[first : first + LABELS]
            found += _lettered(some, known, sight, sprites)
        self._sprites, self._marks = sprites, found


class _Page(NamedTuple):
    """An image that stays as large as it is."""

    pixmap: QPixmap


class _Upright(NamedTuple):
    """Copies of sprites that stand on whole pixels: of which image, about which points, and where each lies in it."""

    atlas: Atlas | _Page
    middles: Floats  # about the scene's origin
    sources: Floats
    below: Floats | float = 0.0  # pixels from there to the middle of the copy

    def paint(self, sight: Sight, painter: QPainter) -> None:
        """Paint the copies."""
        to_pixels(painter)
        draw_sprites(painter, self.atlas.pixmap, np.rint(self.middles + sight.shift) + self.below, self.sources)


def _portions(sources: Floats) -> Iterator[slice]:
    """Yield the rows of copies that are painted together: as many as have so many pixels in all."""
    costs = np.cumsum(sources[:, 2] * sources[:, 3] + BEGINNING)
    if len(costs):
        breaks = np.searchsorted(costs, np.arange(AREA, costs[-1], AREA)).tolist()
        yield from (slice(first, last) for first, last in pairwise([0, *breaks, len(costs)]) if last > first)


def _warm(codes: Ints, make: Callable[[Ints], Floats], _painter: QPainter) -> None:
    """Make some sprites."""
    make(codes)


def _sign_codes(signs: Signs) -> Ints:
    """Return the codes of signs, as the sprites know them."""
    return np.asarray((signs.domains * 2 + signs.hostile) * (1 << len(BADGES)) + signs.badges, dtype=np.int64)


def _node_codes(nodes: Nodes, sight: Sight) -> Ints:
    """Return the codes of actors, as the sprites know them."""
    codes = np.rint(nodes.radii * (sight.ratio * FINE)).astype(np.int64)
    codes *= len(KINDS)
    codes += nodes.kinds
    codes *= 4
    codes += nodes.seated * 2
    codes += nodes.pinned
    return codes


def _letter(labels: tuple[Label, ...], sprites: Sprites, _painter: QPainter) -> None:
    """Make the sprites of some labels."""
    sprites.letters.paint(labels)


def _lettered(
    labels: tuple[Label, ...], spots: list[Spot | None], sight: Sight, sprites: Sprites
) -> Iterator[_Upright]:
    """Yield the copies of some labels, page by page of their sprites."""
    tops = np.fromiter(chain.from_iterable((each.x, each.top - 1.0) for each in labels), float, 2 * len(labels))
    tops = tops.reshape(-1, 2) * sight.ratio
    for page, rows, sources in sprites.letters.sheets(labels, spots):
        half = sources[:, 3:] / 2.0
        yield _Upright(_Page(page), tops[rows], sources, np.hstack([np.zeros_like(half), half]))
