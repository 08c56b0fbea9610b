"""Buttons of dialogs: named for screen readers, one of them the answer of the Enter key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QPushButton

ROLES = QDialogButtonBox.ButtonRole


def add_button(
    box: QDialogButtonBox, text: str, role: QDialogButtonBox.ButtonRole, action: Callable[[], object], name: str = ""
) -> QPushButton:
    """Add a button that does something and return it; its name is its text unless another is given."""
    button = box.addButton(text, role)
    button.setAccessibleName(name or text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: action())
    return button


def make_default(button: QPushButton) -> None:
    """Let the Enter key press a button, and start there."""
    button.setDefault(True)
    button.setFocus()
