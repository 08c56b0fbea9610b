"""What relations sort by, as a number each and for all of a network at once: off the facts, nothing is assessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from graphdata.arrays import Ints
from graphdata.claim_columns import FAR_FUTURE
from graphdata.facts import Column
from graphdata.ruleset import FLAGS
from graphdata.view import View
from graphdata.vocabulary import DOMAINS, STATUS_WORDS

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


ORDERS: Final[Mapping[str, Callable[[View], Ints]]] = {
    "giver": lambda view: _labels(view, view.facts.fixed.giver),
    "receiver": lambda view: _labels(view, view.facts.fixed.receiver),
    "domain": lambda view: _among(view.facts.fixed.domain, tuple(DOMAINS)),
    "status": lambda view: _among(view.facts.status, WORD_ORDER),
    "confidence": lambda view: view.facts.level,
    "origins": lambda view: view.facts.origins * MOST_DOCUMENTS + view.facts.documents,
    "flags": _flags,
    "dates": _dates,
    "sources": _sources,
}


def ranks_of(view: View, key: str, places: Iterable[int]) -> Ints | None:
    """Return what relations at some places sort by, None for a property that every relation has at hand itself.

    Where some are judged by another cut, as those that only the earlier of two views shows, there is none either.
    """
    order = None if view.apart else ORDERS.get(key)
    return order(view)[list(places)] if order else None
