"""The menu at the pointer: what can be done with an actor, a line or the empty map, and what can be copied of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from desktop import commands
from desktop.copying import Copying
from graphdata.bulk import LARGE

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from graphdata.hits import Hit

ON_ACTORS = ("go_evidence", "ego", "hide", "pin")
ON_MAP = ("fit", "search", "palette", "export")


class ContextMenu(QObject):
    """Makes the menu of what is under the pointer; what it does is an action of the window or a command."""

    asked = Signal(str, str)  # a question by name, and the actor or relation that it is about

    def __init__(self, window: MainWindow) -> None:
        """Serve the map of one window."""
        super().__init__(window)
        self._window, self._session, self._copying = window, window.session, Copying(window)
        window.canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        window.canvas.customContextMenuRequested.connect(self._open)
        window.canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the key for a menu the menu of what is selected: Qt would take the middle of the map as the pointer."""
        by_key = isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key and watched is self._window.canvas:
            self.show_for_selection()
            return True
        return super().eventFilter(watched, event)

    def show_for_selection(self) -> QMenu:
        """Show what can be done with what is selected, where it stands; with the map, where nothing on it is."""
        canvas, session = self._window.canvas, self._session
        kind, item = session.selection
        line = session.tie.get(session.tie_of_relation.get(item, "") if kind == "relation" else item)
        ends = (line.giver, line.receiver) if line else (item,)
        places = [canvas.camera.shown(session.positions[each]) for each in ends if each in session.positions]
        if not places:
            return self._pop(None, canvas.mapToGlobal(canvas.rect().center()))
        x, y = (round(sum(axis) / len(places)) for axis in zip(*places, strict=True))
        room = canvas.rect()
        point = QPoint(min(max(x, room.left()), room.right()), min(max(y, room.top()), room.bottom()))
        from graphdata.hits import Hit

        return self._pop(Hit("tie", line.id) if line else Hit("actor", item), canvas.mapToGlobal(point))

    def _open(self, point: QPoint) -> None:
        """Show the menu of what is under a point of the map."""
        canvas = self._window.canvas
        self.show_at(canvas.hit_at(QPointF(point)), canvas.mapToGlobal(point))

    def show_at(self, hit: Hit | None, point: QPoint) -> QMenu:
        """Select what was hit, and show what can be done with it."""
        if hit is not None and hit.id not in self._session.company.members:
            self._session.select(hit.kind, hit.id)
        return self._pop(hit, point)

    def _pop(self, hit: Hit | None, point: QPoint) -> QMenu:
        """Show the menu of an actor, a line or the map at a point of the screen."""
        menu = self.menu_of(hit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
        return menu

    def menu_of(self, hit: Hit | None) -> QMenu:
        """Return the menu of an actor, a line or the map; the first row names it."""
        menu = QMenu(self._window)
        if hit is None:
            menu.addActions([self._window.actions_by_name[name] for name in ON_MAP])
        elif hit.kind == "actor":
            self._fill_for_actor(menu, hit.id)
        elif hit.id in self._session.tie:
            self._fill_for_line(menu, hit.id)
        return menu

    def _fill_for_actor(self, menu: QMenu, actor_id: str) -> None:
        """Offer what can be done with an actor."""
        self._name(menu, commands.named(self._session, self._session.company.along(actor_id)))
        menu.addActions([self._window.actions_by_name[name] for name in ON_ACTORS])
        menu.addSeparator()
        self._add(menu, self.tr("Who is within reach?"), lambda: self.asked.emit("reach", actor_id))
        self._add(menu, self.tr("How does it reach another?"), lambda: self.asked.emit("routes", actor_id))
        menu.addSeparator()
        from graphdata import quotable  # nobody has a menu before the first map

        view = self._session.view
        self._add(menu, self.tr("Copy names"), lambda: self._copy(lambda: quotable.actor_in_words(view, actor_id)))

    def _fill_for_line(self, menu: QMenu, tie_id: str) -> None:
        """Offer what can be done with a line."""
        from graphdata import quotable
        from graphdata.rows import title_of

        tie, view = self._session.tie[tie_id], self._session.view
        self._name(menu, title_of(self._session.network, tie.giver, tie.receiver, tie.mutual))
        menu.addAction(self._window.actions_by_name["go_evidence"])
        self._add(menu, self.tr("Hide this line"), lambda: self._hide(tie.relations))
        menu.addSeparator()
        for relation_id in tie.relations:
            words = self.tr("Who got it from whom? {0}").format(view.network.relation[relation_id].summary)
            self._add(menu, words, partial(self.asked.emit, "chain", relation_id))
        menu.addSeparator()
        self._add(menu, self.tr("Copy with citations"), lambda: self._copy(lambda: quotable.tie_in_words(view, tie)))
        self._add(menu, self.tr("Copy citations"), lambda: self._copy(lambda: quotable.citations_of_tie(view, tie)))

    def _hide(self, relations: tuple[str, ...]) -> None:
        """Push the step that hides the relations of a line; their chip brings them back."""
        asked = self._session.filter
        wanted = replace(asked, hidden_relations=asked.hidden_relations | set(relations))
        commands.change_filter(self._session, wanted, self.tr("Hide a line"))

    def _copy(self, words: Callable[[], str]) -> None:
        """Put words on the clipboard, and say so."""
        self._copying.copy(words, len(self._session.network.relations) >= LARGE)

    def _name(self, menu: QMenu, words: str) -> None:
        """Put a name over the menu; ampersands of data make no shortcuts."""
        menu.addAction(_literal(words)).setEnabled(False)
        menu.addSeparator()

    def _add(self, menu: QMenu, words: str, deed: Callable[[], object]) -> None:
        menu.addAction(_literal(words)).triggered.connect(lambda _=False: deed())


def _literal(words: str) -> str:
    """Return words for a menu in which an ampersand is an ampersand."""
    return words.replace("&", "&&")
