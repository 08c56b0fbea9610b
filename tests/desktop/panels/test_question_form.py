"""The form of a question: what it asks for, and what it says is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.panels import question_form
from desktop.panels.question_form import QuestionForm
from desktop.session import Session
from graphdata.questions.catalogue import QUESTIONS
from graphdata.questions.striking import origins_of
from graphdata.view import View


@pytest.fixture
def form(session: Session, window: QWidget, qtbot: QtBot) -> QuestionForm:
    made = QuestionForm(session)
    QVBoxLayout(window).addWidget(made)
    with qtbot.waitExposed(window):
        window.show()
    return made


def test_every_question_can_be_chosen(form: QuestionForm) -> None:
    assert [form.question.itemData(at) for at in range(form.question.count())] == list(QUESTIONS)


def test_only_what_a_question_needs_is_on_show(form: QuestionForm) -> None:
    form.choose("reach")
    assert [each.isVisible() for each in (form.start, form.end, form.steps, form.source)] == [True, False, True, False]
    form.choose("strike")
    assert [each.isVisible() for each in (form.start, form.either, form.source)] == [False, False, True]


def test_a_question_is_told_with_what_it_asks_about(form: QuestionForm, qtbot: QtBot) -> None:
    form.choose("routes")
    form.start.show_actor("actor:ru")
    form.end.show_actor("actor:hz")
    form.either.setChecked(True)
    with qtbot.waitSignal(form.asked) as told:
        form.button.click()
    asked = told.args[0]
    assert (asked.question, asked.start, asked.end, asked.ways.along_flow) == ("routes", "actor:ru", "actor:hz", False)


@pytest.mark.parametrize(
    ("name", "missing"),
    [("routes", "Choose the actors"), ("chain", "Select a relation"), ("changes", "Give the earlier date")],
)
def test_what_is_missing_is_said(form: QuestionForm, qtbot: QtBot, name: str, missing: str) -> None:
    form.choose(name)
    with qtbot.assertNotEmitted(form.asked):
        form.button.click()
    assert missing in form.message.text()
    assert form.message.isVisible()


def test_a_date_that_cannot_be_read_is_refused(form: QuestionForm, qtbot: QtBot) -> None:
    form.choose("changes")
    form.earlier.edit.setText("yesterday")
    with qtbot.assertNotEmitted(form.asked):
        form.button.click()
    assert "yesterday" in form.message.text()


def test_what_is_selected_is_what_is_asked_about(form: QuestionForm, session: Session) -> None:
    session.select("actor", "actor:ir")
    session.select("source", "src:up")
    session.select("relation", "rel:loan")
    assert form.start.currentData() == "actor:ir"
    assert form.source.currentData() == "src:up"
    form.choose("chain")
    assert form.about.text() == "Russia lends money"


def test_a_line_of_one_relation_stands_for_it(form: QuestionForm, session: Session) -> None:
    form.choose("chain")
    session.select("tie", "tie:ru>ir:money")
    assert form.about.text() == "Russia lends money"
    session.select("tie", "tie:ru>ir:arms")
    assert form.about.text() == "select a relation"


def test_a_narrow_form_goes_on_below(form: QuestionForm) -> None:
    assert form.minimumSizeHint().width() < 100
    assert form.layout().heightForWidth(400) > form.layout().heightForWidth(1200)


def test_enter_behind_a_date_asks(form: QuestionForm, qtbot: QtBot) -> None:
    form.choose("changes")
    qtbot.keyClicks(form.earlier.edit, "2024-06")
    with qtbot.waitSignal(form.asked):
        qtbot.keyClick(form.earlier.edit, Qt.Key.Key_Return)


def offered(form: QuestionForm) -> list[str]:
    return [form.source.itemText(at) for at in range(form.source.count())]


def test_origins_are_gathered_once_a_question_asks_for_one(
    session: Session, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[View] = []
    monkeypatch.setattr(question_form, "origins_of", lambda view: asked.append(view) or origins_of(view))
    form = QuestionForm(session, window)
    assert not asked
    window.show()
    for name in ("strike", "routes", "strike"):
        form.choose(name)
    assert len(asked) == 1
    assert any(label.startswith("Origin: ") for label in offered(form))


def test_origins_of_many_relations_are_gathered_beside_the_window(
    session: Session, window: QWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(question_form, "AT_ONCE", 0)
    form = QuestionForm(session, window)
    window.show()
    form.choose("strike")
    assert not any(label.startswith("Origin: ") for label in offered(form))
    qtbot.waitUntil(lambda: any(label.startswith("Origin: ") for label in offered(form)))


def test_enter_in_the_last_actor_asks(form: QuestionForm, qtbot: QtBot) -> None:
    form.choose("routes")
    form.start.setEditText("russia")
    with qtbot.assertNotEmitted(form.asked):
        qtbot.keyClick(form.start.line, Qt.Key.Key_Return)
    form.end.setEditText("hezb")
    with qtbot.waitSignal(form.asked) as asked:
        qtbot.keyClick(form.end.line, Qt.Key.Key_Return)
    assert (asked.args[0].start, asked.args[0].end) == ("actor:ru", "actor:hz")
