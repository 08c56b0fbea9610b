"""The lines of an answer as a table, sorted by any column; figures sort as figures."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.models.records_model import Column, RecordsModel
from graphdata.questions.answers import Answer, Line

WIDEST: Final = 60  # letters a column takes at most
FIGURE: Final = re.compile(r"[\d.,]+")


class AnswerRow(NamedTuple):
    """A line of an answer with its place: several lines may lead to one record."""

    place: int
    line: Line


class AnswerModel(RecordsModel[AnswerRow]):
    """Shows one answer at a time; its columns are those of the answer."""

    def show(self, answer: Answer) -> None:
        """Show another answer, in the order in which it gives its lines."""
        self.beginResetModel()
        self._order = (-1, self._order[1])
        self.columns = tuple(self._column(answer, at) for at in range(len(answer.heads)))
        self._rows = [AnswerRow(place, line) for place, line in enumerate(answer.lines)]
        self.endResetModel()

    def make_columns(self) -> tuple[Column[AnswerRow], ...]:
        """Return no columns: there is no answer yet."""
        return ()

    def line_at(self, row: int) -> Line:
        """Return the line in a row."""
        return self._rows[row].line

    def longest(self, column: int) -> str:
        """Return the cell with the most letters in a column."""
        return max((row.line.cells[column] for row in self._rows), key=len, default="")

    def id_of(self, row: AnswerRow) -> str:
        """Return what tells one line from the others."""
        return str(row.place)

    def sentence(self, row: AnswerRow) -> str:
        """Return the whole line, as a screen reader reads it."""
        pairs = zip(self.columns, row.line.cells, strict=True)
        return ". ".join(f"{column.title}: {cell}" for column, cell in pairs if cell)

    def _column(self, answer: Answer, at: int) -> Column[AnswerRow]:
        """Return a column of an answer, as wide as what stands in it."""
        cells = [line.cells[at] for line in answer.lines]
        letters = min(WIDEST, max(map(len, (answer.heads[at], *cells))) + 2)
        is_number = all(_is_figure(cell) for cell in cells) and any(cell[:1].isdigit() for cell in cells)
        return Column(
            answer.heads[at], letters, lambda row: row.line.cells[at], lambda row: _key(row.line.cells[at]), is_number
        )


def _is_figure(cell: str) -> bool:
    """Return whether a cell is a figure, a share, or the dash that stands for none."""
    return cell == "–" or bool(FIGURE.fullmatch(cell.removesuffix("%")))


def _key(cell: str) -> tuple[bool, float, str]:
    """Return what a cell sorts by: figures by their size, before words."""
    found = FIGURE.match(cell) if cell[:1].isdigit() else None
    return (found is None, float(found.group().replace(",", "").rstrip(".")) if found else 0.0, cell.casefold())
