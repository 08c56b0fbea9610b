"""Turns of the event loop, and how long the one under way has lasted: who works in slices leaves room for the others.

Layouts and paints of a turn come before its timers, and each panel has its own: together they may not keep the window.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QAbstractEventDispatcher, QObject


class Turns(QObject):
    """A watch on the turns of the event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with a turn that has just begun."""
        super().__init__(parent)
        self._begun, self._waited = perf_counter(), False
        loop = QAbstractEventDispatcher.instance()
        if loop is not None:
            loop.awake.connect(self._begin)

    def _begin(self) -> None:
        """Take the time: another turn begins."""
        self._begun = perf_counter()

    def room(self, seconds: float, least: float = 0.0) -> float:
        """Return what this turn leaves of a slice, the least at every other call: nobody waits for ever."""
        left = seconds - (perf_counter() - self._begun)
        if left >= least or self._waited:
            self._waited = False
            return max(left, least)
        self._waited = True
        return 0.0
