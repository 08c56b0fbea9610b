"""Which lines join the same two actors, and the way of each from its giver to its receiver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, Protocol

import numpy as np

from graphdata import curves, fans
from graphdata.scene import Points

SMALLEST_LOOP: Final = 16.0  # radius of an actor whose loop has room for a sign


class Line(Protocol):
    """A tie, or the mark of one."""

    @property
    def giver(self) -> str:
        """Whom it comes from."""

    @property
    def receiver(self) -> str:
        """Whom it goes to."""


class Pairs(NamedTuple):
    """Lines by the pairs that they join, as their fans are made of them."""

    ends: fans.Ints  # the two nodes of each line, the same way round for all lines of a pair
    numbers: fans.Ints  # of the pair of each line
    counts: fans.Ints  # how many lines that pair has
    ranks: fans.Ints  # which of them the line is


def pair_of(line: Line) -> tuple[str, str]:
    """Return the ends of a line in an order that does not depend on its direction."""
    return (line.giver, line.receiver) if line.giver <= line.receiver else (line.receiver, line.giver)


def pairs_of(lines: Sequence[Line], rank: Mapping[str, int]) -> Pairs:
    """Return the pairs of lines whose ends are all on show; rank tells the row of each actor."""
    pairs = [pair_of(line) for line in lines]
    numbers = {pair: number for number, pair in enumerate(dict.fromkeys(pairs))}
    numbered = np.array([numbers[pair] for pair in pairs], dtype=np.int64)
    ends = np.array([[rank[one], rank[other]] for one, other in pairs], dtype=np.int64).reshape(-1, 2)
    return Pairs(ends, numbered, np.bincount(numbered)[numbered], _ranks(numbered))


def _ranks(groups: fans.Ints) -> fans.Ints:
    """Return for each member of a group how many of the group stand before it."""
    order = np.argsort(groups, kind="stable")
    sizes = np.bincount(groups)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    found = np.empty(len(groups), dtype=np.int64)
    found[order] = np.arange(len(groups)) - starts[groups[order]]
    return found


def directed(lines: Sequence[Line], paths: Points, pairs: Pairs, nodes: fans.Nodes, scale: float) -> list[Points]:
    """Return the trimmed path of each line of some pairs from its giver to its receiver; loops where these are one."""
    found = []
    for line, path, ends, rank in zip(lines, paths, pairs.ends, pairs.ranks, strict=True):
        if line.giver == line.receiver:
            radius = max(float(nodes.radii[ends[0]]), SMALLEST_LOOP * scale)
            loop = curves.loop(nodes.places[ends[0]], radius, int(rank))
            found.append(fans.trimmed(loop[None], nodes, ends[None], scale)[0])
        else:
            found.append(path if line.giver <= line.receiver else path[::-1])
    return found
