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
        """Do what this turn has room for, one piece at the least, all of it side by side on the screen.

        What is painted for it comes in the next turn, for every part of the window that has changed at once. A fault
        in one piece keeps no other from its turn.
        """
        if room := self._turns.room(ROOM, LEAST):
            until, place = perf_counter() + room, self._next_place()
            while self._waiting and self._next_place() == place:
                self._do_next()
                if perf_counter() >= until:
                    break
        if not self._waiting:
            self._timer.stop()

    def _next_place(self) -> QWidget | None:
        """Return what the next one stands in, nothing where it is gone or stands for itself."""
        widget = next(iter(self._waiting.values()))
        return widget.parentWidget() if isValid(widget) else None

    def _do_next(self) -> None:
        """Do what waits for longest, unless its widget is gone."""
        work = next(iter(self._waiting))
        if isValid(self._waiting.pop(work)):
            work()
