"""The query line: typing, completing, asking as one step, and mistakes told in their place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.panels.query_bar import QueryBar
from desktop.session import Session
from graphdata.filter import Filter

ARMS = Filter(domains=frozenset({"arms"}))


@pytest.fixture
def bar(session: Session, window: QWidget, qtbot: QtBot) -> QueryBar:
    made = QueryBar(session)
    QVBoxLayout(window).addWidget(made)
    window.resize(900, 500)
    window.show()
    window.activateWindow()
    made.focus()
    qtbot.waitUntil(made.line.hasFocus)
    return made


def type_in(bar: QueryBar, qtbot: QtBot, text: str, *keys: Qt.Key) -> None:
    qtbot.keyClicks(bar.line, text)
    for key in keys:
        qtbot.keyClick(bar.line, key)


def test_the_filter_in_force_stands_in_the_line(bar: QueryBar, session: Session) -> None:
    change_filter(session, ARMS, "Arms")
    assert bar.line.text() == "domain:arms"


def test_enter_asks_in_one_step_that_can_be_undone(bar: QueryBar, session: Session, qtbot: QtBot) -> None:
    type_in(bar, qtbot, "domain:ARMS hostile", Qt.Key.Key_Return)
    assert session.filter == Filter(domains=frozenset({"arms"}), hostile="only")
    assert bar.line.text() == "domain:arms hostile"
    assert session.undo_stack.undoText() == "Filter by a query"
    session.undo_stack.undo()
    assert bar.line.text() == ""


def test_a_mistake_is_marked_and_changes_nothing(bar: QueryBar, session: Session, qtbot: QtBot) -> None:
    type_in(bar, qtbot, "domain:arms origns>=2", Qt.Key.Key_Return)
    assert session.filter == Filter()
    assert bar.line.selectedText() == "origns>="
    assert "Did you mean origins>=2?" in bar.message.text()
    assert bar.message.textFormat() == Qt.TextFormat.PlainText
    assert bar.line.accessibleDescription()


def test_mistakes_are_told_after_a_pause_but_not_at_the_cursor(bar: QueryBar, qtbot: QtBot) -> None:
    type_in(bar, qtbot, "frm:x domain:ar")
    qtbot.waitUntil(lambda: not bar.message.isHidden())
    assert bar.message.text().startswith("“frm:” at 1")
    assert "'ar'" not in bar.message.text()


def test_tab_takes_the_first_offer_and_a_key_offers_its_values(bar: QueryBar, qtbot: QtBot) -> None:
    type_in(bar, qtbot, "dom", Qt.Key.Key_Tab)
    assert bar.line.text() == "domain:"
    assert bar.line.is_unfolded
    type_in(bar, qtbot, "", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert bar.line.text() == "domain:arms"
    assert not bar.line.is_unfolded


def test_escape_folds_first_and_then_gives_up(bar: QueryBar, session: Session, qtbot: QtBot) -> None:
    change_filter(session, ARMS, "Arms")
    bar.line.end(False)
    type_in(bar, qtbot, " st", Qt.Key.Key_Escape)
    assert not bar.line.is_unfolded
    assert bar.line.text() == "domain:arms st"
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.line.text() == "domain:arms"


def test_what_is_being_typed_is_not_overwritten(bar: QueryBar, session: Session, qtbot: QtBot) -> None:
    type_in(bar, qtbot, "hostile")
    change_filter(session, ARMS, "Arms")
    assert bar.line.text() == "hostile"


def test_down_unfolds_what_can_follow_and_leaving_folds_it(bar: QueryBar, qtbot: QtBot) -> None:
    type_in(bar, qtbot, "", Qt.Key.Key_Down)
    assert bar.line.is_unfolded
    bar.line.clearFocus()
    assert not bar.line.is_unfolded
