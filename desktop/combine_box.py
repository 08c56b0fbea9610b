"""The toolbar's choice of what one line stands for; it shows the one in force."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QComboBox

from desktop.commands import change_combine
from desktop.session import Session
from graphdata.vocabulary import COMBINE_LABELS, Combine

COMBINES: Final[tuple[Combine, ...]] = ("ties", "relations", "pairs")


class CombineBox(QComboBox):
    """A line for each level at which relations are combined into lines."""

    def __init__(self, session: Session) -> None:
        """Offer the levels, and follow the session."""
        super().__init__()
        self._session = session
        self.setAccessibleName(self.tr("What one line stands for"))
        for combine in COMBINES:
            self.addItem(self.tr(COMBINE_LABELS[combine]), combine)
        self.activated.connect(lambda _: change_combine(session, self.currentData()))
        session.view_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Show the level in force."""
        self.setCurrentIndex(COMBINES.index(self._session.combine))
