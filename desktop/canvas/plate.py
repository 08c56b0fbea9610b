"""A small plate of plain text beside the pointer: what is under it, without Qt's tooltips, which read markup."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.canvas.painter import paint
from graphdata import shapes, typeface
from graphdata.drawing import Mark, Polygon, Words
from graphdata.style import Theme

SIZE = 11.5
ROOM = 300.0
PAD = 7.0
LINES = 7
NOTICE = 10.5


def plate_marks(text: str, point: QPointF, area: QRectF, theme: Theme) -> tuple[Mark, ...]:
    """Return a plate with the text, below right of a point and inside the area; its first line is bold."""
    lines = [line for part in text.split("\n") for line in typeface.wrap(part, ROOM, SIZE, True)][:LINES]
    wide = max(typeface.width(line, SIZE, True) for line in lines) + 2 * PAD
    high = len(lines) * SIZE * typeface.LINE + 2 * PAD - 2.0
    left = min(point.x() + 16.0, area.right() - wide - 4.0)
    top = point.y() + 18.0 if point.y() + 22.0 + high < area.bottom() else point.y() - high - 10.0
    plate = Polygon(shapes.box(left, top, left + wide, top + high), theme.ui.base, theme.ui.border, 1.0)
    words = [
        Words(left + PAD, top + PAD + SIZE * (0.85 + rank * typeface.LINE), line, SIZE, theme.ui.text, rank == 0)
        for rank, line in enumerate(lines)
    ]
    return (plate, *words)


def show_plate(painter: QPainter, text: str, point: QPointF, area: QRectF, theme: Theme) -> None:
    """Paint the plate for a text at a point."""
    if text.strip():
        paint(plate_marks(text, point, area, theme), painter)


def show_notice(painter: QPainter, text: str, area: QRectF, theme: Theme) -> None:
    """Paint a line that says what the picture leaves out, in the upper right corner."""
    wide, high = typeface.width(text, NOTICE) + 2 * PAD, NOTICE * typeface.LINE + PAD
    left, top = max(4.0, area.right() - wide - 4.0), 4.0
    plate = Polygon(shapes.box(left, top, left + wide, top + high), theme.ui.base, theme.ui.border, 1.0)
    words = Words(left + PAD, top + PAD / 2.0 + NOTICE, text, NOTICE, theme.ui.muted)
    paint((plate, words), painter)
