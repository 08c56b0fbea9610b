"""The table of an answer leads to the records that it names."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.panels.answer_table import AnswerTable
from desktop.session import Selection, Session
from graphdata.questions.answers import Answer, Line

ANSWER = Answer("Who?", "Two.", ("Actor",), (Line(("Russia",), "actor", "actor:ru"), Line(("nobody",))))


@pytest.fixture
def table(session: Session, qtbot: QtBot) -> AnswerTable:
    made = AnswerTable(session)
    qtbot.addWidget(made)
    made.show()
    made.show_answer(ANSWER)
    return made


def test_a_line_selects_what_it_leads_to(table: AnswerTable, session: Session) -> None:
    table.selectRow(0)
    assert session.selection == Selection("actor", "actor:ru")


def test_a_line_that_leads_nowhere_selects_nothing(table: AnswerTable, session: Session) -> None:
    table.selectRow(1)
    assert session.selection == Selection()


def test_what_is_selected_elsewhere_is_found(table: AnswerTable, session: Session) -> None:
    session.select("actor", "actor:ru")
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_an_answer_can_be_copied(table: AnswerTable) -> None:
    table.selectAll()
    assert table.copied_text().splitlines()[-2:] == ["Russia", "nobody"]


def test_wide_columns_give_way_until_all_are_in_sight(table: AnswerTable) -> None:
    table.resize(700, 200)
    wide = "a summary that goes on and on until it fills the whole of the line"
    table.show_answer(Answer("Which?", "One.", ("Dealing", "Claims"), (Line((wide, "3")),)))
    assert table.horizontalHeader().length() <= table.viewport().width()
