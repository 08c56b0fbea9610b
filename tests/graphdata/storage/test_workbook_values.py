"""Numbers are written as somebody types them, and days as dates."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import to_excel

from graphdata.storage.workbook_values import Values, day_of, is_date_format, written


@pytest.mark.parametrize(
    ("value", "text"), [(12.0, "12"), (-3.5, "-3.5"), (0.1 + 0.2, "0.3"), (1e300, "1e+300"), (float("inf"), "")]
)
def test_numbers_are_written_as_typed(value: float, text: str) -> None:
    assert written(value) == text


@given(st.dates(dt.date(1900, 1, 1), dt.date(9999, 12, 31)))
def test_every_day_is_counted_as_spreadsheets_do(day: dt.date) -> None:
    assert day_of(float(to_excel(day))) == day.isoformat()


@pytest.mark.parametrize("value", [0.0, -1.0, 60.0, 1e9, float("nan")])
def test_numbers_that_are_no_day(value: float) -> None:
    assert day_of(value) == ""


@pytest.mark.parametrize(
    ("form", "code", "is_date"),
    [(14, "", True), (164, "yyyy-mm-dd", True), (165, "mmm", True), (0, "", False), (166, '0.00 "days"', False),
     (167, "[Red]0", False), (46, "[h]:mm:ss", False), (168, "[$-409]d-mmm-yy", True)],
)  # fmt: skip
def test_formats_of_dates_are_known(form: int, code: str, is_date: bool) -> None:
    assert is_date_format(form, code) == is_date


def test_a_text_that_is_not_there_is_empty() -> None:
    values = Values(["one"], frozenset())
    assert [values.shown("s", 0, number) for number in ("0", "1", "x", "-1")] == ["one", "", "", ""]
