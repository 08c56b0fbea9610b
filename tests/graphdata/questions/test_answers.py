"""Answers as tables: every line as wide as its head, and as text for a terminal."""

from __future__ import annotations

from graphdata.network import Network
from graphdata.questions.answers import Answer, Line, as_csv, as_text, counted_noun, joined_labels, relation_cells


def test_an_answer_reads_as_an_aligned_table() -> None:
    answer = Answer("Who?", "Two.", ("Actor", "Steps"), (Line(("Russia", "1")), Line(("Iran", "12"))), ("A note.",))
    assert as_text(answer) == "Who?\nTwo.\n\nActor   Steps\nRussia  1\nIran    12\n\nA note.\n"


def test_records_are_named_as_a_reader_knows_them(little: Network) -> None:
    assert joined_labels(little, ("actor:ru", "actor:ir")) == "Russia, Iran"
    assert relation_cells(little, "rel:treaty") == ("Russia ↔ Iran", "Partnership treaty")
    assert [counted_noun(1, "step"), counted_noun(2, "step")] == ["1 step", "2 steps"]


def test_no_cell_of_a_csv_is_a_formula() -> None:
    answer = Answer("Who?", "One.", ("Actor",), (Line(("=1+1",)),))
    assert as_csv(answer) == "Actor\n'=1+1\n"


def test_question_and_answer_make_one_line() -> None:
    assert Answer("Who?", "Two.", (), ()).heading == "Who? Two."
    assert Answer("Routes from here", "One.", (), ()).heading == "Routes from here: One."
