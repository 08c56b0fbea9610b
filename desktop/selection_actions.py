"""What the menus ask of what is selected: its neighbours alone, hide it, pin it, show its address."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QObject

from desktop import commands

if TYPE_CHECKING:
    from desktop.window import MainWindow

NEAR: Final = "Neighbours of {name}"
FARTHER: Final = "Within {steps} steps of {name}"
HIDE: Final = "Hide {name}"


class SelectionActions(QObject):
    """The handlers of the actions that need a selection; each says so where there is none."""

    def __init__(self, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window, self._session = window, window.session
        self._session.company.changed.connect(self._tell_company)

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
        """Show the selected actors and whoever they deal with, alone; asked again, of one, one step farther."""
        from desktop.panels.pickers import MOST_STEPS  # nobody asks before the first map

        chosen, asked = self._chosen(), self._session.filter
        if len(chosen) == 1:
            steps = min(asked.steps + 1, MOST_STEPS) if asked.ego in chosen else 1
            wanted, words = replace(asked, ego=min(chosen), steps=steps), NEAR if steps == 1 else FARTHER
        elif chosen:
            wanted, words = replace(asked, parties=chosen, ego="", steps=1), NEAR
        else:
            return
        commands.change_filter(self._session, wanted, self._words(words, chosen, wanted.steps))

    def hide_selected(self) -> None:
        """Hide the selected actors; their chip brings them back."""
        chosen, asked = self._chosen(), self._session.filter
        if chosen:
            wanted = replace(asked, hidden_actors=asked.hidden_actors | chosen)
            commands.change_filter(self._session, wanted, self._words(HIDE, chosen))

    def pin_selected(self) -> None:
        """Hold the selected actors where they are, or let them go where all are held."""
        places = self._session.positions
        chosen = [each for each in sorted(self._chosen()) if each in places]
        if chosen and set(chosen) <= self._session.pins.keys():
            commands.unpin_actors(self._session, chosen)
        elif chosen:
            commands.pin_actors(self._session, {each: places[each] for each in chosen})

    def _chosen(self) -> frozenset[str]:
        """Return the selected actors; where there are none, that is said."""
        chosen = self._session.company.chosen
        if not chosen:
            self._window.say(self.tr("Select an actor first."))
        return chosen

    def _words(self, words: str, chosen: frozenset[str], steps: int = 1) -> str:
        """Return the name of a step that is done to actors."""
        return self.tr(words).format(name=commands.named(self._session, chosen), steps=steps)

    def _tell_company(self) -> None:
        """Say how many are selected together, and what can be done with them."""
        many = len(self._session.company.members)
        if many > 1:
            self._window.say(
                self.tr("{0} actors selected: drag, hide, pin or show them with their neighbours").format(many)
            )

    def open_link(self) -> None:
        """Show the selected source's address."""
        kind, item = self._session.selection
        source = self._session.network.source.get(item)
        if kind == "source" and source is not None and source.url:
            self.show_link(source.url)
        else:
            self._window.say(self.tr("Select a source that has an address first."))

    def show_link(self, url: str) -> None:
        """Show an address, from where it can be copied or, on a second step, opened."""
        from desktop.dialogs.link_dialog import LinkDialog

        LinkDialog.show_for(url, self._window.store.settings.links_may_open, self._window)
