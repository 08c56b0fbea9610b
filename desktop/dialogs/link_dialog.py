"""The second step before an address is opened: what it is, who will see that, and the choice to copy it instead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import links
from desktop.dialogs.buttons import ROLES, add_button, make_default
from desktop.dialogs.help_places import offer_help
from desktop.panels.page import words
from desktop.panels.widgets import plain_label


class LinkDialog(QDialog):
    """Shows scheme, host and the full address; Enter copies it."""

    def __init__(self, url: str, may_open: bool = True, archive: str = "", parent: QWidget | None = None) -> None:
        """Judge the address and offer what may be done with it."""
        super().__init__(parent)
        offer_help(self, "privacy#addresses-of-sources")
        self.judged = links.judge(url)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Address of a source"))
        self.resize(480, 240)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(plain_label(self._question(may_open), "title"))
        column.addLayout(self._facts(archive), 1)
        column.addWidget(words(self._warning(may_open), "warning"))
        self.buttons = self._buttons(may_open)
        column.addWidget(self.buttons)

    @classmethod
    def show_for(cls, url: str, may_open: bool = True, parent: QWidget | None = None, archive: str = "") -> LinkDialog:
        """Show the dialog for an address and return it; it lets go of itself when it is closed."""
        dialog = cls(url, may_open, archive, parent)
        dialog.open()
        return dialog

    def _question(self, may_open: bool) -> str:
        asking = self.judged.openable and may_open
        return self.tr("Open this address in the browser?") if asking else self.tr("This address is not opened")

    def _warning(self, may_open: bool) -> str:
        if not self.judged.openable:
            return self.tr("Not openable: {0}.").format(self.judged.reason)
        if not may_open:
            return self.tr("Opening addresses is switched off in the settings.")
        seen = self.tr("The site will see you: your network address, your browser, and when you looked.")
        open_text = self.tr(" The connection is not encrypted, so others on the way see it too.")
        return seen + (open_text if self.judged.scheme == "http" else "")

    def _facts(self, archive: str) -> QFormLayout:
        """Return scheme, host and the whole address, each as plain text."""
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        if self.judged.openable:
            form.addRow(plain_label(self.tr("Scheme"), "muted"), words(self.judged.scheme))
        if self.judged.host:
            form.addRow(plain_label(self.tr("Host"), "muted"), words(self.judged.host, "heading"))
        form.addRow(plain_label(self.tr("Address"), "muted"), self._address())
        if archive:
            form.addRow(plain_label(self.tr("Copy kept"), "muted"), words(archive))
        return form

    def _address(self) -> QPlainTextEdit:
        """Return the whole address in a box of its own, wrapped anywhere, so that nothing of it is out of sight."""
        box = QPlainTextEdit(self.judged.url)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        box.setMinimumHeight(box.fontMetrics().lineSpacing() * 3 + 12)
        box.setAccessibleName(self.tr("The whole address"))
        return box

    def _buttons(self, may_open: bool) -> QDialogButtonBox:
        """Return the choices, copying first."""
        box = QDialogButtonBox()
        make_default(add_button(box, self.tr("Copy link"), ROLES.AcceptRole, self._copy))
        if self.judged.openable and may_open:
            add_button(box, self.tr("Open in browser"), ROLES.ActionRole, self._open)
        add_button(box, self.tr("Cancel"), ROLES.RejectRole, self.reject)
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.judged.url)
        self.accept()

    def _open(self) -> None:
        links.open_link(self.judged.url)
        self.accept()
