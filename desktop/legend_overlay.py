"""The legend in a corner of the map: made from what is on show, in the colours of the map."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.canvas.map_widget import MapWidget
from desktop.canvas.painter import paint
from graphdata.legend import Entry, legend_group, legend_of

PAD: Final = 9.0
EDGE: Final = 10


class LegendOverlay(QWidget):
    """A see-through plate in the map's lower left corner; the mouse falls through it."""

    def __init__(self, canvas: MapWidget) -> None:
        """Lie on a map and follow it."""
        super().__init__(canvas)
        self._canvas = canvas
        self._entries: tuple[Entry, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Legend"))
        canvas.installEventFilter(self)
        canvas.painted.connect(self._follow)

    def _follow(self) -> None:
        """Notice that other kinds of marks are on show."""
        entries = legend_of(self._canvas.scene)
        if entries != self._entries:
            self._entries = entries
            self.refresh()

    def refresh(self) -> None:
        """Take the size that the entries need, and the corner."""
        _, wide, high = legend_group(self._entries, self._canvas.theme, 0.0, 0.0, 1.0, self._room())
        self.resize(int(wide + 2 * PAD), int(high + 2 * PAD))
        self.move(EDGE, self._canvas.height() - self.height() - EDGE)
        self.setAccessibleDescription("; ".join(entry.text for entry in self._entries))
        self.update()

    def _room(self) -> float:
        """Return how high the legend may be."""
        return max(120.0, self._canvas.height() - 2.0 * (PAD + EDGE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the map changes its size."""
        if event.type() is QEvent.Type.Resize:
            self.refresh()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate and the entries."""
        colours = self._canvas.theme
        plate = QColor(colours.map.background)
        plate.setAlphaF(0.9)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.map.hairline))
        painter.setBrush(plate)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6.0, 6.0)
        paint((legend_group(self._entries, colours, PAD, PAD - 2.0, 1.0, self._room())[0],), painter)
        painter.end()
