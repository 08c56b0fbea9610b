"""The command ask: every question has an answer, and a mistake is told with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphdata.cli import main
from graphdata.questions.catalogue import QUESTIONS

WORDS = {
    "routes": ["Russia", "Iran"],
    "reach": ["Russia", "1"],
    "strike": ["up-2023-12-08"],
    "chain": ["ru-ir-cyber-tools"],
    "changes": ["--earlier", "2022"],
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_answered(folder: Path, question: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", str(folder), question, *WORDS.get(question, [])]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert len(said.out.splitlines()) > 3


def test_routes_are_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["ask", str(folder), "routes", "Россия", "actor:ir"])
    assert "1 shortest route of 1 step." in capsys.readouterr().out


def test_a_filter_narrows_what_is_asked_about(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["ask", str(folder), "routes", "Russia", "Iran", "--domain", "arms"])
    assert "No route." in capsys.readouterr().out


def test_another_network_can_be_compared_with(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["ask", str(folder), "changes", "--other", str(folder)])
    assert "2 unchanged" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["routes", "Russia"], "name FROM TO"),
        (["routes", "Russia", "Irann"], "Did you mean Iran?"),
        (["strike", "nobody"], "Nothing on show rests on “nobody”"),
        (["chain"], "name a relation by its id"),
        (["ground", "nothing"], "There is no relation “nothing”"),
        (["changes", "--earlier", "yesterday"], "is not a date"),
    ],
)
def test_a_mistake_is_told(folder: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", str(folder), *words]) == 1
    assert told in capsys.readouterr().err
