"""The page for nothing selected: what is open, and what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.panels.page import Page
from graphdata.profile import NetworkPage
from graphdata.steps import Steps


class NetworkView(Page):
    """The network as a whole."""

    def __init__(self, page: NetworkPage, parent: QWidget | None = None) -> None:
        """Say what filling shows."""
        super().__init__(parent)
        self.page = page

    def filling(self) -> Steps[None]:
        """Show title, counts and the editors' policy."""
        page = self.page
        self.say(page.title, "title")
        self.say(page.counts)
        self.say(page.edition, "muted")
        yield
        self.head(self.tr("What a line rests on"))
        self.say(self.tr("Select a line on the map to see what it rests on, or an actor to see its dealings."))
        self.say(self.tr("Everything on the map is also in the tables below it."), "muted")
        yield
        if page.policy:
            self.head(self.tr("How the editors work"))
            self.say(page.policy)
