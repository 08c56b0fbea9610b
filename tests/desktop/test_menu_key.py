"""Shift+F10 opens the menu of what has the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.menu_key import MenuKey

KEY = (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


def popped(qtbot: QtBot, widget: QWidget) -> list[str]:
    """Return the rows of the menu that the keys open where a widget has the keyboard, and close it."""
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    rows: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            rows.extend(action.text().replace("&", "").split("\t")[0] for action in menu.actions())
            menu.close()

    timer = QTimer(widget, interval=5)  # some menus stay in a loop of their own until they are closed
    timer.timeout.connect(look)
    timer.start()
    QTest.keyClick(widget.window().windowHandle(), *KEY)
    qtbot.waitUntil(lambda: bool(rows))
    timer.stop()
    return rows


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot) -> QDialog:
    """Return a dialog with a field and a list on the screen; its list offers to copy."""
    serving = MenuKey(qapp)
    made = QDialog()
    made.destroyed.connect(serving.deleteLater)
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit("words"))
    rows = QListWidget()
    rows.addItems(["one", "two"])
    rows.addAction(QAction("Copy", rows))
    rows.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    column.addWidget(rows)
    with qtbot.waitExposed(made):
        made.open()
    return made


@pytest.mark.parametrize(("kind", "offered"), [(QLineEdit, "Select All"), (QListWidget, "Copy")])
def test_fields_and_lists_of_a_dialog_have_it(dialog: QDialog, qtbot: QtBot, kind: type[QWidget], offered: str) -> None:
    widget = dialog.findChild(kind)
    assert widget is not None
    assert offered in popped(qtbot, widget)
    assert offered in popped(qtbot, widget)
