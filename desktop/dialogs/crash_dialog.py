"""What is shown after an error of the program: what happened, what was saved, and a text to copy; nothing is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.dialogs.buttons import ROLES, add_button, make_default
from desktop.panels.page import words
from desktop.panels.widgets import plain_label
from desktop.screen_room import take_size

if TYPE_CHECKING:
    from desktop.crash import CrashReport


class CrashDialog(QDialog):
    """The one dialog of the crash hook."""

    def __init__(self, report: CrashReport, parent: QWidget | None = None) -> None:
        """Show a report."""
        super().__init__(parent)
        self.report = report
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("An error in Entente"))
        take_size(self, 620, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(self.tr("Something went wrong"), "title"))
        column.addWidget(words(report.happened))
        column.addWidget(words(report.saved))
        column.addWidget(words(self.tr("Nothing was sent. Copy the report if you want to tell somebody."), "muted"))
        column.addWidget(self._text(), 1)
        column.addWidget(self._buttons())

    @classmethod
    def show_for(cls, report: CrashReport, parent: QWidget | None = None) -> CrashDialog:
        """Show a report and return the dialog."""
        dialog = cls(report, parent)
        dialog.open()
        return dialog

    def _text(self) -> QPlainTextEdit:
        box = QPlainTextEdit(self.report.text)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        box.setAccessibleName(self.tr("The report"))
        return box

    def _buttons(self) -> QDialogButtonBox:
        """Return the choices: copy the report, work on, or quit."""
        box = QDialogButtonBox()
        add_button(box, self.tr("Copy report"), ROLES.ActionRole, self._copy)
        make_default(add_button(box, self.tr("Keep working"), ROLES.AcceptRole, self.accept))
        add_button(box, self.tr("Quit"), ROLES.DestructiveRole, self._quit)
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.text)

    def _quit(self) -> None:
        self.reject()
        QCoreApplication.exit(1)
