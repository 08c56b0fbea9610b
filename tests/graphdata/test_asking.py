"""The command ask: every question has an answer, and a mistake is told with its remedy."""

from __future__ import annotations

import json
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


def test_an_answer_comes_as_csv_or_json_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["ask", str(folder), "routes", "Russia", "Iran", "--format", "csv"])
    assert capsys.readouterr().out.splitlines()[0].startswith("Route,By way of,")
    main(["ask", str(folder), "routes", "Russia", "Iran", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert found["lines"][0]["record"] == "rel:ru-ir-cyber-tools"
    assert found["sentence"] == "1 shortest route of 1 step."


def test_two_filters_can_be_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", str(folder), "changes", "--before", "domain:arms"]) == 0
    assert "1 added, 1 unchanged" in capsys.readouterr().out
    assert main(["ask", str(folder), "changes", "--before", "domain:army"]) == 1
