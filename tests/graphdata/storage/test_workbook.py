"""Workbooks that another program wrote are read as it would show them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from graphdata.problems import DatasetError
from graphdata.storage.grids import Grid
from graphdata.storage.workbook import grids_of_workbook

Write = Callable[..., Path]
words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=12).filter(
    lambda word: not word.startswith(("=", "#"))
)


def grids(path: Path) -> tuple[Grid, ...]:
    return grids_of_workbook(path.read_bytes(), "t.xlsx")


def cells(path: Path) -> tuple[str, ...]:
    return grids(path)[0].rows[0][1]


def test_cells_are_shown_as_they_are_typed(workbook: Write) -> None:
    typed = ["Иран", 12, 0.1, 1.7e9, True, None, dt.date(2023, 3, 27), dt.datetime(2023, 3, 27, 9)]  # noqa: DTZ001 - cells know no zone
    assert cells(workbook({"a": [typed]})) == (
        "Иран", "12", "0.1", "1700000000", "yes", "", "2023-03-27", "2023-03-27",
    )  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.lists(words | st.integers(-999, 999) | st.none(), min_size=1, max_size=5), min_size=1, max_size=5))
def test_every_cell_is_where_the_other_program_put_it(workbook: Write, rows: list[list[Any]]) -> None:
    found = dict(grids(workbook({"a": rows}))[0].rows)
    for number, typed in enumerate(rows, 1):
        shown = found.get(number, ())
        assert [cell or None for cell in shown] == [None if each is None else str(each) for each in typed[: len(shown)]]
        assert not any(each is not None for each in typed[len(shown) :])


def test_sheets_come_in_order_with_their_names(workbook: Write) -> None:
    def hide(book: Any) -> None:
        book["b c"].sheet_state = "hidden"

    found = grids(workbook({"ä": [[1]], "b c": [[2]], "empty": []}, hide))
    assert [(grid.name, grid.hidden, len(grid.rows)) for grid in found] == [
        ("ä", False, 1), ("b c", True, 1), ("empty", False, 0),
    ]  # fmt: skip


def test_days_may_be_counted_from_1904(workbook: Write) -> None:
    def count(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904

    assert cells(workbook({"a": [[dt.date(2023, 3, 27)]]}, count)) == ("2023-03-27",)


def test_text_in_pieces_is_one_text(workbook: Write) -> None:
    rich = CellRichText("Shahed ", TextBlock(InlineFont(b=True), "136"))
    assert cells(workbook({"a": [[rich]]})) == ("Shahed 136",)


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18])
def test_a_zip_that_is_no_workbook(data: bytes) -> None:
    with pytest.raises(DatasetError) as refused:
        grids_of_workbook(data, "t.xlsx")
    assert refused.value.problems[0].rule in ("workbook-damaged", "not-a-workbook")


def outcome(data: bytes) -> str:
    """Return the rule that a workbook is refused by, empty where it is read."""
    try:
        grids_of_workbook(data, "t.xlsx")
    except DatasetError as refused:
        return refused.problems[0].rule
    return ""


def test_no_damage_leads_to_anything_but_words(workbook: Write) -> None:
    sound = workbook({"a": [["giver", 1], ["x", 2]]}).read_bytes()
    places = range(0, len(sound), 29)
    found = {outcome(sound[:at] + bytes([sound[at] ^ 0x55]) + sound[at + 1 :]) for at in places}
    assert "workbook-damaged" in found
    assert found <= {"", "workbook-damaged", "not-a-workbook", "table-too-large"}
