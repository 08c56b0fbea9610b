"""Paints the arrays of a scene in pieces of at most some milliseconds: lines, heads, signs, actors, labels.

A piece is a function of a painter whose unit is the pixel; whoever paints puts as many into a slice as its time allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from desktop.canvas.pieces import Piece
from desktop.canvas.primitives import Floats, draw_lines, draw_sprites, draw_turned
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import FINE, HEAD_MIDDLE, Atlas, HeadLook, Sprites
from graphdata.batch.batch import BADGES, KINDS, Batch, Ints, Label, Nodes, Signs
from graphdata.batch.fragments import fragments_of, turned
from graphdata.batch.strokes import Heads, Run, heads_of, parts_of, runs_of

STRETCH: Final = 60_000.0  # pixels of line, smoothed: some 2 ms
BEGINNING: Final = 180.0  # pixels of line that take as long to paint as beginning another one
FLAT: Final = 16.0  # pixels: what is flatter or narrower is painted more quickly as a line
HEADS: Final = 500
NODES: Final = 2000
LABELS: Final = 120
LETTERED: Final = 3  # labels made at a time
SPRITES: Final = 10  # made at a time


def pieces_of(batch: Batch, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
    """Yield what paints a batch, in painting order."""
    yield from line_pieces(runs_of(batch.lines, batch.scale), sight, sprites)
    yield from head_pieces(heads_of(batch.lines, batch.scale), sight, sprites)
    yield from mark_pieces(batch, sight, sprites)


def line_pieces(runs: Iterable[Run], sight: Sight, sprites: Sprites) -> Iterator[Piece]:
    """Yield what paints lines, smoothed; a strip that is new is made in a piece of its own."""
    for run in runs:
        yield from _once(not sprites.has_strip(run.domain, run.look), partial(_strip, run, sprites))
        for rows in parts_of(run.pieces, STRETCH / sight.ratio, BEGINNING / sight.ratio):
            yield partial(_paint_run, run, rows, sight, sprites)


def head_pieces(found: Iterable[Heads], sight: Sight, sprites: Sprites) -> Iterator[Piece]:
    """Yield what paints the heads of lines; sprites that are new are made one at a time."""
    for heads in found:
        for look in _looks(heads, sight):
            yield from _once(not sprites.has_head(look), partial(_head, look, sprites))
        for first in range(0, len(heads.tips), HEADS):
            yield partial(_paint_heads, heads, slice(first, first + HEADS), sight, sprites)


def _once(needed: bool, piece: Piece) -> Iterator[Piece]:
    """Yield a piece, if it is needed."""
    if needed:
        yield piece


def _strip(run: Run, sprites: Sprites, _painter: QPainter) -> None:
    """Make the strip of a run."""
    sprites.strip(run.domain, run.look)


def _head(look: HeadLook, sprites: Sprites, _painter: QPainter) -> None:
    """Make the sprite of a head."""
    sprites.head(look)


def _sizes(lengths: Floats, sight: Sight) -> Ints:
    """Return the lengths of heads as their sprites know them: in halves of a pixel."""
    return np.rint(lengths * sight.ratio * FINE).astype(np.int64)


def _looks(heads: Heads, sight: Sight) -> list[HeadLook]:
    """Return every look that some heads have, by their length."""
    sizes = np.flatnonzero(np.bincount(_sizes(heads.sizes, sight))).tolist()
    return [HeadLook(heads.domain, heads.hostile, heads.hollow, size / FINE) for size in sizes]


def mark_pieces(batch: Batch, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
    """Yield what paints signs, actors and labels; sprites that are new are made a few at a time."""
    signs, nodes = _sign_codes(batch.signs), _node_codes(batch.nodes, sight)
    yield from _warming(sprites.sign_atlas, signs, sprites.signs)
    yield from _warming(sprites.node_atlas, nodes, sprites.nodes)
    for first in range(0, len(signs), NODES):
        rows = slice(first, first + NODES)
        yield partial(_paint_signs, batch.signs.places[rows], signs[rows], sight, sprites)
    for first in range(0, len(nodes), NODES):
        rows = slice(first, first + NODES)
        yield partial(_paint_nodes, batch.nodes.places[rows], nodes[rows], sight, sprites)
    unlettered = sprites.letters.missing(batch.labels)
    for first in range(0, len(unlettered), LETTERED):
        yield partial(_letter, unlettered[first : first + LETTERED], sprites)
    for first in range(0, len(batch.labels), LABELS):
        yield partial(_paint_labels, batch.labels[first : first + LABELS], sight, sprites)


def _warming(atlas: Atlas, codes: Ints, make: Callable[[Ints], Floats]) -> Iterator[Piece]:
    """Yield what makes the sprites that are missing."""
    missing = atlas.missing(codes)
    for first in range(0, len(missing), SPRITES):
        yield partial(_warm, missing[first : first + SPRITES], make)


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


def _paint_run(run: Run, rows: slice, sight: Sight, sprites: Sprites, painter: QPainter) -> None:
    """Paint some of the straight pieces of a run, from its strip; solid ones that lie flat are quicker as lines."""
    ends = sight.pixels(run.pieces[rows].reshape(-1, 2)).reshape(-1, 4)
    along, look = run.along[rows], run.look
    painter.resetTransform()
    if look.kind == "solid":
        flat = np.abs(ends[:, 2:] - ends[:, :2]).min(axis=1) < FLAT
        pen = QPen(sight.colour(run.domain), look.width * sight.ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        draw_lines(painter, ends[flat])
        ends, along = ends[~flat], along[~flat]
    window = float(painter.device().width()), float(painter.device().height())
    draw_turned(painter, sprites.strip(run.domain, look), fragments_of(ends, along, look, sight.ratio, window))


def _paint_heads(heads: Heads, rows: slice, sight: Sight, sprites: Sprites, painter: QPainter) -> None:
    """Paint some heads: one sprite for each length, turned."""
    sizes = _sizes(heads.sizes[rows], sight)
    tips, along = sight.pixels(heads.tips[rows]), heads.along[rows]
    painter.resetTransform()
    for size in np.flatnonzero(np.bincount(sizes)).tolist():
        sprite, some = sprites.head(HeadLook(heads.domain, heads.hostile, heads.hollow, size / FINE)), sizes == size
        middles = tips[some] - along[some] * size / FINE * HEAD_MIDDLE
        draw_turned(painter, sprite, turned(middles, along[some], float(sprite.width())))


def _paint_signs(places: Floats, codes: Ints, sight: Sight, sprites: Sprites, painter: QPainter) -> None:
    """Paint some of the signs on the lines."""
    sources = sprites.signs(codes)
    painter.resetTransform()
    draw_sprites(painter, sprites.sign_atlas.pixmap, np.rint(sight.pixels(places)), sources)


def _paint_nodes(places: Floats, codes: Ints, sight: Sight, sprites: Sprites, painter: QPainter) -> None:
    """Paint some of the actors."""
    sources = sprites.nodes(codes)
    painter.resetTransform()
    draw_sprites(painter, sprites.node_atlas.pixmap, np.rint(sight.pixels(places)), sources)


def _letter(labels: tuple[Label, ...], sprites: Sprites, _painter: QPainter) -> None:
    """Make the sprites of some labels."""
    sprites.letters.paint(labels)


def _paint_labels(labels: tuple[Label, ...], sight: Sight, sprites: Sprites, painter: QPainter) -> None:
    """Paint some labels, page by page of their sprites."""
    painter.resetTransform()
    tops = np.rint(sight.pixels(np.array([(label.x, label.top - 1.0) for label in labels])))
    for page, rows, sources in sprites.letters.sheets(labels):
        half = sources[:, 3:] / 2.0
        draw_sprites(painter, page, tops[rows] + np.hstack([np.zeros_like(half), half]), sources)
