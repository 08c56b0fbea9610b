"""The session: the one owner of network, filter, positions, pins, selection and the undo stack.

Panels read it, listen to its signals, and change it only by pushing a command of desktop.commands. It re-runs the
straight line (network, view, ties) from the stage that changed: at once, or beside the window where the network is
large. Until that has ended, what was on show stays on show.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from desktop import worker
from desktop.company import Company
from desktop.in_turn import InTurn
from graphdata.arrangement import CLUSTERS, Arrangement
from graphdata.bulk import LARGE, release
from graphdata.collector import without_collector
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.baseline import Baseline

if TYPE_CHECKING:
    from graphdata.places import Place
    from graphdata.shown import Shown, Wanted
    from graphdata.ties import Tie
    from graphdata.view import View
    from graphdata.vocabulary import Combine

SelectionKind = Literal["", "actor", "tie", "relation", "source"]


class Selection(NamedTuple):
    """What is selected: nothing, an actor, a tie, one relation, or a source."""

    kind: SelectionKind = ""
    id: str = ""


class Steps(QUndoStack):
    """The steps that can be undone; they go while Qt still knows them.

    The collector of cycles gives each step back to Python as it clears it, and frees it: Qt's stack, still there, would
    free it a second time, which ends the program. Before it clears anything it asks all that is to go for last words.
    """

    def __del__(self) -> None:
        """Let go of all steps, and tell nobody."""
        if isValid(self):
            _owner = self.parent()  # else the last step would take the session with it, and that this stack
            self.blockSignals(True)
            self.clear()


class Session(QObject):
    """The state of one open network; signals tell in the past tense what has changed."""

    leaving = Signal()  # another network is about to take this one's place
    network_changed = Signal()
    view_changed = Signal()  # filter, network or combine level: view and ties are new
    positions_changed = Signal()  # a layout, a pin or a drag: places are new
    selection_changed = Signal()
    marks_changed = Signal()  # what is lifted out of the same view: what an answer names
    opening_changed = Signal(float)  # what is being opened, and how much of it is read, from 0 to 1
    behind_changed = Signal(bool)  # whether what is asked for is still being worked out, or is on show
    progressed = Signal(float)  # how much of that is done, from 0 to 1

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing open."""
        super().__init__(parent)
        self.undo_stack = Steps(self)
        self.in_turn = InTurn(self)  # what panels have to do after a change
        self.path = ""
        self._opening = ""
        self._network = Network(id="empty", title="No network", version="0", as_of="")
        self._filter = Filter()
        self._combine: Combine = "ties"
        self._positions: dict[str, Place] = {}
        self._pins: dict[str, Place] = {}
        self._arrangement = CLUSTERS
        self._selection = Selection()
        self._emphasis: frozenset[str] = frozenset()
        self._baseline = Baseline()
        self._outlived = False  # whether there are steps from before the network was read again
        self._latest, self._was_behind, self._asked_since = worker.Latest(self), False, 0
        self._made: Shown | None = None  # what is on show, once anybody looks
        self.company = Company(self)  # the actors that are selected together

    @property
    def _shown(self) -> Shown:
        """What is on show; of nothing it is made when it is looked at, since a window stands before."""
        if self._made is None:
            from graphdata.shown import shown_of

            self._made = shown_of(self._wanted)
        return self._made

    @property
    def network(self) -> Network:
        """The whole network that is open, joined with the one that it is compared with, if any."""
        return self._network if self._made is None else self._made.view.network

    @property
    def is_open(self) -> bool:
        """Whether a network is open, be it an empty one."""
        return bool(self.path or self._network.actors)

    @property
    def base(self) -> Network:
        """The network that is open, by itself."""
        return self._network

    @property
    def filter(self) -> Filter:
        """What is asked of it."""
        return self._filter

    @property
    def combine(self) -> Combine:
        """What one line stands for."""
        return self._combine

    @property
    def view(self) -> View:
        """What is on show."""
        return self._shown.view

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The lines on show."""
        return self._shown.ties

    @property
    def tie(self) -> Mapping[str, Tie]:
        """The lines on show, by id."""
        return self._shown.tie

    @property
    def tie_of_relation(self) -> Mapping[str, str]:
        """For each relation on show, the id of its line."""
        return self._shown.tie_of_relation

    @property
    def shown(self) -> Shown:
        """View and lines as one value, with what else is read off them."""
        return self._shown

    @property
    def is_behind(self) -> bool:
        """Whether what is asked for is still being worked out."""
        return self._latest.is_busy

    @property
    def positions(self) -> Mapping[str, Place]:
        """Where every actor of the network is, shown or not."""
        return self._positions

    @property
    def pins(self) -> Mapping[str, Place]:
        """The actors that the analyst holds in place."""
        return self._pins

    @property
    def arrangement(self) -> Arrangement:
        """The layout that made the places."""
        return self._arrangement

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    @property
    def baseline(self) -> Baseline:
        """What the view is compared with, if anything."""
        return self._baseline

    @property
    def others(self) -> tuple[Network, ...]:
        """The network that the one on show is compared with, if any."""
        return (self._baseline.other,) if self._baseline.other is not None else ()

    @property
    def opening(self) -> str:
        """What is being opened, in words, for a window that has nothing to show yet; empty where nothing is."""
        return self._opening

    def tell_opening(self, words: str, share: float = 0.0) -> None:
        """Say what is being opened, and how much of it is read, from 0 to 1; no words once nothing is."""
        self._opening = words
        self.opening_changed.emit(share)

    @property
    def emphasis(self) -> frozenset[str]:
        """The records that an answer names, lifted out of the map until something is selected."""
        return self._emphasis

    def emphasise(self, records: frozenset[str]) -> None:
        """Lift records out of the map; it changes no view, so it is not undone."""
        self._emphasis = records
        self.marks_changed.emit()

    def open(
        self, network: Network, positions: Mapping[str, Place], path: str = "", *, keep_steps: bool = False
    ) -> None:
        """Show another network, with nothing asked of it; nothing is to undo, unless it is the same one read again."""
        from graphdata.shown import first_shown, shown_of

        if not keep_steps:
            self.leaving.emit()
        if network is not self._network:
            release(self._network)
        self._network, self._positions, self.path = network, dict(positions), path
        self._filter, self._pins, self._selection = Filter(), {}, Selection()
        self._baseline, self._arrangement = Baseline(), CLUSTERS
        self._outlived = keep_steps
        if not keep_steps:
            self.undo_stack.clear()
        with without_collector():  # ten thousands of lines are no garbage
            first = first_shown(network)
            self._made = first if self._combine == "ties" else shown_of(self._wanted)
        self.drop_wait()
        self.network_changed.emit()
        self.view_changed.emit()
        self.selection_changed.emit()

    def select(self, kind: SelectionKind = "", item: str = "") -> None:
        """Select something, or nothing; selecting shows, it changes no view, so it is not undone."""
        chosen = Selection(kind, item) if item else Selection()
        if chosen != self._selection:
            self._selection = chosen
            self.selection_changed.emit()

    def apply_filter(self, wanted: Filter) -> None:
        """Ask something else; called by commands alone."""
        self._filter = wanted
        self._tell_new_view()

    def apply_combine(self, combine: Combine) -> None:
        """Let lines stand for something else; called by commands alone."""
        self._combine = combine
        self._tell_new_view()

    def apply_baseline(self, baseline: Baseline, positions: Mapping[str, Place]) -> None:
        """Compare with something else, or with nothing; called by commands alone."""
        self._baseline, self._positions = baseline, self._complete(positions)
        self._tell_new_view()
        self.positions_changed.emit()

    def apply_places(self, positions: Mapping[str, Place], pins: Mapping[str, Place], made_by: Arrangement) -> None:
        """Put actors somewhere else; called by commands alone."""
        self._positions, self._pins, self._arrangement = self._complete(positions), self._of_now(pins), made_by
        self.positions_changed.emit()

    def apply_state(
        self,
        wanted: Filter,
        combine: Combine,
        positions: Mapping[str, Place],
        pins: Mapping[str, Place],
        made_by: Arrangement = CLUSTERS,
        baseline: Baseline | None = None,
    ) -> None:
        """Show another view of the same network, all of it at once; called by commands and at opening alone."""
        self._filter, self._combine = wanted, combine
        self._baseline = baseline or Baseline()
        self._positions, self._pins, self._arrangement = self._complete(positions), self._of_now(pins), made_by
        self._tell_new_view()
        self.positions_changed.emit()

    def _complete(self, positions: Mapping[str, Place]) -> dict[str, Place]:
        """Return the places of a step; one from before the network was read again knows none of newer actors."""
        return {**self._positions, **positions} if self._outlived else dict(positions)

    def _of_now(self, pins: Mapping[str, Place]) -> dict[str, Place]:
        """Return the pins of a step, less those of actors that the network no longer has since it was read again."""
        return {key: at for key, at in pins.items() if not self._outlived or key in self._network.actor}

    @property
    def whole(self) -> tuple[View, tuple[Tie, ...]]:
        """What there would be without a filter, at the same combine level: what the map keeps its place by."""
        return self._shown.whole.view, self._shown.whole.ties

    @property
    def asked_since(self) -> int:
        """The number of steps that were done when what is on show was last all that was asked for."""
        return self._asked_since

    @property
    def is_on_show(self) -> bool:
        """Whether what is asked for is what is on show."""
        return self._wanted.is_same(self._shown.wanted)

    def drop_wait(self) -> None:
        """Wait for nothing any more, and leave on show what is; called by commands alone, which then ask for that."""
        self._latest.drop()
        self._tell_behind()

    @property
    def _wanted(self) -> Wanted:
        """All that decides what is to be on show."""
        from graphdata.shown import Wanted

        return Wanted(self._network, self._filter, self._combine, self._baseline)

    def _tell_new_view(self) -> None:
        """Run the straight line, at once or beside the window, and tell when it is done."""
        from graphdata.shown import made_ready, shown_of

        wanted, last = self._wanted, self._shown
        if wanted.is_same(last.wanted):
            self._take(last)
        elif len(self._network.relations) < LARGE:
            with without_collector():
                shown = shown_of(wanted, last)
            self._take(shown)
        else:
            self._asked_since = self._asked_since if self.is_behind else self.undo_stack.index()
            self._latest.ask(partial(made_ready, wanted, last), self._take, self.progressed.emit)
            self._tell_behind()

    def _take(self, shown: Shown) -> None:
        """Put something else on show, let go of a selected line that it no longer draws, and only then tell.

        Actors, relations and sources stay selected, to say why they are hidden.
        """
        self._made = shown
        self.drop_wait()
        stale = self._selection.kind == "tie" and self._selection.id not in shown.tie
        if stale:
            self._selection = Selection()
        self.view_changed.emit()
        if stale:
            self.selection_changed.emit()

    def _tell_behind(self) -> None:
        if self.is_behind != self._was_behind:
            self._was_behind = self.is_behind
            self.behind_changed.emit(self._was_behind)
