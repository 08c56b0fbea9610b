"""How good a drawing is: stress, crossings, neighbours kept near, boxes that overlap, lines that run under boxes."""

from __future__ import annotations

import numpy as np

from graphdata.layout.distances import hops_from
from graphdata.layout.overlap import overlapping
from graphdata.layout.plan import Flags, Floats, Ints
from graphdata.layout.stress import squared_distances, weights_of
from graphdata.layout.web import Web


def stress(places: Floats, web: Web) -> float:
    """Return the normalised stress under the best scale: 0 when every drawn length is in proportion to its hops."""
    hops = hops_from(web, np.arange(web.count)).astype(float)
    weights = np.where(hops > 0, weights_of(hops), 0.0)
    drawn = np.sqrt(squared_distances(places[None])[0])
    scale = (weights * drawn * hops).sum() / max((weights * drawn**2).sum(), 1e-12)
    return float((weights * (scale * drawn - hops) ** 2).sum() / max((weights * hops**2).sum(), 1e-12))


def crossings(places: Floats, pairs: Ints, chunk: int = 2000) -> int:
    """Return how many pairs of straight lines cross; lines that share an actor do not."""
    total = 0
    for low in range(0, len(pairs), chunk):
        for other in range(low, len(pairs), chunk):
            found = int(cross_table(places, pairs[low : low + chunk], pairs[other : other + chunk]).sum())
            total += found if other > low else found // 2
    return total


def cross_table(places: Floats, some: Ints, others: Ints) -> Flags:
    """Return which of some lines cross which of the others; `places` may be a batch of drawings."""
    there = _sides(places, some, others)
    back = _sides(places, others, some)
    shared = (some[:, None, :, None] == others[None, :, None, :]).any(axis=(2, 3))
    return np.asarray((there < 0) & (back.swapaxes(-1, -2) < 0) & ~shared)


def _sides(places: Floats, lines: Ints, ends: Ints) -> Floats:
    """Return, below zero where a line has the two ends of another on either side of it, a (lines, ends) table."""
    start = places[..., lines[:, 0], :]
    way = places[..., lines[:, 1], :] - start
    across = np.stack([-way[..., 1], way[..., 0]], axis=-1)
    level = (across * start).sum(axis=-1)[..., None]
    first, second = (across @ places[..., ends[:, end], :].swapaxes(-1, -2) - level for end in (0, 1))
    return np.asarray(first * second)


def neighbours_kept(places: Floats, web: Web) -> float:
    """Return the mean overlap (Jaccard) of each actor's neighbours with as many nearest actors in the drawing."""
    squares = squared_distances(places[None])[0]
    np.fill_diagonal(squares, np.inf)
    shares = [_kept(squares[actor], web, int(actor)) for actor in np.flatnonzero(web.degrees)]
    return float(np.mean(shares)) if shares else 1.0


def _kept(squares: Floats, web: Web, actor: int) -> float:
    """Return the overlap for one actor, from its squared distances to all."""
    friends = web.neighbours[web.starts[actor] : web.starts[actor + 1]]
    nearest = np.argpartition(squares, len(friends) - 1)[: len(friends)]
    both = len(np.intersect1d(friends, nearest))
    return both / (2 * len(friends) - both)


def overlaps(places: Floats, sizes: Floats, gap: float = 0.0) -> int:
    """Return how many pairs of boxes overlap or come nearer than the gap."""
    return len(overlapping(places, sizes, gap))


def lines_under_boxes(places: Floats, pairs: Ints, sizes: Floats) -> int:
    """Return how often a straight line runs through the box of an actor that it does not belong to."""
    return int(under_table(places, pairs, sizes).sum())


def under_table(places: Floats, pairs: Ints, sizes: Floats) -> Flags:
    """Return which line runs through which actor's box, its own two left out; `places` may be a batch."""
    start = places[..., pairs[:, 0], None, :]
    way = places[..., pairs[:, 1], None, :] - start
    hit = through(start, way, places[..., None, :, :], sizes / 2.0)
    rows = np.arange(len(pairs))
    hit[..., rows, pairs[:, 0]] = hit[..., rows, pairs[:, 1]] = False
    return hit


def through(start: Floats, way: Floats, middles: Floats, halves: Floats) -> Flags:
    """Return whether the lines from start along way touch the boxes round the middles (all broadcast together)."""
    safe = np.where(np.abs(way) < 1e-9, 1e-9, way)
    near = (middles - start) / safe
    reach = np.abs(halves / safe)
    enter, leave = (near - reach).max(axis=-1), (near + reach).min(axis=-1)
    return np.asarray((enter < leave) & (enter < 1.0) & (leave > 0.0))
