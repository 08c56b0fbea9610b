"""The toolbar offers the steps of every day in short words, and leads to what has no room in it."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.window import MainWindow
from graphdata.arrangement import LAYOUT_LABELS
from graphdata.filter import Filter

ARMS = Filter(domains=frozenset({"arms"}))


def test_edit_menu_and_toolbar_offer_the_last_step(main_window: MainWindow) -> None:
    undo = next(b for b in main_window.findChildren(QToolButton) if b.text() == "Undo")
    assert not undo.isEnabled()
    change_filter(main_window.session, ARMS, "Arms alone")
    assert main_window.undo.text() == "&Undo Arms alone"
    assert undo.text() == "Undo"
    undo.click()
    assert main_window.session.filter == Filter()
    main_window.redo.trigger()
    assert main_window.session.filter == ARMS


def test_the_toolbar_offers_every_layout(main_window: MainWindow) -> None:
    assert [a.text().replace("&", "") for a in main_window.toolbar.layout_button.menu().actions()] == [
        *LAYOUT_LABELS.values()
    ]


def test_a_narrow_toolbar_leads_to_what_has_no_room_in_it(filled: MainWindow, qtbot: QtBot) -> None:
    rest = filled.findChild(QToolButton, "qt_toolbar_ext_button")
    filled.resize(1600, 800)
    qtbot.waitUntil(lambda: not rest.isVisible())
    filled.resize(filled.minimumSizeHint())
    qtbot.waitUntil(rest.isVisible)
    assert rest.fontMetrics().horizontalAdvance(rest.text()) <= rest.width()


def test_its_words_are_short(main_window: MainWindow) -> None:
    texts = [button.text() for button in main_window.toolbar.findChildren(QToolButton) if button.text()]
    assert {"Open", "Undo", "Redo", "Layout", "Whole map", "Export…"} <= set(texts)
