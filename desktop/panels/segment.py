"""A button of a row of which one is down: a word, and under it a count."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

MARGIN: Final = 10
HEIGHT_MARGIN: Final = 6
ROUNDING: Final = 4.0
Role = QPalette.ColorRole


class SegmentButton(QPushButton):
    """Draws itself in the colours of the palette: as wide as its words, and clearly down or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without words."""
        super().__init__(parent)
        self.setCheckable(True)
        self.setProperty("role", "segment")
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def show_count(self, word: str, count: int) -> None:
        """Show a word and a count."""
        self.setText(f"{word}\n{self.locale().toString(count)}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room that both lines take; it is the least room too, so that no word is cut."""
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))
        return QSize(widest + MARGIN, 2 * metrics.height() + HEIGHT_MARGIN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plate, the frame of the keyboard or of the pointer, and both lines."""
        down = self.isChecked() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._colour(Role.Highlight if down else Role.Button))
        pen, inset = self._frame(down)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), ROUNDING, ROUNDING)
        painter.setPen(self._colour(Role.HighlightedText if down else Role.ButtonText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _frame(self, down: bool) -> tuple[QPen, float]:
        """Return the pen of the frame, and how far inside the button it runs."""
        if self.hasFocus():
            return QPen(self._colour(Role.WindowText if down else Role.Highlight), 2.0), 1.0
        is_plain = not down and not self.underMouse()
        return QPen(self._colour(Role.Mid if is_plain else Role.Highlight), 1.0), 0.5

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)
