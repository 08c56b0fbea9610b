"""What can follow in the query line, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.hits_model import KIND_ROLE
from graphdata.query.completing import Offer

Index = QModelIndex | QPersistentModelIndex


class OffersModel(QAbstractListModel):
    """Offers, each with a word about it."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing on offer."""
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Show what is on offer."""
        self.beginResetModel()
        self._offers = tuple(offers)
        self.endResetModel()

    def offer_at(self, row: int) -> Offer | None:
        """Return the offer in a row."""
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Return the number of offers."""
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """Return the words of an offer, or what is said about it."""
        offer = self.offer_at(index.row()) if index.isValid() else None
        if offer is None:
            return None
        spoken = f"{offer.text}, {offer.note}" if offer.note else offer.text
        return {
            Qt.ItemDataRole.DisplayRole: offer.text,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
            KIND_ROLE: offer.note,
        }.get(role)
