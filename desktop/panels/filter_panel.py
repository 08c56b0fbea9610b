"""The left panel: the filter in force on top, and under it a facet for each thing a filter can ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.panels import choices
from desktop.panels.actor_kinds_facet import ActorKindsFacet
from desktop.panels.ceiling_facet import CeilingFacet
from desktop.panels.chips import ChipBar
from desktop.panels.facet_section import FacetSection
from desktop.panels.facets import ChecklistFacet, CutFacet, EgoFacet, Facet, PeriodFacet, SegmentFacet
from desktop.panels.notices import CompareNotice, EmptyNotice, HiddenNotice, ShownNotice
from desktop.panels.swatches import actor_icon, domain_icon
from desktop.panels.widgets import lead_to, rule, scrolled
from desktop.session import Session
from desktop.unhurried import Stepwise
from graphdata.counts import ORIGIN_CHOICES
from graphdata.ruleset import Level
from graphdata.vocabulary import ACTOR_KINDS, DOMAINS

NARROWEST, WIDEST, WANTED = 230, 290, 270
LETTERS: Final = 28  # fit into the narrowest panel at the usual size of type; larger type widens it


class FilterPanel(QWidget, Stepwise):
    """Places chips, notices and facets; which sections are open is kept while the window lives."""

    help_place = "filters"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the filter of a session, and keep up with it; the sections are made by filling."""
        super().__init__(parent)
        self._session = session
        self.chips = ChipBar(session, self)
        self.hidden, self.empty = HiddenNotice(session, self), EmptyNotice(session, self)
        self.shown, self.compared = ShownNotice(session, self), CompareNotice(session, self)
        self.sections: list[FacetSection] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        column.addWidget(rule())
        column.addWidget(self._scrolled(), 1)
        self._take_width()
        session.view_changed.connect(self._outdate)
        session.selection_changed.connect(self._outdate_tabs)

    def _in_steps(self) -> Iterator[None]:
        """Make every section in its order, one in a step, after the signs that the first paint would wait for."""
        for icon_of, words in ((domain_icon, DOMAINS), (actor_icon, ACTOR_KINDS)):
            for word in words:
                icon_of(word)
                yield
        for facet, is_open in self._facets(self._session):
            section = FacetSection(facet, is_open)
            self.sections.append(section)
            self._stack.insertWidget(self._stack.count() - 1, section)
            yield
        self._order_tabs()

    def refresh(self) -> None:
        """Show the filter in force in every section."""
        for section in self.sections:
            section.refresh()
        self._order_tabs()

    def _outdate(self) -> None:
        """Bring every section up to date, each when it is its turn."""
        for section in self.sections:
            self._session.in_turn.ask(section, section.refresh)
        self._outdate_tabs()

    def _outdate_tabs(self) -> None:
        """Order the stops of the tab key when the notices are up to date."""
        self._session.in_turn.ask(self, self._order_tabs)

    def _order_tabs(self) -> None:
        """Let the tab key come to the chips, which change, before it comes to the sections below them."""
        if not self.sections:
            return
        notices = (self.chips, self.compared, self.hidden, self.empty)
        lead_to(self.sections[0].head, (button for notice in notices for button in notice.buttons))

    def sizeHint(self) -> QSize:
        """Return the width it wants, and any height."""
        return QSize(self._scaled(WANTED), super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the type and the colours of the swatches."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_width()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange):
            self.refresh()

    def _facets(self, session: Session) -> Iterator[tuple[Facet, bool]]:
        """Yield every facet in its order, and whether it starts open: the rarely used ones do not."""
        tr, listed, segments = self.tr, ChecklistFacet, SegmentFacet
        yield listed(session, tr("Domain"), "domains", choices.domains, domain_icon), True
        yield segments(session, tr("Confidence at least"), "min_confidence", tuple(Level), choices.levels), True
        yield segments(session, tr("Origins at least"), "min_origins", ORIGIN_CHOICES, choices.origins), True
        yield PeriodFacet(session, tr("Period"), choices.undated), True
        yield ActorKindsFacet(session, tr("Kind of actor"), choices.actor_kinds, choices.actor_ends, actor_icon), True
        yield listed(session, tr("Source"), "sources", choices.sources), True
        yield EgoFacet(session, tr("Round one actor")), False
        yield CutFacet(session, tr("As of, known by")), False
        yield listed(session, tr("Status"), "statuses", choices.statuses), False
        yield listed(session, tr("Kind of dealing"), "kinds", choices.kinds), False
        yield segments(session, tr("Hostile acts"), "hostile", tuple(choices.ACTS), choices.acts), False
        yield listed(session, tr("Marked as"), "flags", choices.flags, opting=True), False
        yield CeilingFacet(session, tr("Marking at most")), False

    def _top(self) -> QWidget:
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for notice in (self.chips, self.compared, self.hidden, self.shown, self.empty):
            column.addWidget(notice)
        return top

    def _scrolled(self) -> QScrollArea:
        content = QWidget()
        self._stack = QVBoxLayout(content)
        self._stack.setContentsMargins(6, 4, 6, 8)
        self._stack.setSpacing(4)
        self._stack.addStretch(1)
        return scrolled(content)

    def _take_width(self) -> None:
        self.setMinimumWidth(self._scaled(NARROWEST))
        self.setMaximumWidth(self._scaled(WIDEST))

    def _scaled(self, width: int) -> int:
        """Return a width of the usual type, wider with larger type."""
        return max(width, width * self.fontMetrics().averageCharWidth() * LETTERS // NARROWEST)
