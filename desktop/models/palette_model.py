"""What the command palette offers: actions whose words fit, then records of the network that do, best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktop.models.hits_model import KIND_ROLE, SNIPPET_ROLE, Index
from graphdata.folding import fold
from graphdata.search import Hit

MOST_ACTIONS: Final = 8


class Deed(NamedTuple):
    """An action on offer: its name, its words, its keys, and whether it can be done now."""

    name: str
    words: str
    keys: str = ""
    enabled: bool = True


class PaletteModel(QAbstractListModel):
    """Deeds and hits as one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing on offer."""
        super().__init__(parent)
        self._entries: tuple[Deed | Hit, ...] = ()
        self._kinds = {
            "actor": self.tr("Actor"),
            "relation": self.tr("Relation"),
            "source": self.tr("Source"),
            "claim": self.tr("Claim"),
        }

    def show(self, deeds: Iterable[Deed], hits: Sequence[Hit]) -> None:
        """Show what fits now."""
        self.beginResetModel()
        self._entries = (*deeds, *hits)
        self.endResetModel()

    def entry_at(self, row: int) -> Deed | Hit | None:
        """Return what is in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Return how much is on offer."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return one property of a row."""
        entry = self.entry_at(index.row()) if index.isValid() else None
        return self._cells(entry).get(role) if entry else None

    def _cells(self, entry: Deed | Hit) -> dict[int, str]:
        """Return the words of a row by their role."""
        if isinstance(entry, Deed):
            title, snippet, kind = entry.words, entry.keys, self.tr("Action")
        else:
            title, snippet, kind = entry.title, entry.snippet, self._kinds[entry.kind]
        return {
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(part for part in (kind, title, snippet) if part),
            SNIPPET_ROLE: snippet,
            KIND_ROLE: kind,
        }


def fitting(deeds: Iterable[Deed], text: str) -> tuple[Deed, ...]:
    """Return the deeds that can be done and whose words hold every word typed, those that begin with it first."""
    words = fold(text).split()
    found = [
        (min(f" {fold(deed.words)}".find(f" {words[0]}") == -1, 1) if words else 0, place, deed)
        for place, deed in enumerate(deeds)
        if deed.enabled and all(word in fold(deed.words) for word in words)
    ]
    return tuple(deed for _, _, deed in sorted(found)[:MOST_ACTIONS])
