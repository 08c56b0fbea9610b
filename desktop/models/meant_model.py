"""Those rows of a list of names that a typed text may mean, in an order of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex


class MeantModel(QAbstractProxyModel):
    """Some rows of its source, a list of names."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._places: dict[int, int] = {}
        self.rows: tuple[int, ...] = ()

    def show(self, rows: Sequence[int]) -> None:
        """Show these rows of the list, in this order."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._places = {row: place for place, row in enumerate(self.rows)}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Return how many rows are on show."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Return that there is one column."""
        return 0 if parent.isValid() else 1

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        """Return the index of a row."""
        is_here = not parent.isValid() and column == 0 and 0 <= row < len(self.rows)
        return self.createIndex(row, column) if is_here else QModelIndex()

    def parent(self, _: Index) -> QModelIndex:  # type: ignore[override] # Qt overloads it with the parent object
        """Return that no row has rows below it."""
        return QModelIndex()

    def mapToSource(self, index: Index) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return the index of a row in the list of names."""
        return self.sourceModel().index(self.rows[index.row()], 0) if index.isValid() else QModelIndex()

    def mapFromSource(self, index: Index) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return the index here of a row of the list of names, an invalid one where it is not on show."""
        return self.index(self._places.get(index.row(), -1), 0) if index.isValid() else QModelIndex()
