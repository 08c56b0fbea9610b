"""The control for the highest marking that may be shown."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.panels.facets import Facet
from desktop.session import Session
from graphdata.vocabulary import MARKINGS


class SteadyBox(QComboBox):
    """A choice that the wheel scrolls past: nobody lifts a ceiling without meaning to."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()


class CeilingFacet(Facet):
    """What is marked higher is left out, and every level is worked out without it."""

    help_place = "exporting#marking"

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        """Offer every marking of TLP."""
        super().__init__(session, title, ("ceiling",), parent)
        self.box = SteadyBox()
        self.box.setAccessibleName(title)
        self.box.addItem(self.tr("Any marking"), "")
        for marking in MARKINGS:
            self.box.addItem(marking, marking)
        self.box.activated.connect(lambda _: self.ask(ceiling=self.box.currentData()))
        self.column.addWidget(self.box)

    def refresh(self) -> None:
        """Show the ceiling in force; one of another scheme joins the list."""
        ceiling = self.session.filter.ceiling
        if self.box.findData(ceiling) < 0:
            self.box.addItem(ceiling, ceiling)
        self.box.setCurrentIndex(self.box.findData(ceiling))
