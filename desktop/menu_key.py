"""Shift+F10 opens the menu of what has the keyboard, as the key for a menu does: Qt leaves that to Windows alone."""

from __future__ import annotations

from typing import Final

from PySide6 import QtGui, QtWidgets  # what has many names is looked up when it is needed
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

KEYS: Final = "Shift+F10"


class MenuKey(QObject):
    """Gives each window of an application the keys, once it has the focus; dialogs, too."""

    def __init__(self, app: QApplication) -> None:
        """Serve an application."""
        super().__init__(app)
        app.focusChanged.connect(self._serve)

    def _serve(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Give the window of the widget that has the focus now the keys, once."""
        window = now.window() if now is not None else None
        if (
            window is not None
            and window.findChild(MenuShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly) is None
        ):
            MenuShortcut(window)


class MenuShortcut(QShortcut):
    """The keys in one window."""

    def __init__(self, window: QWidget) -> None:
        """Listen in a window."""
        super().__init__(QKeySequence(KEYS), window)
        self.activated.connect(ask_for_menu)


def ask_for_menu() -> None:
    """Ask what has the keyboard for its menu, at the place that the keyboard is at."""
    widget = QApplication.focusWidget()
    if widget is not None:
        place = widget.mapToGlobal(place_in(widget))
        event = QtGui.QContextMenuEvent(QtGui.QContextMenuEvent.Reason.Keyboard, widget.mapFromGlobal(place), place)
        QApplication.sendEvent(widget, event)


def place_in(widget: QWidget) -> QPoint:
    """Return where in a widget the keyboard is: at the row of a table or a list, else at the mark for letters."""
    if isinstance(widget, QtWidgets.QAbstractItemView):
        row = widget.visualRect(widget.currentIndex()) & widget.viewport().rect()
        return widget.viewport().mapTo(widget, row.center())
    found = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return found.center() if isinstance(found, QRect) else widget.rect().center()
