"""The chart of the timeline: bars by month and domain, with a stretch or an edge of time to drag."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pyqtgraph
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from graphdata.questions.moments import Stretch, month_text
from graphdata.questions.timeline import Counts
from graphdata.style import Theme
from graphdata.vocabulary import DOMAINS

SHOWN: Final = 60  # months in sight at first: what a briefing speaks of; the wheel shows more
LOWEST: Final = 76  # points of a chart: its months and some height of bars; a lower panel is scrolled
FEWEST: Final = 6  # months in sight: a bar as wide as the chart would leave no room to name its month
STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -12, Qt.Key.Key_PageDown: 12}


class MonthAxis(pyqtgraph.AxisItem):  # type: ignore[misc] # pyqtgraph carries no types
    """Names months, and years where months would crowd."""

    def tickValues(self, least: float, most: float, size: float) -> list[tuple[int, list[int]]]:  # noqa: N802
        """Return a tick for as many months as there is room for."""
        room = max(1.0, (most - least) / max(1.0, size / 70.0))
        spacing = next((step for step in (1, 3, 6, 12, 24, 60, 120) if step >= room), 240)
        first = int(np.ceil(least / spacing)) * spacing
        return [(spacing, list(range(first, int(most) + 1, spacing)))]

    def tickStrings(self, values: list[float], _scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Return the months in figures, or the years alone."""
        return [month_text(int(value))[: 4 if spacing >= 12 else 7] for value in values]


class CountAxis(pyqtgraph.AxisItem):  # type: ignore[misc] # pyqtgraph carries no types
    """Names whole numbers alone: there is no half a relation."""

    def tickSpacing(self, least: float, most: float, size: float) -> list[tuple[float, float]]:  # noqa: N802
        """Return the spacings of ticks, none below one."""
        found = [each for each in super().tickSpacing(least, most, size) if each[0] >= 1.0]
        return found or [(1.0, 0.0)]


def made_plot() -> pyqtgraph.PlotItem:
    """Return what a chart draws in: half of what it takes to make one, so that a window can look at its events between.

    Its menu, never shown, would take as long again.
    """
    return pyqtgraph.PlotItem(axisItems={"bottom": MonthAxis("bottom"), "left": CountAxis("left")}, enableMenu=False)


