"""Rows for things that stand in columns, so that few arrows cross (the barycentre rule of Sugiyama, 1981).

An arrow that passes columns holds a row of its own in each of them: it goes round what stands there, not behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

SWEEPS: Final = 8
Arrow = tuple[str, str]


class Rows(NamedTuple):
    """The row of each thing in its column, the rows that each arrow passes on its way, and how many rows there are."""

    row: Mapping[str, float]
    passing: Mapping[Arrow, tuple[float, ...]]
    height: int


def rows_of(column: Mapping[str, int], arrows: Iterable[Arrow]) -> Rows:
    """Return rows for things of which each has its column; columns are centred on one another."""
    chains = {arrow: _chain(arrow, column) for arrow in arrows}
    columns: dict[int, list[str]] = defaultdict(list)
    for thing, at in column.items():
        columns[at].append(thing)
    beside: dict[str, list[str]] = defaultdict(list)
    for (start, end), chain in chains.items():
        for at, stop in enumerate(chain[1:-1], start=1):
            columns[column[start] + at].append(stop)
        if column[start] != column[end]:
            for one, other in pairwise(chain):
                beside[one].append(other)
                beside[other].append(one)
    row = _swept([columns[at] for at in sorted(columns)], beside)
    height = max(map(len, columns.values()), default=0)
    return Rows(row, {arrow: tuple(row[stop] for stop in chain[1:-1]) for arrow, chain in chains.items()}, height)


def _chain(arrow: Arrow, column: Mapping[str, int]) -> tuple[str, ...]:
    """Return the stops of an arrow: both ends, and one in every column between them."""
    start, end = arrow
    between = range(column[start] + 1, column[end])
    return (start, *(f"{start}>{end}@{at}" for at in between), end)


def _swept(columns: Sequence[list[str]], beside: Mapping[str, list[str]]) -> dict[str, float]:
    """Return rows after sweeping to and fro, each time ordering a column by where its neighbours stand."""
    row = {thing: _centred(at, len(members)) for members in columns for at, thing in enumerate(members)}
    for sweep in range(SWEEPS):
        for members in columns if sweep % 2 == 0 else reversed(columns):
            members.sort(key=lambda thing: (_middle(thing, beside, row), thing))
            row |= {thing: _centred(at, len(members)) for at, thing in enumerate(members)}
    return row


def _middle(thing: str, beside: Mapping[str, list[str]], row: Mapping[str, float]) -> float:
    """Return the mean row of a thing's neighbours, its own where it has none."""
    near = [row[each] for each in beside.get(thing, ())]
    return sum(near) / len(near) if near else row[thing]


def _centred(at: int, size: int) -> float:
    """Return a place in a column, counted from its middle."""
    return at - (size - 1) / 2.0
