"""The pairs of a plan as a simple undirected web: distinct pairs, weights, wanted lengths, neighbours by row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphdata.layout.plan import Floats, Ints

Complexes = npt.NDArray[np.complexfloating]

LONGEST = 1.6
"""How much longer than a single relation a pair with many parallel relations wants to be: its lines need room."""


@dataclass(frozen=True, eq=False, slots=True)
class Web:
    """Distinct pairs with a < b, and both directions of them as compressed rows, with the wanted length of each.

    The degree is how many different neighbours an actor has.
    """

    count: int
    pairs: Ints
    weights: Floats
    lengths: Floats
    starts: Ints
    neighbours: Ints
    reaches: Floats
    degrees: Ints


def web_of(count: int, pairs: Ints) -> Web:
    """Return the web of the pairs; repeats add log-damped weight and length, loops drop out."""
    ends = np.sort(np.asarray(pairs, dtype=np.int64).reshape(-1, 2), axis=1)
    ends = ends[ends[:, 0] != ends[:, 1]]
    keys, repeats = np.unique(ends[:, 0] * max(count, 1) + ends[:, 1], return_counts=True)
    distinct = np.stack([keys // max(count, 1), keys % max(count, 1)], axis=1)
    lengths = np.minimum(1.0 + 0.2 * np.log2(repeats), LONGEST)
    return _with_rows(count, distinct, 1.0 + np.log(repeats), lengths)


def part_of(web: Web, members: Ints) -> Web:
    """Return the web among the members, renumbered in their order."""
    if len(members) == web.count and (members[1:] > members[:-1]).all():
        return web
    place = np.full(web.count, -1, dtype=np.int64)
    place[members] = np.arange(len(members))
    ends = place[web.pairs]
    inside = (ends >= 0).all(axis=1)
    return _with_rows(len(members), ends[inside], web.weights[inside], web.lengths[inside])


def components(web: Web) -> list[Ints]:
    """Return the members of each connected part, the largest first."""
    labels = _component_labels(web)
    order = np.argsort(labels, kind="stable")
    cuts = np.flatnonzero(np.diff(labels[order])) + 1
    parts = [part for part in np.split(order, cuts) if len(part)]
    return sorted(parts, key=lambda part: (-len(part), int(part[0])))


def _component_labels(web: Web) -> Ints:
    """Return the lowest actor number in each actor's part, by spreading minima and jumping pointers."""
    labels = np.arange(web.count)
    while True:
        spread = labels.copy()
        np.minimum.at(spread, web.pairs[:, 0], labels[web.pairs[:, 1]])
        np.minimum.at(spread, web.pairs[:, 1], labels[web.pairs[:, 0]])
        spread = spread[spread]
        if np.array_equal(spread, labels):
            return labels
        labels = spread


def as_places(spots: Complexes) -> Floats:
    """Return complex numbers as rows of two."""
    return np.stack([spots.real, spots.imag], axis=1).astype(float, copy=False)


def as_complex(places: Floats) -> Complexes:
    """Return the places as one complex number each: numpy picks and sums those many times faster than rows of two."""
    return np.ascontiguousarray(places, dtype=np.float64).view(np.complex128)[:, 0]


def sums_over_neighbours(web: Web, values: Complexes) -> Complexes:
    """Return for each actor the sum of a value that each neighbour has."""
    return summed_by_row(web, values.take(web.neighbours))


def summed_by_row(web: Web, entries: Complexes) -> Complexes:
    """Return for each actor the sum of its row's entries, one for each neighbour; 0 for an empty row."""
    rows = np.flatnonzero(web.degrees)
    if len(rows) == web.count:
        return np.asarray(np.add.reduceat(entries, web.starts[:-1]))
    sums = np.zeros(web.count, dtype=entries.dtype)
    if len(rows):  # rows without neighbours stay empty: reduceat would misread them
        sums[rows] = np.add.reduceat(entries, web.starts[rows])
    return sums


def _with_rows(count: int, pairs: Ints, weights: Floats, lengths: Floats) -> Web:
    """Return the web with its compressed neighbour rows."""
    heads = np.concatenate([pairs[:, 0], pairs[:, 1]])
    tails = np.concatenate([pairs[:, 1], pairs[:, 0]])
    degrees = np.bincount(heads, minlength=count)
    starts = np.concatenate([[0], np.cumsum(degrees)])
    order = np.argsort(heads, kind="stable")
    reaches = np.concatenate([lengths, lengths])[order]
    return Web(count, pairs, weights, lengths, starts, tails[order], reaches, degrees)
