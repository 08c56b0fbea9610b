"""An answer as a table that sorts itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.models.answer_model import AnswerModel
from graphdata.questions.answers import Answer, Line

ANSWER = Answer(
    "Who?",
    "Three.",
    ("Actor", "Share"),
    (Line(("Russia", "16.9%"), "actor", "actor:ru"), Line(("iran", "2.4%")), Line(("Syria", "–"))),
)


@pytest.fixture
def model() -> AnswerModel:
    made = AnswerModel()
    made.show(ANSWER)
    return made


def shown(model: AnswerModel, column: int) -> list[str]:
    """Return the cells of a column from top to bottom."""
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_it_is_a_sound_model(model: AnswerModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_lines_come_as_they_are_given(model: AnswerModel) -> None:
    assert shown(model, 0) == ["Russia", "iran", "Syria"]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Share"


def test_figures_sort_by_size_and_words_without_case(model: AnswerModel) -> None:
    model.sort(1)
    assert shown(model, 1) == ["2.4%", "16.9%", "–"]
    model.sort(0)
    assert shown(model, 0) == ["iran", "Russia", "Syria"]


def test_a_line_keeps_what_it_leads_to(model: AnswerModel) -> None:
    model.sort(1)
    assert model.line_at(1).id == "actor:ru"


def test_a_column_of_figures_stands_right(model: AnswerModel) -> None:
    assert [column.is_number for column in model.columns] == [False, True]


def test_another_answer_brings_its_own_columns(model: AnswerModel) -> None:
    model.sort(1)
    model.show(Answer("When?", "One.", ("Month",), (Line(("2024-06",)),)))
    assert (model.columnCount(), shown(model, 0)) == (1, ["2024-06"])


def test_a_screen_reader_reads_the_line(model: AnswerModel) -> None:
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Actor: Russia. Share: 16.9%"


def test_dashes_alone_are_no_figures(model: AnswerModel) -> None:
    model.show(Answer("Which?", "One.", ("Status",), (Line(("–",)),)))
    assert not model.columns[0].is_number


def test_the_longest_cell_of_a_column_is_known(model: AnswerModel) -> None:
    assert (model.longest(0), model.longest(1)) == ("Russia", "16.9%")
