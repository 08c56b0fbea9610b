"""Keys of actions that a field would take for itself: Ctrl+E leads to the evidence, not to the end of a line."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget


class PassingKeys(QObject):
    """Lets the keys of some actions through the fields of a window."""

    def __init__(self, actions: Iterable[QAction], parent: QObject) -> None:
        """Know the actions."""
        super().__init__(parent)
        self._actions = tuple(actions)

    def pass_through(self, widget: QWidget) -> None:
        """Let them through every field of a widget that is there by now; boxes ask the field in them once more."""
        for kind in (QLineEdit, QComboBox, QAbstractSpinBox):
            for field in widget.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field from taking one of the keys for itself."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_one(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_one(self, event: QEvent) -> bool:
        """Return whether an event is of one of the keys."""
        if not isinstance(event, QKeyEvent):
            return False
        keys = QKeySequence(event.keyCombination())
        return any(keys in action.shortcuts() for action in self._actions)
