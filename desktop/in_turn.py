"""One change, many listeners: what each of them has to do for it waits for room in a turn of the event loop.

Panels that all came up to date in the same turn would keep the window together, however quick each is, and be painted
together in the next one.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.turns import Turns

ROOM: Final = 0.002  # seconds of a turn, after which what is left waits for the next one
LEAST: Final = 0.0005
Work = Callable[[], None]


class InTurn(QObject):
    """Work of widgets that waits, each piece once, in the order in which it was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Have nothing to do."""
        super().__init__(parent)
        self._waiting: dict[Work, QWidget] = {}
        self._turns = Turns(self)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether somebody waits."""
        return bool(self._waiting)

    def ask(self, widget: QWidget, work: Work) -> None:
        """Do some work of a widget in a coming turn; at once where its window is not on show: nobody is kept."""
        if not widget.window().isVisible():
            self._waiting.pop(work, None)
            work()
            return
        self._waiting.setdefault(work, widget)
        self._timer.start()

    def finish(self) -> None:
        """Do all that waits, now."""
        while self._waiting:
            self._do_next()
        self._timer.stop()

    def _go_on(self) -> None:
        """Do what this turn has room for, one piece at the least; a fault in one keeps no other from its turn."""
        if room := self._turns.room(ROOM, LEAST):
            until = perf_counter() + room
            while self._waiting:
                self._do_next()
                if perf_counter() >= until:
                    break
        if not self._waiting:
            self._timer.stop()

    def _do_next(self) -> None:
        """Do what waits for longest, unless its widget is gone."""
        work = next(iter(self._waiting))
        if isValid(self._waiting.pop(work)):
            work()
