"""Lists every file that the program has written unasked, and removes them if that is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from desktop import crash, logs, settings, view_store
from desktop.dialogs.buttons import make_default
from desktop.dialogs.help_places import offer_help
from desktop.panels.widgets import plain_label
from desktop.screen_room import take_size


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
        layout.addWidget(plain_label(self._told(found)))
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Files written unasked"))
        self.files.addItems([logs.without_home(str(path)) for path in found])
        layout.addWidget(self.files)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.remove = buttons.addButton(self.tr("&Remove them"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.remove.setEnabled(bool(found))
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        make_default(buttons.button(QDialogButtonBox.StandardButton.Cancel))
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        take_size(self, 560, 320)

    @classmethod
    def ask(cls, parent: QWidget | None = None) -> tuple[Path, ...]:
        """Show the files, and return those that were removed."""
        dialog = cls(parent)
        dialog.exec()
        return dialog.removed

    def _told(self, found: tuple[Path, ...]) -> str:
        """Return what these files are; views that the analyst has kept would be missed."""
        if not found:
            return self.tr("Entente has written nothing unasked.")
        told = self.tr("Entente has written these files. Networks and exports are yours and stay.")
        if not any(path.parent.name == view_store.FOLDER for path in found):
            return told
        return f"{told} {self.tr('Your saved views are among these files: save them to a file of your own first.')}"

    def _remove(self) -> None:
        """Remove the files and close."""
        before = settings.traces()
        crash.stop_fault_log()  # Windows removes no file that is open; this one goes by itself if it is empty
        gone = tuple(path for path in before if not path.exists())
        self.removed = (*gone, *settings.clear_traces())
        self.accept()
