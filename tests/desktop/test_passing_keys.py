"""Keys of actions pass the fields; keys by which one writes stay with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(main_window: MainWindow, qtbot: QtBot) -> MainWindow:
    main_window.fill()
    with qtbot.waitActive(main_window):
        main_window.show()
        main_window.activateWindow()
    return main_window


def takes(field: QLineEdit, key: Qt.Key) -> bool:
    """Return whether a field takes Ctrl and a key for itself, before any action could."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_the_key_of_an_action_passes_every_field(shown: MainWindow) -> None:
    """Which keys a field takes hangs on the system: Ctrl+A everywhere, Ctrl+E on Linux alone."""
    shown.actions_by_name["query"].trigger()
    fields = shown.findChildren(QLineEdit)
    assert len(fields) > 8
    assert all(takes(field, Qt.Key.Key_A) for field in fields)
    shown.actions_by_name["go_evidence"].setShortcut("Ctrl+A")
    assert [field.accessibleName() for field in fields if takes(field, Qt.Key.Key_A)] == []


def test_keys_by_which_one_writes_stay_with_a_field(shown: MainWindow) -> None:
    field = shown.search_box
    field.setText("iran")
    assert all(takes(field, key) for key in (Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_Z))


def test_the_evidence_is_one_key_away_from_the_search(shown: MainWindow, qtbot: QtBot) -> None:
    shown.search_box.setFocus()
    qtbot.keyClick(shown.search_box, Qt.Key.Key_E, CTRL)
    assert shown.board.evidence_panel.area.hasFocus()
