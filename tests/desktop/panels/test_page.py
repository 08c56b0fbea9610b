"""What all pages share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.panels.page import ROWS_AT_ONCE, Page, push_button, words
from desktop.panels.row_button import RowButton
from desktop.panels.section import Section
from graphdata.rows import Row
from graphdata.steps import at_once

ROWS = tuple(Row("actor", f"actor:{number}", f"Actor {number}", "State", "state") for number in range(ROWS_AT_ONCE + 5))


def test_a_long_list_keeps_its_tail_until_it_is_asked_for(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    at_once(page.adding_rows(ROWS))
    assert len(page.findChildren(RowButton)) == ROWS_AT_ONCE
    more = page.findChild(Section)
    assert more.button.text() == "5 more"
    more.button.click()
    assert len(page.findChildren(RowButton)) == len(ROWS)


def test_nothing_is_said_for_no_words(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.say("")
    page.say_all(["one", ""])
    assert [label.text() for label in page.findChildren(QLabel)] == ["one"]


def test_words_are_plain_and_can_be_selected_by_keyboard(qtbot: QtBot) -> None:
    label = words("<b>x</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert label.accessibleName() == "<b>x</b>"


def test_a_small_button_does_what_it_says(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = push_button("Copy", "Copy the citation", lambda: pressed.append("copy"))
    qtbot.addWidget(button)
    button.click()
    assert (pressed, button.accessibleName()) == (["copy"], "Copy the citation")
