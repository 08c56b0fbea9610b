"""A paragraph of a page: words that can be selected and copied, measured once for each width.

Layouts ask a page for its height at several widths in turn, and Qt sets all of a paragraph anew for each answer.
"""

from __future__ import annotations

from re import split

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.panels.breaks import breakable
from desktop.panels.row_button import USUAL
from desktop.panels.widgets import plain_label


class Paragraph(QLabel):
    """Words over the whole width of a page."""

    def __init__(self, text: str, role: str = "", parent: QWidget | None = None) -> None:
        """Show a text as it is; role names its look in the style sheet."""
        super().__init__(parent)
        self._known_heights: dict[int, int] = {}
        self._least = 0  # the longest word, once it is measured
        self.setTextFormat(Qt.TextFormat.PlainText)
        plain_label(breakable(text), role, selectable=True, label=self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)  # which Qt gives a label that wraps, and a new policy takes from it
        self.setSizePolicy(policy)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the usual width, as rows do; the height follows from the width."""
        return QSize(USUAL, self.heightForWidth(USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word, and the height of one line: the words wrap."""
        if not self._least:
            self.ensurePolished()
            metrics = self.fontMetrics()
            self._least = max(map(metrics.horizontalAdvance, split(r"[\s\u200b]+|(?<=[/-])", self.text())))
        return QSize(self._least, self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the words are at a width."""
        if width not in self._known_heights:
            self._known_heights[width] = super().heightForWidth(width)
        return self._known_heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font, or with other margins, which a new style may bring."""
        self._known_heights.clear()
        self._least = 0
        super().changeEvent(event)
