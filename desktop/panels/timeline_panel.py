"""The timeline under the map: activity by month, and time as a filter that can be dragged, stepped and played."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop import worker
from desktop.commands import change_filter
from desktop.panels.flow import FlowLayout
from desktop.panels.swatches import theme_in_force
from desktop.panels.widgets import plain_label, scrolled
from desktop.session import Session
from desktop.slices import Slices
from desktop.unhurried import bring, looked_at
from graphdata.filter import Filter, chips_of
from graphdata.network import Network
from graphdata.questions.moments import WAYS, Stretch, Way, month_number, moved_to, stepped, stretch_of, timeless
from graphdata.questions.timeline import Timeline, timeline_of
from graphdata.view import view_of

if TYPE_CHECKING:
    from desktop.panels.timeline_chart import TimelineChart

BEAT: Final = 450  # milliseconds a month stands still while the time plays
AT_ONCE: Final = 100  # relations that are counted in a moment
QT: Final = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")  # all of it passes through the library's hands
LIBRARY: Final = (
    "subprocess", "importlib.resources", "PySide6.QtSvg", "PySide6.QtTest", "PySide6.QtOpenGLWidgets", "cProfile",
    "colorama", "xml.etree.ElementTree", "pydoc", "socket", "multiprocessing", "multiprocessing.connection",
    "pyqtgraph", "desktop.panels.timeline_chart",
)  # fmt: skip
TIME_KEYS: Final = ("period", "as_of", "known_by", "undated")


class TimelinePanel(QWidget):
    """Shows what is on show by month and moves the filter in time; the chart comes when it is first seen."""

    help_place = "time#the-timeline"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the controls; counting waits until the panel can be seen."""
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._timeline: Timeline | None = None
        self._counted: tuple[Network, Filter] | None = None  # what the timeline is of, or is being counted of
        self._latest, self._library = worker.Latest(self), worker.Latest(self)
        self._chart: TimelineChart | None = None
        self._slices, self._is_coming = Slices(self), False
        self._leads_on = False  # whether the keyboard is on its way to the chart
        self._clock = QTimer(self, interval=BEAT)
        self._clock.timeout.connect(self._beat)
        self.setAccessibleName(self.tr("Timeline"))
        content, whole = QWidget(), QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(2)
        self._column.addLayout(self._controls())
        self._coming = plain_label(self.tr("The chart is coming …"), "muted")
        self._column.addWidget(self._coming, 1)
        area = scrolled(content)
        area.setProperty("role", "fields")
        whole.addWidget(area)
        session.network_changed.connect(self._stop)
        session.view_changed.connect(self._outdate)

    @property
    def chart(self) -> TimelineChart | None:
        """The chart, nothing before the panel is first seen; who asks for it has it at once."""
        if self._is_coming and self._chart is None:
            self._library.drop()
            self._slices.begin(self._making_chart())
        self._slices.finish()
        return self._chart

    @property
    def way(self) -> Way:
        """In which way the filter is moved in time."""
        found: Way = self.ways.currentData()
        return found

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened out of sight."""
        super().showEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._chart is not None:
            self._chart.dress(theme_in_force())

    def step(self, months: int) -> None:
        """Move the stretch of time by some months, from where it is."""
        if self._timeline and self._timeline.months:
            least, most = (month_number(self._timeline.months[at]) for at in (0, -1))
            stretch = stretch_of(self._session.filter, self.way)
            least = self._beginning() if stretch == Stretch(None, None) else least
            self._move(stepped(stretch, months, least, most))

    def play(self, on: bool) -> None:
        """Let the time run month by month, from its beginning if it has come to its end."""
        if not on or not self._timeline or not self._timeline.months:
            self._stop()
            return
        stretch = stretch_of(self._session.filter, self.way)
        if stretch.last is None or stretch.last >= month_number(self._timeline.months[-1]):
            self._move(Stretch(None, self._beginning()))
        self._clock.start()

    def _controls(self) -> FlowLayout:
        """Return the row above the chart, which goes on below where it is full: no window has to be wider for it."""
        self.ways, self.shown = QComboBox(), QComboBox()
        for way, words in WAYS.items():
            self.ways.addItem(self.tr(words), way)
        for name, words in (("relations", "Relations"), ("claims", "Claims"), ("published", "Documents published")):
            self.shown.addItem(self.tr(words), name)
        self.ways.setAccessibleName(self.tr("What dragging in time asks for"))
        self.shown.setAccessibleName(self.tr("What the bars count"))
        self.undated = QCheckBox(self.tr("Undated too"))
        self.undated.setToolTip(self.tr("Relations that no claim gives a date are a class of their own."))
        self.back, self.forward = self._button("‹", "A month back"), self._button("›", "A month on")
        self.player = self._button("▶", "Play by month")
        self.player.setCheckable(True)
        self.whole = self._button(self.tr("All time"), "Take the limits in time away")
        self.words = plain_label("", "muted")
        self.ways.activated.connect(lambda _: self._refresh())
        self.shown.activated.connect(lambda _: self._draw())
        self.undated.clicked.connect(self._ask_undated)
        self.back.clicked.connect(lambda: self.step(-1))
        self.forward.clicked.connect(lambda: self.step(1))
        self.player.toggled.connect(self.play)
        self.whole.clicked.connect(self._ask_all)
        self.words.setWordWrap(False)
        steps = QWidget()  # the three stay together where the row goes on below
        together = QHBoxLayout(steps)
        together.setContentsMargins(0, 0, 0, 0)
        for button in (self.back, self.player, self.forward):
            together.addWidget(button)
        row = FlowLayout(spacing=6)
        for each in (self.shown, self.ways, steps, self.whole, self.undated, self.words):
            row.addWidget(each)
        return row

    def _button(self, sign: str, name: str) -> QToolButton:
        """Return a small button with a sign, and a name for everyone who does not see it."""
        button = QToolButton()
        button.setText(sign)
        button.setAutoRaise(True)
        button.setAccessibleName(self.tr(name))
        button.setToolTip(self.tr(name))
        return button

    def _outdate(self) -> None:
        self._is_stale = True
        self._session.in_turn.ask(self, self._catch_up)

    def _catch_up(self) -> None:
        """Count anew, where the panel can be seen."""
        if self._is_stale and self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Count anew what the filter shows at any time, and show the stretch in force."""
        if not self._is_coming:
            self._is_coming = True
            self._slices.begin(self._readying())
        if self._is_stale:
            self._is_stale = False
            self._count()
        self._show_stretch()

    def _readying(self) -> Iterator[None]:
        """Ready what the chart is drawn with: Qt's names in steps, the library, which takes long, beside the window."""
        yield from looked_at(QT)
        self._library.ask(partial(bring, LIBRARY), lambda _: self._slices.begin(self._making_chart()))

    def _making_chart(self) -> Iterator[None]:
        """Make the chart step by step."""
        from desktop.panels.timeline_chart import TimelineChart, made_plot

        plot = made_plot()
        yield
        chart = TimelineChart(theme_in_force(), self._coming.parentWidget(), plot)
        yield
        chart.setAccessibleName(self.tr("Activity by month"))
        chart.dragged.connect(self._move)
        chart.stepped.connect(self.step)
        self._chart = chart
        self._draw()
        yield
        self._coming.hide()
        self._column.addWidget(chart, 1)
        chart.show()  # at once: the keyboard may be on its way to it
        QWidget.setTabOrder(self.undated, chart)
        if self._leads_on and self.window().focusWidget() is self.shown:
            chart.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_keyboard(self) -> None:
        """Take the keyboard to the chart; to the choice above it, until the chart has come."""
        target = self._chart or self.shown
        self._leads_on = self._chart is None
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _count(self) -> None:
        """Count what the filter shows at any time, once for all moves in time; beside the window where that is much."""
        network, asked = self._session.network, timeless(self._session.filter)
        if self._counted is not None and self._counted[0] is network and self._counted[1] == asked:
            return
        self._counted = (network, asked)
        self._latest.drop()
        if len(network.relations) >= AT_ONCE:
            self._latest.ask(lambda _: timeline_of(view_of(network, asked)), self._take)
        else:
            self._take(timeline_of(view_of(network, asked)))

    def _take(self, timeline: Timeline) -> None:
        """Draw what has been counted."""
        self._timeline = timeline
        self._draw()

    def _draw(self) -> None:
        """Draw the bars that are asked for."""
        if self._chart is None or self._timeline is None:
            return
        months = self._timeline.months
        series = getattr(self._timeline, self.shown.currentData())
        self._chart.show_counts(month_number(months[0]) if months else 0, series.counts)
        self._show_stretch()

    def _show_stretch(self) -> None:
        """Show what the filter says of time, on the chart and in words."""
        session = self._session
        if self._chart is not None:
            self._chart.show_stretch(stretch_of(session.filter, self.way), as_edge=self.way != "period")
        said = [chip.label for chip in chips_of(session.filter, session.network) if chip.key in TIME_KEYS]
        undated = len(session.view.undated)
        counted = self.tr("{0} undated on show").format(undated)
        self.words.setText(" · ".join([*(said or [self.tr("all time")]), counted]))
        self.undated.setChecked(session.filter.undated)

    def _beginning(self) -> int:
        """Return the first month in sight: where playing begins."""
        assert self._timeline is not None
        first = month_number(self._timeline.months[0])
        return max(first, round(self._chart.viewRange()[0][0])) if self._chart is not None else first

    def _beat(self) -> None:
        """Go on by a month; stop at the end."""
        if self._session.is_behind:
            return  # a month that takes longer than a beat is waited for
        before = self._session.filter
        self.step(1)
        if self._session.filter == before:
            self._stop()

    def _stop(self) -> None:
        """Let the time stand still."""
        self._clock.stop()
        self.player.setChecked(False)

    def _move(self, stretch: Stretch) -> None:
        """Push the step to another stretch of time; steps that follow one another are one."""
        wanted = moved_to(self._session.filter, self.way, stretch)
        change_filter(self._session, wanted, self.tr("Move in time"), merge=True)
        self._show_stretch()

    def _ask_all(self) -> None:
        """Push the step that takes every limit in time away."""
        self._stop()
        wanted = replace(timeless(self._session.filter), undated=self._session.filter.undated)
        change_filter(self._session, wanted, self.tr("All time"))

    def _ask_undated(self, on: bool) -> None:
        """Push the step that shows or hides what has no date."""
        label = self.tr("Show undated relations") if on else self.tr("Hide undated relations")
        change_filter(self._session, replace(self._session.filter, undated=on), label)
