"""Paints the marks of a drawing with QPainter: the one painter of the screen and of PNG.

Traps that were measured: never one big antialiased path with many parts, never pen dashes on long paths; segments come
cut in numpy, so each mark is one call.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPaintEngine, QPainter, QPen, QPolygonF

from desktop.canvas.chains import paint_chain
from desktop.canvas.primitives import draw_lines
from graphdata.drawing import Disc, Drawing, Group, Mark, Points, Polygon, Strokes, Words

FAMILIES: Final = ["Noto Sans", "Noto Sans Arabic", "Entente Signs"]
EM: Final = 100


def paint_drawing(drawing: Drawing, painter: QPainter) -> None:
    """Paint background, where there is one, and marks; the painter's unit must be the drawing's point."""
    if drawing.background:
        painter.fillRect(0, 0, int(np.ceil(drawing.width)), int(np.ceil(drawing.height)), QColor(drawing.background))
    paint(drawing.items, painter)


def paint(marks: Iterable[Mark], painter: QPainter) -> None:
    """Paint marks in their order, antialiased."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as in SVG, whatever letter a line begins with
    engine = painter.paintEngine()
    _paint(marks, painter, pixels=engine is not None and engine.type() == QPaintEngine.Type.Raster)


def _paint(marks: Iterable[Mark], painter: QPainter, *, pixels: bool) -> None:
    """Paint marks in their order, into pixels or into a file of vectors."""
    for mark in marks:
        if isinstance(mark, Group):
            _paint(mark.items, painter, pixels=pixels)
        elif isinstance(mark, Strokes):
            _paint_strokes(mark, painter, pixels=pixels)
        elif isinstance(mark, Polygon):
            _paint_polygon(mark, painter)
        elif isinstance(mark, Disc):
            _paint_disc(mark, painter)
        else:
            _paint_words(mark, painter)


@cache
def font(bold: bool) -> QFont:
    """Return the map's font at an em of 100 units, to be scaled by the painter: the same on every device."""
    found = QFont()
    found.setFamilies(FAMILIES)
    found.setPixelSize(EM)
    found.setBold(bold)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    found.setFeature(
        QFont.Tag("liga"), 0
    )  # a PDF takes its glyphs from here, and ligatures would hide words from a search
    return found


@lru_cache(maxsize=4096)
def text_width(text: str, bold: bool) -> float:
    """Return how wide a text is at an em of 100 units."""
    return QFontMetricsF(font(bold)).horizontalAdvance(text)


@lru_cache(maxsize=64)
def _colour(name: str, opacity: float = 1.0) -> QColor:
    """Return a colour by its '#RRGGBB'."""
    colour = QColor(name)
    colour.setAlphaF(opacity)
    return colour


@lru_cache(maxsize=256)
def _pen(colour: str, width: float, round_cap: bool, opacity: float = 1.0) -> QPen:
    """Return a pen; joins are round so that flattened curves look whole."""
    cap = Qt.PenCapStyle.RoundCap if round_cap else Qt.PenCapStyle.FlatCap
    return QPen(_colour(colour, opacity), width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)


@lru_cache(maxsize=64)
def _brush(colour: str, opacity: float) -> QBrush:
    """Return a brush."""
    return QBrush(_colour(colour, opacity))


def _polygon(points: Points) -> QPolygonF:
    """Return points as Qt wants them, by way of its stored form: a third of the time of one object for each."""
    found = QPolygonF()
    stored = struct.pack(">I", len(points)) + points.astype(">f8").tobytes()
    stream = QDataStream(QByteArray(stored))
    stream >> found
    return found


def _paint_strokes(mark: Strokes, painter: QPainter, *, pixels: bool) -> None:
    """Paint segments; a chain of them as one line, so that see-through colours do not darken at the joints."""
    rows = mark.segments
    chain = len(rows) > 1 and bool((rows[:-1, 2:] == rows[1:, :2]).all())
    if chain and pixels and paint_chain(mark, painter, _colour(mark.colour)):
        return
    painter.setPen(_pen(mark.colour, mark.width, mark.round_cap, mark.opacity))
    if chain:
        painter.drawPolyline(_polygon(np.vstack([rows[:1, :2], rows[:, 2:]])))
    else:
        draw_lines(painter, rows)


def _set_paint(fill: str, line: str, width: float, opacity: float, painter: QPainter) -> None:
    """Set pen and brush for an outline."""
    painter.setPen(_pen(line, width, round_cap=False, opacity=opacity) if line and width else Qt.PenStyle.NoPen)
    painter.setBrush(_brush(fill, opacity) if fill else Qt.BrushStyle.NoBrush)


def _paint_polygon(mark: Polygon, painter: QPainter) -> None:
    """Paint an outline."""
    _set_paint(mark.fill, mark.line, mark.width, mark.opacity, painter)
    painter.drawPolygon(_polygon(mark.points))


def _paint_disc(mark: Disc, painter: QPainter) -> None:
    """Paint a circle."""
    _set_paint(mark.fill, mark.line, mark.width, 1.0, painter)
    painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)


def _paint_words(mark: Words, painter: QPainter) -> None:
    """Paint a text on its baseline."""
    scale = mark.size / EM
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.anchor]
    left = mark.x - share * text_width(mark.text, mark.bold) * scale
    painter.save()
    painter.translate(left, mark.y)
    painter.scale(scale, scale)
    painter.setFont(font(mark.bold))
    painter.setPen(_colour(mark.colour))
    painter.drawText(QPointF(0.0, 0.0), mark.text)
    painter.restore()
