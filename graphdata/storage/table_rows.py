"""From a grid to rows that know their columns, and a ledger of everything that has to be said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from graphdata.linter.findings import Names, printable, quoted
from graphdata.problems import DatasetError, Problem
from graphdata.storage.files import refusal
from graphdata.storage.grids import Grid, Remark, letters_of
from graphdata.storage.table_columns import Column, folded

_RUNS_TOLD: Final = 50


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header: where it stands, and what its cells hold by the name of their column."""

    sheet: str
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return what a cell holds, an empty string also where the table has no such column."""
        return self.cells.get(column, "")


class Ledger:
    """All that is said of a table: a problem for each fault of a row, and one note for all rows of which it holds."""

    def __init__(self, file: str) -> None:
        """Start with nothing to say."""
        self.file = file
        self.refused: set[tuple[str, int]] = set()
        self.headings: dict[tuple[str, str], str] = {}
        self._problems: list[Problem] = []
        self._notes: dict[tuple[str, str, Remark], list[int]] = defaultdict(list)

    def place(self, sheet: str, row: str = "", column: str = "") -> str:
        """Return a place as a reader of the table finds it."""
        heading = f"column {self.headings.get((sheet, column), column)}" if column else ""
        return ", ".join(part for part in (self.file, f"sheet {sheet}" if sheet else "", row, heading) if part)

    def refuse(self, row: Row, column: str, message: str, remedy: str, rule: str) -> None:
        """Say what is wrong in one cell; its row is not taken."""
        self.refused.add((row.sheet, row.number))
        place = self.place(row.sheet, f"row {row.number}", column)
        self._problems.append(Problem(place, message, remedy, rule))

    def note(self, row: Row, column: str, message: str, remedy: str, rule: str) -> None:
        """Say something of a cell that does no harm; rows of which the same is said share one line."""
        self._notes[row.sheet, column, Remark(message, remedy, rule, "warning")].append(row.number)

    def default(self, row: Row, column: str, taken: str) -> None:
        """Say what an empty cell was taken to mean."""
        missing = "the cell is empty" if (row.sheet, column) in self.headings else "the table has no such column"
        message = f"{missing}; {quoted(taken)} was taken."
        self.note(row, column, message, "Fill it in where it should be another.", "defaulted")

    def warn(self, sheet: str, message: str, remedy: str, rule: str) -> None:
        """Say something of a whole sheet."""
        self._problems.append(Problem(self.place(sheet), message, remedy, rule, "warning"))

    def takes(self, row: Row) -> bool:
        """Return whether nothing is wrong with a row so far."""
        return (row.sheet, row.number) not in self.refused

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was said."""
        return (*self._problems, *self._noted())

    def _noted(self) -> Iterator[Problem]:
        """Yield the notes on rows that were taken."""
        for (sheet, column, remark), numbers in self._notes.items():
            taken = [number for number in numbers if (sheet, number) not in self.refused]
            if taken:
                yield Problem(self.place(sheet, rows_in_words(taken), column), *remark)


def rows_in_words(numbers: Iterable[int]) -> str:
    """Return rows as a reader looks them up: "row 4", "rows 2 to 9; 12"."""
    wanted = sorted(set(numbers))
    runs = [[wanted[0], wanted[0]]]
    for number in wanted[1:]:
        if number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    said = [f"{first} to {last}" if first < last else f"{first}" for first, last in runs[:_RUNS_TOLD]]
    rest = sum(last - first + 1 for first, last in runs[_RUNS_TOLD:])
    return f"{'rows' if len(wanted) > 1 else 'row'} {'; '.join(said)}" + (f"; and {rest} more" if rest else "")


def rows_of(grid: Grid, columns: Sequence[Column], ledger: Ledger) -> list[Row]:
    """Return the rows below the header; the ledger knows which of them cannot be taken."""
    if not grid.rows:
        return []
    head = _head(grid, columns, ledger)
    rows = [Row(grid.name, number, _named(cells, head.names)) for number, cells in grid.rows[1:]]
    for row, (_, cells) in zip(rows, grid.rows[1:], strict=True):
        _look(row, cells, head)
    _tell_empty(head)
    return rows


