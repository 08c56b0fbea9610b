"""A table of records that sorts itself: its rows are values, its columns say what is read from a row and how it sorts.

Qt's sorting proxy asks Python twice for every comparison; sorting the rows by a key costs one call a row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from graphdata.arrays import Ints
from graphdata.export.cells import harmless

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
END = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


class Column(NamedTuple, Generic[Row]):
    """One column: its heading, its width in letters, what it shows of a row, and what it sorts by if not that."""

    title: str
    letters: int
    text: Callable[[Row], str]
    key: Callable[[Row], Any] | None = None
    is_number: bool = False

    def sort_key(self, row: Row) -> Any:  # noqa: ANN401 - whatever compares
        """Return what the row is sorted by."""
        return self.key(row) if self.key else self.text(row).casefold()


class RecordsModel(QAbstractTableModel, Generic[Row]):
    """Rows of values under columns; a subclass says which columns, and what a row's id and sentence are."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty, in the order in which rows are given."""
        super().__init__(parent)
        self.columns = self.make_columns()
        self._rows: Sequence[Row] = ()
        self._places: Mapping[str, int] | None = None  # the row of each record, once somebody asks
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def make_columns(self) -> tuple[Column[Row], ...]:
        """Return the columns."""
        raise NotImplementedError

    def id_of(self, row: Row) -> str:
        """Return the id of the record in a row."""
        raise NotImplementedError

    def sentence(self, row: Row) -> str:
        """Return the whole row in words, for a screen reader."""
        raise NotImplementedError

    def record_at(self, row: int) -> str:
        """Return the id of the record in a row of the table."""
        return self.id_of(self._rows[row])

    def records_in(self, rows: Sequence[int]) -> Callable[[], list[str]]:
        """Return what makes the ids of the records in rows of the table as it is now: on any thread, at any time."""
        shown = self._rows
        return lambda: [self.id_of(shown[row]) for row in rows]

    def lines_in(self, rows: Sequence[int]) -> Callable[[], str]:
        """Return what makes lines of rows of the table as it is now, cells apart by tabs; no cell is a formula."""
        shown, columns = self._rows, self.columns
        return lambda: "\n".join("\t".join(harmless(each.text(shown[row])) for each in columns) for row in rows)

    def rows_with(self, ids: Collection[str]) -> list[int]:
        """Return the rows that hold these records."""
        places = self._row_of() if ids else {}
        return sorted(places[each] for each in ids if each in places)

    def ranks(self, _column: int, _rows: Sequence[Row]) -> Ints | None:
        """Return a number for each row to sort by instead of the column's key, nothing where there are none at hand."""
        return None

    def taken(self, rows: Sequence[Row], order: Ints) -> Sequence[Row]:
        """Return the rows at some places."""
        return [rows[at] for at in order.tolist()]

    def places_of(self, rows: Sequence[Row]) -> Mapping[str, int]:
        """Return the row of each record."""
        return {self.id_of(row): at for at, row in enumerate(rows)}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, in the order in force."""
        self.beginResetModel()
        self._rows, self._places = self._sorted(rows), None
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return one property of one cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return END if column.is_number else START
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(row) if index.column() == 0 else f"{column.title}: {column.text(row) or '–'}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the heading of a column, on the side where its cells stand."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return END if self.columns[section].is_number else START
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is selected stays selected."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self.id_of(self._rows[index.row()]) for index in before]
        self._order = (column, order)
        self._rows, self._places = self._sorted(self._rows), None
        pairs = zip(held, before, strict=True)
        after = [self.index(self._row_of()[record], index.column()) for record, index in pairs]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sorted(self, rows: Sequence[Row]) -> Sequence[Row]:
        column, order = self._order
        if not 0 <= column < len(self.columns):
            return rows
        ranks, falling = self.ranks(column, rows), order == Qt.SortOrder.DescendingOrder
        if ranks is None:
            return sorted(rows, key=self.columns[column].sort_key, reverse=falling)
        return self.taken(rows, np.argsort(-ranks if falling else ranks, kind="stable"))

    def _row_of(self) -> Mapping[str, int]:
        """Return the row of each record."""
        if self._places is None:
            self._places = self.places_of(self._rows)
        return self._places
