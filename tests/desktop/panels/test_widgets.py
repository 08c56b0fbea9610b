"""Small widgets show text as it is, and the tab key goes through what is made late."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.panels.widgets import copy_words, follow_on, lead_to, plain_label


def shown(qtbot: QtBot, *names: str) -> tuple[QWidget, dict[str, QPushButton]]:
    """Return a window with buttons, the tab key going through them in their order."""
    window = QWidget()
    column = QVBoxLayout(window)
    buttons = {name: QPushButton(name) for name in names}
    for button in buttons.values():
        column.addWidget(button)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window, buttons


def tabbed(window: QWidget, start: QPushButton, steps: int) -> str:
    """Return the letters of the buttons that the tab key comes to."""
    start.setFocus()
    found = start.text()
    for _ in range(steps):
        window.focusWidget().focusNextPrevChild(True)
        focus = QApplication.focusWidget() or window.focusWidget()
        assert isinstance(focus, QPushButton)
        found += focus.text()
    return found


@pytest.mark.usefixtures("qapp")
def test_text_stays_text() -> None:
    assert plain_label("<b>A & B</b>").textFormat() is Qt.TextFormat.PlainText


def test_what_is_made_late_follows_where_it_belongs(qtbot: QtBot) -> None:
    window, buttons = shown(qtbot, "a", "b", "x", "y")
    assert follow_on(buttons["a"], buttons["x"]) is buttons["x"]
    follow_on(buttons["x"], buttons["y"])
    assert tabbed(window, buttons["a"], 3) == "axyb"


def test_what_changes_leads_to_what_stays(qtbot: QtBot) -> None:
    window, buttons = shown(qtbot, "a", "b", "c", "x", "y")
    for _ in range(2):
        lead_to(buttons["b"], (buttons["x"], buttons["y"]))
    assert tabbed(window, buttons["a"], 4) == "axybc"


def test_what_is_copied_is_said_at_the_foot_of_the_window(qtbot: QtBot) -> None:
    window, button = QMainWindow(), QPushButton("Copy")
    qtbot.addWidget(window)
    window.setCentralWidget(button)
    copy_words(button, "Iran to Russia")
    assert (QGuiApplication.clipboard().text(), window.statusBar().currentMessage()) == ("Iran to Russia", "Copied")
