"""About the program and the open network."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.about_dialog import AboutDialog
from graphdata import __version__
from graphdata.network import Network


@pytest.fixture
def dialog(network: Network, qtbot: QtBot) -> AboutDialog:
    """Return the dialog for the small network with a digest."""
    made = AboutDialog(replace(network, digest="ab12cd34" * 8))
    qtbot.addWidget(made)
    return made


def said(dialog: AboutDialog) -> str:
    """Return every word of the labels."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_names_version_network_and_digest(dialog: AboutDialog) -> None:
    assert all(words in said(dialog) for words in (f"Entente {__version__}", "Small", "1.0", "ab12cd34 ab12cd34"))


def test_it_says_that_no_connection_is_made(dialog: AboutDialog) -> None:
    assert "makes no network connection" in said(dialog)


def test_it_says_that_qt_can_be_replaced_and_where_that_is_told(dialog: AboutDialog) -> None:
    assert "GNU Lesser General Public License" in said(dialog)
    assert "PySide6-Essentials" in {part.name for part in dialog.components}


def test_every_part_shows_its_licence(dialog: AboutDialog) -> None:
    assert dialog.parts.count() == len(dialog.components)
    for row in range(dialog.parts.count()):
        dialog.parts.setCurrentRow(row)
        assert dialog.licence.toPlainText()


def test_versions_are_copied(dialog: AboutDialog) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy versions").click()
    assert QGuiApplication.clipboard().text().endswith("Small, version 1.0, SHA-256 " + "ab12cd34" * 8)
