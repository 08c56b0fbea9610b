"""Arrays: different values and pairs, in order."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graphdata.arrays import among, distinct, distinct_pairs

NUMBERS = st.integers(0, 50)


@given(st.lists(NUMBERS))
def test_different_values_come_sorted(values: list[int]) -> None:
    assert distinct(np.array(values, np.int64)).tolist() == sorted(set(values))


@given(st.lists(st.tuples(NUMBERS, NUMBERS)))
def test_different_pairs_come_sorted(pairs: list[tuple[int, int]]) -> None:
    one, other = np.array(pairs, np.int64).reshape(-1, 2).T
    found = [each.tolist() for each in distinct_pairs(one, other)]
    assert list(zip(*found, strict=True)) == sorted(set(pairs))


def test_nothing_holds_nothing() -> None:
    assert distinct(np.array([], np.int64)).tolist() == []


@given(st.lists(NUMBERS), st.lists(NUMBERS))
def test_values_among_others_are_told(values: list[int], wanted: list[int]) -> None:
    found = among(np.array(values, np.int64), np.array(wanted, np.int64))
    assert found.tolist() == [value in wanted for value in values]
