"""Cells are read as words of the model, dates, amounts and places, or refused with a remedy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphdata.storage.table_cells import amount_in, date_in, locator_in, word_in, word_or_default
from graphdata.storage.table_rows import Ledger, Row

MakeRow = Callable[..., Row]


@pytest.mark.parametrize(("cell", "word"), [("Supports", "supports"), ("AGAINST", "contradicts"), ("", "")])
def test_words_are_known_by_their_spellings(row: MakeRow, ledger: Ledger, cell: str, word: str) -> None:
    assert word_in(row(stance=cell), "stance", ledger) == word
    assert not ledger.problems


def test_an_unknown_word_is_refused_with_the_nearest(row: MakeRow, ledger: Ledger) -> None:
    assert word_in(row(stance="supportz"), "stance", ledger) == ""
    assert ledger.problems[0].remedy.endswith("Nearest name: 'supports'.")


def test_a_default_is_told(row: MakeRow, ledger: Ledger) -> None:
    assert word_or_default(row(), "basis", "reported", ledger) == "reported"
    assert ledger.problems[0].rule == "defaulted"


@pytest.mark.parametrize("cell", ["2023-03-27", "2023", "2022-02/..", ""])
def test_dates_of_the_model_are_taken(row: MakeRow, ledger: Ledger, cell: str) -> None:
    assert date_in(row(date=cell), "date", ledger) == cell
    assert not ledger.problems


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [("27.03.2023", "Write it like 2023-03-27"), ("45012", "2023-03-27 is meant"), ("March", "Write it like")],
)
def test_other_dates_are_refused_and_never_guessed(row: MakeRow, ledger: Ledger, cell: str, remedy: str) -> None:
    date_in(row(date=cell), "date", ledger)
    assert remedy in ledger.problems[0].remedy


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2400", {"value": 2400}),
        ("2 400", {"value": 2400}),
        ("1,700,000", {"value": 1_700_000}),
        ("0.5", {"value": 0.5}),
        ("1.7E9", {"value": 1.7e9}),
        ("−3", {"value": -3}),
        ("400-500", {"low": 400, "high": 500}),
        ("400 to 500", {"low": 400, "high": 500}),
        ("", {}),
    ],
)
def test_amounts_are_numbers_or_ranges(row: MakeRow, ledger: Ledger, cell: str, value: dict[str, float]) -> None:
    assert amount_in(row(amount=cell), ledger) == value
    assert not ledger.problems


@pytest.mark.parametrize(
    ("cell", "message"),
    [("1,200", "'1,200' may be 1200 or 1.200."), ("about 5", "'about 5' is not a number."), ("1.7 bn", "not a number")],
)
def test_amounts_that_could_be_read_two_ways_are_refused(row: MakeRow, ledger: Ledger, cell: str, message: str) -> None:
    assert amount_in(row(amount=cell), ledger) == {}
    assert message in ledger.problems[0].message


def test_a_point_that_might_divide_thousands_is_told(row: MakeRow, ledger: Ledger) -> None:
    assert amount_in(row(amount="1.200"), ledger) == {"value": 1.2}
    assert ledger.problems[0].rule == "decimal-point"


@pytest.mark.parametrize(
    ("cells", "locator"),
    [
        ({"page": "4"}, ("page", "4")),
        ({"page": "4", "paragraph": "2"}, ("page", "4, paragraph 2")),
        ({"paragraph": "2"}, ("paragraph", "2")),
        ({"locator": "pp. 4-5"}, ("page", "4-5")),
        ({"locator": "¶ 7"}, ("paragraph", "7")),
        ({"locator": "1:02:30"}, ("timestamp", "1:02:30")),
        ({"locator": "Annex II"}, ("place", "Annex II")),
        ({}, ("place", "not given")),
    ],
)
def test_places_in_a_source(row: MakeRow, ledger: Ledger, cells: dict[str, str], locator: tuple[str, str]) -> None:
    assert tuple(locator_in(row(**cells), ledger).values()) == locator
