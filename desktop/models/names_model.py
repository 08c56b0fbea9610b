"""Names to choose from, thousands of them at no cost: a row is worked out when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from graphdata.offered import Named

Index = QModelIndex | QPersistentModelIndex
SEPARATOR: Final = "separator"  # by this word in its accessible description Qt's lists know a line between items

WORDS: Final = frozenset((Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole))
TOLD: Final = WORDS | {Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleDescriptionRole}


class NamesModel(QAbstractListModel):
    """Named records in the order in which they are given."""

    def __init__(self, named: Sequence[Named] = (), parent: QObject | None = None) -> None:
        """Offer these."""
        super().__init__(parent)
        self._named = tuple(named)

    def add(self, more: Sequence[Named]) -> None:
        """Offer more at the end."""
        if more:
            self.beginInsertRows(QModelIndex(), len(self._named), len(self._named) + len(more) - 1)
            self._named = (*self._named, *more)
            self.__dict__.pop("_rows", None)
            self.endInsertRows()

    def row_of(self, record: str) -> int:
        """Return the row of a record, -1 where it is not on offer."""
        return self._rows.get(record, -1)

    @cached_property
    def _rows(self) -> dict[str, int]:
        """The row of each record."""
        return {each.id: row for row, each in enumerate(self._named) if each.id}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Return how many are on offer."""
        return 0 if parent.isValid() else len(self._named)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return one property of a row."""
        if role not in TOLD or not index.isValid():
            return None
        each = self._named[index.row()]
        if role in WORDS:
            return each.label
        if role == Qt.ItemDataRole.UserRole:
            return each.id
        return None if each.label else SEPARATOR

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a name can be chosen, and a line between names cannot."""
        is_line = index.isValid() and not self._named[index.row()].label
        return Qt.ItemFlag.NoItemFlags if is_line else super().flags(index)
