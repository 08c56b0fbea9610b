"""Findings get their places, their acceptances and their words."""

from __future__ import annotations

import pytest

from graphdata.linter.findings import (
    FieldPath,
    Finding,
    Names,
    error,
    loops_in,
    place_in_words,
    printable,
    problems_from,
    quoted,
)
from graphdata.network import Network


@pytest.mark.parametrize(
    ("record", "field", "place"),
    [
        ("clm:a", ("locator", "value"), "claim clm:a, locator.value"),
        ("src:a", (), "source src:a"),
        ("rel:a", ("via", 0, "actor"), "relation rel:a, via item 1.actor"),
        ("sample", ("as_of",), "network, as_of"),
    ],
)
def test_a_place_is_told_in_words(record: str, field: FieldPath, place: str) -> None:
    assert place_in_words(record, field) == place


def test_a_finding_becomes_a_problem_at_the_place_that_is_asked_for(sample: Network) -> None:
    finding = error("clm:a", ("when",), "is wrong.", "Mend it.", "date")
    problem = problems_from([finding], sample, lambda record, field: f"<{record} {field}>")[0]
    assert str(problem) == "error: <clm:a ('when',)>: is wrong. Mend it. [date]"


def test_a_word_is_compared_without_the_kind_of_its_record() -> None:
    names = Names(["actor:ir", "actor:ru", "actor:hezbollah"])
    assert names.nearest("actor:irn") == " Nearest name: 'actor:ir'."
    assert names.nearest("actor:hizbollah") == " Nearest name: 'actor:hezbollah'."
    assert names.nearest("actor:zzzzzz") == ""


def test_suggestions_end_before_patience_does() -> None:
    names = Names(["value"], questions=1)
    assert (names.nearest("valu"), names.nearest("valu")) == (" Nearest name: 'value'.", "")


def test_values_are_quoted_short_and_harmless() -> None:
    assert quoted("a\x1b[2J\u202eb") == "'a\\u001b[2J\\u202eb'"
    assert len(quoted("x" * 10_000)) < 100
    assert quoted(1 << 20_000) == "'a number of 20001 bits'"
    assert printable("نام") == "نام"


def test_loops_are_found_once_each() -> None:
    steps = {"a": ["b", "d"], "b": ["c"], "c": ["a"], "d": ["d"], "e": ["a"]}
    assert sorted(loops_in(steps)) == [("a", "b", "c"), ("d",)]
    assert list(loops_in({"a": ["b"], "b": []})) == []


def test_a_long_chain_is_no_loop_and_no_deep_recursion() -> None:
    assert list(loops_in({str(number): [str(number + 1)] for number in range(50_000)})) == []


def test_a_finding_is_a_warning_unless_it_is_an_error() -> None:
    assert Finding("clm:a", (), "m", "r", "rule").severity == "warning"
