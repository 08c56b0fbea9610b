"""Paints what is shown of a crowd: the haze, thousands of straight lines, and the batch in front of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.canvas.batch_painter import head_pieces, line_pieces, mark_pieces
from desktop.canvas.pieces import Piece
from desktop.canvas.primitives import draw_lines
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import Sprites
from graphdata.batch.strokes import Strokes
from graphdata.crowd.crowd import Floats, Ints
from graphdata.crowd.seen import straight
from graphdata.crowd.view import Shown

CHUNK: Final = 1000  # straight lines painted at a time, without smoothing: some 2 ms
PALE, STRONG = 0.22, 0.85  # the opacity that the least and the most important line seem to have
CROSSING: Final = 0.2  # and one that only crosses the window
BROAD: Final = 1.3  # points: quicker than a hairline, since Qt fills it


def crowd_pieces(shown: Shown, strokes: Strokes, sight: Sight, sprites: Sprites) -> Iterator[Piece]:
    """Yield what paints a crowd, in painting order; strokes are those of the batch."""
    if shown.haze.size:
        yield partial(_paint_haze, shown.haze, sight)
    for first in range(0, len(shown.seen.passing), CHUNK):
        rows = shown.seen.passing[::-1][first : first + CHUNK]
        yield partial(_paint_straight, shown, rows, CROSSING, sight)
    if shown.seen.detail == "bare":
        yield from _bare(shown, sight)
    yield from line_pieces(strokes.runs, sight, sprites)
    yield from head_pieces(strokes.heads, sight)
    yield from mark_pieces(shown.batch, sight, sprites)


def _bare(shown: Shown, sight: Sight) -> Iterator[Piece]:
    """Yield what paints straight lines, the least important first and palest: what matters lies on top."""
    rows = shown.seen.lines[::-1]
    for first in range(0, len(rows), CHUNK):
        strength = PALE + (STRONG - PALE) * (first / max(1, len(rows))) ** 3
        yield partial(_paint_straight, shown, rows[first : first + CHUNK], strength, sight)


def _paint_straight(shown: Shown, rows: Ints, strength: float, sight: Sight, painter: QPainter) -> None:
    """Paint some straight lines; pale by colour, since see-through lines take nine times as long."""
    sight.place(painter)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    domains = shown.crowd.strands.domains[rows]
    segments = straight(shown.crowd, rows, shown.outlook.zoom)
    for domain in np.flatnonzero(np.bincount(domains)).tolist():
        colour = mixed(sight.colour(domain), QColor(sight.theme.map.background), strength)
        painter.setPen(QPen(colour, BROAD / sight.ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        draw_lines(painter, segments[domains == domain])


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour between two."""
    return QColor.fromRgbF(
        *(a * share + b * (1.0 - share) for a, b in zip(one.getRgbF()[:3], other.getRgbF()[:3], strict=True))  # type: ignore[index]
    )


def _paint_haze(haze: Floats, sight: Sight, painter: QPainter) -> None:
    """Paint the haze as one image of a single ink, stretched over the window."""
    rows, columns = haze.shape
    ink = QColor(sight.theme.map.ink)
    pixels = np.empty((rows, columns, 4), dtype=np.uint8)
    for channel, value in enumerate((ink.blue(), ink.green(), ink.red(), 255)):
        pixels[:, :, channel] = (haze * value).astype(np.uint8)
    image = QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    device = painter.device()
    painter.drawImage(QRectF(0.0, 0.0, device.width(), device.height()), image)
