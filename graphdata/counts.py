"""The live counts beside the choices of the filter panel: what each would show, the other chips being in force."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from graphdata.arrays import Bools, Ints
from graphdata.bulk import kept_with
from graphdata.facts import Column
from graphdata.filter import CONTESTING, Acts, Ends
from graphdata.judging import BIT
from graphdata.network import Network
from graphdata.ruleset import CONTESTED, Level
from graphdata.view import View
from graphdata.vocabulary import ACTOR_KINDS, DOMAINS, KINDS, STATUS_WORDS

ORIGIN_CHOICES: Final = (0, 1, 2, 3)


class Counts(NamedTuple):
    """For each field of a filter, how many relations each choice would show; every choice is there, be it with none.

    Confidence and origins count what reaches the choice. A kind of actor counts the relations that it has a part in;
    where both ends have to be of the chosen kinds, those of them whose other end is of these or of its own.
    """

    domains: Mapping[str, int]
    kinds: Mapping[str, int]
    hostile: Mapping[Acts, int]
    actor_kinds: Mapping[str, int]
    actor_ends: Mapping[Ends, int]
    statuses: Mapping[str, int]
    min_confidence: Mapping[Level, int]
    min_origins: Mapping[int, int]
    flags: Mapping[str, int]
    sources: Mapping[str, int]
    undated: int


def let_through(view: View, key: str) -> Bools:
    """Return which relations every chip but one lets through."""
    return np.asarray((view.hiding & ~BIT[key]) == 0)


@lru_cache(maxsize=2)
def counts_of(view: View) -> Counts:
    """Return the counts of every choice under the filter of a view, made once for all who ask; what is gone is none."""
    now = view.now
    facts, fixed = now.facts, now.facts.fixed
    kinds = [kind for listed in KINDS.values() for kind in listed]
    sources = [source.id for source in view.network.sources]
    level, origins = facts.level[let_through(now, "min_confidence")], facts.origins[let_through(now, "min_origins")]
    return Counts(
        domains=_by_word(fixed.domain, let_through(now, "domains"), DOMAINS),
        kinds=_by_word(fixed.kind, let_through(now, "kinds"), kinds),
        hostile=_acts(fixed.hostile[let_through(now, "hostile")]),
        actor_kinds=_actor_kinds(now),
        actor_ends=_actor_ends(now),
        statuses=_by_word(facts.status, let_through(now, "statuses"), (*STATUS_WORDS, "")),
        min_confidence={each: _number(level >= each) for each in Level},
        min_origins={each: _number(origins >= each) for each in ORIGIN_CHOICES},
        flags=_flags(now),
        sources=_by_word(facts.source, let_through(now, "sources")[facts.behind], sources),
        undated=_number(facts.undated[let_through(now, "undated")]),
    )


def _number(which: Bools) -> int:
    return int(np.count_nonzero(which))


def _by_word(column: Column, left: Bools, choices: tuple[str, ...] | list[str]) -> dict[str, int]:
    """Return how many rows that are left have each word; words that no row has count none."""
    sums: Ints = np.bincount(column.codes[left], minlength=len(column.words))
    return dict.fromkeys(choices, 0) | dict(zip(column.words, map(int, sums), strict=True))


def _acts(hostile: Bools) -> dict[Acts, int]:
    return {"all": len(hostile), "only": _number(hostile), "none": _number(~hostile)}


def _flags(view: View) -> dict[str, int]:
    """Return how many relations carry each flag; contradicted by a primary item is contested too, as in the filter."""
    columns, left = view.facts.flags, let_through(view, "flags")
    sums = {flag: _number(column & left) for flag, column in columns.items()}
    contested = np.any([columns[flag] for flag in CONTESTING], axis=0)
    return sums | {CONTESTED: _number(contested & left)}


def _actor_kinds(view: View) -> dict[str, int]:
    """Return how many relations each kind of actor gives or receives in, with whom the filter lets it."""
    kinds = kept_with(view.network, "_actor_kinds", lambda: _kinds_of(view.network))
    left, fixed = let_through(view, "actor_kinds"), view.facts.fixed
    gives, takes = kinds[fixed.gives[left]], kinds[fixed.takes[left]]
    met = [_partners(view, kind) for kind in ACTOR_KINDS]
    return {
        kind: _number(((gives == at) & met[at][takes]) | ((takes == at) & met[at][gives]))
        for at, kind in enumerate(ACTOR_KINDS)
    }


def _actor_ends(view: View) -> dict[Ends, int]:
    """Return how many relations have either end, and both ends, of the kinds that are asked for."""
    kinds = kept_with(view.network, "_actor_kinds", lambda: _kinds_of(view.network))
    wanted = view.filter.actor_kinds or ACTOR_KINDS
    asked = np.array([*(kind in wanted for kind in ACTOR_KINDS), False], np.bool_)
    left, fixed = let_through(view, "actor_kinds"), view.facts.fixed
    gives, takes = asked[kinds[fixed.gives[left]]], asked[kinds[fixed.takes[left]]]
    return {"either": _number(gives | takes), "both": _number(gives & takes)}


def _partners(view: View, kind: str) -> Bools:
    """Return of which kinds, by place, those may be that one kind deals with; the last one is for no known kind."""
    wanted = view.filter
    if not wanted.actor_kinds or wanted.actor_ends == "either":
        return np.ones(len(ACTOR_KINDS) + 1, np.bool_)
    return np.array([*(each == kind or each in wanted.actor_kinds for each in ACTOR_KINDS), False], np.bool_)


def _kinds_of(network: Network) -> Ints:
    """Return the kind of each actor as its place in the list, and at the end -1 for one that no record explains."""
    places = {kind: at for at, kind in enumerate(ACTOR_KINDS)}
    return np.array([*(places[actor.kind] for actor in network.actors), -1], np.int64)