class TimelineChart(pyqtgraph.PlotWidget):  # type: ignore[misc] # pyqtgraph carries no types
    """Shows counts by month; what is dragged or stepped with the keys is told as a stretch of months."""

    dragged = Signal(object)  # Stretch
    stepped = Signal(int)  # months

    def __init__(self, theme: Theme, parent: QWidget | None = None, plot: pyqtgraph.PlotItem | None = None) -> None:
        """Show nothing yet, in a plot that may have been made before."""
        super().__init__(parent, plotItem=plot or made_plot())
        self._bars: list[Any] = []
        self._span: tuple[int, int] | None = None  # the first month and how many there are
        self._stretch, self._stood, self._as_edge = Stretch(None, None), (0.0, 0.0), False
        self._is_setting = False
        self.setFrameShape(QFrame.Shape.StyledPanel)  # without one the style sheet cannot draw the focus
        self.setMinimumHeight(LOWEST)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=True, y=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.getPlotItem().getAxis("left").setWidth(36)
        self.region = pyqtgraph.LinearRegionItem(movable=True)
        self.edge = pyqtgraph.InfiniteLine(angle=90, movable=True)
        self.region.sigRegionChangeFinished.connect(self._tell_region)
        self.edge.sigPositionChangeFinished.connect(self._tell_edge)
        for item in (self.region, self.edge):
            item.setZValue(10)
            self.addItem(item)
        self.dress(theme)
        self.sigXRangeChanged.connect(self._follow_sight)

    def sizeHint(self) -> QSize:
        """Return the least height: the rest of the panel is the chart's anyway."""
        return QSize(super().sizeHint().width(), LOWEST)

    def _follow_sight(self, *_: object) -> None:
        """Keep what bounds nothing at the edge of sight; a closure here would keep the chart from being freed."""
        self.show_stretch(self._stretch, self._as_edge)

    def dress(self, theme: Theme) -> None:
        """Take on the colours of a theme."""
        self._theme = theme
        self.setBackground(theme.ui.base)
        for name in ("bottom", "left"):
            axis = self.getPlotItem().getAxis(name)
            axis.setPen(theme.ui.border)
            axis.setTextPen(theme.ui.muted)
        accent = QColor(theme.ui.accent)
        self.edge.setPen(pyqtgraph.mkPen(accent, width=2))
        self.edge.setHoverPen(pyqtgraph.mkPen(accent, width=4))
        self._wash = QColor(accent)
        self._wash.setAlpha(40)
        self.region.setHoverBrush(self._wash)
        for line in self.region.lines:
            line.setPen(pyqtgraph.mkPen(accent, width=2))
            line.setHoverPen(pyqtgraph.mkPen(accent, width=4))
        for bar, domain in zip(self._bars, DOMAINS, strict=False):
            bar.setOpts(brush=theme.domain(domain), pen=None)

    def show_counts(self, first: int, counts: Counts) -> None:
        """Show counts, one row a domain; first is the number of the first month."""
        for bar in self._bars:
            self.removeItem(bar)
        months = np.arange(first, first + counts.shape[1]) + 0.5
        below = np.zeros(counts.shape[1])
        self._bars = []
        for row, domain in enumerate(DOMAINS):
            bar = pyqtgraph.BarGraphItem(
                x=months, y0=below, height=counts[row], width=0.86, brush=self._theme.domain(domain), pen=None
            )
            self._bars.append(bar)
            self.addItem(bar)
            below = below + counts[row]
        self._frame(first, below)

    def show_stretch(self, stretch: Stretch, as_edge: bool) -> None:
        """Show a stretch of time as two edges, or its end as one; what bounds nothing stands at the edge of sight."""
        self._is_setting = True
        (low, high), _ = self.viewRange()
        self.region.setVisible(not as_edge)
        self.edge.setVisible(as_edge)
        is_bounded = stretch != Stretch(None, None)
        self.region.setBrush(self._wash if is_bounded else QColor(0, 0, 0, 0))
        self.region.movable = is_bounded  # its edges always are; without bounds its middle scrolls the chart
        self._stretch, self._as_edge = stretch, as_edge
        self._stood = (low if stretch.first is None else stretch.first, _end(stretch, high))
        self.region.setRegion(self._stood)
        self.edge.setValue(_end(stretch, high))
        self._is_setting = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by months with the arrow keys, by years with the page keys."""
        step = STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def _frame(self, first: int, heights: np.ndarray[Any, np.dtype[Any]]) -> None:
        """Bring the latest years into sight, unless the same months are; let nobody scroll beyond what there is."""
        months = len(heights)
        self.setYRange(0, max(1.0, float(np.max(heights, initial=1.0)) * 1.08), padding=0)
        if self._span == (first, months):
            return
        self._span = (first, months)
        beside = (max(FEWEST - months, 0) + 1) // 2
        least, most = first - beside, first + months + beside
        self.setLimits(xMin=least, xMax=most, yMin=0, minXRange=FEWEST)
        self.setXRange(max(least, most - SHOWN), most, padding=0)

    def _tell_region(self) -> None:
        """Tell the stretch that was dragged, in whole months.

        An end bounds nothing where it bounded nothing and stayed still, or is dragged beyond all months there are.
        """
        if self._is_setting or self._span is None:
            return
        (low, high), (first, last), (least, months) = self.region.getRegion(), self._stretch, self._span
        if low != self._stood[0]:
            first = None if round(low) <= least else round(low)
        if high != self._stood[1]:
            last = None if round(high) >= least + months else round(high) - 1
        self.dragged.emit(Stretch(first, last if first is None or last is None else max(first, last)))

    def _tell_edge(self) -> None:
        """Tell the month that the edge was dragged to."""
        if not self._is_setting:
            self.dragged.emit(Stretch(None, round(self.edge.value()) - 1))


def _end(stretch: Stretch, otherwise: float) -> float:
    """Return where the last month of a stretch ends."""
    return otherwise if stretch.last is None else stretch.last + 1
