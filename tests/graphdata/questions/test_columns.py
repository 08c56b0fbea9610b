"""Rows in columns: few crossings, everything apart, long arrows round what stands in their way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphdata.questions.columns import rows_of


def test_arrows_that_need_not_cross_do_not() -> None:
    rows = rows_of({"a": 0, "b": 0, "x": 1, "y": 1}, [("a", "y"), ("b", "x")]).row
    assert (rows["a"] < rows["b"]) == (rows["y"] < rows["x"])


def test_a_long_arrow_holds_a_row_of_its_own() -> None:
    found = rows_of({"a": 0, "m": 1, "z": 2}, [("a", "m"), ("m", "z"), ("a", "z")])
    (passed,) = found.passing["a", "z"]
    assert passed != found.row["m"]
    assert found.height == 2


def test_an_arrow_within_a_column_passes_nothing() -> None:
    assert rows_of({"a": 0, "b": 0}, [("a", "b"), ("b", "a")]).passing == {("a", "b"): (), ("b", "a"): ()}


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 3), max_size=9), st.data())
def test_nothing_stands_on_anything(column: dict[str, int], data: st.DataObject) -> None:
    pairs = [(one, other) for one in column for other in column if column[one] < column[other]]
    arrows = data.draw(st.lists(st.sampled_from(pairs), max_size=8, unique=True)) if pairs else []
    found = rows_of(column, arrows)
    taken = [(column[thing], found.row[thing]) for thing in column]
    passed = [
        (column[start] + at, row) for (start, _), rows in found.passing.items() for at, row in enumerate(rows, start=1)
    ]
    assert len({*taken, *passed}) == len(taken) + len(passed)
    assert all(abs(row) <= (found.height - 1) / 2 for _, row in (*taken, *passed))
