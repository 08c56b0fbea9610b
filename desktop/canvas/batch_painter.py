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
from desktop.canvas.primitives import Floats, draw_lines, draw_sprites, path_of
from desktop.canvas.sight import DOMAINS, Sight
from desktop.canvas.sprites import FINE, PHASES, Atlas, Sprites
from graphdata.batch.batch import BADGES, KINDS, Batch, Ints, Label, Nodes, Signs
from graphdata.batch.strokes import BACKGROUND, Heads, Run, heads_of, parts_of, runs_of

STRETCH: Final = 36_000.0  # pixels of line, smoothed: some 2 ms
HEADS: Final = 64  # to a path: more of them in one take longer each
NODES: Final = 2000
LABELS: Final = 120
LETTERED: Final = 8  # labels made at a time
SPRITES: Final = 10  # made at a time
DOTS: Final = 4000


def pieces_of(batch: Batch, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
    """Yield what paints a batch, in painting order."""
    yield from line_pieces(runs_of(batch.lines, batch.scale), sight, sprites)
    yield from head_pieces(heads_of(batch.lines, batch.scale), sight)
    yield from mark_pieces(batch, sight, sprites)


def line_pieces(runs: Iterable[Run], sight: Sight, sprites: Sprites) -> Iterator[Piece]:
    """Yield what paints lines, smoothed."""
    for run in runs:
        if run.ends == "dots":
            middles = (run.segments[:, :2] + run.segments[:, 2:]) / 2.0
            for first in range(0, len(middles), DOTS):
                yield partial(_paint_dots, run, middles[first : first + DOTS], sight, sprites)
            continue
        for part in parts_of(run.segments, STRETCH / sight.ratio):
            yield partial(_paint_run, run, part, sight)


def head_pieces(found: Iterable[Heads], sight: Sight) -> Iterator[Piece]:
    """Yield what paints the heads of lines."""
    for heads in found:
        for first in range(0, len(heads.outlines), HEADS):
            yield partial(_paint_heads, heads, heads.outlines[first : first + HEADS], sight)


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


def _paint_run(run: Run, segments: Floats, sight: Sight, painter: QPainter) -> None:
    """Paint some of the straight pieces of a run."""
    sight.place(painter)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(sight.colour(run.domain), run.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    draw_lines(painter, segments)


def _paint_dots(run: Run, middles: Floats, sight: Sight, sprites: Sprites, painter: QPainter) -> None:
    """Paint the dots of a line: each of the sprite that lies as it does between the pixels."""
    places = sight.pixels(middles)
    whole = np.floor(places)
    phases = ((places - whole) * PHASES).astype(np.int64)
    look = max(1, round(run.width * sight.ratio * FINE)) * len(DOMAINS) + run.domain
    codes = (look * PHASES + phases[:, 1]) * PHASES + phases[:, 0]
    sources = sprites.dots(codes)
    painter.resetTransform()
    draw_sprites(painter, sprites.dot_atlas.pixmap, whole, sources)


def _paint_heads(heads: Heads, outlines: Floats, sight: Sight, painter: QPainter) -> None:
    """Paint some heads: filled with one path, outlined with lines."""
    sight.place(painter)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = sight.colour(heads.domain)
    painter.fillPath(path_of(outlines), sight.colour(BACKGROUND) if heads.line else colour)
    if heads.line:
        painter.setPen(QPen(colour, heads.line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        draw_lines(painter, np.concatenate([outlines, np.roll(outlines, -1, axis=1)], axis=2).reshape(-1, 4))


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
