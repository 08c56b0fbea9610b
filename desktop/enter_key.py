"""Enter presses the button that has the keyboard, as the space bar does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterKey(QObject):
    """Hears the keys of a window that nothing inside of it has taken."""

    def __init__(self, window: QWidget) -> None:
        """Serve one window."""
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button; a key that is held down presses once."""
        button = QApplication.focusWidget()
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or event.key() not in ENTER:
            return super().eventFilter(watched, event)
        if not isinstance(button, QAbstractButton) or event.isAutoRepeat():
            return super().eventFilter(watched, event)
        button.click()
        return True
