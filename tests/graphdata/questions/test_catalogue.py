"""The catalogue of questions: each has an answer, and asks about what it says it needs."""

from __future__ import annotations

import pytest

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.catalogue import QUESTIONS, Asked, answer_to
from graphdata.view import view_of

ABOUT = {"start": "actor:ru", "end": "actor:ir", "struck": ("src:essay",), "relation": "rel:loan", "earlier": "2022"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_answered_from_what_it_needs(little: Network, question: str) -> None:
    needed = {need: ABOUT[need] for need in QUESTIONS[question].needs if need in ABOUT}
    answer = answer_to(view_of(little, Filter()), Asked(question, **needed))  # type: ignore[arg-type]
    assert answer.question
    assert answer.sentence.endswith(".")
    assert all(len(line.cells) == len(answer.heads) for line in answer.lines)


def test_two_networks_can_be_compared(little: Network) -> None:
    answer = answer_to(view_of(little, Filter()), Asked("changes", other=little))
    assert answer.lines == ()


@pytest.mark.parametrize("question", QUESTIONS)
def test_labels_are_questions(question: str) -> None:
    assert QUESTIONS[question].label.endswith("?")
