"""Numbers by the thousand are worded as one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graphdata.export.svg_cells import LINE, data

NUMBER = st.one_of(st.integers(-99_999, 99_999), st.sampled_from([0, 9, 10, 999, 1000, 9999, 10_000, -10_000]))
CELL = st.tuples(NUMBER, st.sampled_from(["", " ", "h", "zl"]), st.booleans())


def worded(rows: list[tuple[int, str, bool]]) -> list[str]:
    """Return a line of data that begins with M1."""
    before = np.array(
        [LINE + (ord("M") << 8), *(int.from_bytes(text.encode(), "little") for _, text, _ in rows)], np.uint32
    )
    numbers = np.array([1, *(number for number, _, _ in rows)])
    return data(numbers, before, np.array([False, *(unseen for _, _, unseen in rows)]))


@given(st.lists(CELL, max_size=30))
def test_cells_say_what_numbers_say(rows: list[tuple[int, str, bool]]) -> None:
    said = [
        ("" if text == " " and number < 0 else text) + ("" if unseen else str(number)) for number, text, unseen in rows
    ]
    assert worded(rows) == ["M1" + "".join(said)]


@given(st.lists(CELL, max_size=30))
def test_long_numbers_are_worded_too(rows: list[tuple[int, str, bool]]) -> None:
    assert worded([*rows, (-1_234_567, " ", False)]) == [f"{worded(rows)[0]}-1234567"]


def test_no_numbers_are_no_lines() -> None:
    nothing = np.zeros(0, np.int64)
    assert data(nothing, nothing.astype(np.uint32), nothing.astype(bool)) == []
