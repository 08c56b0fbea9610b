"""The session: the one owner of network, filter, positions, pins, selection and the undo stack.

Panels read it, listen to its signals, and change it only by pushing a command of desktop.commands. It re-runs the
straight line (network, view, ties) from the stage that changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from graphdata.arrangement import CLUSTERS, Arrangement
from graphdata.bulk import release, without_collector
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.places import Place
from graphdata.questions.baseline import Baseline
from graphdata.ties import Combine, Tie, ties_of
from graphdata.view import View, view_of

SelectionKind = Literal["", "actor", "tie", "relation", "source"]


class Selection(NamedTuple):
    """What is selected: nothing, an actor, a tie, one relation, or a source."""

    kind: SelectionKind = ""
    id: str = ""


class Session(QObject):
    """The state of one open network; signals tell in the past tense what has changed."""

    network_changed = Signal()
    view_changed = Signal()  # filter, network or combine level: view and ties are new
    positions_changed = Signal()  # a layout, a pin or a drag: places are new
    selection_changed = Signal()
    marks_changed = Signal()  # what is lifted out of the same view: what an answer names

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing open."""
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.path = ""
        self._network = Network(id="empty", title="No network", version="0", as_of="")
        self._filter = Filter()
        self._combine: Combine = "ties"
        self._positions: dict[str, Place] = {}
        self._pins: dict[str, Place] = {}
        self._arrangement = CLUSTERS
        self._selection = Selection()
        self._emphasis: frozenset[str] = frozenset()
        self._baseline = Baseline()
        self._whole: tuple[View, tuple[Tie, ...]] | None = None
        self._derive()

    @property
    def network(self) -> Network:
        """The whole network that is open, joined with the one that it is compared with, if any."""
        return self._view.network

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
        return self._view

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The lines on show."""
        return self._ties

    @property
    def tie(self) -> Mapping[str, Tie]:
        """The lines on show, by id."""
        return self._tie_by_id

    @property
    def tie_of_relation(self) -> Mapping[str, str]:
        """For each relation on show, the id of its line."""
        return self._tie_of_relation

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
    def emphasis(self) -> frozenset[str]:
        """The records that an answer names, lifted out of the map until something is selected."""
        return self._emphasis

    def emphasise(self, records: frozenset[str]) -> None:
        """Lift records out of the map; it changes no view, so it is not undone."""
        self._emphasis = records
        self.marks_changed.emit()

    def open(self, network: Network, positions: Mapping[str, Place], path: str = "") -> None:
        """Show another network, with nothing asked of it and nothing to undo."""
        if network is not self._network:
            release(self._network)
        self._network, self._positions, self.path = network, dict(positions), path
        self._filter, self._pins, self._selection, self._whole = Filter(), {}, Selection(), None
        self._baseline, self._arrangement = Baseline(), CLUSTERS
        self.undo_stack.clear()
        self._derive()
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
        self._combine, self._whole = combine, None
        self._tell_new_view()

    def apply_baseline(self, baseline: Baseline, positions: Mapping[str, Place]) -> None:
        """Compare with something else, or with nothing; called by commands alone."""
        self._baseline, self._positions, self._whole = baseline, dict(positions), None
        self._tell_new_view()
        self.positions_changed.emit()

    def apply_places(self, positions: Mapping[str, Place], pins: Mapping[str, Place], made_by: Arrangement) -> None:
        """Put actors somewhere else; called by commands alone."""
        self._positions, self._pins, self._arrangement = dict(positions), dict(pins), made_by
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
        self._filter, self._combine, self._whole = wanted, combine, None
        self._baseline = baseline or Baseline()
        self._positions, self._pins, self._arrangement = dict(positions), dict(pins), made_by
        self._tell_new_view()
        self.positions_changed.emit()

    @property
    def whole(self) -> tuple[View, tuple[Tie, ...]]:
        """What there would be without a filter, at the same combine level: what the map keeps its place by."""
        if self._whole is None:
            view = view_of(self.network, Filter())
            self._whole = (view, ties_of(view, self._combine))
        return self._whole

    def _derive(self) -> None:
        """Re-run the straight line from the filter on, without the collector: ten thousands of lines are no garbage."""
        with without_collector():
            self._run()

    def _run(self) -> None:
        """Derive view, ties and what leads from one to the other."""
        self._view = view_of(self._network, self._filter)
        if self._baseline.is_given:
            from graphdata.questions.compared import compared  # seldom asked for: the start does not wait for it

            self._view, self._ties, _ = compared(self._baseline.view(self._view), self._view, self._combine)
        else:
            self._ties = ties_of(self._view, self._combine)
        if self._filter == Filter():
            self._whole = (self._view, self._ties)
        self._tie_by_id = {tie.id: tie for tie in self._ties}
        self._tie_of_relation = {relation: tie.id for tie in self._ties for relation in tie.relations}

    def _tell_new_view(self) -> None:
        """Derive the view, let go of a selected line that it no longer draws, and only then tell.

        Actors, relations and sources stay selected, to say why they are hidden.
        """
        self._derive()
        stale = self._selection.kind == "tie" and self._selection.id not in self._tie_by_id
        if stale:
            self._selection = Selection()
        self.view_changed.emit()
        if stale:
            self.selection_changed.emit()
