"""The beginning of a text file as a picture, for its preview: letters of one width, lines cut at the edge."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter

SIZE: Final = 12  # pixels
PITCH: Final = 17
MARGIN: Final = 12
PAPER, INK = "#FFFFFF", "#1B242D"


def first_lines(text: str, room: QSize) -> QImage:
    """Return the first lines of a text on an image as large as a room."""
    image = QImage(room, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    face.setPixelSize(SIZE)
    painter.setFont(face)
    painter.setPen(QColor(INK))
    lines = text.split("\n", room.height() // PITCH)[: room.height() // PITCH]
    for rank, line in enumerate(lines):
        painter.drawText(QPointF(MARGIN, MARGIN + SIZE + rank * PITCH), line[: room.width() // 4].rstrip("\r"))
    painter.end()
    return image
