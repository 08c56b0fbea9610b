"""A button of a row of which one is down: a word, and under it a count."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

MARGIN: Final = 8


class SegmentButton(QPushButton):
    """As wide as its words where room is short, whatever a style takes for the least width of a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without words."""
        super().__init__(parent)
        self.setCheckable(True)
        self.setProperty("role", "segment")
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def show_count(self, word: str, count: int) -> None:
        """Show a word and a count."""
        self.setText(f"{word}\n{self.locale().toString(count)}")

    def sizeHint(self) -> QSize:
        """Return the room that both lines take; it is the least room too, so that no word is cut."""
        widest = max(self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n"))
        return QSize(widest + MARGIN, super().sizeHint().height())
