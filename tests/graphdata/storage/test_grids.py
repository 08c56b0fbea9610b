"""Columns go by the letters of a spreadsheet."""

from __future__ import annotations

import pytest

from graphdata.storage.grids import letters_of


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_letters(column: int, letters: str) -> None:
    assert letters_of(column) == letters
