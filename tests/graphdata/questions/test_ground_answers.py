"""What the network rests on, in words."""

from __future__ import annotations

import pytest

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.ground_answers import (
    ground_answer,
    leaning_answer,
    reporting_answer,
    striking_answer,
)
from graphdata.questions.reporting import reporting_of
from graphdata.questions.striking import Ground, consequences_of, ground_of, leanings_of_sources
from graphdata.view import View, view_of


@pytest.fixture
def view(little: Network) -> View:
    return view_of(little, Filter())


def test_what_is_lost_is_counted_and_listed(view: View) -> None:
    answer = striking_answer(view, ["src:essay"], consequences_of(view, {"src:essay"}))
    assert answer.question == "What if this is wrong: The axis"
    assert answer.sentence.startswith("2 would be lost")
    assert {line.id for line in answer.lines if line.cells[0] == "Would be lost"} == {"rel:training", "rel:gold"}


def test_nobody_falls_when_nothing_is_struck(view: View) -> None:
    answer = striking_answer(view, [], consequences_of(view, ()))
    assert answer.sentence == "No relation changes its level."
    assert answer.notes == ("Left without any ground: nobody.",)


def test_the_source_that_most_leans_on_is_named(view: View) -> None:
    answer = leaning_answer(view, "source", leanings_of_sources(view))
    assert (
        answer.sentence
        == f"Most leans on {answer.lines[0].cells[0]}: {answer.lines[0].cells[2]} of 12 relations rest on it alone."
    )
    assert all(len(line.cells) == len(answer.heads) for line in answer.lines)
    assert leaning_answer(view, "source", ()).sentence == "Nothing."


def test_single_sources_come_first(view: View) -> None:
    answer = ground_answer(view, [ground_of(view, each.id) for each in view.relations])
    sizes = [line.cells[2] for line in answer.lines]
    assert sizes == sorted(sizes, key=lambda size: (size == "–", size))
    assert answer.lines[-1].cells[3] == "has no ground to lose"
    assert answer.notes == ()


def test_what_was_not_tried_out_is_said(view: View) -> None:
    assert ground_answer(view, [Ground("rel:loan", (("src:essay",),), exact=False)]).notes


def test_reporting_lists_each_handing_on(view: View) -> None:
    answer = reporting_answer(view, reporting_of(view, "rel:loan"))
    (line,) = answer.lines
    assert line.cells[:2] == ("WSJ (origin)", "UP")
    assert line.id == "src:up-2023"
