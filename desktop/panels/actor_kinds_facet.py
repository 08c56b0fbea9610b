"""The facet of the kinds of actor: which kinds, and whether one end or both ends of a relation have to be of these."""

from __future__ import annotations

from typing import Final, get_args

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desktop.panels.facets import ChecklistFacet, ChoicesOf, IconOf
from desktop.panels.segment import SegmentButton
from desktop.session import Session
from graphdata.filter import Ends, Filter

ENDS: Final[tuple[Ends, ...]] = get_args(Ends)
FEW: Final = 2  # of so many kinds, to leave one out is not to ask for the other


class ActorKindsFacet(ChecklistFacet):
    """Who asks for one kind wants its relations with whomever; who leaves kinds out wants to see none of them."""

    def __init__(
        self,
        session: Session,
        title: str,
        choices_of: ChoicesOf,
        ends_of: ChoicesOf,
        icon_of: IconOf,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the kinds of a view and, once some are asked for, both ways to take them."""
        super().__init__(session, title, "actor_kinds", choices_of, icon_of, parent=parent)
        self.fields = ("actor_kinds", "actor_ends")
        self._ends_of = ends_of
        self.ways, group = QWidget(), QButtonGroup(self)
        self.buttons = [SegmentButton() for _ in ENDS]
        row = QHBoxLayout(self.ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for at, button in enumerate(self.buttons):
            group.addButton(button, at)
            row.addWidget(button)
        group.idClicked.connect(lambda at: self.ask(actor_ends=ENDS[at]))
        self.column.addWidget(self.ways)

    def refresh(self) -> None:
        """Show the kinds, and the way that is in force with how many relations each way would show."""
        super().refresh()
        for button, choice in zip(self.buttons, self._ends_of(self.session.view), strict=True):
            button.show_count(choice.label, choice.relations)
            words = self.tr("{0}: {1}, relations: {2}")
            button.setAccessibleName(words.format(self.title, choice.label, choice.relations))
            button.setChecked(choice.key == self.session.filter.actor_ends)
        self.ways.setVisible(self.narrows)

    def choose(self, wanted: frozenset[str]) -> None:
        """Ask for kinds of actor: a single one at either end, more of them as before."""
        ends = self.session.filter.actor_ends if wanted else Filter().actor_ends
        is_single = len(wanted) == 1 and len(self.model.choices) > FEW
        self.ask(actor_kinds=wanted, actor_ends="either" if is_single else ends)
