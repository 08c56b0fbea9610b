"""Work of the window's own thread in steps (graphdata/steps.py): some milliseconds between two looks at the events."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.turns import Turns

SLICE: Final = 0.002  # seconds
LEAST: Final = 0.0005


class Slices(QObject):
    """One piece of work under way; another one takes its place."""

    def __init__(self, parent: QObject | None = None, seconds: float = SLICE) -> None:
        """Have nothing to do; a slice of what comes lasts so many seconds."""
        super().__init__(parent)
        self._seconds = seconds
        self._steps: Iterator[None] = iter(())
        self._turns = Turns(self)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether some of the work is left."""
        return self._timer.isActive()

    def begin(self, steps: Iterator[None]) -> None:
        """Do a piece of work from the next turn of the event loop on; what was under way is given up."""
        self._steps = steps
        self._timer.start()

    def finish(self) -> None:
        """Do what is left, now."""
        while self.busy:
            self._do(float("inf"))

    def cancel(self) -> None:
        """Give up what is left."""
        self._timer.stop()
        self._steps = iter(())

    def _go_on(self) -> None:
        """Do what this turn has room for."""
        if room := self._turns.room(self._seconds, LEAST):
            self._do(room)

    def _do(self, room: float) -> None:
        """Do steps for some seconds; a fault ends the work, not the program."""
        steps, until = self._steps, perf_counter() + room
        try:
            for _ in steps:
                if perf_counter() >= until:
                    return
        except BaseException:
            self.cancel()
            raise
        if self._steps is steps:  # the last step may have begun another piece
            self.cancel()
