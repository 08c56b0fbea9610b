"""Changes and months in words."""

from __future__ import annotations

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.comparing import compare
from graphdata.questions.time_answers import comparison_answer, timeline_answer
from graphdata.questions.timeline import timeline_of
from graphdata.view import view_of


def test_what_stayed_the_same_is_counted_and_not_listed(little: Network) -> None:
    found = compare(view_of(little, Filter(as_of="2023-06")), view_of(little, Filter()))
    answer = comparison_answer(found, little)
    assert len(answer.lines) == len(found.differences) - found.count("same")
    assert "unchanged" in answer.sentence


def test_nobody_waits_for_the_words_of_a_question_that_was_called_off(little: Network) -> None:
    found = compare(view_of(little, Filter(as_of="2023-06")), view_of(little, Filter()))
    assert comparison_answer(found, little, lambda: True).lines == ()


def test_actors_that_went_are_named(little: Network) -> None:
    found = compare(view_of(little, Filter()), view_of(little, Filter(domains=frozenset({"money"}))))
    assert any(
        note.startswith("Actors gone: ") and "Hezbollah" in note for note in comparison_answer(found, little).notes
    )


def test_months_in_which_nothing_changes_share_a_line(little: Network) -> None:
    answer = timeline_answer(timeline_of(view_of(little, Filter(domains=frozenset({"money"})))))
    assert answer.lines[0].cells[0] == "2022-09 to 2023-02"
    assert answer.notes == ("Without a date: relations 1, claims 1, published 0.",)


def test_nothing_dated_is_said(little: Network) -> None:
    answer = timeline_answer(timeline_of(view_of(little, Filter(text="no such word"))))
    assert (answer.sentence, answer.lines) == ("Nothing has a date.", ())
