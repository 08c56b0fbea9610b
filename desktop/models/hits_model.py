"""What a search found, best first, with the offer to filter the map by the same words at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from graphdata.search import Hit

Index = QModelIndex | QPersistentModelIndex
SNIPPET_ROLE: Final = Qt.ItemDataRole.UserRole + 1
KIND_ROLE: Final = Qt.ItemDataRole.UserRole + 2


class HitsModel(QAbstractListModel):
    """Hits, then one last row: the filter on offer."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing found."""
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._text = ""
        self._kinds = {
            "actor": self.tr("Actor"),
            "relation": self.tr("Relation"),
            "source": self.tr("Source"),
            "claim": self.tr("Claim"),
        }

    def show(self, hits: Sequence[Hit], text: str) -> None:
        """Show what was found for a text."""
        self.beginResetModel()
        self._hits, self._text = tuple(hits), text
        self.endResetModel()

    def hit_at(self, row: int) -> Hit | None:
        """Return the hit in a row, nothing in the row of the filter."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Return the number of hits and one."""
        return 0 if parent.isValid() or not self._text else len(self._hits) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return one property of a row."""
        if not index.isValid():
            return None
        hit = self.hit_at(index.row())
        return (self._of_hit(hit) if hit else self._of_offer()).get(role)

    def _of_hit(self, hit: Hit) -> dict[int, str]:
        kind = self._kinds[hit.kind]
        return {
            Qt.ItemDataRole.DisplayRole: hit.title,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(part for part in (kind, hit.title, hit.snippet) if part),
            SNIPPET_ROLE: hit.snippet,
            KIND_ROLE: kind,
        }

    def _of_offer(self) -> dict[int, str]:
        words = self.tr("Filter the map to “{0}”").format(self._text)
        found = "" if self._hits else self.tr("Nothing is called so.")
        return {
            Qt.ItemDataRole.DisplayRole: words,
            Qt.ItemDataRole.AccessibleTextRole: f"{found} {words}".strip(),
            SNIPPET_ROLE: found or self.tr("Shows the relations that mention every word"),
            KIND_ROLE: self.tr("Filter"),
        }
