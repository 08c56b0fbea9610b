"""Stress of a large drawing, seen from some pivots alone: rough descent, then steps that all actors vote on."""

from __future__ import annotations

import numpy as np

from graphdata.layout.plan import UNWATCHED, Floats, Ints, Singles, Watch
from graphdata.layout.web import Web, as_complex, as_places, summed_by_row, sums_over_neighbours

SOME = 16
"""How many pivots are enough to tell the scale of a drawing."""

ASKED, CARRIED = 64, 0.7
"""How many pivots a step asks, and what is left of its speed in the next."""

BLOCK = 65536
"""How many distances are worked on at once: few enough to stay in the processor's cache."""


def pivot_descent(start: Floats, hops: Singles, pivots: Ints, steps: int = 15, watch: Watch = UNWATCHED) -> Floats:
    """Return the drawing after stochastic descent on the terms between every actor and each pivot."""
    xs, ys = start.astype(np.float32).T.copy()
    wanted = np.ascontiguousarray(hops.T, dtype=np.float32)
    rates = np.geomspace(1.0, 0.05, steps) * float(wanted.max()) ** 2
    for rate in rates:
        watch.tick(0.3)
        for pivot, lengths in zip(pivots, wanted, strict=True):
            _pull_to_pivot(xs, ys, int(pivot), lengths, float(rate))
    return np.stack([xs, ys], axis=1).astype(float)


def _pull_to_pivot(xs: Singles, ys: Singles, pivot: int, lengths: Singles, rate: float) -> None:
    """Move every actor towards its wanted distance from one pivot, and the pivot by the mean of the counterforce."""
    dx, dy = xs - xs[pivot], ys - ys[pivot]
    share = np.minimum(np.float32(rate) / np.maximum(lengths, 1) ** 2, np.float32(1.0))
    factor = share * np.float32(0.5) * (lengths / np.sqrt(dx * dx + dy * dy + np.float32(1e-6)) - np.float32(1.0))
    factor[pivot] = 0.0
    dx *= factor
    dy *= factor
    xs += dx
    ys += dy
    xs[pivot] -= dx.mean()
    ys[pivot] -= dy.mean()


def settle(places: Floats, web: Web, hops: Singles, pivots: Ints, steps: int, share: float = 1.0) -> Floats:
    """Return the drawing after steps of majorization on edges and pivots; a pivot counts for `share` actors."""
    weights, pulls = _weights_and_pulls(hops, share)
    total = np.maximum(web.degrees + weights.sum(axis=0), 1e-9)[:, None]
    for _ in range(steps):
        places = (_edge_votes(places, web) + _pivot_votes(places, weights, pulls, pivots)) / total
    return places


def regrouped(places: Floats, web: Web, hops: Singles, pivots: Ints, steps: int, times: int) -> Floats:
    """Return the drawing after steps of majorization in which groups move as wholes; the pivots stand for all actors.

    Each step is averaged so many times between an actor and its neighbours, which mends the long distances and leaves
    the lines between near actors as untangled as they were. It goes on with some of the speed of those before it, so
    that it needs to ask no more than some of the pivots, in turns.
    """
    parts = np.split(np.arange(len(pivots)), range(ASKED, len(pivots) - ASKED + 1, ASKED))
    wishes = [_weights_and_pulls(hops[:, part], web.count / len(part)) for part in parts]
    totals = [np.maximum(web.degrees + weights.sum(axis=0), 1e-9)[:, None] for weights, _ in wishes]
    speed = np.zeros_like(places)
    for step in range(steps):
        turn = step % len(parts)
        votes, total = _edge_votes(places, web) + _pivot_votes(places, *wishes[turn], pivots[parts[turn]]), totals[turn]
        speed = speed * min(CARRIED, 1.0 - 3.0 / (step + 4.0)) + smoothed(votes / total - places, web, times)
        places = places + speed
    return places


def _weights_and_pulls(hops: Singles, share: float) -> tuple[Singles, Singles]:
    """Return how much each pivot's wish for an actor's distance counts, and that times the distance, a row a pivot."""
    wanted = np.ascontiguousarray(hops.T, dtype=np.float32)
    pulls: Singles = np.divide(np.float32(share), np.maximum(wanted, np.float32(0.5)), dtype=np.float32)
    pulls[wanted <= 0] = 0.0
    weights = pulls * pulls
    weights /= np.float32(share)
    return weights, pulls


def at_scale(places: Floats, hops: Singles, pivots: Ints) -> Floats:
    """Return the drawing, centred, at the scale at which it has the least stress against some of the pivots' hops."""
    ratio = _drawn_a_hop(places, hops, pivots)
    scale = float(ratio.sum()) / max(float((ratio**2).sum()), 1e-12)
    return np.asarray((places - places.mean(axis=0)) * scale)


def _drawn_a_hop(places: Floats, hops: Singles, pivots: Ints) -> Floats:
    """Return how long a hop is drawn on each way from some pivots, a row each; 0 where there is no way."""
    ways = places[pivots[:SOME], None] - places
    drawn = np.sqrt(ways[..., 0] ** 2 + ways[..., 1] ** 2)
    return np.asarray(drawn / np.where(hops[:, :SOME] > 0, hops[:, :SOME], np.inf).T)


def smoothed(moves: Floats, web: Web, times: int) -> Floats:
    """Return the moves after so many times half way to the mean over each actor and its neighbours."""
    share, spots = 0.5 / (web.degrees + 1.0), as_complex(moves)
    for _ in range(times):
        spots = spots * (0.5 + share) + sums_over_neighbours(web, spots) * share
    return as_places(spots)


def _edge_votes(places: Floats, web: Web) -> Floats:
    """Return for each actor the sum of the places its neighbours would put it at."""
    spots = as_complex(places).astype(np.complex64)
    friends = spots.take(web.neighbours)
    delta = np.repeat(spots, web.degrees) - friends
    delta *= web.reaches.astype(np.float32) / np.sqrt(delta.real**2 + delta.imag**2 + np.float32(1e-9))
    return as_places(summed_by_row(web, friends + delta))


def _pivot_votes(places: Floats, weights: Singles, pulls: Singles, pivots: Ints) -> Floats:
    """Return for each actor the weighted sum of the places the pivots would put it at."""
    xs, ys = places.astype(np.float32).T.copy()
    votes = np.stack([np.einsum("ij,i->j", weights, spots[pivots]) for spots in (xs, ys)])  # `@` hangs on the processor
    rows = max(1, BLOCK // len(xs))
    for low in range(0, len(pivots), rows):
        some = pivots[low : low + rows]
        dx, dy = xs - xs[some, None], ys - ys[some, None]
        reach = dx * dx
        reach += dy * dy
        reach += np.float32(1e-6)
        np.sqrt(reach, out=reach)
        np.divide(pulls[low : low + rows], reach, out=reach)
        votes[0] += np.einsum("ij,ij->j", reach, dx)
        votes[1] += np.einsum("ij,ij->j", reach, dy)
    return votes.T.astype(float)
