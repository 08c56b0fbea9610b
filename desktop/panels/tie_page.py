"""The page of a line on the map: the relations it stands for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.panels.page import Page
from desktop.panels.pattern_sample import LevelLine
from graphdata.profile import TiePage


class TieView(Page):
    """A line and its relations, each leading to its own page."""

    def __init__(self, page: TiePage, parent: QWidget | None = None) -> None:
        """Show the line."""
        super().__init__(parent)
        self.say(page.title, "title")
        self.say_domain(page.sign, page.domain.upper())
        self.column.addWidget(LevelLine(page.level, page.verdict))
        self.head(self.tr("Relations in this line · {0}").format(len(page.relations)))
        self.add_rows(page.relations)