class _Head(NamedTuple):
    """The names in the first row, empty for columns that are not read, and what is needed to look at the others."""

    grid: Grid
    names: list[str]
    required: tuple[Column, ...]
    ledger: Ledger


def _head(grid: Grid, columns: Sequence[Column], ledger: Ledger) -> _Head:
    known = {folded(name): column.name for column in columns for name in (column.name, *column.aliases)}
    names = [known.get(folded(cell), "") for cell in grid.rows[0][1]]
    head = _Head(grid, names, tuple(column for column in columns if column.required), ledger)
    ledger.headings |= {(grid.name, name): printable(cell) for name, cell in zip(names, grid.rows[0][1], strict=True)}
    _tell_unknown(head, tuple(known))
    _ensure_once(head)
    _ensure_needed(head)
    return head


def _ensure_once(head: _Head) -> None:
    twice = sorted({name for name in head.names if name and head.names.count(name) > 1})
    if twice:
        message = f"two columns mean {quoted(twice[0])}."
        raise _refusal(head, message, "Rename or delete one of them.", "column-twice")


def _ensure_needed(head: _Head) -> None:
    missing = [column.name for column in head.required if column.name not in head.names]
    if missing:
        given = [cell for cell in head.grid.rows[0][1] if cell]
        message = f"this row should name the columns, and {', '.join(map(quoted, missing))} is not among them."
        raise _refusal(head, message, f"Add what is missing.{Names(given).nearest(missing[0])}", "column-missing")


def _refusal(head: _Head, message: str, remedy: str, rule: str) -> DatasetError:
    return refusal(head.ledger.place(head.grid.name, f"row {head.grid.rows[0][0]}"), message, remedy, rule)


def _tell_unknown(head: _Head, known: tuple[str, ...]) -> None:
    asked = Names(known)
    for cell, name in zip(head.grid.rows[0][1], head.names, strict=True):
        if cell and not name:
            message = f"the column {quoted(cell)} is not known and was not read."
            remedy = f"Rename it, or leave it.{asked.nearest(folded(cell))}"
            head.ledger.warn(head.grid.name, message, remedy, "column-not-read")


def _named(cells: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    return {name: cell for name, cell in zip(names, cells, strict=False) if name and cell}


def _look(row: Row, cells: Sequence[str], head: _Head) -> None:
    """Refuse a row whose cells cannot be trusted, that lacks what is needed, or that is longer than the header."""
    _look_at_remarks(row, head)
    for column in head.required if head.ledger.takes(row) else ():
        if not row[column.name]:
            head.ledger.refuse(row, column.name, "the cell is empty.", f"Write {column.holds}.", "cell-empty")
    for at, cell in enumerate(cells[len(head.names) :], len(head.names)):
        if cell:
            message = f"{quoted(cell)} stands in column {letters_of(at)}, which has no name."
            head.ledger.refuse(row, "", message, "Look at the separators, or name the column.", "beyond-header")


def _look_at_remarks(row: Row, head: _Head) -> None:
    for at, name in enumerate(head.names if head.grid.remarks else ()):
        remark = head.grid.remarks.get((row.number, at))
        if remark and name:
            tell = head.ledger.refuse if remark.severity == "error" else head.ledger.note
            tell(row, name, remark.message, remark.remedy, remark.rule)


def _tell_empty(head: _Head) -> None:
    """Say which rows in between hold nothing; of a long gap, the first of them."""
    for (before, _), (after, _) in pairwise(head.grid.rows):
        for number in range(before + 1, min(after, before + 10)):
            row = Row(head.grid.name, number, {})
            head.ledger.note(row, "", "the row is empty and was passed over.", "Nothing needs to be done.", "row-empty")
