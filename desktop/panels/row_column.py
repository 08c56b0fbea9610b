"""Rows one below the other, each over the whole width: a layout that asks every row once for its height at a width.

Qt's own asks for hints, least sizes and heights in turn, each time the page around is laid out: of hundreds of rows
that takes longer than all else on it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.panels.row_button import USUAL, RowButton


class RowColumn(QWidget):
    """Rows in their order, without room between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: list[RowButton] = []
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, row: RowButton) -> None:
        """Take one more row, at the end."""
        row.setParent(self)
        self._rows.append(row)
        self._heights.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that narrow rows are high ones."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high all rows are at a width."""
        if width not in self._heights:
            self._heights[width] = sum(row.heightForWidth(width) for row in self._rows)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the usual width; the height follows from the width."""
        return QSize(USUAL, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the least width of the rows."""
        return QSize(self._rows[0].minimumSizeHint().width() if self._rows else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the rows where they go in another width."""
        super().resizeEvent(event)
        self.set_out()

    def event(self, event: QEvent) -> bool:
        """Measure anew when a row has another height, as in another font."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights.clear()
            self.updateGeometry()
            self.set_out()
        return super().event(event)

    def set_out(self) -> None:
        """Put every row below the one before; what is out of sight is told its size once it comes into sight."""
        top, width = 0, self.width()
        for row in self._rows:
            height = row.heightForWidth(width)
            row.setGeometry(QRect(0, top, width, height))
            top += height
