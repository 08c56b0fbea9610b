"""A small plate of plain text beside the pointer: what is under it, without Qt's tooltips, which read markup."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from desktop.canvas.painter import paint
from graphdata import directions, shapes, typeface
from graphdata.drawing import Mark, Polygon, Words
from graphdata.style import Theme

SIZE = 11.5
ROOM = 300.0
PAD = 7.0
GAP = 4.0  # points that a plate keeps from the edges, and from what covers the map
LINES = 7
NOTICE = 10.5


def plate_marks(
    text: str, point: QPointF, area: QRectF, theme: Theme, covered: QRectF | None = None
) -> tuple[Mark, ...]:
    """Return a plate with the text near a point: inside the area, and beside what covers a part of it where it can.

    Its first line, which may be wrapped, is bold.
    """
    lines = _lines(text)
    wide = max(typeface.width(line, SIZE, True) for line, _ in lines) + 2 * PAD
    high = len(lines) * SIZE * typeface.LINE + 2 * PAD - 2.0
    left, top = _corner(point, QSizeF(wide, high), area, covered or QRectF())
    plate = Polygon(shapes.box(left, top, left + wide, top + high), theme.ui.base, theme.ui.border, 1.0)
    words = [
        Words(left + PAD, top + PAD + SIZE * (0.85 + rank * typeface.LINE), line, SIZE, theme.ui.text, bold)
        for rank, (line, bold) in enumerate(lines)
    ]
    return (plate, *words)


def _lines(text: str) -> list[tuple[str, bool]]:
    """Return the lines of a plate and whether each is bold; the last one says where more would follow."""
    found = [
        (f"{directions.LEFT_TO_RIGHT}{line}" if directions.FIRST_STRONG in part else line, rank == 0)
        for rank, part in enumerate(text.split("\n"))
        for line in typeface.wrap(part, ROOM, SIZE, True)
    ]
    if len(found) <= LINES:
        return found
    last, bold = found[LINES - 1]
    return [*found[: LINES - 1], (f"{last} …", bold)]


def _corner(point: QPointF, size: QSizeF, area: QRectF, covered: QRectF) -> tuple[float, float]:
    """Return where a plate of a size begins: below right of the point, else above it, else beside what is covered."""
    room = area.adjusted(GAP, GAP, -GAP, -GAP)
    left = max(room.left(), min(point.x() + 16.0, room.right() - size.width()))
    below, above = point.y() + 18.0, point.y() - size.height() - 10.0
    places = [QPointF(left, top) for top in (below, above, covered.top() - size.height() - GAP)]
    places += [QPointF(covered.right() + GAP, top) for top in (below, above)]
    for at in places:
        plate = QRectF(at, size)
        if room.contains(plate) and not plate.intersects(covered):
            return at.toTuple()
    return left, below if below + size.height() <= room.bottom() else max(room.top(), above)


def show_plate(
    painter: QPainter, text: str, point: QPointF, area: QRectF, theme: Theme, covered: QRectF | None = None
) -> None:
    """Paint the plate for a text at a point, beside what covers a part of the area."""
    if text.strip():
        paint(plate_marks(text, point, area, theme, covered), painter)


def show_notice(painter: QPainter, text: str, area: QRectF, theme: Theme) -> None:
    """Paint a line that says what the picture leaves out, in the upper right corner."""
    wide, high = typeface.width(text, NOTICE) + 2 * PAD, NOTICE * typeface.LINE + PAD
    left, top = max(4.0, area.right() - wide - 4.0), 4.0
    plate = Polygon(shapes.box(left, top, left + wide, top + high), theme.ui.base, theme.ui.border, 1.0)
    words = Words(left + PAD, top + PAD / 2.0 + NOTICE, text, NOTICE, theme.ui.muted)
    paint((plate, words), painter)
