"""A page of the help is shown, and nothing it might name is loaded or opened."""

from __future__ import annotations

import ast
import inspect

import pytest
from PySide6.QtCore import QPoint, QSize, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPalette,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextTable,
)
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
    with qtbot.waitSignal(browser.place_asked) as asked:
        browser.anchorClicked.emit(QUrl("filters.md"))
    assert asked.args == ["filters"]
    with qtbot.waitSignal(browser.place_asked) as asked:
        browser.anchorClicked.emit(QUrl("keys.md#undo"))
    assert asked.args == ["keys#undo"]


@pytest.mark.parametrize(
    "address", ["https://example.org", "file:///etc/passwd", "javascript:1", "filters.md?x", "filters.md#no"]
)
def test_other_links_lead_nowhere(browser: HelpBrowser, qtbot: QtBot, address: str) -> None:
    with qtbot.assertNotEmitted(browser.place_asked):
        browser.anchorClicked.emit(QUrl(address))
    assert not browser.openLinks()
    assert not browser.openExternalLinks()


def test_nothing_is_loaded_from_the_disk(browser: HelpBrowser) -> None:
    found = browser.loadResource(2, QUrl("file:///etc/passwd"))
    assert isinstance(found, QImage)
    assert found.width() == 1


def images(browser: HelpBrowser) -> list[QTextImageFormat]:
    """Return how each picture of the page is shown."""
    found, place = [], QTextCursor(browser.document())
    while place.movePosition(QTextCursor.MoveOperation.NextCharacter):
        if place.charFormat().isImageFormat():
            found.append(QTextImageFormat(place.charFormat().toImageFormat()))
    return found


def resource(browser: HelpBrowser, name: str) -> QImage:
    """Return what the page shows under a name."""
    found = browser.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
    assert isinstance(found, QImage)
    return found


def test_pictures_are_as_wide_as_the_page_at_most(browser: HelpBrowser) -> None:
    browser.show()
    browser.show_page("questions")
    for width in (640, 400, 3000):
        browser.resize(width, 400)
        room = browser.viewport().width() - 2 * browser.document().documentMargin()
        assert images(browser)
        assert all(1 < form.width() <= room for form in images(browser))
        assert all(resource(browser, form.name()).width() == round(form.width()) for form in images(browser))
    browser.hide()


def test_pictures_are_told_in_words(browser: HelpBrowser) -> None:
    browser.show_page("questions")
    assert all(form.property(QTextFormat.Property.ImageAltText.value) for form in images(browser))


@pytest.mark.parametrize(
    "name", ["file:///etc/passwd", "https://example.org/a.png", "../pictures/chain.png", "data:,x"]
)
def test_no_other_picture_is_shown(browser: HelpBrowser, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(help_browser, "page_text", lambda _: f"# Page\n\n![words]({name})\n")
    browser.show_page("keys")
    assert {form.name() for form in images(browser)} == {name}
    assert resource(browser, name).size() == QSize(1, 1)


def test_pictures_are_dark_in_the_dark(browser: HelpBrowser) -> None:
    browser.show_page("questions")
    light = resource(browser, "pictures/chain.png").pixelColor(2, 2).lightness()
    palette = browser.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    browser.setPalette(palette)
    assert resource(browser, "pictures/chain.png").pixelColor(2, 2).lightness() < 100 < light


def test_a_section_is_shown_from_its_heading(browser: HelpBrowser) -> None:
    browser.show()
    browser.show_page("questions#who-got-it-from-whom")
    top = browser.cursorForPosition(browser.viewport().rect().topLeft() + QPoint(30, 12)).block().text()
    assert top == "Who got it from whom?"
    browser.resize(500, 300)
    top = browser.cursorForPosition(browser.viewport().rect().topLeft() + QPoint(30, 12)).block().text()
    assert top == "Who got it from whom?"
    browser.show_page("questions#nothing")
    assert browser.verticalScrollBar().value() == 0
    browser.hide()


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
