"""The dialog after an error of the program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.crash import CrashReport
from desktop.dialogs.crash_dialog import CrashDialog

REPORT = CrashReport("It happened: <img src=file:///x>", "All is saved.", "Entente 1\nTraceback")


@pytest.fixture
def dialog(qtbot: QtBot) -> CrashDialog:
    """Return the dialog for a report."""
    made = CrashDialog(REPORT)
    qtbot.addWidget(made)
    return made


def press(dialog: CrashDialog, text: str) -> None:
    """Press a button of the dialog."""
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def test_it_says_what_happened_what_was_saved_and_that_nothing_is_sent(dialog: CrashDialog) -> None:
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert REPORT.happened in words
    assert REPORT.saved in words
    assert any("Nothing was sent" in text for text in words)


def test_the_report_is_copied(dialog: CrashDialog) -> None:
    press(dialog, "Copy report")
    assert QGuiApplication.clipboard().text() == REPORT.text


def test_quitting_ends_the_program_with_one(dialog: CrashDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", codes.append)
    press(dialog, "Quit")
    assert codes == [1]


def test_enter_keeps_working(dialog: CrashDialog) -> None:
    assert [button.text() for button in dialog.findChildren(QPushButton) if button.isDefault()] == ["Keep working"]
