"""Moving a filter in time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.filter import Filter
from graphdata.questions.moments import (
    WAYS,
    Stretch,
    Way,
    month_number,
    month_text,
    moved_to,
    stepped,
    stretch_of,
    timeless,
)

MONTH = st.integers(1900 * 12, 2100 * 12)
JUNE = month_number("2024-06")


@given(number=MONTH)
def test_months_are_numbered(number: int) -> None:
    assert month_number(month_text(number)) == number


@pytest.mark.parametrize("way", WAYS)
def test_a_filter_is_moved_in_one_way_and_keeps_the_others(way: Way) -> None:
    asked = Filter(period=("2020", "2021"), as_of="2022", known_by="2023", text="drones")
    moved = moved_to(asked, way, Stretch(JUNE, JUNE))
    assert stretch_of(moved, way).last == JUNE
    assert all(stretch_of(moved, other) == stretch_of(asked, other) for other in WAYS if other != way)
    assert moved.text == "drones"


def test_a_year_is_a_stretch_of_months() -> None:
    assert stretch_of(Filter(period=("2024", "2024")), "period") == (month_number("2024-01"), month_number("2024-12"))
    assert stretch_of(Filter(as_of="2024-02-10"), "as_of") == (None, month_number("2024-02"))
    assert stretch_of(Filter(), "period") == (None, None)


def test_nothing_of_time_is_left_without_time() -> None:
    asked = Filter(period=("2020", ""), as_of="2022", known_by="2023", undated=False, text="drones")
    assert timeless(asked) == Filter(text="drones")


@given(last=MONTH, months=st.integers(-40, 40), length=st.integers(0, 24))
def test_a_step_keeps_the_length_and_the_bounds(last: int, months: int, length: int) -> None:
    least, most = 1900 * 12 - 30, 2100 * 12 + 30
    moved = stepped(Stretch(last - length, last), months, least, most)
    assert moved.first is not None
    assert moved.last is not None
    assert moved.last - moved.first == length
    assert least <= moved.first <= moved.last <= most


def test_the_first_step_starts_at_an_end() -> None:
    assert stepped(Stretch(None, None), 1, 10, 20) == (None, 10)
    assert stepped(Stretch(None, None), -1, 10, 20) == (None, 20)


@pytest.mark.parametrize(("months", "last"), [(1, 20), (-1, 19)])
def test_a_stretch_without_an_end_ends_at_the_last_month(months: int, last: int) -> None:
    moved = stepped(Stretch(15, None), months, 10, 20)
    assert moved == (last - 5, last)
