"""A drawing in a panel, scaled down to the room it has as long as it can be read, and never up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.canvas.painter import paint
from graphdata.drawing import Drawing

SMALLEST: Final = 0.8  # share of its own size below which letters cannot be read; less room is scrolled


class PictureView(QWidget):
    """Paints a drawing in the middle of its room; its title stands for it where there is no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.drawing: Drawing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show another drawing, or none."""
        self.drawing = drawing
        self.setAccessibleName(drawing.title if drawing else "")
        self.setAccessibleDescription("; ".join(drawing.keywords) if drawing else "")
        small = self.sizeHint() * SMALLEST
        self.setMinimumSize(small)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the drawing itself."""
        return QSize(round(self.drawing.width), round(self.drawing.height)) if self.drawing else QSize(0, 0)

    def share(self) -> float:
        """Return by how much the drawing is scaled down."""
        if self.drawing is None:
            return 1.0
        return min(1.0, self.width() / self.drawing.width, self.height() / self.drawing.height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and drawing."""
        if self.drawing is None:
            return
        share = self.share()
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.drawing.background)
        painter.translate(
            (self.width() - self.drawing.width * share) / 2.0, (self.height() - self.drawing.height * share) / 2.0
        )
        painter.scale(share, share)
        paint(self.drawing.items, painter)
        painter.end()
