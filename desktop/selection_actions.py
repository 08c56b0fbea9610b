"""What the menus ask of what is selected: its neighbours alone, hide it, pin it, show its address."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from desktop import commands

if TYPE_CHECKING:
    from desktop.window import MainWindow


class SelectionActions(QObject):
    """The handlers of the actions that need a selection; each says so where there is none."""

    def __init__(self, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window, self._session = window, window.session

    @property
    def handlers(self) -> dict[str, Callable[..., object]]:
        """What each action of the table does."""
        return {
            "ego": self.show_neighbours,
            "hide": self.hide_selected,
            "pin": self.pin_selected,
            "open_link": self.open_link,
        }

    def show_neighbours(self) -> None:
        """Show the selected actor and whoever it deals with, alone."""
        kind, item = self._session.selection
        if kind == "actor":
            name = self._session.network.actor[item].label
            wanted = replace(self._session.filter, ego=item, steps=1)
            commands.change_filter(self._session, wanted, self.tr("Neighbours of {name}").format(name=name))
        else:
            self._say(self.tr("Select an actor first."))

    def hide_selected(self) -> None:
        """Hide the selected actor; its chip brings it back."""
        kind, item = self._session.selection
        if kind == "actor":
            name = self._session.network.actor[item].label
            wanted = replace(self._session.filter, hidden_actors=self._session.filter.hidden_actors | {item})
            commands.change_filter(self._session, wanted, self.tr("Hide {name}").format(name=name))
        else:
            self._say(self.tr("Select an actor first."))

    def pin_selected(self) -> None:
        """Hold the selected actor where it is, or let it go."""
        kind, item = self._session.selection
        if kind != "actor" or item not in self._session.positions:
            self._say(self.tr("Select an actor first."))
        elif item in self._session.pins:
            commands.unpin_actor(self._session, item)
        else:
            commands.pin_actor(self._session, item, self._session.positions[item])

    def open_link(self) -> None:
        """Show the selected source's address."""
        kind, item = self._session.selection
        source = self._session.network.source.get(item)
        if kind == "source" and source is not None and source.url:
            self.show_link(source.url)
        else:
            self._say(self.tr("Select a source that has an address first."))

    def show_link(self, url: str) -> None:
        """Show an address, from where it can be copied or, on a second step, opened."""
        from desktop.dialogs.link_dialog import LinkDialog

        LinkDialog.show_for(url, self._window.store.settings.links_may_open, self._window)

    def _say(self, text: str) -> None:
        """Show a passing message in the status line."""
        self._window.statusBar().showMessage(text, 6000)
