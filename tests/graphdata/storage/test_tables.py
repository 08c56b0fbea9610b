"""Faults of grammar in TOML are told in words, at their line, and no text makes the parser hang."""

from __future__ import annotations

import time

import pytest

from graphdata.problems import DatasetError, Problem
from graphdata.storage.tables import tables_in


def refusal(text: str) -> Problem:
    with pytest.raises(DatasetError) as refused:
        tables_in(text, "a.toml")
    return refused.value.problems[0]


def test_good_toml() -> None:
    assert tables_in('a = 1\n[[b]]\nc = "x"\n', "a.toml") == {"a": 1, "b": [{"c": "x"}]}


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        ("a = 1\nb = no\n", 2, "Put text between quotation marks"),
        ('a = "x\nb = 1\n', 1, "Delete the invisible character."),
        ("a = 1\njust words\n", 2, "Write key = value."),
        ('a = "C:\\path"\n', 1, "Double the backslash"),
        ("a = [1,\n2\n", 2, "Correct the line"),
        ("a = 1\n\x00\n", 2, "Delete that character."),
        ("[a]\nb = 1\n[a]\n", 3, "Join the two tables"),
        ('a = "\\ud800"', 1, "Correct the line"),
    ],
)
def test_a_fault_of_grammar_has_line_and_remedy(text: str, line: int, remedy: str) -> None:
    problem = refusal(text)
    assert problem.place == f"a.toml, line {line}"
    assert remedy in problem.remedy
    assert problem.message.isprintable()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1\nb = 2\na = 3\n", "the key 'a' is given twice; the first is on line 1."),
        ("[x]\na = 1\n[y]\na = 1\na = 2\n", "the key 'a' is given twice; the first is on line 4."),
        ('[x]\na = """\nb = 1\n"""\na = 2', "the key 'a' is given twice; the first is on line 2."),
        ("a = { b = 1, b = 2 }\n", "the key 'b' is given twice on this line."),
    ],
)
def test_a_key_given_twice_names_the_first(text: str, message: str) -> None:
    problem = refusal(text)
    assert problem.rule == "duplicate-key"
    assert problem.message.startswith(message.rstrip("."))


@pytest.mark.parametrize(
    "text",
    [
        "a" + ".a" * 1_000_000 + " = 1",
        '"a"' + ' . "a"' * 500_000 + " = 1",
        "[" + "a." * 1_000_000 + "a]",
        "a = " + "[" * 1_000_000,
        "a = " + "{a=" * 300_000,
        "a" * 2_000_000,
        '"' * 2_000_001,
        "a " * 1_000_000,
        "a = " + "9" * 5000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    before = time.perf_counter()
    assert refusal(text).remedy
    assert time.perf_counter() - before < 5


def test_prose_with_many_dots_is_no_endless_key() -> None:
    assert tables_in(f'a = "{"U.S. and e.g. 1.2.3.4 … ... " * 200}"', "a.toml")
