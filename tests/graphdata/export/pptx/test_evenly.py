"""Columns are as few as hold all, and about as full as each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphdata.export.pptx.evenly import _filled, evenly

HEIGHTS = st.lists(st.floats(5.0, 90.0), max_size=60)


@given(HEIGHTS, st.integers(1, 3))
def test_nothing_is_lost_and_no_column_is_higher_than_the_room(heights: list[float], columns: int) -> None:
    counts = evenly(heights, 100.0, columns)
    assert sum(counts) == len(heights)
    assert all(counts)
    for at, count in enumerate(counts):
        first = sum(counts[:at])
        assert sum(heights[first : first + count]) <= 100.0


def test_the_last_page_is_about_as_full_as_the_others() -> None:
    assert evenly([10.0] * 41, 100.0) == [8, 8, 8, 9, 8]
    assert evenly([10.0] * 11, 100.0) == [6, 5]
    assert evenly([10.0] * 22, 100.0, 2) == [6, 5, 6, 5]


@given(HEIGHTS)
def test_no_more_columns_than_if_each_takes_all_that_fit(heights: list[float]) -> None:
    assert len(evenly(heights, 100.0)) <= len(_filled(heights, 100.0))


def test_as_few_pages_as_hold_all() -> None:
    assert evenly([10.0] * 10, 100.0) == [10]
    assert evenly([10.0] * 10, 100.0, 2) == [5, 5]
    assert evenly([], 100.0) == []


def test_what_is_higher_than_the_room_stands_alone() -> None:
    assert evenly([10.0, 300.0, 10.0], 100.0) == [1, 1, 1]
