"""Pieces painted into an image in slices between the events: some milliseconds at every turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPixmap

from desktop.canvas.pieces import Piece, pause
from desktop.turns import Turns

SLICE: Final = 0.003  # seconds of painting between two looks at the events
LEAST: Final = 0.0005  # seconds of it, where showing a large image has taken most


class Slices(QObject):
    """The pieces of one image that is in the making."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Paint nothing yet."""
        super().__init__(parent)
        self._onto = QPixmap()
        self._pieces: Iterator[Piece] = iter(())
        self._done: Callable[[], None] = lambda: None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._turns = Turns(self)
        self.seconds = 0.0  # what was painted so far has taken

    @property
    def is_running(self) -> bool:
        """Whether there is something left to paint."""
        return self._timer.isActive()

    def begin(self, onto: QPixmap, pieces: Iterator[Piece], done: Callable[[], None]) -> None:
        """Paint other pieces, and tell when all are painted; whatever was in the making is given up."""
        self._onto, self._pieces, self._done, self.seconds = onto, pieces, done, 0.0
        self._timer.start()

    def finish(self) -> None:
        """Paint what is left, now."""
        while self.is_running:
            self._slice(float("inf"))

    def cancel(self) -> None:
        """Give up what is left."""
        self._timer.stop()
        self._pieces, self._onto = iter(()), QPixmap()

    def _go_on(self) -> None:
        """Paint what this turn has room for."""
        if room := self._turns.room(SLICE, LEAST):
            self._slice(room)

    def _slice(self, room: float) -> None:
        """Paint pieces for some seconds; a fault ends the picture, not the program."""
        painter = QPainter(self._onto)
        try:
            over = self._paint(painter, perf_counter() + room)
        except BaseException:
            self.cancel()
            raise
        finally:
            painter.end()
        if over:
            self.cancel()
            self._done()

    def _paint(self, painter: QPainter, until: float) -> bool:
        """Paint pieces until a time, and return whether none are left."""
        now = perf_counter()
        while now < until:
            piece = next(self._pieces, None)
            if piece is None:
                return True
            piece(painter)
            begun, now = now, perf_counter()
            self.seconds += 0.0 if piece is pause else now - begun
        return False
