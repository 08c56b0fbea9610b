"""The board: map in the middle, panels round it; the map stands first, the panels come once it is painted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop.session import Session
from desktop.unhurried import Stepwise, brought

if TYPE_CHECKING:
    from desktop.panels.evidence_panel import EvidencePanel
    from desktop.panels.filter_panel import FilterPanel
    from desktop.panels.questions_panel import QuestionsPanel
    from desktop.panels.tables import RelationsTable, SourcesTable
    from desktop.panels.timeline_panel import TimelinePanel

ANSWER_HEIGHT: Final = 330  # points, for an answer of some lines under its question


class Slot(QWidget):
    """An empty place of the right size, for a panel that comes later."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        QVBoxLayout(self).setContentsMargins(0, 0, 0, 0)

    def put(self, widget: QWidget) -> None:
        """Take a panel in."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)
        widget.show()  # at once, not with the next events: somebody may be on the way to it


class Board(QSplitter, Stepwise):
    """Filter panel, map over tables, evidence panel."""

    link_asked = Signal(str)  # an address is to be opened, after a question
    copied = Signal()
    inspected = Signal()  # a row of a table is to be seen with its evidence

    def __init__(self, canvas: QWidget, session: Session) -> None:
        """Place the map and leave room for the panels."""
        super().__init__(Qt.Orientation.Horizontal)
        self._session, self.canvas = session, canvas
        self.filters, self.evidence, self.tables = Slot(), Slot(), Slot()
        self.filter_panel: FilterPanel | None = None
        self.evidence_panel: EvidencePanel | None = None
        self.relations_table: RelationsTable | None = None
        self.sources_table: SourcesTable | None = None
        self.timeline_panel: TimelinePanel | None = None
        self.questions_panel: QuestionsPanel | None = None
        self.middle = QSplitter(Qt.Orientation.Vertical)
        for widget in (canvas, self.tables):
            self.middle.addWidget(widget)
        for widget in (self.filters, self.middle, self.evidence):
            self.addWidget(widget)
        self.middle.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        for splitter in (self, self.middle):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(4)
        self.set_sizes(())

    @property
    def is_filled(self) -> bool:
        """Whether the panels have come."""
        return self.questions_panel is not None

    def set_sizes(self, sizes: tuple[int, ...]) -> None:
        """Take up stored widths and heights: three columns and two rows; anything else gives the usual ones."""
        usual = (270, 820, 350, 605, 225)
        wanted = sizes if len(sizes) == len(usual) else usual
        self.setSizes(list(wanted[:3]))
        self.middle.setSizes(list(wanted[3:]))

    def taken_sizes(self) -> tuple[int, ...]:
        """Return widths and heights as set_sizes takes them."""
        return (*self.sizes(), *self.middle.sizes())

    def _in_steps(self) -> Iterator[None]:
        """Build the panels in steps of some milliseconds, those in sight first.

        They are imported here, a few modules at a time, so that neither the map nor the hand waits for them.
        """
        for build in (self._filters, self._evidence, self._tables):
            yield from build()

    def _filters(self) -> Iterator[None]:
        """Build the filter panel."""
        yield from brought(
            (
                "desktop.models.choices_model",
                "desktop.panels.swatches",
                "desktop.panels.checklist",
                "desktop.panels.pickers",
                "desktop.panels.notices",
            )
        )
        from desktop.panels.filter_panel import FilterPanel

        yield
        self.filter_panel = FilterPanel(self._session, self.filters)
        self.filters.put(self.filter_panel)
        yield from self.filter_panel.filling

    def _evidence(self) -> Iterator[None]:
        """Build the evidence panel."""
        yield from brought(
            (
                "desktop.panels.page",
                "desktop.panels.relation_page",
                "graphdata.questions.striking",
                "desktop.panels.source_page",
                "desktop.panels.evidence_pages",
            )
        )
        from desktop.panels.evidence_panel import EvidencePanel

        yield
        panel = self.evidence_panel = EvidencePanel(self._session, self.evidence)
        panel.link_asked.connect(self.link_asked)
        panel.copied.connect(self.copied)
        yield
        self.evidence.put(panel)
        yield

    def _tables(self) -> Iterator[None]:
        """Build the tabs under the map: tables, timeline and questions."""
        yield from brought(("desktop.models.relations_model", "desktop.models.answer_model", "desktop.panels.tables"))
        from desktop.panels.tables import RelationsTable, SourcesTable

        yield
        tabs = self._tabs()
        self.relations_table, self.sources_table = RelationsTable(self._session), SourcesTable(self._session)
        for table in (self.relations_table, self.sources_table):
            table.inspected.connect(self.inspected)
        tabs.addTab(self.relations_table, self.tr("Relations"))
        tabs.addTab(self.sources_table, self.tr("Sources"))
        yield
        self.tables.put(tabs)
        yield from brought(("graphdata.questions.catalogue", "desktop.panels.timeline_panel"))
        from desktop.panels.timeline_panel import TimelinePanel

        place = self.relations_table.parentWidget()  # what is made where it will stand is dressed once
        yield
        self.timeline_panel = TimelinePanel(self._session, place)
        yield
        tabs.addTab(self.timeline_panel, self.tr("Timeline"))
        yield from brought(("desktop.panels.question_form", "desktop.panels.questions_panel"))
        from desktop.panels.questions_panel import QuestionsPanel

        yield
        self.questions_panel = QuestionsPanel(self._session, place)
        self.questions_panel.answered.connect(self._make_room)
        yield
        tabs.addTab(self.questions_panel, self.tr("Questions"))
        yield

    def _tabs(self) -> QTabWidget:
        """Return the tabs, still empty."""
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)  # its line is white in the dark
        tabs.setAccessibleName(self.tr("Tables"))
        tabs.tabBar().setAccessibleName(self.tr("Tables: relations, sources, timeline, questions"))
        tabs.setFocusProxy(None)  # type: ignore[arg-type] # or the tab key would come back to the tab bar for ever
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return tabs

    def order_tabs(self, before: QWidget) -> None:
        """Let the tab key go from a widget on as the eye does: filters, map, tables, evidence."""
        from desktop.panels.widgets import follow_on

        tabs = self.tables.findChild(QTabWidget)
        assert tabs is not None
        pages = [page for at in range(tabs.count()) if (page := tabs.widget(at)) is not None]
        for block in (self.filters, self.canvas, tabs.tabBar(), *pages, self.evidence):
            before = follow_on(before, block)

    def ask(self, question: str, record: str) -> None:
        """Turn to the questions with one about a record; it is asked at once where nothing else is needed."""
        self.fill()
        assert self.questions_panel is not None
        self._turn_to(self.questions_panel)
        self.questions_panel.begin(question, record)

    def focus_under(self, name: str) -> None:
        """Take the keyboard to the chart of the timeline, or to the choice of a question."""
        self.fill()
        assert self.timeline_panel is not None
        assert self.questions_panel is not None
        is_timeline = name == "timeline"
        self._turn_to(self.timeline_panel if is_timeline else self.questions_panel)
        if is_timeline:
            self.timeline_panel.take_keyboard()
        else:
            self.questions_panel.form.question.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_to(self, panel: QWidget) -> None:
        """Bring one of the tabs under the map to the front."""
        tabs = self.tables.findChild(QTabWidget)
        assert tabs is not None
        tabs.setCurrentWidget(panel)

    def _make_room(self) -> None:
        """Give the first answer some lines in sight, where the map can spare them; later sizes are the analyst's."""
        assert self.questions_panel is not None
        self.questions_panel.answered.disconnect(self._make_room)
        above, below = self.middle.sizes()
        wanted = min(ANSWER_HEIGHT, (above + below) * 2 // 5)
        if below < wanted:
            self.middle.setSizes([above + below - wanted, wanted])

    def focus_evidence(self) -> None:
        """Take the keyboard to the evidence page: arrow keys scroll it, the tab key goes to its first row."""
        self.fill()
        assert self.evidence_panel is not None
        self.evidence_panel.area.setFocus(Qt.FocusReason.ShortcutFocusReason)
