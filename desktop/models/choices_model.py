"""The choices of one facet of the filter: a checklist with a live count beside each choice.

The model shows and reports: a click asks for a change, and the choice is checked only once the session says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon

Index = QModelIndex | QPersistentModelIndex
COUNT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
KEY_ROLE: Final = Qt.ItemDataRole.UserRole + 2
SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole
COUNTING: Final = (COUNT_ROLE, SPOKEN)


class Choice(NamedTuple):
    """One thing that can be asked for, and how many relations it would show."""

    key: str
    label: str
    relations: int


class ChoicesModel(QAbstractListModel):
    """A checklist that reports what should be checked instead of checking it."""

    toggled = Signal(str, bool)

    def __init__(self, icon_of: Callable[[str], QIcon] | None = None, parent: QObject | None = None) -> None:
        """Start empty; icon_of gives the swatch of a choice."""
        super().__init__(parent)
        self._icon_of = icon_of
        self._choices: tuple[Choice, ...] = ()
        self._checked: frozenset[str] = frozenset()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices in their order."""
        return self._choices

    @property
    def checked(self) -> frozenset[str]:
        """The keys of the checked choices."""
        return self._checked

    def show(self, choices: Sequence[Choice], checked: Collection[str]) -> None:
        """Show choices with their counts; where only counts and checks differ, the place in the list is kept."""
        same = [each.key for each in choices] == [each.key for each in self._choices]
        if not same:
            self.beginResetModel()
        self._choices, self._checked = tuple(choices), frozenset(checked)
        if same and choices:
            self.refresh()
        elif not same:
            self.endResetModel()

    def refresh(self) -> None:
        """Tell that every choice may look different."""
        self.dataChanged.emit(self.index(0), self.index(len(self._choices) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Return the number of choices."""
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return one property of a choice."""
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if choice.key in self._checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon_of(choice.key) if self._icon_of else None
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.label
        if role == KEY_ROLE:
            return choice.key
        count = QLocale().toString(choice.relations) if role in COUNTING else ""
        return self.tr("{0}, relations: {1}").format(choice.label, count) if role == SPOKEN else count or None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Report that a choice should be checked or not."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggled.emit(self._choices[index.row()].key, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a choice can be checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags
