"""The page of a relation: what is dealt, how sure that is, and each aspect with the claims it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.panels.claim_card import ClaimCard
from desktop.panels.page import Page, block_of, block_of_words, words
from desktop.panels.pattern_sample import LevelLine
from desktop.panels.section import Section
from graphdata.relation_profile import AspectPart, OriginLine, RelationPage
from graphdata.steps import Steps, at_once


class RelationView(Page):
    """A relation and its aspects, the headline open."""

    def __init__(self, page: RelationPage, parent: QWidget | None = None) -> None:
        """Say which relation filling shows."""
        super().__init__(parent)
        self.page = page

    def filling(self) -> Steps[None]:
        """Show the relation."""
        page = self.page
        self.say(page.title, "title")
        self.say_domain(page.sign, f"{page.domain.upper()} · {page.kind}")
        self.say(page.summary)
        yield
        self.column.addWidget(LevelLine(page.level, page.verdict, "heading"))
        self._say_facts(page)
        yield
        for part in page.aspects[:1]:
            made = yield from self._making_aspect(part)
            self._add_aspect(part, block_of(spacing=2, indent=4), made)
            yield
        for part in page.aspects[1:]:
            self._add_aspect(part, block_of(LevelLine(part.level, part.verdict), spacing=2, indent=4))
            yield
        self.head(self.tr("Actors"))
        yield from self.adding_rows(page.actors)
        self.head(self.tr("Sources · {0}").format(len(page.sources)))
        yield from self.adding_rows(page.sources)

    def _say_facts(self, page: RelationPage) -> None:
        self.say(page.override, "warning")
        self.say(f"{page.status} · {page.attested}", "muted")
        self.say(self.tr("Passing through {0}").format(page.via) if page.via else "", "muted")
        self.say_all(page.magnitudes)
        self.say(page.note, "muted")
        self.say_all(page.faults, "warning")
        if page.hidden_by:
            self.say(self.tr("Not on the map now, hidden by: {0}").format(", ".join(page.hidden_by)), "warning")

    def _add_aspect(self, part: AspectPart, head: tuple[QWidget, QVBoxLayout], made: QWidget | None = None) -> None:
        """Add an aspect: its heading and flags always, its claims when it is opened, or open where they are made."""
        preview, column = head
        if part.flags:
            column.addWidget(words(" · ".join(part.flags), "warning"))
        self.column.addSpacing(4)
        content = (lambda: at_once(self._making_aspect(part))) if made is None else (lambda: made)
        self.column.addWidget(Section(part.heading, content, made is not None, preview))

    def _making_aspect(self, part: AspectPart) -> Steps[QWidget]:
        """Return what an opened aspect shows, made claim by claim."""
        block, column = block_of(spacing=6, indent=4)
        for card in part.cards:
            column.addWidget(self._card(ClaimCard(card)))
            yield
        self._add_section(column, self.tr("What would raise it"), part.raised_by, is_open=True)
        self._add_section(column, self.tr("Origins behind it"), _lines(part.origins))
        self._add_section(column, self.tr("Origins against it"), _lines(part.against))
        self._add_section(column, self.tr("Which rules decided"), part.trace)
        return block

    def _add_section(self, column: QVBoxLayout, heading: str, texts: tuple[str, ...], is_open: bool = False) -> None:
        """Add a section of words to an aspect; none for no words."""
        if texts:
            column.addWidget(Section(heading, lambda: block_of_words(texts, "muted"), is_open))

    def _card(self, card: ClaimCard) -> ClaimCard:
        card.copy_asked.connect(self.copy_asked)
        card.strike_asked.connect(self.claim_struck)
        card.source_asked.connect(lambda source: self.asked.emit("source", source))
        return card


def _lines(origins: Iterable[OriginLine]) -> tuple[str, ...]:
    return tuple(f"{one.label}: {one.grades} ({one.standing})" for one in origins)
