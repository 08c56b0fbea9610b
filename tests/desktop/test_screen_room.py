"""No window is larger than its screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.about_dialog import AboutDialog
from desktop.dialogs.help_dialog import HelpDialog
from desktop.dialogs.shortcuts_dialog import ShortcutsDialog
from desktop.dialogs.traces_dialog import TracesDialog
from desktop.screen_room import take_size
from graphdata.network import Network


def test_a_window_is_as_large_as_wanted_or_as_there_is_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    take_size(window, 300, 200)
    assert window.size() == QSize(300, 200)
    take_size(window, 9000, 200)
    assert window.width() == window.screen().availableSize().width() - 8


@pytest.mark.parametrize(
    "made", [AboutDialog, lambda _: HelpDialog(), lambda _: ShortcutsDialog(), lambda _: TracesDialog()]
)
def test_a_small_screen_has_room_for_every_dialog(
    made: Callable[[Network], QWidget], network: Network, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QSize(683, 460)
    monkeypatch.setattr("desktop.screen_room.FRAME", QGuiApplication.primaryScreen().availableSize() - room)
    dialog = made(network)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.size().boundedTo(room) == dialog.size()
