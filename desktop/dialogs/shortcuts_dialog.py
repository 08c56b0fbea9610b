"""Every key that does something, in a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.actions import shortcut_lines
from desktop.dialogs.help_places import offer_help
from desktop.screen_room import take_size


class ShortcutsDialog(QDialog):
    """Keys beside what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Read the table of actions."""
        super().__init__(parent)
        offer_help(self, "keys")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        lines = shortcut_lines()
        table = QTableWidget(len(lines), 2)
        table.setAccessibleName(self.tr("Keyboard shortcuts"))
        table.setHorizontalHeaderLabels([self.tr("Keys"), self.tr("What they do")])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setVisible(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, (keys, words) in enumerate(lines):
            table.setItem(row, 0, QTableWidgetItem(keys))
            table.setItem(row, 1, QTableWidgetItem(words))
        table.resizeColumnToContents(0)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        layout.addWidget(buttons)
        take_size(self, 560, 620)

    @classmethod
    def show_for(cls, parent: QWidget | None = None) -> ShortcutsDialog:
        """Show the dialog without blocking, and return it."""
        dialog = cls(parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog
