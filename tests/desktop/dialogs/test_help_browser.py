"""A page of the help is shown, and nothing it might name is loaded or opened."""

from __future__ import annotations

import ast
import inspect

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QPalette, QTextTable
from pytestqt.qtbot import QtBot

from desktop.dialogs import help_browser
from desktop.dialogs.help_browser import HelpBrowser
from desktop.dialogs.help_pages import PAGES


@pytest.fixture
def browser(qtbot: QtBot) -> HelpBrowser:
    """Return a browser at the first page."""
    made = HelpBrowser()
    qtbot.addWidget(made)
    made.resize(640, 400)
    return made


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_shown_from_its_beginning(browser: HelpBrowser, page: str) -> None:
    browser.show_page(page)
    browser.show()
    assert browser.document().firstBlock().blockFormat().headingLevel() == 1
    assert browser.verticalScrollBar().value() == 0
    assert "|---" not in browser.toPlainText()
    browser.hide()


def test_tables_are_tables(browser: HelpBrowser) -> None:
    browser.show_page("keys")
    tables = [frame for frame in browser.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert tables[0].cellAt(1, 0).firstCursorPosition().block().text() == "Ctrl+O"


def test_links_between_pages_are_reported(browser: HelpBrowser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(browser.page_asked) as asked:
        browser.anchorClicked.emit(QUrl("filters.md"))
    assert asked.args == ["filters"]


@pytest.mark.parametrize("address", ["https://example.org", "file:///etc/passwd", "javascript:1", "filters.md?x"])
def test_other_links_lead_nowhere(browser: HelpBrowser, qtbot: QtBot, address: str) -> None:
    with qtbot.assertNotEmitted(browser.page_asked):
        browser.anchorClicked.emit(QUrl(address))
    assert not browser.openLinks()
    assert not browser.openExternalLinks()


def test_nothing_is_loaded_from_the_disk(browser: HelpBrowser) -> None:
    found = browser.loadResource(2, QUrl("file:///etc/passwd"))
    assert isinstance(found, QImage)
    assert found.width() == 1


def test_words_are_found_again_and_again(browser: HelpBrowser) -> None:
    browser.show_page("keys")
    assert browser.look_for("arrow")
    first = browser.textCursor().position()
    assert browser.look_for("arrow")
    assert browser.textCursor().position() > first
    while browser.textCursor().position() != first:
        assert browser.look_for("arrow")
    assert not browser.look_for("no such words")
    assert not browser.look_for("")


def test_colours_follow_the_palette(browser: HelpBrowser) -> None:
    palette = browser.palette()
    palette.setColor(QPalette.ColorRole.Mid, QColor("#ff0000"))
    browser.show_page("keys")
    browser.setPalette(palette)
    tables = [frame for frame in browser.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert tables[0].format().borderBrush().color() == QColor("#ff0000")


def test_only_shipped_pages_are_read_as_formatted_text() -> None:
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(help_browser))) if isinstance(node, ast.Call)]
    named = {ast.unparse(call.func).rpartition(".")[2]: ast.unparse(call) for call in calls}
    assert named["setMarkdown"] == "document.setMarkdown(page_text(self.page), FEATURES)"
    assert not named.keys() & {"setHtml", "insertHtml", "setText", "setSource", "setDocument"}
