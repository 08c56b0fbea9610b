"""The parts of a query: where they stand, and what is amiss with their form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.query.tokens import QueryError, Slip, scanned, written


def parts(text: str) -> list[tuple[str, str, list[str], bool]]:
    return [(term.key, term.sign, [value.text for value in term.values], term.negated) for term in scanned(text).terms]


def test_a_term_has_a_key_a_sign_and_values() -> None:
    assert parts("from:ru,ir origins>=2 drones") == [
        ("from", ":", ["ru", "ir"], False),
        ("origins", ">=", ["2"], False),
        ("", "", ["drones"], False),
    ]


def test_not_turns_the_next_term_round() -> None:
    assert parts("not source:x NOT hostile") == [("source", ":", ["x"], True), ("", "", ["hostile"], True)]


def test_quotation_marks_hold_spaces_commas_and_escaped_marks() -> None:
    assert parts(r'to:"a, b",c "not" "say \"x\" \\"') == [
        ("to", ":", ["a, b", "c"], False),
        ("", "", ["not"], False),
        ("", "", [r'say "x" \ '.rstrip()], False),
    ]


def test_a_value_may_hold_signs() -> None:
    assert parts("ceiling:TLP:AMBER+STRICT since:2022/..") == [
        ("ceiling", ":", ["TLP:AMBER+STRICT"], False),
        ("since", ":", ["2022/.."], False),
    ]


@pytest.mark.parametrize(("text", "start"), [('to:"a b', 3), ("arms not", 5)])
def test_what_is_left_open_is_told_with_its_place(text: str, start: int) -> None:
    assert [slip.start for slip in scanned(text).slips] == [start]


@given(st.text())
def test_places_are_those_of_the_text(text: str) -> None:
    for term in scanned(text).terms:
        assert 0 <= term.start <= term.values[0].start <= term.values[-1].end == term.end <= len(text)


@given(st.text())
def test_any_value_can_be_written_and_read(value: str) -> None:
    [term] = scanned(f"text:{written(value)}").terms
    assert [each.text for each in term.values] == [value]


def test_an_error_names_every_mistake_with_its_place() -> None:
    fault = QueryError("frm:x", (Slip(0, 4, "there is no “frm:”.", "Did you mean from:?"),))
    assert str(fault) == "“frm:” at 1: there is no “frm:”. Did you mean from:?"
