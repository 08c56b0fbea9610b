"""The page of a line on the map: the relations it stands for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.panels.page import Page
from desktop.panels.pattern_sample import LevelLine
from graphdata.profile import TiePage
from graphdata.steps import Steps


class TieView(Page):
    """A line and its relations, each leading to its own page."""

    def __init__(self, page: TiePage, parent: QWidget | None = None) -> None:
        """Say which line filling shows."""
        super().__init__(parent)
        self.page = page

    def filling(self) -> Steps[None]:
        """Show the line."""
        page = self.page
        self.say(page.title, "title")
        self.say_domain(page.sign, page.domain.upper())
        self.column.addWidget(LevelLine(page.level, page.verdict))
        self.head(self.tr("Relations in this line · {0}").format(len(page.relations)))
        yield
        yield from self.adding_rows(page.relations)
