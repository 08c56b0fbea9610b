"""Lists every file that the program has written unasked, and removes them if that is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from desktop import logs, settings
from desktop.dialogs.help_places import offer_help
from desktop.panels.widgets import plain_label


class TracesDialog(QDialog):
    """The files, and a button that removes them; networks and exports are the analyst's own and are not listed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List what lies there now."""
        super().__init__(parent)
        offer_help(self, "privacy#clear-traces")
        self.removed: tuple[Path, ...] = ()
        self.setWindowTitle(self.tr("Clear traces"))
        found = settings.traces()
        layout = QVBoxLayout(self)
        told = self.tr("Entente has written these files unasked. Networks and exports are yours and stay.")
        layout.addWidget(plain_label(told if found else self.tr("Entente has written nothing unasked.")))
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Files written unasked"))
        self.files.addItems([logs.without_home(str(path)) for path in found])
        layout.addWidget(self.files)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.remove = buttons.addButton(self.tr("&Remove them"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.remove.setEnabled(bool(found))
        self.remove.clicked.connect(self._remove)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(560, 320)

    @classmethod
    def ask(cls, parent: QWidget | None = None) -> tuple[Path, ...]:
        """Show the files, and return those that were removed."""
        dialog = cls(parent)
        dialog.exec()
        return dialog.removed

    def _remove(self) -> None:
        """Remove the files and close."""
        self.removed = settings.clear_traces()
        self.accept()
