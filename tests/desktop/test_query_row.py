"""The query line has a row under the toolbar from when it is asked for until it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.window import MainWindow


def test_the_query_line_comes_by_its_key_and_goes_by_escape(filled: MainWindow, qtbot: QtBot) -> None:
    assert filled.query_row is None
    filled.actions_by_name["query"].trigger()
    row = filled.query_row
    assert row is not None
    qtbot.waitUntil(row.query_bar.line.hasFocus)
    qtbot.keyClick(row.query_bar.line, Qt.Key.Key_Escape)
    assert row.isHidden()
    assert filled.focusWidget() is filled.canvas
    filled.actions_by_name["query"].trigger()
    assert not row.isHidden()
    assert filled.query_row is row
