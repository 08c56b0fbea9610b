"""Says what has changed in the data since a view was saved, before the view is shown as far as it can be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.dialogs.buttons import ROLES, add_button, make_default
from desktop.dialogs.help_places import offer_help
from desktop.panels.widgets import plain_label
from desktop.screen_room import take_size
from graphdata.view_changes import Change, in_words


class ChangesDialog(QDialog):
    """The changes as plain text that can be copied."""

    def __init__(
        self, name: str, changes: Sequence[Change], parent: QWidget | None = None, was_read_again: bool = False
    ) -> None:
        """List every change with every record it is of."""
        super().__init__(parent)
        offer_help(self, "views#when-the-data-have-changed")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Changed since the view was saved"))
        head = self.tr("“{0}” is shown with the data as they are now. What has changed since it was saved:")
        if was_read_again:
            self.setWindowTitle(self.tr("Read again"))
            head = self.tr("“{0}” was read again. What has changed in what is on show:")
        self.text = QPlainTextEdit(in_words(changes))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("What has changed"))
        buttons = QDialogButtonBox()
        add_button(buttons, self.tr("Copy all"), ROLES.ActionRole, self._copy, self.tr("Copy all changes"))
        make_default(add_button(buttons, self.tr("Close"), ROLES.RejectRole, self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(head.format(name)))
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        take_size(self, 680, 380)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    @classmethod
    def show_for(
        cls, name: str, changes: Sequence[Change], parent: QWidget | None = None, was_read_again: bool = False
    ) -> ChangesDialog:
        """Show the dialog beside the map and return it."""
        dialog = cls(name, changes, parent, was_read_again)
        dialog.open()
        return dialog
