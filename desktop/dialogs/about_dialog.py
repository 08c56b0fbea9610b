"""What this is: version, what is open and its digest, that no connection is ever made, and every licence."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import crash
from desktop.dialogs.buttons import ROLES, add_button, make_default
from desktop.licences import Component, components
from desktop.panels.page import words
from desktop.panels.widgets import plain_label, rule
from desktop.screen_room import take_size
from graphdata import __version__
from graphdata.network import Network

SMALLEST: Final = QSize(560, 400)


class AboutDialog(QDialog):
    """About the program and about the network that is open."""

    def __init__(self, network: Network, parent: QWidget | None = None) -> None:
        """Show both."""
        super().__init__(parent)
        self.network = network
        self.components = components()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Entente"))
        take_size(self, 820, 600)  # lines of a licence have some 80 letters
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # Qt takes wrapped words for far too high
        self.setMinimumSize(SMALLEST)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(words(f"Entente {__version__}", "title"))
        column.addWidget(words(self.tr("Who arms, funds, equips and backs whom, and how we know.")))
        column.addWidget(words(self._promise()))
        column.addWidget(words(self._of_qt()))
        column.addWidget(rule())
        column.addLayout(self._facts())
        column.addWidget(rule())
        column.addWidget(plain_label(self.tr("Licences of everything shipped"), "heading"))
        column.addLayout(self._licences(), 1)
        column.addWidget(self._buttons())

    @classmethod
    def show_for(cls, network: Network, parent: QWidget | None = None) -> AboutDialog:
        """Show the dialog for a network and return it."""
        dialog = cls(network, parent)
        dialog.open()
        return dialog

    @property
    def text(self) -> str:
        """Versions and the open network, to be copied into a message."""
        network = self.network
        return f"{crash.versions()}\n{network.title}, version {network.version}, SHA-256 {network.digest or 'none'}"

    def _promise(self) -> str:
        return self.tr(
            "Entente makes no network connection. The address of a source is handed to your browser only when you ask"
            " for it, after a question."
        )

    def _of_qt(self) -> str:
        return self.tr(
            "It is built on Qt and PySide6, under the GNU Lesser General Public License, version 3; how to replace them"
            " is told in the list, beside PySide6-Essentials."
        )

    def _facts(self) -> QFormLayout:
        """Return what is open, with the digest of its content."""
        form = QFormLayout()
        rows = (
            (self.tr("Network"), self.network.title),
            (self.tr("Its version"), self.network.version),
            (self.tr("Its licence"), self.network.licence),
            (self.tr("Editors"), ", ".join(self.network.editors)),
            (self.tr("SHA-256"), _broken(self.network.digest)),
        )
        for name, text in rows:
            if text:
                form.addRow(plain_label(name, "muted"), words(text))
        return form

    def _licences(self) -> QHBoxLayout:
        """Return the list of what is shipped, and the licence of the chosen part."""
        self.parts = QListWidget()
        self.parts.setAccessibleName(self.tr("Parts"))
        self.parts.addItems([f"{each.name} {each.version}".strip() for each in self.components])
        self.parts.setMaximumWidth(220)
        self.licence = QPlainTextEdit()
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setAccessibleName(self.tr("Licence"))
        self.parts.currentRowChanged.connect(lambda row: self.licence.setPlainText(_licence(self.components[row])))
        self.parts.setCurrentRow(0)
        line = QHBoxLayout()
        line.addWidget(self.parts)
        line.addWidget(self.licence, 1)
        return line

    def _buttons(self) -> QDialogButtonBox:
        """Return the choice to copy the versions, and the way out."""
        box = QDialogButtonBox()
        add_button(box, self.tr("Copy versions"), ROLES.ActionRole, self._copy)
        make_default(add_button(box, self.tr("Close"), ROLES.RejectRole, self.reject))
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)


def _licence(part: Component) -> str:
    return "\n\n".join(text for text in (f"Licence: {part.licence}" if part.licence else "", part.text) if text)


def _broken(digest: str) -> str:
    """Return a digest in blocks, so that it wraps and can be read aloud."""
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))
