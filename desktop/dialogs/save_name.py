"""Asks under which name to save, and never lets a file be written over that nobody was asked about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def asked_path(parent: QWidget, title: str, suggested: str, kinds: str, ended: Callable[[Path], Path]) -> Path | None:
    """Return the file to write, its name ended as its kind wants it; nothing if that is left.

    The system asks before a file of the chosen name is written over, but knows nothing of an ending that comes to it.
    """
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
        if not chosen:
            return None
        path = ended(Path(chosen))
        if path == Path(chosen) or not path.exists() or _may_replace(parent, title, path.name):
            return path
        suggested = str(path)


def _may_replace(parent: QWidget, title: str, name: str) -> bool:
    """Return whether a file that is there already may be written over."""
    words = QCoreApplication.translate("SaveName", "{0} is there already. Write over it?").format(name)
    buttons = QMessageBox.StandardButton
    box = QMessageBox(QMessageBox.Icon.Warning, title, "", buttons.Yes | buttons.No, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    box.setDefaultButton(buttons.No)
    chosen = box.exec()
    box.deleteLater()
    return chosen == buttons.Yes
