"""Clearing traces lists the files first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.dialogs.traces_dialog import TracesDialog
from desktop.view_store import FOLDER


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


def test_enter_removes_nothing_and_saved_views_are_named(qtbot: QtBot) -> None:
    settings.SettingsStore().change(theme="dark")
    kept = settings.data_folder() / FOLDER / "of-small.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("[]", encoding="utf-8")
    dialog = TracesDialog()
    qtbot.addWidget(dialog)
    assert any("saved views" in label.text() for label in dialog.findChildren(QLabel))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (dialog.removed, kept.exists()) == ((), True)
