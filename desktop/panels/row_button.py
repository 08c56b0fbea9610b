"""A row that leads somewhere: a real button whose words wrap, with the pattern of a level or an icon before them.

Its words are painted, never set as the button's text: so nothing in them is read as an access key or as markup, and a
page of a hundred rows opens at once.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.panels.breaks import breakable
from desktop.panels.pattern_sample import LENGTH, paint_pattern
from desktop.panels.swatches import SIZE, actor_icon
from graphdata.rows import Row

LOWEST: Final = 28  # a target that can be hit
MARGIN: Final = 6
ABOVE: Final = 4
USUAL: Final = 300
WRAPPED: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
BOUNDLESS: Final = 100_000


class RowButton(QPushButton):
    """One row of a page."""

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        """Show the row: what leads, and in muted words what is known of it."""
        super().__init__(parent)
        self.row = row
        self._text, self._detail = breakable(row.text), breakable(row.detail)
        self._measured_in = self.font()
        self._known_boxes: dict[int, tuple[QRect, QRect]] = {}
        self._known_heights: dict[int, int] = {}
        self.setProperty("role", "row")
        self.setAccessibleName(". ".join(part for part in (row.text, row.detail, self._level_word()) if part))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the usual width; the height follows from the width."""
        return QSize(USUAL, LOWEST)

    def minimumSizeHint(self) -> QSize:
        """Return the least room; the words wrap."""
        return QSize(80, LOWEST)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that a narrow one is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the words are at a width; layouts ask often."""
        if width not in self._known_heights:
            text, detail = self._boxes(width)
            self._known_heights[width] = max(LOWEST, (detail if self.row.detail else text).bottom() + 1 + ABOVE)
        return self._known_heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font, which a new style may bring; Qt tells of both when a row is shown first."""
        super().changeEvent(event)
        changes = event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if changes and self.font() != self._measured_in:
            self._measured_in = self.font()
            self._known_boxes.clear()
            self._known_heights.clear()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then its sign and words."""
        super().paintEvent(event)
        painter = QPainter(self)
        text, detail = self._boxes(self.width())
        self._paint_sign(painter)
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self._mirrored(text), WRAPPED, self._text)
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(self._mirrored(detail), WRAPPED, self._detail)
        painter.end()

    def _level_word(self) -> str:
        return self.tr("confidence {0}").format(self.row.level.label) if self.row.level is not None else ""

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Return where the words and the detail below them go in a width."""
        if width not in self._known_boxes:
            self._known_boxes[width] = self._measured(width)
        return self._known_boxes[width]

    def _measured(self, width: int) -> tuple[QRect, QRect]:
        left = 2 * MARGIN + (SIZE if self.row.level is None else LENGTH)
        room = QRect(left, ABOVE, max(20, width - left - MARGIN), BOUNDLESS)
        text = self._wrapped(room, self._text)
        return text, self._wrapped(room.translated(0, text.height() + 1), self._detail)

    def _wrapped(self, room: QRect, text: str) -> QRect:
        """Return the part of a room that a text fills, over its whole width."""
        used = self.fontMetrics().boundingRect(room, WRAPPED, text)
        return QRect(room.topLeft(), QSize(room.width(), used.height()))

    def _mirrored(self, box: QRect) -> QRect:
        """Return a box as right-to-left windows have it."""
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return box
        return QRect(QPoint(self.width() - box.right() - 1, box.top()), box.size())

    def _paint_sign(self, painter: QPainter) -> None:
        """Paint the pattern of the level, the icon of the actor, or the letter of the source."""
        line = self.fontMetrics().height()
        box = self._mirrored(QRect(MARGIN, ABOVE, LENGTH if self.row.level is not None else SIZE, line))
        if self.row.level is not None:
            paint_pattern(painter, box, self.row.level)
        elif self.row.kind == "actor":
            actor_icon(self.row.sign).paint(painter, box)
        else:
            self._paint_letter(painter, box)

    def _paint_letter(self, painter: QPainter, box: QRect) -> None:
        font = QFont(self.font())
        painter.save()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(box, WRAPPED, self.row.sign)
        painter.restore()
