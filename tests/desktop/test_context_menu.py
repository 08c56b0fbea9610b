"""The menu at the pointer: what it offers, and what it does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.context_menu import ContextMenu
from desktop.session import Selection, SelectionKind, Session
from desktop.settings import SettingsStore
from desktop.window import MainWindow
from graphdata.hits import Hit
from graphdata.style import Theme

ACTOR = Hit("actor", "actor:hz")
LINE = Hit("tie", "tie:ru>ir:arms")


@pytest.fixture
def made(session: Session, light: Theme, qtbot: QtBot) -> ContextMenu:
    window = MainWindow(session, SettingsStore(), light)
    qtbot.addWidget(window)
    return window.context_menu


def row(menu: QMenu, words: str) -> QAction:
    """Return the row that begins with some words."""
    return next(action for action in menu.actions() if action.text().replace("&", "").startswith(words))


def test_an_actor_can_be_explored_hidden_and_copied(made: ContextMenu) -> None:
    menu = made.menu_of(ACTOR)
    assert menu.actions()[0].text() == "Hezbollah"
    assert not menu.actions()[0].isEnabled()
    row(menu, "Copy names").trigger()
    assert QGuiApplication.clipboard().text() == "Hezbollah: armed group"
    assert made._window.statusBar().currentMessage() == "Copied"
    assert row(menu, "Hide the selected actor")


def test_several_are_named_by_their_number_and_stay_selected(made: ContextMenu, session: Session) -> None:
    for actor in ("actor:hz", "actor:us"):
        session.company.toggle(actor)
    menu = made.show_at(ACTOR, QPoint())
    assert menu.actions()[0].text() == "2 actors"
    assert session.company.members == {"actor:hz", "actor:us"}
    menu.close()


def test_a_line_can_be_copied_with_its_sources(made: ContextMenu) -> None:
    row(made.menu_of(LINE), "Copy with citations").trigger()
    copied = QGuiApplication.clipboard().text()
    assert "Russia → Iran · Arms · Russia sends jets" in copied
    assert "[3] UP, 8 Dec 2023, “Russia and Iran”" in copied


def test_a_line_can_be_hidden_and_brought_back(made: ContextMenu, session: Session) -> None:
    row(made.menu_of(LINE), "Hide this line").trigger()
    assert session.filter.hidden_relations == {"rel:jets", "rel:pilots"}
    session.undo_stack.undo()
    assert session.filter.hidden_relations == frozenset()


@pytest.mark.parametrize(
    ("hit", "words", "asked"),
    [
        (ACTOR, "Who is within reach", ["reach", "actor:hz"]),
        (LINE, "Who got it from whom? Russia sends jets", ["chain", "rel:jets"]),
    ],
)
def test_questions_are_asked_of_what_is_there(
    made: ContextMenu, qtbot: QtBot, hit: Hit, words: str, asked: list[str]
) -> None:
    with qtbot.waitSignal(made.asked) as told:
        row(made.menu_of(hit), words).trigger()
    assert told.args == asked


def test_the_empty_map_has_a_menu_too(made: ContextMenu) -> None:
    assert row(made.menu_of(None), "Whole map")


def test_what_was_hit_is_selected(made: ContextMenu, session: Session, qtbot: QtBot) -> None:
    menu = made.show_at(LINE, QPoint(10, 10))
    assert session.selection == Selection("tie", "tie:ru>ir:arms")
    menu.close()
    qtbot.wait(1)


def test_the_map_opens_it_at_the_pointer(made: ContextMenu, qtbot: QtBot) -> None:
    canvas = made._window.canvas
    canvas.customContextMenuRequested.emit(QPoint(1, 1))
    menu = made._window.findChild(QMenu, "", Qt.FindChildOption.FindDirectChildrenOnly)
    assert menu is not None
    menu.close()
    qtbot.wait(1)


def test_an_ampersand_in_a_name_is_an_ampersand(made: ContextMenu) -> None:
    menu = QMenu()
    made._name(menu, "A & B")
    assert menu.actions()[0].text() == "A && B"


@pytest.mark.parametrize(
    ("kind", "item", "first"),
    [("actor", "actor:hz", "Hezbollah"), ("relation", "rel:jets", "Russia → Iran"), ("", "", "Whole map")],
)
def test_the_key_for_a_menu_opens_that_of_what_is_selected(
    made: ContextMenu, session: Session, kind: SelectionKind, item: str, first: str
) -> None:
    canvas = made._window.canvas
    session.select(kind, item)
    middle = canvas.rect().center()
    QApplication.sendEvent(
        canvas, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, canvas.mapToGlobal(middle))
    )
    shown = [each for each in made._window.findChildren(QMenu) if each.isVisible()]
    assert [each.actions()[0].text().replace("&", "") for each in shown] == [first]
    assert session.selection == Selection(kind, item)
    shown[0].close()
