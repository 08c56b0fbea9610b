"""Which relations of a network share a line: found for all of them at once, and kept with the network.

A line for each relation; one for each domain and direction between two actors, acts against apart from support; or one
for each pair of actors. The lines stand in an order that depends on nothing but the relations.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from graphdata.arrays import Bools, Ints
from graphdata.bulk import kept_with
from graphdata.network import Network, Relation
from graphdata.vocabulary import DOMAINS, Combine, is_hostile


class Grouping(NamedTuple):
    """Which relations share a line: groups in the order of the lines, each relation's group, and each group's size.

    Order holds the places of all relations, group by group, and within a group by id.
    """

    group: Ints
    sizes: Ints
    order: Ints


def grouping_of(network: Network, combine: Combine) -> Grouping:
    """Return which relations share a line, kept with the network."""
    kept: dict[Combine, Grouping] = kept_with(network, "_groupings", dict)
    if combine not in kept:
        kept[combine] = _grouped(network, combine)
    return kept[combine]


def _grouped(network: Network, combine: Combine) -> Grouping:
    """Return which relations share a line; what a line ranks by is the same whichever of its relations are on show."""
    relations = network.relations
    if not relations:
        return Grouping(*(np.zeros(0, np.int64) for _ in Grouping._fields))
    pair, rest, by_id = kept_with(network, "_line_ranks", lambda: _ranks(relations))
    ranks = np.vstack(pair if combine == "pairs" else (*pair, *rest))
    order = np.lexsort((by_id, *ranks[::-1]))
    begins = _begins(ranks[:, order], len(relations) if combine == "relations" else 0)
    group = np.empty(len(relations), np.int64)
    group[order] = np.cumsum(begins) - 1
    return Grouping(group, np.bincount(group), order)


def _begins(ranks: Ints, alone: int) -> Bools:
    """Return where another group begins among sorted relations; everywhere where each of them is to be alone."""
    if alone:
        return np.ones(alone, np.bool_)
    return np.append(True, (ranks[:, 1:] != ranks[:, :-1]).any(axis=0))


def _ranks(relations: Sequence[Relation]) -> tuple[tuple[Ints, ...], tuple[Ints, ...], Ints]:
    """Return what lines are sorted by, the first first: the pair; who gives, the domain, the way; and at last the id.

    The ends of a mutual relation have one order, however it was written down.
    """
    names = {
        name: at for at, name in enumerate(sorted({end for each in relations for end in (each.giver, each.receiver)}))
    }
    giver, receiver = (
        np.array([names[getattr(each, end)] for each in relations], np.int64) for end in ("giver", "receiver")
    )
    domains = {domain: at for at, domain in enumerate(DOMAINS)}
    domain = np.array([domains[each.domain] for each in relations], np.int64)
    mutual = np.array([each.direction == "mutual" for each in relations], np.int64)
    hostile = np.array([is_hostile(each.domain, each.kind) for each in relations], np.int64)
    low, high = np.minimum(giver, receiver), np.maximum(giver, receiver)
    by_id = np.empty(len(relations), np.int64)
    by_id[sorted(range(len(relations)), key=lambda at: relations[at].id)] = np.arange(len(relations))
    return (low, high), (np.where(mutual == 1, low, giver), domain, mutual, hostile), by_id
