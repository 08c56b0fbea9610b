"""Paints the arrays of a scene in pieces of at most some milliseconds: lines, heads, signs, actors, labels.

A piece is a function of a painter whose unit is the pixel; whoever paints puts as many into a slice as its time allows.
What hangs on looks and pixels alone is worked out when it is painted first; in later frames it is only shifted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from desktop.canvas.pieces import Piece
from desktop.canvas.primitives import Floats, draw_lines, draw_sprites, draw_turned
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import FINE, HEAD_MIDDLE, Atlas, HeadLook, Sprites
from graphdata.batch.batch import BADGES, KINDS, Batch, Ints, Label, Nodes, Signs
from graphdata.batch.fragments import FAR, cut, fragments_of, in_sight, turned
from graphdata.batch.strokes import Heads, Run, Strokes, parts_of

STRETCH: Final = 60_000.0  # pixels of line, smoothed: some 2 ms
BEGINNING: Final = 180.0  # pixels of line that take as long to paint as beginning another one
SHORT: Final = 10.0  # pixels: what is shorter is painted more quickly as a line than from a strip
HEADS: Final = 500
NODES: Final = 2000
LABELS: Final = 120
LETTERED: Final = 3  # labels made at a time
SPRITES: Final = 4  # made at a time


class BatchPainter:
    """Paints one batch as often as it is asked to, with its strokes and the sprites in force."""

    def __init__(self, batch: Batch, strokes: Strokes) -> None:
        """Work out nothing yet."""
        self._batch, self._strokes = batch, strokes
        self._sprites: Sprites | None = None
        self._lines: list[_Straight] = []
        self._heads: list[_Pointing] = []
        self._marks: list[_Upright] = []

    def pieces(self, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
        """Yield what paints the batch, in painting order."""
        yield from self.lines(sight, sprites)
        yield from self.heads(sight, sprites)
        yield from self.marks(sight, sprites)

    def lines(self, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
        """Yield what paints the lines, smoothed; a strip that is new is made in a piece of its own."""
        self._dress(sprites)
        if not self._lines:
            for run in self._strokes.runs:
                if not sprites.has_strip(run.domain, run.look):
                    yield partial(_strip, run, sprites)
            most, beginning = STRETCH / sight.ratio, BEGINNING / sight.ratio
            parts = ((run, rows) for run in self._strokes.runs for rows in parts_of(run.pieces, most, beginning))
            self._lines = [_Straight(run, rows, sprites) for run, rows in parts]
        yield from (partial(each.paint, sight) for each in self._lines)

    def heads(self, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
        """Yield what paints the heads of the lines; sprites that are new are made one at a time."""
        self._dress(sprites)
        if not self._heads:
            looks = (look for heads in self._strokes.heads for look in _looks(heads, sight.ratio))
            yield from (partial(_head, look, sprites) for look in looks if not sprites.has_head(look))
            starts = ((heads, first) for heads in self._strokes.heads for first in range(0, len(heads.tips), HEADS))
            self._heads = [_Pointing(heads, slice(first, first + HEADS), sprites) for heads, first in starts]
        yield from (partial(each.paint, sight) for each in self._heads)

    def marks(self, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
        """Yield what paints signs, actors and labels; sprites that are new are made a few at a time."""
        self._dress(sprites)
        if not self._marks:
            yield from self._marking(sight, sprites)
        yield from (partial(each.paint, sight) for each in self._marks)

    def _dress(self, sprites: Sprites) -> None:
        """Begin anew where colours or sizes are others than before."""
        if self._sprites is not sprites:
            self._sprites, self._lines, self._heads, self._marks = sprites, [], [], []

    def _marking(self, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
        """Yield what makes the sprites of the marks and works out where each goes."""
        signs, nodes, labels = self._batch.signs, self._batch.nodes, self._batch.labels
        found: list[_Upright] = []
        for places, codes, atlas, make in (
            (signs.places, _sign_codes(signs), sprites.sign_atlas, sprites.signs),
            (nodes.places, _node_codes(nodes, sight), sprites.node_atlas, sprites.nodes),
        ):
            missing = atlas.missing(codes)
            for first in range(0, len(missing), SPRITES):
                yield partial(_warm, missing[first : first + SPRITES], make)
            for first in range(0, len(codes), NODES):
                rows = slice(first, first + NODES)
                found.append(_Upright(atlas, places[rows] * sight.ratio, make(codes[rows])))
        missing_labels = sprites.letters.missing(labels)
        for first in range(0, len(missing_labels), LETTERED):
            yield partial(_letter, missing_labels[first : first + LETTERED], sprites)
        for first in range(0, len(labels), LABELS):
            found += _lettered(labels[first : first + LABELS], sight, sprites)
        self._marks = found


class _Straight:
    """Some straight pieces of a run, painted from its strip; short ones are quicker as lines."""

    def __init__(self, run: Run, rows: slice, sprites: Sprites) -> None:
        """Work out nothing yet."""
        self._run, self._rows, self._sprites = run, rows, sprites
        self._kept: tuple[Floats, Floats] | None = None

    def paint(self, sight: Sight, painter: QPainter) -> None:
        """Paint the pieces that are in sight."""
        run, shift = self._run, sight.shift
        window = float(painter.device().width()), float(painter.device().height())
        lines, fragments = self._kept or self._laid(sight, window)
        painter.resetTransform()
        if len(lines):
            width = run.look.width * sight.ratio
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(sight.colour(run.domain), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            draw_lines(painter, lines + np.tile(shift, 2))
        draw_turned(painter, self._sprites.strip(run.domain, run.look), in_sight(fragments, shift, window))

    def _laid(self, sight: Sight, window: tuple[float, float]) -> tuple[Floats, Floats]:
        """Return the pieces as lines and as fragments about the scene's origin; kept unless they are endless."""
        run, ratio = self._run, sight.ratio
        ends, along = run.pieces[self._rows] * ratio, run.along[self._rows]
        lengths = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
        short = (lengths < SHORT) & (run.look.kind == "solid")
        if lengths.max(initial=0.0) < FAR:
            self._kept = ends[short], fragments_of(ends[~short], along[~short] * ratio, run.look, ratio)
            return self._kept
        shift, lines = np.tile(sight.shift, 2), ends[short]
        ends, along = cut(ends[~short] + shift, along[~short] * ratio, window)
        return lines, fragments_of(ends - shift, along, run.look, ratio)


