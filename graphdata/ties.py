"""What one line of the map is: the relations on show, combined, with what the line may say of them all.

A line never claims more than its relations allow. It is solid as its best relation is, and names the worst beside it;
contested means that any of them is; single origin, dated, judgement only and hostile mean that all of them are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
import numpy as np

from graphdata.arrays import Bools, Ints, distinct_pairs
from graphdata.bulk import kept_with
from graphdata.claim_columns import Ragged
from graphdata.facts import Facts
from graphdata.filter import CONTESTING
from graphdata.grouping import grouping_of
from graphdata.network import Network, Relation
from graphdata.ruleset import ASSESSED_ONLY, DATED, SINGLE_ORIGIN, Level
from graphdata.vocabulary import COMBINE_LABELS, DOMAIN_LABELS, DOMAINS, Combine, is_hostile, kind_label

if TYPE_CHECKING:
    from graphdata.view import View

__all__ = ["COMBINE_LABELS", "Combine", "Tie", "ties_of"]
LEVELS: Final = tuple(Level)


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


class Weighing(NamedTuple):
    """What lines say of their relations under one cut, relation by relation, and the lines made so far.

    Lines are kept that stand for whole groups; made says which groups have theirs.
    """

    level: Ints
    marks: Bools  # a column a relation: contested, and not single, not dated, not judgement alone
    lines: list[Tie | None]
    made: Bools


class Sort(NamedTuple):
    """Lines before they are made: the places of all their relations in turn, and where those of each line begin."""

    places: Ints
    starts: Ints
    sizes: Ints


def ties_of(view: View, combine: Combine = "ties") -> tuple[Tie, ...]:
    """Return the lines of a view, in an order that depends on nothing but the relations.

    A line whose relations are all on show is made once under a cut; only where some of them are hidden is it made anew.
    """
    grouping, weighing = grouping_of(view.network, combine), _weighing(view.facts, combine)
    visible = grouping.order[view.hiding[grouping.order] == 0]
    counts = np.bincount(grouping.group[visible], minlength=len(grouping.sizes))
    whole, present = counts == grouping.sizes, np.flatnonzero(counts)
    lacking = ~(whole & weighing.made)
    found = [weighing.lines[group] for group in present.tolist()]
    groups = present[lacking[present]]
    sizes = counts[groups]
    sort = Sort(visible[lacking[grouping.group[visible]]], np.cumsum(sizes) - sizes, sizes)
    names = _namings(view.network, combine, groups, whole[groups], sort)
    for at, group, tie in zip(
        np.flatnonzero(lacking[present]).tolist(),
        groups.tolist(),
        _ties(view.facts, weighing, names, sort),
        strict=True,
    ):
        found[at] = tie
        if whole[group]:
            weighing.lines[group] = tie
    weighing.made[groups[whole[groups]]] = True
    return tuple(tie for tie in found if tie is not None)


def _weighing(facts: Facts, combine: Combine) -> Weighing:
    """Return what lines say under a cut, kept with its facts."""
    if combine not in facts.lines:
        groups = len(grouping_of(facts.network, combine).sizes)
        contested = np.any([facts.flags[flag] for flag in CONTESTING], axis=0)
        lacking = (~facts.flags[flag] for flag in (SINGLE_ORIGIN, DATED, ASSESSED_ONLY))
        marks = np.vstack((contested, *lacking))
        facts.lines[combine] = Weighing(facts.level, marks, [None] * groups, np.zeros(groups, np.bool_))
    found: Weighing = facts.lines[combine]
    return found


def _namings(network: Network, combine: Combine, groups: Ints, whole: Bools, sort: Sort) -> list[Naming]:
    """Return what lines say whatever the cut; that of whole groups is kept with the network."""
    kept: dict[Combine, dict[int, Naming]] = kept_with(network, "_namings", dict)
    known, relations = kept.setdefault(combine, {}), network.relations
    places, found = sort.places.tolist(), []
    ends = (sort.starts + sort.sizes).tolist()
    for group, is_whole, start, end in zip(groups.tolist(), whole.tolist(), sort.starts.tolist(), ends, strict=True):
        named = known.get(group) if is_whole else None
        if named is None:
            named = _naming(combine, [relations[place] for place in places[start:end]])
            if is_whole:
                known[group] = named
        found.append(named)
    return found


def _naming(combine: Combine, relations: Sequence[Relation]) -> Naming:
    """Return what a line says of its relations whatever the cut."""
    if len(relations) == 1:
        return _alone(combine, relations[0])
    giver, receiver, mutual = _direction(relations)
    domains = {relation.domain for relation in relations}
    hostile = [is_hostile(relation.domain, relation.kind) for relation in relations]
    return Naming(
        id=_id(combine, relations[0], mutual, all(hostile)),
        giver=giver,
        receiver=receiver,
        mutual=mutual,
        domain=domains.pop() if len(domains) == 1 else "",
        relations=tuple([relation.id for relation in relations]),
        hostile=all(hostile),
        mixed=any(hostile) and not all(hostile),
        label=_label(relations),
    )


def _alone(combine: Combine, relation: Relation) -> Naming:
    """Return what a line of a single relation says: most of a large network are such."""
    giver, receiver = _ends(relation)
    mutual, domain = relation.direction == "mutual", relation.domain
    hostile, label = _dealing(domain, relation.kind)
    name = _id(combine, relation, mutual, hostile)
    return Naming(name, giver, receiver, mutual, domain, (relation.id,), hostile, False, label)


@lru_cache(maxsize=256)
def _dealing(domain: str, kind: str) -> tuple[bool, str]:
    """Return whether a kind of dealing is hostile, and what it is called."""
    return is_hostile(domain, kind), kind_label(domain, kind)


def _ties(facts: Facts, weighing: Weighing, names: Sequence[Naming], sort: Sort) -> Iterator[Tie]:
    """Yield lines: solid as their best relation, contested where any is, single and dated where all are."""
    if not names:
        return
    level = weighing.level[sort.places]
    best, worst = (each.reduceat(level, sort.starts).tolist() for each in (np.maximum, np.minimum))
    contested, shared, fresh, reported = np.logical_or.reduceat(
        weighing.marks[:, sort.places], sort.starts, axis=1
    ).tolist()
    origins = _together(facts.origins, facts.origin_pairs, sort)
    documents = _together(facts.documents, facts.document_pairs, sort)
    for at, named in enumerate(names):
        yield Tie(
            id=named.id,
            giver=named.giver,
            receiver=named.receiver,
            mutual=named.mutual,
            domain=named.domain,
            relations=named.relations,
            level=LEVELS[best[at]],
            worst=LEVELS[worst[at]],
            hostile=named.hostile,
            mixed=named.mixed,
            single_origin=not shared[at],
            contested=contested[at],
            dated=not fresh[at],
            assessed_only=not reported[at],
            origins=origins[at],
            documents=documents[at],
            label=named.label,
        )


def _together(counts: Ints, things: Ragged, sort: Sort) -> list[int]:
    """Return how many different origins or documents relations have together; one behind two relations is one."""
    several = sort.sizes > 1
    line = np.full(len(counts), -1, np.int64)
    line[sort.places] = np.where(several, np.arange(len(sort.sizes)), -1).repeat(sort.sizes)
    of_line = line[things.rows]
    lines, _ = distinct_pairs(of_line[of_line >= 0], things.codes[of_line >= 0])
    found = np.bincount(lines, minlength=len(sort.sizes))
    together: list[int] = np.where(several, found, counts[sort.places[sort.starts]]).tolist()
    return together


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _ends(relation: Relation) -> tuple[str, str]:
    """Return giver and receiver; a mutual relation has its ends in one order, however it was written down."""
    if relation.direction == "mutual":
        return _pair(relation.giver, relation.receiver)
    return relation.giver, relation.receiver


def _direction(relations: Sequence[Relation]) -> tuple[str, str, bool]:
    """Return giver, receiver, and whether there is giving both ways."""
    ways = {_ends(relation) for relation in relations}
    mutual = len(ways) > 1 or any(relation.direction == "mutual" for relation in relations)
    giver, receiver = _pair(*min(ways)) if mutual else min(ways)
    return giver, receiver, mutual


def _id(combine: Combine, first: Relation, mutual: bool, hostile: bool) -> str:
    """Return an id that stays the same while the line stands for the same dealing, whatever relations it holds."""
    if combine == "relations":
        return f"tie:{_slug(first.id)}"
    if combine == "pairs":
        one, other = _pair(first.giver, first.receiver)
        return f"tie:{_slug(one)}~{_slug(other)}"
    ends = ("=" if mutual else ">").join([_slug(end) for end in _ends(first)])
    return f"tie:{ends}:{first.domain}" + ("!" if hostile else "")


def _slug(record_id: str) -> str:
    return record_id.partition(":")[2]


def _label(relations: Sequence[Relation]) -> str:
    """Return the kind where there is one, else the domains, with the number of relations."""
    dealings = {(relation.domain, relation.kind) for relation in relations}
    kinds, domains = {kind_label(*each) for each in dealings}, {domain for domain, _ in dealings}
    words = kinds if len(kinds) == 1 else {DOMAIN_LABELS[domain] for domain in DOMAINS if domain in domains}
    head = ", ".join(sorted(words))
    return head if len(relations) == 1 else f"{head} ×{len(relations)}"
