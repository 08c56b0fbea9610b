"""Two views on one map: everything that either shows, each line marked with what happened to it.

Relations that only the earlier view shows are kept on the map, marked as gone; the others are drawn as the later view
has them.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace
from typing import cast

import msgspec
import numpy as np

from graphdata.bulk import Told, no_one
from graphdata.confidence import RelationAssessment
from graphdata.questions.comparing import Comparison, compare, joined
from graphdata.questions.standings import Change
from graphdata.ties import Combine, Tie, ties_of
from graphdata.view import View, view_of


class Judged(Mapping[str, RelationAssessment]):
    """The assessments of some relations in a view, each worked out when it is first looked at."""

    def __init__(self, view: View, relations: Collection[str]) -> None:
        """Remember which relations they are."""
        self._view, self._relations = view, frozenset(relations)

    def __getitem__(self, relation_id: str) -> RelationAssessment:
        """Return the assessment of one of them; raises KeyError for any other."""
        if relation_id not in self._relations:
            raise KeyError(relation_id)
        return self._view.assessments[relation_id]

    def __iter__(self) -> Iterator[str]:
        """Return their ids."""
        return iter(self._relations)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._relations)


def compared(
    before: View, after: View, combine: Combine = "ties", told: Told = no_one
) -> tuple[View, tuple[Tie, ...], Comparison]:
    """Return what both views show as one view, its lines with their changes, and the comparison in words."""
    found = compare(before, after, told)
    view = _both(before, after, found)
    ties = tuple(msgspec.structs.replace(tie, change=change_of(tie, found.changes)) for tie in ties_of(view, combine))
    return view, ties, found


def change_of(tie: Tie, changes: Mapping[str, Change]) -> str:
    """Return what happened to a line: what did to all its relations, else that it changed; nothing for the same."""
    met = {changes[each] for each in tie.relations}
    only = met.pop() if len(met) == 1 else "changed"
    return "" if only == "same" else only


def _both(before: View, after: View, found: Comparison) -> View:
    """Return one view of everything that either shows, under the filter of the later one."""
    network = after.network if before.network is after.network else joined(before, after)
    view = view_of(network, after.filter)
    gone = {each for each, change in found.changes.items() if change == "gone"}
    hiding = view.hiding.copy()
    hiding[[at for at, relation in enumerate(network.relations) if relation.id in gone]] = 0
    relations = tuple(each for each, hidden in zip(network.relations, hiding.tolist(), strict=True) if not hidden)
    shown = {actor.id for each in (before, after) for actor in each.actors}
    apart = Judged(before, gone)
    return replace(
        view,
        assessments=ChainMap(
            *cast("list[MutableMapping[str, RelationAssessment]]", [apart, view.assessments])
        ),  # lazy still
        apart=apart,
        relations=relations,
        actors=tuple(actor for actor in network.actors if actor.id in shown),
        hiding=np.asarray(hiding),
        remark=found.sentence,
        sides=(before, after),
    )


def changed_only(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Return the lines to which something happened."""
    return tuple(tie for tie in ties if tie.change)
