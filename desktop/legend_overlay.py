"""The legend in a corner of the map: made from what is on show, in the colours of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.canvas.map_widget import MapWidget
    from graphdata.legend import Entry

PAD: Final = 9.0
EDGE: Final = 8
FLAT: Final = 78.0  # height of the legend as a strip along the map's foot
STRIPS: Final = (FLAT, 150.0, 220.0)  # one section high, or two or three where the map is narrow
NOWHERE: Final = 0.0
WORTH: Final = 0.72  # a legend that leaves less than this of the map's size is left out
BESIDE: Final = ("domain", "actor")  # sections that the filter panel shows with the same signs


class LegendOverlay(QWidget):
    """A plate in the map's lower left corner, tall or flat, whichever leaves the map more room."""

    def __init__(self, canvas: MapWidget) -> None:
        """Lie on a map and follow it."""
        super().__init__(canvas)
        self._canvas = canvas
        self._entries: tuple[Entry, ...] = ()
        self._of_network: tuple[Entry, ...] = ()
        self._room = FLAT
        self._whole = False
        self._plate = QPixmap()  # as it is painted
        self._look: tuple[object, ...] | None = None  # of which look that is
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Legend"))
        canvas.installEventFilter(self)

    def set_whole(self, whole: bool) -> None:
        """Show every section, or leave out those that the filter panel shows."""
        self._whole = whole
        self.refresh()

    def set_entries(self, entries: tuple[Entry, ...], of_network: tuple[Entry, ...] | None = None) -> None:
        """Explain the marks on show; room is kept for those of the whole network, so that filtering moves nothing."""
        self._entries = entries
        self._of_network = entries if of_network is None else of_network
        self.refresh()

    def _shown(self) -> tuple[Entry, ...]:
        """Return the entries that are not explained beside the map already."""
        return self._unexplained(self._entries)

    def _unexplained(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Return the entries whose signs the filter panel does not show."""
        return tuple(entry for entry in entries if self._whole or entry.section not in BESIDE)

    def refresh(self) -> None:
        """Take the shape that leaves the map more room, and the corner, once the map is on show and has its size."""
        self.setAccessibleDescription("; ".join(entry.text for entry in self._entries))
        if not self._canvas.isVisible():
            return
        self._room = self._better_room()
        wide, high = self._size(self._room, self._shown())
        self.resize(int(wide), int(high))
        self.move(EDGE, self._canvas.height() - self.height() - EDGE)
        insets = self._insets(self._room) if self.isVisibleTo(self._canvas) else (0.0, 0.0)
        if insets != self._canvas.insets:
            self._canvas.set_insets(*insets)
        self.update()

    def _better_room(self) -> float:
        """Return the height at which a new column begins: a strip, or one tall column; none where there is no room."""
        tall = max(STRIPS[-1] + 1.0, self._canvas.height() - 2.0 * (PAD + EDGE))
        zooms = {room: self._canvas.fitting(*self._insets(room)).zoom for room in (*STRIPS, tall) if self._fits(room)}
        best = max(zooms, key=lambda room: zooms[room], default=NOWHERE)
        return best if zooms.get(best, 0.0) >= WORTH * self._canvas.fitting(0.0, 0.0).zoom else NOWHERE

    def _fits(self, room: float) -> bool:
        """Return whether the whole plate lies on the map."""
        wide, high = self._size(room, self._unexplained(self._of_network))
        return wide + 2 * EDGE <= self._canvas.width() and high + 2 * EDGE <= self._canvas.height()

    def _size(self, room: float, entries: tuple[Entry, ...]) -> tuple[float, float]:
        """Return width and height of a plate at a column height; nothing to explain takes no room."""
        if not entries or room == NOWHERE:
            return (0.0, 0.0)
        from graphdata.legend import legend_plan

        plan = legend_plan(entries, 1.0, room)
        return plan.width + 2 * PAD, plan.height + 2 * PAD

    def _insets(self, room: float) -> tuple[float, float]:
        """Return what the plate takes from the map: a strip at the left, or one at the foot."""
        wide, high = self._size(room, self._unexplained(self._of_network))
        if not high:
            return (0.0, 0.0)
        return (0.0, high + EDGE) if room in STRIPS else (wide + EDGE, 0.0)

    def showEvent(self, _event: QShowEvent) -> None:
        """Take room from the map."""
        self.refresh()

    def hideEvent(self, _event: QHideEvent) -> None:
        """Give the room back."""
        self._canvas.set_insets(0.0, 0.0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the map changes its size."""
        if event.type() is QEvent.Type.Resize:
            self.refresh()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Copy what is painted: the map below moves in every frame of a gesture, and takes this with it."""
        look = (self._canvas.theme, self._shown(), self._room, self.size(), self.devicePixelRatioF())
        if look != self._look:
            self._look, self._plate = look, self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._plate)
        painter.end()

    def _painted(self) -> QPixmap:
        """Return the plate with the entries."""
        from desktop.canvas.painter import paint
        from graphdata.legend import legend_group

        found = QPixmap(self.size() * self.devicePixelRatioF())
        found.setDevicePixelRatio(self.devicePixelRatioF())
        found.fill(Qt.GlobalColor.transparent)
        colours = self._canvas.theme
        plate = QColor(colours.map.background)
        plate.setAlphaF(0.92)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.map.hairline))
        painter.setBrush(plate)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6.0, 6.0)
        paint((legend_group(self._shown(), colours, PAD, PAD - 2.0, 1.0, self._room)[0],), painter)
        painter.end()
        return found
