"""What a table is before anybody knows its columns: numbered rows of text, with remarks on single cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from graphdata.problems import Severity

MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 200
TABLE_LIMIT: Final = 50 * 1024 * 1024


class Remark(NamedTuple):
    """Something about one cell that the reader of the table has to know; an error forbids taking the row."""

    message: str
    remedy: str
    rule: str
    severity: Severity = "error"


class Grid(NamedTuple):
    """One sheet: its rows under the numbers that a spreadsheet shows, empty rows left out."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    remarks: Mapping[tuple[int, int], Remark] = {}
    hidden: bool = False


def letters_of(column: int) -> str:
    """Return what a spreadsheet calls a column that is counted from nought: A, B … Z, AA."""
    said = ""
    while column >= 0:
        said = chr(ord("A") + column % 26) + said
        column = column // 26 - 1
    return said
