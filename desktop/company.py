"""Actors that are selected together: hidden, pinned, moved and shown with their neighbours as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal

if TYPE_CHECKING:
    from desktop.session import Session


class Company(QObject):
    """Who is gathered on the map; selecting something alone lets them go, as does another network."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Gather nobody yet."""
        super().__init__(session)
        self._session = session
        self._members: frozenset[str] = frozenset()
        self._keeps = False
        session.selection_changed.connect(self._follow)
        session.network_changed.connect(self.part)

    @property
    def members(self) -> frozenset[str]:
        """The actors that are gathered; nobody where one is selected alone."""
        return self._members

    @property
    def chosen(self) -> frozenset[str]:
        """The actors that what is done now is done to: those gathered, else the selected one, if any."""
        kind, item = self._session.selection
        alone = frozenset((item,)) if kind == "actor" and item in self._session.network.actor else frozenset[str]()
        return self._members or alone

    def along(self, actor_id: str) -> frozenset[str]:
        """Return who goes along where an actor goes: everybody who is gathered with it."""
        return self._members if actor_id in self._members else frozenset((actor_id,))

    def toggle(self, actor_id: str) -> None:
        """Gather one more actor, or let go of one; the first one comes to whoever is selected."""
        if actor_id in self._session.network.actor:
            before = self.chosen
            begins = not self._members and actor_id in before
            self._gather(before if begins else before ^ {actor_id}, actor_id)

    def take_within(self, box: QRectF) -> None:
        """Gather the actors on show in a box of the map; one alone is selected."""
        places = self._session.positions
        shown = (actor.id for actor in self._session.view.actors if actor.id in places)
        found = frozenset(each for each in shown if box.contains(*places[each]))
        alone = len(found) == 1
        self._gather(frozenset() if alone else found, min(found) if alone else "")

    def walk_to(self, actor_id: str) -> None:
        """Select an actor, and keep those that are gathered."""
        self._keeps = True
        self._session.select("actor", actor_id)
        self._keeps = False

    def part(self) -> None:
        """Let go of everybody."""
        if self._members:
            self._members = frozenset()
            self.changed.emit()

    def _gather(self, actors: frozenset[str], selected: str) -> None:
        """Hold these together, and select one; nobody where nobody is named."""
        self._members = actors
        self.walk_to(selected)
        self.changed.emit()

    def _follow(self) -> None:
        """Let go of everybody once something is selected alone."""
        if not self._keeps:
            self.part()
