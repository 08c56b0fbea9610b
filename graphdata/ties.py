"""What one line of the map is: the relations on show, combined, with what the line may say of them all.

A line never claims more than its relations allow. It is solid as its best relation is, and names the worst beside it;
contested means that any of them is; single origin, dated, judgement only and hostile mean that all of them are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import msgspec
import numpy as np

from graphdata.arrays import Ints
from graphdata.claim_columns import Ragged
from graphdata.facts import Facts
from graphdata.filter import CONTESTING
from graphdata.network import Network, Relation
from graphdata.ruleset import ASSESSED_ONLY, DATED, SINGLE_ORIGIN, Level
from graphdata.vocabulary import DOMAIN_LABELS, DOMAINS, is_hostile, kind_label

if TYPE_CHECKING:
    from graphdata.view import View

Combine = Literal["relations", "ties", "pairs"]
COMBINE_LABELS: Final[dict[Combine, str]] = {
    "relations": "Every relation",
    "ties": "One line per domain and direction",
    "pairs": "One line per pair",
}


class Tie(msgspec.Struct, frozen=True):
    """One line: who gives, who receives, and what holds for the relations it stands for."""

    id: str
    giver: str
    receiver: str
    mutual: bool
    domain: str
    relations: tuple[str, ...]
    level: Level
    worst: Level
    hostile: bool
    mixed: bool
    single_origin: bool
    contested: bool
    dated: bool
    assessed_only: bool
    origins: int
    documents: int
    label: str
    change: str = ""  # what happened to it, where two views are compared


class Naming(NamedTuple):
    """What a line says of its relations whatever the cut."""

    id: str
    giver: str
    receiver: str
    mutual: bool
    domain: str
    relations: tuple[str, ...]
    hostile: bool
    mixed: bool
    label: str


class Grouping(NamedTuple):
    """Which relations of a network share a line: groups in the order of the lines, with places of relations, by id."""

    group: Ints
    sizes: Ints
    members: tuple[tuple[int, ...], ...]
    named: list[Naming | None]  # of whole lines, once they are made


class Weighing:
    """What lines say of their relations under one cut, in plain lists, and the lines made of whole groups so far."""

    def __init__(self, facts: Facts, groups: int) -> None:
        """Lay the facts out for single relations."""
        levels = list(Level)
        self.level = [levels[level] for level in facts.level.tolist()]
        self.origins, self.documents = facts.origins.tolist(), facts.documents.tolist()
        self.hostile = facts.fixed.hostile.tolist()
        contested = np.any([facts.flags[flag] for flag in CONTESTING], axis=0)
        self.contested = contested.tolist()
        self.single, self.dated, self.assessed = (
            facts.flags[flag].tolist() for flag in (SINGLE_ORIGIN, DATED, ASSESSED_ONLY)
        )
        self.origins_of = _slices(facts.origin_pairs, len(self.level))
        self.documents_of = _slices(facts.document_pairs, len(self.level))
        self.whole: list[Tie | None] = [None] * groups


def ties_of(view: View, combine: Combine = "ties") -> tuple[Tie, ...]:
    """Return the lines of a view, in an order that depends on nothing but the relations.

    A line whose relations are all on show is made once under a cut; only where some of them are hidden is it made anew.
    """
    grouping, weighing = _grouping(view.network, combine), _weighing(view.facts, combine)
    relations, shown = view.network.relations, view.hiding == 0
    counts = np.bincount(grouping.group[shown], minlength=len(grouping.sizes))
    found: list[Tie] = []
    visible, whole = shown.tolist(), (counts == grouping.sizes).tolist()
    for at in np.flatnonzero(counts).tolist():
        tie = weighing.whole[at] if whole[at] else None
        if tie is None:
            places = [place for place in grouping.members[at] if visible[place]]
            named = grouping.named[at] if whole[at] else None
            named = named or _naming(weighing, combine, [relations[place] for place in places], places)
            tie = _tie(weighing, named, places)
            if whole[at]:
                grouping.named[at], weighing.whole[at] = named, tie
        found.append(tie)
    return tuple(found)


def _grouping(network: Network, combine: Combine) -> Grouping:
    """Return which relations share a line, kept with the network."""
    kept: dict[Combine, Grouping] = network.__dict__.setdefault("_groupings", {})
    if combine not in kept:
        kept[combine] = _grouped(network.relations, combine)
    return kept[combine]


def _grouped(relations: Sequence[Relation], combine: Combine) -> Grouping:
    """Return which relations share a line; what a line ranks by is the same whichever of its relations are on show."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in sorted(range(len(relations)), key=lambda place: relations[place].id):
        groups[_KEYS[combine](relations[place])].append(place)
    members = sorted(groups.values(), key=lambda places: _rank(combine, [relations[place] for place in places]))
    group = np.zeros(len(relations), np.int64)
    for at, places in enumerate(members):
        group[places] = at
    return Grouping(group, np.array([*map(len, members)], np.int64), tuple(map(tuple, members)), [None] * len(members))


def _weighing(facts: Facts, combine: Combine) -> Weighing:
    """Return what lines say under a cut, kept with its facts."""
    if combine not in facts.lines:
        facts.lines[combine] = Weighing(facts, len(_grouping(facts.network, combine).sizes))
    found: Weighing = facts.lines[combine]
    return found


