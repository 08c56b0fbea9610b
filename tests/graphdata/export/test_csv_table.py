"""A reader of CSV finds every cell, none of which begins like a formula; how many were marked is told."""

from __future__ import annotations

import csv
import io

import pytest

from graphdata.annex import Annex
from graphdata.export.cells import ACTIVE, flat
from graphdata.export.csv_table import to_csv, told
from graphdata.listings import LISTINGS, listing_of


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", LISTINGS)
def test_no_cell_begins_like_a_formula_and_none_is_lost(odd: Annex, name: str) -> None:
    made, listing = to_csv(odd, name), listing_of(odd, name)
    head, *found = rows(made.content)
    assert head[:-3] == [column.head for column in listing.columns]
    assert not [cell for row in found for cell in row if cell.startswith((*ACTIVE, "\t", "\r"))]
    read = [[cell.removeprefix("'") for cell in row[:-3]] for row in found]
    assert read == [[flat(cell).removeprefix("'") for cell in row] for row in listing.rows]


def test_marked_cells_are_counted(odd: Annex) -> None:
    made = to_csv(odd, "relations")
    assert made.marked == sum(cell.startswith("'=") for row in rows(made.content) for cell in row) == 1
    assert told(1).startswith("1 cell begins like a formula")
    assert told(0) == ""


def test_every_row_says_of_which_data_it_is(odd: Annex) -> None:
    for row in rows(to_csv(odd, "actors").content)[1:]:
        assert row[-3:] == [f"{odd.dataset}; ruleset 1", odd.scope, odd.marking]


def test_twice_the_same(odd: Annex) -> None:
    assert to_csv(odd, "claims") == to_csv(odd, "claims")
