"""Pieces painted into an image in slices between the events: some milliseconds at every turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QPixmap

from desktop.canvas.pieces import Piece, pause
from desktop.slices import Slices

SLICE: Final = 0.003  # seconds of painting between two looks at the events


class Painting(Slices):
    """The pieces of one image that is in the making."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Paint nothing yet."""
        super().__init__(parent, SLICE)
        self._onto, self._painter = QPixmap(), QPainter()
        self._over = True
        self.seconds = 0.0  # what was painted so far has taken

    def paint(self, onto: QPixmap, pieces: Iterator[Piece], done: Callable[[], None]) -> None:
        """Paint other pieces, and tell when all are painted; whatever was in the making is given up."""
        self._onto, self._over, self._done, self.seconds = onto, False, done, 0.0
        self.begin(self._painted(pieces))

    def cancel(self) -> None:
        """Give up what is left, and let go of the image: 33 megabytes on a large screen."""
        super().cancel()
        self._onto = QPixmap()

    def _painted(self, pieces: Iterator[Piece]) -> Iterator[None]:
        """Paint piece after piece."""
        for piece in pieces:
            begun = perf_counter()
            piece(self._painter)
            self.seconds += 0.0 if piece is pause else perf_counter() - begun
            yield
        self._over = True

    def _do(self, room: float) -> None:
        """Paint pieces for some seconds; a fault ends the picture, not the program."""
        onto = self._onto  # it may be given up before the painter ends
        self._painter = QPainter(onto)
        try:
            super()._do(room)
        finally:
            self._painter.end()
        if self._over:
            self._done()
