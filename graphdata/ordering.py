"""What relations sort by, as a number each and for all of a network at once: off the facts, nothing is assessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from graphdata.arrays import Ints
from graphdata.bulk import kept_with
from graphdata.claim_columns import FAR_FUTURE
from graphdata.facts import Column
from graphdata.ruleset import FLAGS
from graphdata.view import View
from graphdata.vocabulary import DOMAINS, STATUS_WORDS, kind_label

MOST_DOCUMENTS: Final = 1 << 20
WORD_ORDER: Final = ("", *STATUS_WORDS)


def ranked(keys: Sequence[Any]) -> Ints:
    """Return the place of each key among the different ones, sorted."""
    places = {key: at for at, key in enumerate(sorted(set(keys)))}
    return np.array([places[key] for key in keys], np.int64)


def _labels(view: View, column: Column) -> Ints:
    """Return the rank of the label of each relation's actor, capitals and small letters alike."""
    known = view.network.actor
    labels = [known[word].label if word in known else word for word in column.words]
    return ranked([label.casefold() for label in labels])[column.codes]


def _among(column: Column, order: Sequence[str]) -> Ints:
    """Return the place of each relation's word in a list."""
    return np.array([order.index(word) for word in column.words], np.int64)[column.codes]


def _flags(view: View) -> Ints:
    """Return the rank of the flags of each relation, in words."""
    flags = tuple(FLAGS)
    bits = sum(view.facts.flags[flag].astype(np.int64) << at for at, flag in enumerate(flags))
    sets, which = np.unique(bits, return_inverse=True)
    words = [", ".join(FLAGS[flag] for at, flag in enumerate(flags) if found >> at & 1) for found in sets.tolist()]
    return ranked([each.casefold() for each in words])[which]


def _dates(view: View) -> Ints:
    """Return a number for the first and then the last day that claims name; undated relations come last."""
    facts = view.facts
    first, last = (np.where(facts.undated, FAR_FUTURE, each) for each in (facts.first, facts.latest))
    return np.asarray(first * (2 * FAR_FUTURE) + last)


def _sources(view: View) -> Ints:
    """Return the number of sources that count for each relation."""
    return np.bincount(view.facts.behind, minlength=len(view.network.relations))


def _kinds(view: View) -> Ints:
    """Return the rank of the kind of dealing, in words."""
    fixed = view.facts.fixed
    both = fixed.domain.codes * len(fixed.kind.words) + fixed.kind.codes
    pairs, which = np.unique(both, return_inverse=True)
    domains, kinds = (each.tolist() for each in np.divmod(pairs, max(1, len(fixed.kind.words))))
    named = zip((fixed.domain.words[at] for at in domains), (fixed.kind.words[at] for at in kinds), strict=True)
    return ranked([kind_label(*each).casefold() for each in named])[which]


Order = Callable[[View], Ints]
FIXED: Final[Mapping[str, Order]] = {
    "giver": lambda view: _labels(view, view.facts.fixed.giver),
    "receiver": lambda view: _labels(view, view.facts.fixed.receiver),
    "direction": lambda view: 1 - view.facts.fixed.mutual.astype(np.int64),
    "domain": lambda view: _among(view.facts.fixed.domain, tuple(DOMAINS)),
    "kind": _kinds,
    "summary": lambda view: ranked([each.summary.casefold() for each in view.network.relations]),
}
BY_CUT: Final[Mapping[str, Order]] = {
    "status": lambda view: _among(view.facts.status, WORD_ORDER),
    "confidence": lambda view: view.facts.level,
    "origins": lambda view: view.facts.origins * MOST_DOCUMENTS + view.facts.documents,
    "flags": _flags,
    "dates": _dates,
    "sources": _sources,
}


def ranks_of(view: View, key: str) -> Ints | None:
    """Return what every relation of the network sorts by, on show or not, in their order.

    Where some are judged by another cut, as those that only the earlier of two views shows, there is none for what the
    cut decides.
    """
    if key in FIXED:
        kept: dict[str, Ints] = kept_with(view.network, "_ranks", dict)
        if key not in kept:
            kept[key] = FIXED[key](view)
        return kept[key]
    return None if view.apart else BY_CUT[key](view)
