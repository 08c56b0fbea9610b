"""Files that the system asks the running program to open: macOS tells of a double click by an event, not by a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent


class OpenedFiles(QObject):
    """Hears of such files on the application, and hands each to whoever opens networks."""

    def __init__(self, app: QObject, take: Callable[[Path], object]) -> None:
        """Hear of them from now on."""
        super().__init__(app)
        self._take = take
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a file that is to be opened; every other event goes on its way."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return False
        self._take(Path(event.file()))
        return True
