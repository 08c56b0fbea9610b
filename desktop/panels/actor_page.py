"""The page of an actor: who it is, whom it deals with, and what that rests on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.panels.page import Page
from desktop.panels.widgets import rule
from graphdata.profile import ActorPage
from graphdata.steps import Steps


class ActorView(Page):
    """An actor, its relations by domain and partner, and the sources behind them."""

    def __init__(self, page: ActorPage, parent: QWidget | None = None) -> None:
        """Say which actor filling shows."""
        super().__init__(parent)
        self.page = page

    def filling(self) -> Steps[None]:
        """Show the actor."""
        page = self.page
        self.say(page.title, "title")
        self.say(page.kind, "heading")
        self.say(" · ".join(page.names), "muted")
        self.say(page.note)
        yield
        self.say_all(page.facts, "muted")
        self.say_all(page.faults, "warning")
        if page.hidden:
            self.say(self.tr("Relations hidden by the filter: {0}").format(page.hidden), "warning")
        for group in page.relations:
            self.column.addWidget(rule())
            self.say_domain(group.sign, group.heading)
            yield
            yield from self.adding_rows(group.rows)
        if page.sources:
            self.head(self.tr("Sources behind them · {0}").format(len(page.sources)))
            yield
            yield from self.adding_rows(page.sources)
