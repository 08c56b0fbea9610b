"""Images laid side by side on pages: what copies many of them needs few calls, and none is moved when another comes."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

PAGE: Final = QSize(1664, 640)  # pixels: four megabytes; nothing is filled, since what is laid down covers its spot


class Spot(NamedTuple):
    """Where an image lies: the number of its page, and left, top, width and height in it."""

    page: int
    left: int
    top: int
    wide: int
    high: int


class Shelf:
    """Pages that fill up from the top in rows; an image that is larger than a page has one to itself."""

    def __init__(self) -> None:
        """Start without a page."""
        self.pages: list[QPixmap] = []
        self._left = self._top = self._row = 0

    def lay(self, image: QImage) -> Spot:
        """Lay an image down, and return where."""
        spot = self._room(image.width(), image.height())
        painter = QPainter(self.pages[spot.page])
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(spot.left, spot.top, image)
        painter.end()
        return spot

    def _room(self, wide: int, high: int) -> Spot:
        """Return a free spot, in a new row or on a new page where the last one is full."""
        if not self.pages or self._left + wide > self.pages[-1].width():
            self._left, self._top, self._row = 0, self._top + self._row, 0
        if not self.pages or self._top + high > self.pages[-1].height() or wide > self.pages[-1].width():
            page = QImage(PAGE.expandedTo(QSize(wide, high)), QImage.Format.Format_ARGB32_Premultiplied)
            self.pages.append(QPixmap.fromImage(page, Qt.ImageConversionFlag.NoOpaqueDetection))
            self._left = self._top = self._row = 0
        spot = Spot(len(self.pages) - 1, self._left, self._top, wide, high)
        self._left, self._row = self._left + wide, max(self._row, high)
        return spot
