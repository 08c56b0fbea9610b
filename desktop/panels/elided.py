"""Labels and buttons whose text gives way where there is little room; the whole text stays their accessible name."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

SHORTEST: Final = 48


class ElidedLabel(QLabel):
    """One line of plain text, cut with an ellipsis where it does not fit."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        """Start empty; role names its look in the style sheet."""
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)

    @property
    def whole(self) -> str:
        """The text as it is without cuts."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


class ElidedButton(QPushButton):
    """A button with a text from data: no access key is read from it, and it is cut where it does not fit."""

    def __init__(self, text: str, tail: str = "", parent: QWidget | None = None) -> None:
        """Show a text and, after every cut, a tail."""
        super().__init__(parent)
        self._whole, self._tail = text, tail
        self.setText(_without_keys(text + tail))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return a width that leaves some letters."""
        return QSize(SHORTEST, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button with as much of its text as fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = _without_keys(self._cut(room))
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _cut(self, room: int) -> str:
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(self._whole + self._tail) <= room:
            return self._whole + self._tail
        rest = room - metrics.horizontalAdvance(self._tail)
        return metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, rest) + self._tail


def _without_keys(text: str) -> str:
    """Return a text in which no letter becomes an access key."""
    return text.replace("&", "&&")
