"""The help lists every key beside what it does, and does not stand in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.actions import shortcut_lines
from desktop.dialogs.shortcuts_dialog import ShortcutsDialog


def table_of(dialog: ShortcutsDialog) -> QTableWidget:
    """Return the table in the dialog."""
    return dialog.findChildren(QTableWidget)[0]


def rows(table: QTableWidget) -> list[tuple[str, ...]]:
    """Return the texts of the table."""
    return [tuple(table.item(row, column).text() for column in range(2)) for row in range(table.rowCount())]


def test_every_key_stands_beside_what_it_does(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    assert tuple(rows(table_of(dialog))) == shortcut_lines()
    assert ("Ctrl+F", "Search") in rows(table_of(dialog))
    assert ("Esc", "Clear the selection") in rows(table_of(dialog))


def test_nothing_in_it_can_be_overwritten(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    assert table_of(dialog).editTriggers() == QTableWidget.EditTrigger.NoEditTriggers
    assert table_of(dialog).accessibleName() == dialog.windowTitle() == "Keyboard shortcuts"
    qtmodeltester.check(table_of(dialog).model())


def test_it_does_not_block_and_escape_closes_it(window: QWidget, qtbot: QtBot) -> None:
    window.show()
    dialog = ShortcutsDialog.show_for(window)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