class _Pointing:
    """Some heads of lines: one sprite for each length, turned."""

    def __init__(self, heads: Heads, rows: slice, sprites: Sprites) -> None:
        """Work out nothing yet."""
        self._heads, self._rows, self._sprites = heads, rows, sprites
        self._kept: list[tuple[QPixmap, Floats]] = []

    def paint(self, sight: Sight, painter: QPainter) -> None:
        """Paint the heads that are in sight."""
        self._kept = self._kept or [*self._laid(sight.ratio)]
        window = float(painter.device().width()), float(painter.device().height())
        painter.resetTransform()
        for sprite, fragments in self._kept:
            draw_turned(painter, sprite, in_sight(fragments, sight.shift, window))

    def _laid(self, ratio: float) -> Iterator[tuple[QPixmap, Floats]]:
        """Yield each sprite with its copies about the scene's origin."""
        heads, rows = self._heads, self._rows
        sizes = _sizes(heads.sizes[rows], ratio)
        tips, along = heads.tips[rows] * ratio, heads.along[rows]
        for size in np.flatnonzero(np.bincount(sizes)).tolist():
            look, some = HeadLook(heads.domain, heads.hostile, heads.hollow, size / FINE), sizes == size
            sprite, middles = self._sprites.head(look), tips[some] - along[some] * size / FINE * HEAD_MIDDLE
            yield sprite, turned(middles, along[some], (float(sprite.width()), float(sprite.height())))


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
        painter.resetTransform()
        draw_sprites(painter, self.atlas.pixmap, np.rint(self.middles + sight.shift) + self.below, self.sources)


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


def _warm(codes: Ints, make: Callable[[Ints], Floats], _painter: QPainter) -> None:
    """Make some sprites."""
    make(codes)


def _sign_codes(signs: Signs) -> Ints:
    """Return the codes of signs, as the sprites know them."""
    return np.asarray((signs.domains * 2 + signs.hostile) * (1 << len(BADGES)) + signs.badges, dtype=np.int64)


def _node_codes(nodes: Nodes, sight: Sight) -> Ints:
    """Return the codes of actors, as the sprites know them."""
    sizes = np.rint(nodes.radii * sight.ratio * FINE).astype(np.int64)
    return (sizes * len(KINDS) + nodes.kinds) * 2 + nodes.pinned


def _letter(labels: tuple[Label, ...], sprites: Sprites, _painter: QPainter) -> None:
    """Make the sprites of some labels."""
    sprites.letters.paint(labels)


def _lettered(labels: tuple[Label, ...], sight: Sight, sprites: Sprites) -> Iterator[_Upright]:
    """Yield the copies of some labels, page by page of their sprites."""
    tops = np.array([(label.x, label.top - 1.0) for label in labels]) * sight.ratio
    for page, rows, sources in sprites.letters.sheets(labels):
        half = sources[:, 3:] / 2.0
        yield _Upright(_Page(page), tops[rows], sources, np.hstack([np.zeros_like(half), half]))
