"""One sheet of a workbook, heard cell by cell: rows of text, and remarks on formulas, faults and merged cells."""

from __future__ import annotations

import re
from typing import Final

from graphdata.linter.findings import quoted
from graphdata.problems import DatasetError
from graphdata.storage.files import refusal
from graphdata.storage.grids import MOST_COLUMNS, MOST_ROWS, Remark, letters_of
from graphdata.storage.workbook_values import Values

MOST_MERGED: Final = 100_000
_CELL: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_LAST_ROW: Final = 1_048_576


class SheetListener:
    """Hears a sheet; rows and remarks are complete when it ends."""

    def __init__(self, values: Values, place: str) -> None:
        """Start above the first row."""
        self.rows: list[tuple[int, tuple[str, ...]]] = []
        self._remarks: dict[tuple[int, int], Remark] = {}
        self._merged: list[str] = []
        self._values, self._place = values, place
        self._row = self._column = 0
        self._cells: dict[int, str] = {}
        self._kind, self._style = "", 0
        self._stored: list[str] = []
        self._inline: list[str] = []
        self._heard: list[str] | None = None
        self._is_formula = self._is_sound = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a row, a cell, or what a cell holds."""
        if name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._begin_row(attributes)
        elif name == "mergeCell":
            self._merged.append(attributes.get("ref", ""))
        elif name == "f":
            self._is_formula = True
        self._is_sound = self._is_sound or name == "rPh"
        self._heard = {"v": self._stored, "t": self._inline}.get(name)

    def text(self, text: str) -> None:
        """Keep a piece of what a cell holds."""
        if self._heard is not None and not self._is_sound:
            self._heard.append(text)

    def end(self, name: str) -> None:
        """End a cell or a row."""
        self._heard = None
        self._is_sound = self._is_sound and name != "rPh"
        if name == "c":
            self._end_cell()
        elif name == "row" and self._cells:
            last = max(self._cells)
            self.rows.append((self._row, tuple(self._cells.get(column, "") for column in range(last + 1))))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        before, self._row = self._row, int(number) if number.isascii() and number.isdigit() else self._row + 1
        if not before < self._row <= _LAST_ROW:
            raise self._refused(f"row {number} stands after row {before}.", "workbook-damaged")
        if len(self.rows) > MOST_ROWS:
            raise self._refused(f"the table has more than {MOST_ROWS:,} rows.", "too-many-rows")
        self._column, self._cells = -1, {}

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        place = _CELL.fullmatch(attributes.get("r", ""))
        self._column = _column_of(place[1]) if place else self._column + 1
        style = attributes.get("s", "")
        self._kind, self._style = attributes.get("t", ""), int(style) if style.isascii() and style.isdigit() else 0
        self._stored, self._inline, self._is_formula = [], [], False

    def _end_cell(self) -> None:
        stored = "".join(self._stored)
        shown = (
            "".join(self._inline) if self._kind == "inlineStr" else self._values.shown(self._kind, self._style, stored)
        )
        remark = _remark(shown, self._kind, self._is_formula)
        if not (shown.strip() or remark):
            return
        if self._column >= MOST_COLUMNS:
            raise self._refused(
                f"a cell in row {self._row} stands beyond column {letters_of(MOST_COLUMNS - 1)}.", "too-many-columns"
            )
        self._cells[self._column] = shown.strip().replace("\r\n", "\n")
        if remark:
            self._remarks[self._row, self._column] = remark

    def _refused(self, message: str, rule: str) -> DatasetError:
        return refusal(self._place, message, "Split the table, or delete what does not belong there.", rule)

    def all_remarks(self) -> dict[tuple[int, int], Remark]:
        """Return the remarks on single cells, with those that merged cells hide."""
        merged: dict[tuple[int, int], Remark] = {}
        for reference in self._merged:
            first, _, last = reference.partition(":")
            merged |= self._hidden(first, last or first, reference)
            if len(merged) > MOST_MERGED:
                raise self._refused("more cells are merged than a table has.", "merged")
        return {**merged, **self._remarks}

    def _hidden(self, first: str, last: str, reference: str) -> dict[tuple[int, int], Remark]:
        """Return a remark for each cell under merged ones, the first of them apart, where the table has rows."""
        top, bottom = _CELL.fullmatch(first), _CELL.fullmatch(last)
        if not (top and bottom):
            return {}
        rows = range(int(top[2]), min(int(bottom[2]), self._row) + 1)
        columns = range(_column_of(top[1]), min(_column_of(bottom[1]), MOST_COLUMNS - 1) + 1)
        if len(rows) * len(columns) > MOST_MERGED:
            raise self._refused(f"the cells {quoted(reference)} are merged.", "merged")
        message = f"the cells {reference} are merged, so this one is empty."
        remark = Remark(message, "Undo the merging, and fill in each cell.", "merged")
        return {(row, column): remark for row in rows for column in columns if (row, column) != (rows[0], columns[0])}


def _column_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _remark(shown: str, kind: str, is_formula: bool) -> Remark | None:
    """Return what must be said of a cell that holds a fault or a formula."""
    if kind == "e":
        return Remark(f"the cell holds the fault {quoted(shown)}.", "Write the value itself.", "cell-fault")
    if is_formula and not shown.strip():
        remedy = "Open the table in a spreadsheet program and save it, or write the value itself."
        return Remark("the cell is a formula without a stored value.", remedy, "formula")
    if is_formula:
        message = "the cells are formulas; the values that were stored with them were taken."
        return Remark(message, "Look whether they are up to date.", "formula", "warning")
    return None
