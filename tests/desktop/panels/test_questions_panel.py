"""Questions are answered beside the window, again after a filter, and shown on the map."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.panels.questions_panel import LOWEST, QuestionsPanel
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.catalogue import QUESTIONS, Asked


@pytest.fixture
def panel(session: Session, window: QWidget, qtbot: QtBot) -> QuestionsPanel:
    made = QuestionsPanel(session)
    QVBoxLayout(window).addWidget(made)
    with qtbot.waitExposed(window):
        window.show()
    return made


def ask(panel: QuestionsPanel, qtbot: QtBot, asked: Asked) -> None:
    """Ask and wait for the answer."""
    panel.ask(asked)
    qtbot.waitUntil(lambda: panel._job is None)


def test_an_answer_is_a_sentence_and_a_table(panel: QuestionsPanel, qtbot: QtBot) -> None:
    ask(panel, qtbot, Asked("routes", start="actor:ru", end="actor:hz"))
    assert "1 shortest route of 2 steps" in panel.sentence.text()
    assert panel.table.model().rowCount() == 2
    assert "weakest step" in panel.notes.text()


def test_what_it_names_is_lifted_out_of_the_map(panel: QuestionsPanel, session: Session, qtbot: QtBot) -> None:
    ask(panel, qtbot, Asked("routes", start="actor:ru", end="actor:hz"))
    with qtbot.waitSignal(session.marks_changed):
        panel.mark.click()
    assert {"rel:rockets", "rel:jets", "rel:loan"} <= session.emphasis


def test_a_filter_brings_the_answer_up_to_date(panel: QuestionsPanel, session: Session, qtbot: QtBot) -> None:
    ask(panel, qtbot, Asked("routes", start="actor:ru", end="actor:hz"))
    change_filter(session, Filter(domains=frozenset({"money"})), "Money")
    qtbot.waitUntil(lambda: "No route" in panel.sentence.text())


def test_an_answer_can_be_copied(panel: QuestionsPanel, qtbot: QtBot) -> None:
    ask(panel, qtbot, Asked("reach", start="actor:ru", steps=1))
    panel.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Within 1 step of Russia")


def test_what_cannot_be_answered_is_told(panel: QuestionsPanel, qtbot: QtBot) -> None:
    ask(panel, qtbot, Asked("routes", start="actor:ru", end="actor:nobody"))
    assert "no actor “actor:nobody”" in panel.sentence.text()


def test_another_network_forgets_question_and_answer(
    panel: QuestionsPanel, session: Session, network: Network, qtbot: QtBot
) -> None:
    ask(panel, qtbot, Asked("between"))
    session.open(network, {})
    assert panel.sentence.text().startswith("Choose a question")
    assert panel.table.model().rowCount() == 0
    assert not panel.copy.isEnabled()
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not panel._again.isActive())
    assert panel.answer is None


def test_a_question_about_a_record_is_asked_at_once(panel: QuestionsPanel, qtbot: QtBot) -> None:
    panel.begin("reach", "actor:ru")
    qtbot.waitUntil(lambda: panel.answer is not None)
    assert panel.answer is not None
    assert panel.answer.question.startswith("Within 2 steps of Russia")


def test_a_question_that_needs_more_waits_for_it(panel: QuestionsPanel) -> None:
    panel.begin("routes", "actor:ru")
    assert panel.form.start.currentData() == "actor:ru"
    assert panel._job is None


def test_what_changed_is_drawn_on_the_map(panel: QuestionsPanel, session: Session, qtbot: QtBot) -> None:
    ask(panel, qtbot, Asked("changes", earlier="2022"))
    panel.mark.click()
    assert session.baseline.earlier == "2022"
    assert any(tie.change for tie in session.ties)


def test_without_an_answer_it_says_what_to_do(panel: QuestionsPanel) -> None:
    assert panel.sentence.text().startswith("Choose a question")
    assert not panel.mark.isEnabled()
    assert not panel.copy.isEnabled()


def test_no_answer_of_before_stands_under_a_refusal(panel: QuestionsPanel, qtbot: QtBot) -> None:
    ask(panel, qtbot, Asked("between"))
    ask(panel, qtbot, Asked("routes", start="actor:ru", end="actor:nobody"))
    assert (panel.table.model().rowCount(), panel.copy.isEnabled()) == (0, False)


def test_the_map_shows_what_changed_whatever_was_lifted_before(
    panel: QuestionsPanel, session: Session, qtbot: QtBot
) -> None:
    session.emphasise(frozenset({"rel:loan"}))
    ask(panel, qtbot, Asked("changes", earlier="2016"))
    panel.mark.click()
    assert (session.baseline.earlier, session.emphasis) == ("2016", frozenset())


def test_the_keyboard_stays_where_it_is_while_an_answer_is_made_anew(panel: QuestionsPanel, qtbot: QtBot) -> None:
    ask(panel, qtbot, Asked("between"))
    panel.mark.setFocus()
    panel.ask(Asked("between"))
    assert panel.mark.isEnabled()
    qtbot.waitUntil(lambda: panel._job is None)


def test_where_it_is_low_the_whole_question_stands_there(panel: QuestionsPanel, qtbot: QtBot) -> None:
    panel.window().resize(560, 150)
    form = panel.form
    qtbot.waitUntil(lambda: form.width() < 560)
    assert form.height() >= form.heightForWidth(form.width())


def test_where_it_is_low_and_narrow_question_and_answer_are_scrolled(panel: QuestionsPanel, qtbot: QtBot) -> None:
    ask(panel, qtbot, Asked("routes", start="actor:ru", end="actor:hz"))
    panel.window().resize(320, 140)
    for name in QUESTIONS:
        panel.form.choose(name)
        for part in (panel.form, panel.sentence, panel.notes):
            qtbot.waitUntil(lambda each=part: each.height() >= each.heightForWidth(each.width()))
        assert panel.table.height() >= LOWEST - 4
    area = panel.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() > 0
    panel.form.choose("between")
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert panel.sentence.visibleRegion().isEmpty()
    panel.form.ask()
    assert not panel.sentence.visibleRegion().isEmpty()
    qtbot.waitUntil(lambda: panel._job is None)
