"""Hops between actors: breadth-first search from 64 sources a machine word, one or over neighbour rows a level."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from graphdata.layout.plan import Floats, Ints
from graphdata.layout.web import Web

Hops = npt.NDArray[np.signedinteger]
Words = npt.NDArray[np.uint64]

DENSE = 120
"""Up to so many actors a table of all is multiplied: no way in it is longer than the numbers of its hops."""


def hops_from(web: Web, sources: Ints) -> Hops:
    """Return (count, sources) hops, -1 where no way leads, in the narrowest numbers that hold them."""
    if web.count <= DENSE:
        return _hops_by_table(web, sources)
    seen = _seeds(web.count, sources)
    counters: list[Words] = []
    while True:
        _count_up(counters, ~seen)
        spread = seen | _neighbours_or(web, seen)
        if np.array_equal(spread, seen):
            break
        seen = spread
    hops, reached = _counted(counters, web.count, len(sources)), _bits(seen, len(sources))
    if not reached.all():
        hops[~reached] = -1
    return hops


def _hops_by_table(web: Web, sources: Ints) -> Hops:
    """Return the hops in a small web, by multiplying with the table of neighbours: no word of many bits to unpack."""
    table = np.zeros((web.count, web.count), dtype=np.float32)
    first, second = web.pairs.T
    table[first, second] = table[second, first] = 1.0
    np.fill_diagonal(table, 1.0)
    seen = np.zeros((web.count, len(sources)), dtype=bool)
    seen[sources, np.arange(len(sources))] = True
    hops, left = np.zeros(seen.shape, dtype=np.int8), -1
    while left != (left := seen.size - int(np.count_nonzero(seen))):
        hops += ~seen
        seen = (table @ seen.astype(np.float32)) > 0.0
    hops[~seen] = -1
    return hops


def _count_up(counters: list[Words], one_more: Words) -> None:
    """Add one where a bit is set: the counters hold the binary digits of all counts, the lowest first."""
    for place, digit in enumerate(counters):
        counters[place], one_more = digit ^ one_more, digit & one_more
    if one_more.any():
        counters.append(one_more)


def _counted(counters: list[Words], count: int, width: int) -> Hops:
    """Return the (count, width) counts that the digits stand for."""
    counts = np.zeros((count, width), dtype=np.int8 if len(counters) <= 7 else np.int32)
    for place, digit in enumerate(counters):
        counts |= np.left_shift(_bits(digit, width), place, dtype=counts.dtype, casting="unsafe")
    return counts


def all_lengths(web: Web) -> Floats:
    """Return the wanted lengths between all actors of a connected web: hops, more for pairs with many relations."""
    lengths = hops_from(web, np.arange(web.count)).astype(float)
    first, second = web.pairs.T
    lengths[first, second] = lengths[second, first] = web.lengths
    return lengths


def _seeds(count: int, sources: Ints) -> Words:
    """Return one bit a source, set in the source's own row."""
    columns = np.arange(len(sources))
    seeds = np.zeros((count, -(-len(sources) // 64)), dtype=np.uint64)
    np.bitwise_or.at(seeds, (sources, columns // 64), np.uint64(1) << (columns % 64).astype(np.uint64))
    return seeds


def _neighbours_or(web: Web, seen: Words) -> Words:
    """Return the or of every actor's neighbours; rows without neighbours stay empty (reduceat would misread them)."""
    out = np.zeros_like(seen)
    rows = np.flatnonzero(web.degrees)
    if len(rows):
        out[rows] = np.bitwise_or.reduceat(seen[web.neighbours], web.starts[rows], axis=0)
    return out


def _bits(words: Words, width: int) -> npt.NDArray[np.bool_]:
    """Return the words as a boolean matrix with one column a source."""
    octets = words.astype("<u8", copy=False).view(np.uint8)
    return np.unpackbits(octets, axis=1, bitorder="little")[:, :width].view(np.bool_)