def _slices(pairs: Ragged, relations: int) -> list[list[int]]:
    """Return for each relation what it is paired with."""
    ends = np.cumsum(np.bincount(pairs.rows, minlength=relations)).tolist()
    codes = pairs.codes.tolist()
    return [codes[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _ends(relation: Relation) -> tuple[str, str]:
    """Return giver and receiver; a mutual relation has its ends in one order, however it was written down."""
    if relation.direction == "mutual":
        return _pair(relation.giver, relation.receiver)
    return relation.giver, relation.receiver


def _tie_key(relation: Relation) -> tuple[str, ...]:
    act = "against" if is_hostile(relation.domain, relation.kind) else "support"
    return (*_ends(relation), relation.direction, relation.domain, act)


_KEYS: Final[dict[Combine, Callable[[Relation], tuple[str, ...]]]] = {
    "relations": lambda relation: (relation.id,),
    "ties": _tie_key,
    "pairs": lambda relation: _pair(relation.giver, relation.receiver),
}


def _naming(weighing: Weighing, combine: Combine, relations: Sequence[Relation], places: Sequence[int]) -> Naming:
    """Return what a line says of its relations whatever the cut; their places are those in the network."""
    giver, receiver, mutual = _direction(relations)
    domains = {relation.domain for relation in relations}
    hostile = [weighing.hostile[place] for place in places]
    return Naming(
        id=_id(combine, relations, mutual, all(hostile)),
        giver=giver,
        receiver=receiver,
        mutual=mutual,
        domain=domains.pop() if len(domains) == 1 else "",
        relations=tuple([relation.id for relation in relations]),
        hostile=all(hostile),
        mixed=any(hostile) and not all(hostile),
        label=_label(relations),
    )


def _tie(weighing: Weighing, named: Naming, places: Sequence[int]) -> Tie:
    """Return the line for relations that belong together, at their places in the network."""
    levels = [weighing.level[place] for place in places]
    return Tie(
        id=named.id,
        giver=named.giver,
        receiver=named.receiver,
        mutual=named.mutual,
        domain=named.domain,
        relations=named.relations,
        level=max(levels),
        worst=min(levels),
        hostile=named.hostile,
        mixed=named.mixed,
        single_origin=all(weighing.single[place] for place in places),
        contested=any(weighing.contested[place] for place in places),
        dated=all(weighing.dated[place] for place in places),
        assessed_only=all(weighing.assessed[place] for place in places),
        origins=_together(weighing.origins, weighing.origins_of, places),
        documents=_together(weighing.documents, weighing.documents_of, places),
        label=named.label,
    )


def _together(counts: Sequence[int], things: Sequence[Sequence[int]], places: Sequence[int]) -> int:
    """Return how many different origins or documents relations have together; one behind two relations is one."""
    if len(places) == 1:
        return counts[places[0]]
    return len({thing for place in places for thing in things[place]})


def _direction(relations: Sequence[Relation]) -> tuple[str, str, bool]:
    """Return giver, receiver, and whether there is giving both ways."""
    ways = {_ends(relation) for relation in relations}
    mutual = len(ways) > 1 or any(relation.direction == "mutual" for relation in relations)
    giver, receiver = _pair(*min(ways)) if mutual else min(ways)
    return giver, receiver, mutual


def _id(combine: Combine, relations: Sequence[Relation], mutual: bool, hostile: bool) -> str:
    """Return an id that stays the same while the line stands for the same dealing, whatever relations it holds."""
    first = relations[0]
    if combine == "relations":
        return f"tie:{_slug(first.id)}"
    if combine == "pairs":
        return "tie:" + "~".join(_slug(end) for end in _pair(first.giver, first.receiver))
    ends = ("=" if mutual else ">").join(_slug(end) for end in _ends(first))
    return f"tie:{ends}:{first.domain}" + ("!" if hostile else "")


def _slug(record_id: str) -> str:
    return record_id.partition(":")[2]


def _label(relations: Sequence[Relation]) -> str:
    """Return the kind where there is one, else the domains, with the number of relations."""
    kinds = {kind_label(relation.domain, relation.kind) for relation in relations}
    domains = {relation.domain for relation in relations}
    words = kinds if len(kinds) == 1 else {DOMAIN_LABELS[domain] for domain in DOMAINS if domain in domains}
    head = ", ".join(sorted(words))
    return head if len(relations) == 1 else f"{head} ×{len(relations)}"


def _rank(combine: Combine, relations: Sequence[Relation]) -> tuple[str, str, str, int, bool, bool, str]:
    """Return what lines are sorted by: the pair, who gives, the domain, and at last the id."""
    giver, receiver, mutual = _direction(relations)
    hostile = all(is_hostile(relation.domain, relation.kind) for relation in relations)
    domains = {relation.domain for relation in relations}
    domain = [*DOMAINS, ""].index(domains.pop() if len(domains) == 1 else "")
    tie_id = _id(combine, relations, mutual, hostile)
    return (*_pair(giver, receiver), giver, domain, mutual, hostile, tie_id)
