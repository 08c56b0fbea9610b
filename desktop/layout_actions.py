"""What the menus ask of the places of the actors: another layout, worked out beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop import commands
from desktop.arranging import arranged_on_show
from graphdata.arrangement import LAYOUT_LABELS, LAYOUTS, Arrangement, leans
from graphdata.places import Positions

if TYPE_CHECKING:
    from desktop.window import MainWindow
    from graphdata.arrangement import Layout
    from graphdata.network import Network


def words_of(wanted: Arrangement, network: Network) -> str:
    """Return what is done when a network is arranged so: rings name the actor in their middle."""
    if wanted.centre:
        label = network.actor[wanted.centre].label
        return QCoreApplication.translate("LayoutActions", "Arrange in rings round {0}").format(label)
    return QCoreApplication.translate("LayoutActions", LAYOUT_LABELS[wanted.layout])


class LayoutActions(QObject):
    """The handlers of the actions that arrange the network of one window."""

    def __init__(self, window: MainWindow) -> None:
        """Serve one window."""
        super().__init__(window)
        self._window, self._session = window, window.session

    @property
    def handlers(self) -> dict[str, Callable[..., object]]:
        """What each action of the table does."""
        return {f"layout_{layout}": partial(self._ask, layout) for layout in LAYOUTS}

    def _ask(self, layout: Layout, _checked: bool = False) -> None:
        self.arrange(layout)

    def arrange(self, layout: Layout) -> None:
        """Find new places beside the window, those on show first; pins hold, a like layout leans on the old."""
        from graphdata.arrangement import arrangement_of

        session = self._session
        if session.opening or not session.network.actors:  # an arrangement must not call off what is being opened
            nobody = self.tr("This network has no actors yet.") if session.is_open else self.tr("No network is open.")
            self._window.say(session.opening or nobody)
            return
        selected = session.selection.id if session.selection.kind == "actor" else ""
        view, among = session.view, [actor.id for actor in session.view.actors]
        wanted = arrangement_of(layout, session.network, session.filter, selected, among)
        places, pins, room = dict(session.positions), dict(session.pins), self._window.canvas.size()
        aspect = max(0.5, room.width() / max(1, room.height()))
        previous = places if leans(wanted.layout, session.arrangement.layout) else None
        label = words_of(wanted, session.network)
        self._window.say(label + " …")
        self._window.network_actions.start(
            label,
            lambda progress: arranged_on_show(view, wanted, places, progress, previous, pins, aspect),
            lambda places: self._take_places(places, label, wanted),
        )

    def _take_places(self, places: Positions, label: str, made_by: Arrangement) -> None:
        """Take over the places of a new layout, as one step back."""
        commands.arrange_anew(self._session, places, label, made_by)
        self._window.legend.refresh()  # it takes the corner that leaves this layout more room
        self._window.controller.fit()
        self._window.say(label)
