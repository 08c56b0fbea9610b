"""What is on show with all that map and panels read off it, as one value that can be made beside the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from graphdata.bulk import Told, kept_with, no_one, part_of
from graphdata.counts import counts_of
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.baseline import Baseline
from graphdata.ties import Combine, Tie, ties_of
from graphdata.view import View, view_of

if TYPE_CHECKING:
    from graphdata.legend import Entry


class Wanted(NamedTuple):
    """All that decides what is on show."""

    network: Network
    filter: Filter = Filter()
    combine: Combine = "ties"
    baseline: Baseline = Baseline()

    def is_same(self, other: Wanted) -> bool:
        """Return whether another one shows the same of the same network; networks are told apart by identity."""
        return self.network is other.network and self[1:] == other[1:]

    def has_whole_of(self, other: Wanted) -> bool:
        """Return whether both are the same but for the filter."""
        return self.is_same(other._replace(filter=self.filter))


@dataclass(frozen=True, eq=False)
class Shown:
    """A view and its lines; what else is read off them is worked out at the first asking, or by made_ready()."""

    wanted: Wanted
    view: View
    ties: tuple[Tie, ...]
    before: Shown | None = field(default=None, repr=False)  # the same without a filter, where that is known already

    @cached_property
    def tie(self) -> Mapping[str, Tie]:
        """The lines, by id."""
        return {tie.id: tie for tie in self.ties}

    @cached_property
    def tie_of_relation(self) -> Mapping[str, str]:
        """For each relation on show, the id of its line."""
        return {relation: tie.id for tie in self.ties for relation in tie.relations}

    @cached_property
    def legend(self) -> tuple[Entry, ...]:
        """What the marks on show stand for."""
        from graphdata.legend import legend_of

        return legend_of(self.ties, self.view.actors)

    @cached_property
    def whole(self) -> Shown:
        """What there would be without a filter, at the same combine level: what the map keeps its place by."""
        if self.before is not None:
            return self.before
        if self.wanted.filter == Filter():
            return self
        return shown_of(Wanted(self.view.network, Filter(), self.wanted.combine))


def shown_of(wanted: Wanted, last: Shown | None = None, told: Told = no_one) -> Shown:
    """Return what is on show; what was last on show lends it the whole, where that has stayed the same."""
    view = view_of(wanted.network, wanted.filter)
    whole = last.whole if last and wanted.has_whole_of(last.wanted) and wanted.filter != Filter() else None
    if not wanted.baseline.is_given:
        return Shown(wanted, view, ties_of(view, wanted.combine), whole)
    from graphdata.questions.compared import compared  # seldom asked for: the start does not wait for it

    both, ties, _ = compared(wanted.baseline.view(view), view, wanted.combine, told)
    return Shown(wanted, both, ties, whole)


def first_shown(network: Network) -> Shown:
    """Return what is on show of a network when it is opened, kept with it."""
    return kept_with(network, "_first_shown", lambda: shown_of(Wanted(network)))


def made_ready(wanted: Wanted, last: Shown | None = None, told: Told = no_one) -> Shown:
    """Return what is on show with all that a large network's window would be waited for; told may raise to stop."""
    told(0.0)
    view_of(wanted.network, wanted.filter)  # kept for the next stage, and with the network
    told(0.4)
    shown = shown_of(wanted, last, part_of(told, 0.4, 0.7))
    told(0.7)
    prepare(shown)
    return shown


def prepare(shown: Shown) -> None:
    """Work out what map and panels read off what is on show, so that it is at hand."""
    from graphdata.marking import highest_marking

    counts_of(shown.view)
    highest_marking(shown.view)
    _ = (shown.tie, shown.tie_of_relation, shown.legend, shown.whole.legend, shown.view.sources, shown.view.undated)
