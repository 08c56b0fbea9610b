"""A table as CSV: every row says of which data and under which filter it is, and no cell is a formula.

Cells that a spreadsheet would take for formulas get an apostrophe before them, which is told; a workbook needs none.
"""

from __future__ import annotations

import csv
import io
from typing import Final, NamedTuple

from graphdata.annex.value import Annex
from graphdata.export.cells import flat, harmless, is_active
from graphdata.listings import listing_of

ABOUT: Final = ("dataset", "shown", "marking of the table")
BYTE_ORDER_MARK: Final = "\ufeff"  # without it, spreadsheets take the file for one of another encoding


class CsvFile(NamedTuple):
    """The file, and how many of its cells got an apostrophe."""

    content: bytes
    marked: int


def to_csv(annex: Annex, name: str) -> CsvFile:
    """Return a table of what is on show by its name; the same view gives the same bytes."""
    listing = listing_of(annex, name)
    about = (
        f"{annex.dataset}; ruleset {annex.ruleset.version}",
        f"{annex.scope} {annex.lowered}".rstrip(),
        annex.marking,
    )
    rows = [(*row, *about) for row in listing.rows]
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow([*(column.head for column in listing.columns), *ABOUT])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    marked = sum(is_active(flat(cell)) for row in rows for cell in row)
    return CsvFile((BYTE_ORDER_MARK + held.getvalue()).encode(), marked)


def told(marked: int) -> str:
    """Return what to tell of cells that got an apostrophe, nothing where none did."""
    if not marked:
        return ""
    cells = "1 cell begins" if marked == 1 else f"{marked:,} cells begin"
    return f"{cells} like a formula: an apostrophe stands before them. A workbook (.xlsx) keeps them as they are."
