"""A survey reads record after record and keeps the places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphdata.network import Actor
from graphdata.storage.survey import Spot, Survey

ROW = {"id": "actor:ru", "kind": "state", "names": [{"text": "Russia"}]}


@pytest.fixture
def survey(folder: Path) -> Survey:
    survey = Survey(folder)
    assert survey.tables("actors.toml")
    return survey


def test_a_record_has_its_place(survey: Survey) -> None:
    assert survey.record(ROW, Actor, Spot("actors.toml", ("actor", 0)))
    assert survey.place("actor:ru", ("kind",)) == "actors.toml, line 3, actor actor:ru, kind"


def test_what_is_no_record_stands_in_the_head(survey: Survey) -> None:
    assert survey.place("sample", ("as_of",)) == "network.toml, as_of"


def test_a_record_that_cannot_be_read_is_remembered(survey: Survey) -> None:
    assert survey.record({**ROW, "kind": "x"}, Actor, Spot("actors.toml", ("actor", 0))) is None
    assert survey.unread == {"actor:ru"}
    assert len(survey.problems) == 1


@pytest.mark.parametrize("row", [None, 7, "actor:ru", [], {}, {"id": 3}, {"id": "x" * 999}, {"id": "a\x1b"}])
def test_rows_of_any_shape_are_told(survey: Survey, row: object) -> None:
    assert survey.record(row, Actor, Spot("actors.toml", ("actor", 1))) is None
    assert all(re.match(r"actors\.toml, line [6-9], actor item 2\b", problem.place) for problem in survey.problems)
    assert all(str(problem).isprintable() for problem in survey.problems)


def test_a_file_name_that_no_terminal_should_see(folder: Path) -> None:
    survey = Survey(folder)
    survey.tables("relations/\x1b[2J.toml")
    assert survey.problems[0].place == "relations/\\u001b[2J.toml"
