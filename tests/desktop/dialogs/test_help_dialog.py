"""The help stays beside the window, is walked by keyboard, and finds pages by words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.help_dialog import HelpDialog
from desktop.dialogs.help_pages import PAGES


@pytest.fixture
def dialog(qtbot: QtBot) -> HelpDialog:
    """Return the help at the page about filters, on show."""
    made = HelpDialog.show_for("filters")
    qtbot.addWidget(made)
    return made


def listed(dialog: HelpDialog) -> list[str]:
    """Return the titles in the list."""
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_it_shows_the_place_asked_for_and_does_not_block(dialog: HelpDialog) -> None:
    assert (dialog.page, dialog.windowTitle()) == ("filters", "Filters — Help")
    assert not dialog.isModal()
    assert len(listed(dialog)) == len(PAGES)
    assert dialog.list.currentItem().text() == "Filters"


def test_a_page_that_is_not_there_is_the_first_one(qtbot: QtBot) -> None:
    dialog = HelpDialog("nothing")
    qtbot.addWidget(dialog)
    assert dialog.page == PAGES[0]


def test_back_and_forward_lead_over_the_pages(dialog: HelpDialog, qtbot: QtBot) -> None:
    dialog.browser.place_asked.emit("policy")
    dialog.list.setCurrentRow(PAGES.index("keys"))
    assert dialog.page == "keys"
    for key, page in ((Qt.Key.Key_Left, "policy"), (Qt.Key.Key_Left, "filters"), (Qt.Key.Key_Right, "policy")):
        qtbot.keyClick(dialog.browser, key, Qt.KeyboardModifier.AltModifier)
        assert dialog.page == page
    dialog.visit("privacy")
    assert not dialog.forward.isEnabled()


def test_the_search_lists_pages_and_goes_to_the_first(dialog: HelpDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.search.hasFocus()
    qtbot.keyClicks(dialog.search, "QtProject")
    assert (listed(dialog)[0], dialog.page) == ("Privacy", "privacy")
    assert listed(dialog)[1:] == ["    What is written, and where"]
    assert dialog.browser.textCursor().selectedText() == "QtProject"
    assert dialog.found.text() == f"Pages found: 1 of {len(PAGES)}"
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_search_lists_sections_and_a_row_leads_there(dialog: HelpDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "betweenness")
    assert listed(dialog)[:2] == ["Questions", "    Who stands between the others?"]
    dialog.list.setCurrentRow(1)
    assert dialog.place == "questions#who-stands-between-the-others"
    assert dialog.browser.verticalScrollBar().value() > 0
    dialog.search.clear()
    assert dialog.list.currentItem().text() == "Questions"


def test_a_section_is_shown_at_once(qtbot: QtBot) -> None:
    dialog = HelpDialog.show_for("time#the-timeline")
    qtbot.addWidget(dialog)
    assert (dialog.page, dialog.windowTitle()) == ("time", "Time and comparison — Help")
    corner = dialog.browser.viewport().rect().topLeft() + QPoint(30, 12)
    assert dialog.browser.cursorForPosition(corner).block().text() == "The timeline"


def test_a_page_is_laid_out_to_its_end_round_its_pictures(qtbot: QtBot) -> None:
    dialog = HelpDialog.show_for("questions#what-changed-since")
    qtbot.addWidget(dialog)
    block, lines = dialog.browser.document().begin(), []
    while block.isValid():
        lines.append((block.text(), block.layout().lineCount()))
        block = block.next()
    assert not [text for text, count in lines if text and not count]


def test_esc_clears_the_search_and_then_closes(qtbot: QtBot) -> None:
    dialog = HelpDialog.show_for()
    qtbot.keyClicks(dialog.search, "zzzz")
    assert listed(dialog) == []
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert len(listed(dialog)) == len(PAGES)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.browser, Qt.Key.Key_Escape)


def test_asking_again_uses_the_window_that_is_open(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first = HelpDialog.show_for("keys", window)
    assert HelpDialog.show_for("table", window) is first
    assert first.page == "table"
    first.close()


def test_everything_has_a_name_for_screen_readers(dialog: HelpDialog) -> None:
    for widget in (dialog.search, dialog.list, dialog.browser, dialog.back, dialog.forward):
        assert widget.accessibleName()
