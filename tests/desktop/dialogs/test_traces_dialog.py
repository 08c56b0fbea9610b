"""Clearing traces lists the files first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.dialogs.traces_dialog import TracesDialog


def test_every_file_is_listed_and_removed_only_when_asked(qtbot: QtBot) -> None:
    settings.SettingsStore().change(theme="dark")
    dialog = TracesDialog()
    qtbot.addWidget(dialog)
    assert dialog.files.count() == len(settings.traces()) == 1
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert len(dialog.removed) == 1
    assert not settings.traces()


def test_without_traces_there_is_nothing_to_remove(qtbot: QtBot) -> None:
    dialog = TracesDialog()
    qtbot.addWidget(dialog)
    assert not dialog.remove.isEnabled()
