"""Chips say what is asked, and each drops its part of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.panels.chips import ChipBar
from desktop.session import Session
from graphdata.filter import Filter

ASKED = Filter(domains=frozenset({"arms", "tech"}), min_origins=1, text="R&D")


@pytest.fixture
def bar(session: Session, window: QWidget) -> ChipBar:
    made = ChipBar(session, window)
    window.show()
    return made


def names(bar: ChipBar) -> list[str]:
    return [button.accessibleName() for button in bar.buttons]


def ask(session: Session) -> None:
    """Ask for several things, and let the chips have their turn."""
    change_filter(session, ASKED, "Ask")
    session.in_turn.finish()


def test_an_open_filter_says_that_nothing_is_left_out(bar: ChipBar) -> None:
    assert (bar.words, bar.buttons) == ("Nothing is filtered out.", ())


def test_each_criterion_is_a_chip_with_a_name(bar: ChipBar, session: Session) -> None:
    ask(session)
    assert names(bar) == [
        "Remove filter: arms, tech", "Remove filter: 1 origin or more", "Remove filter: “R&D”", "Show everything",
    ]  # fmt: skip
    assert bar.words == ""


def test_a_chip_drops_its_criterion_alone(bar: ChipBar, session: Session, qtbot: QtBot) -> None:
    ask(session)
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert session.filter == Filter(min_origins=1, text="R&D")
    assert session.undo_stack.undoText() == "Remove filter: arms, tech"


def test_one_button_shows_everything(bar: ChipBar, session: Session, qtbot: QtBot) -> None:
    ask(session)
    qtbot.mouseClick(bar.buttons[-1], Qt.MouseButton.LeftButton)
    assert session.filter == Filter()


def test_the_keyboard_stays_in_the_row(bar: ChipBar, session: Session, qtbot: QtBot) -> None:
    ask(session)
    bar.window().activateWindow()
    bar.buttons[0].setFocus()
    qtbot.waitUntil(bar.buttons[0].hasFocus)
    qtbot.keyClick(bar.buttons[0], Qt.Key.Key_Space)
    session.in_turn.finish()
    assert names(bar)[0] == "Remove filter: 1 origin or more"
    assert bar.buttons[0].hasFocus()


def test_undo_brings_a_chip_back(bar: ChipBar, session: Session) -> None:
    ask(session)
    session.undo_stack.undo()
    session.in_turn.finish()
    assert bar.buttons == ()
