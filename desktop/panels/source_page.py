"""The page of a source: what it is, how far it is trusted and why, what rests on it, and what would fall without it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.links import judge
from desktop.panels.page import Page, push_button
from graphdata.source_profile import SourcePage
from graphdata.steps import Steps


class SourceView(Page):
    """A source; opening its address and striking it out are reported, not done."""

    strike_asked = Signal(bool)  # whether it shall be struck out

    def __init__(self, page: SourcePage, parent: QWidget | None = None) -> None:
        """Say which source filling shows."""
        super().__init__(parent)
        self.page = page
        self.judged = judge(page.url)

    def filling(self) -> Steps[None]:
        """Show the source."""
        page = self.page
        self.say(page.title, "title")
        self.say(page.citation)
        for graded in page.grades:
            self.say(graded.grade, "heading")
            self.say(graded.why, "muted")
            yield
        self.say(page.read, "muted")
        self.say_all(page.descriptor, "muted")
        self.say(page.note)
        self.say_all(page.faults, "warning")
        yield
        if page.url and not self.judged.openable:
            self.say(self.tr("Address not openable: {0}").format(self.judged.reason), "warning")
        self.add_buttons(*self._address_buttons())
        yield
        self._add_remaining()
        yield
        self.head(self.tr("Claims that rest on it · {0}").format(len(page.claims)))
        yield from self.adding_rows(page.claims)

    def _address_buttons(self) -> Iterator[QPushButton]:
        """Yield what can be done with citation and address."""
        page = self.page
        name = self.tr("Copy the citation of {0}").format(page.title)
        yield push_button(self.tr("Copy citation"), name, lambda: self.copy_asked.emit(page.citation))
        if not page.url:
            return
        name = self.tr("Copy the address of {0}").format(page.title)
        yield push_button(self.tr("Copy link"), name, lambda: self.copy_asked.emit(page.url))
        if self.judged.openable:
            name = self.tr("Open the address of {0}, after a question").format(page.title)
            yield push_button(self.tr("Open…"), name, lambda: self.link_asked.emit(page.url))

    def _add_remaining(self) -> None:
        """Add what would remain without the source, and the switch to see it."""
        self.head(self.tr("Without this source"))
        if self.page.struck:
            self.say(self.tr("It is struck out now: no claim that passed through it counts."), "warning")
            text = self.tr("Count it again")
        else:
            self.say(self.page.remaining.sentence)
            text = self.tr("Strike it out")
        name = self.tr("{0}: {1}").format(text, self.page.title)
        self.add_buttons(push_button(text, name, lambda: self.strike_asked.emit(not self.page.struck)))
