"""Easing: an old drawing brought nearer to the distances by some steps and no more, so that it is still the old one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graphdata.layout.distances import hops_from
from graphdata.layout.overlap import overlapping, separated
from graphdata.layout.pivots import smoothed
from graphdata.layout.plan import GAP, Flags, Floats, Singles
from graphdata.layout.steady import POINT, steadied
from graphdata.layout.stress import ways_between
from graphdata.layout.web import Web

ROUNDS, SPARED = 3, 0.6
"""How often what part of its way an actor goes that would come to overlap: to push it on costs more than it gains."""

TRUER = 2
"""How often a drawing by distances is eased once its boxes are apart; more would let it outgrow its page."""

SEATING, STRIDE = 4, 1.6
"""How many steps new actors take alone before the others follow, and how much farther than by majorization they go."""

MOST, FURTHEST, WORTH = 12, 0.04, 0.7
"""How many steps all take at most, what share of the drawing's longer side they may come to be away in the mean, and
what share of the stress, times the actors, a step is to take away for another one to follow."""

FEW = 0.07
"""What share of the actors leaves its place for truer distances where all others stay."""


def eased(places: Floats, web: Web, smooth: Sequence[int], stride: float, still: Flags) -> Floats:
    """Return a small drawing after a step of less stress for each number of `smooth` (see `smoothed`), at its scale.

    Each step goes `stride` times as far as majorization would, actor by actor: it then needs half as many. Who is
    still stays.
    """
    pulls = _pulls(web)
    weights = pulls * pulls
    total = np.where(still | (web.degrees == 0), np.inf, np.maximum(weights.sum(axis=1), 1e-9) / stride)
    planes, scale = np.ascontiguousarray(places.T)[:, None], 0.0
    for times in smooth:
        ways, squares = ways_between(planes)
        reach = np.sqrt(squares, out=squares)
        scale = scale or _points_a_hop(reach * pulls)
        ways *= pulls * np.float32(scale) / reach - weights
        moves = np.add.reduce(ways, axis=3) / total
        planes = planes + (smoothed(moves[:, 0].T, web, times).T[:, None] if times else moves)
    return steadied(planes[:, 0].T, POINT)


def followed(places: Floats, web: Web, new: Flags, still: Flags) -> Floats:
    """Return a small drawing after the steps of less stress that are worth it: new actors' alone first, then of all.

    What a change asks for is seldom known beforehand: where a hub went, many go far; where a leaf did, nobody moves.
    """
    if new.any():
        places = eased(places, web, (0,) * SEATING, STRIDE, still | ~new)
    pulls = _pulls(web)
    weights, pairs = pulls * pulls, max(int(np.count_nonzero(pulls)), 1)
    total = np.where(still | (web.degrees == 0), np.inf, np.maximum(weights.sum(axis=1), 1e-9) / STRIDE)
    start = planes = np.ascontiguousarray(places.T)[:, None]
    before, scale, far = np.inf, 0.0, FURTHEST * float(np.ptp(places, axis=0).max())
    for _ in range(MOST):
        now, scale, pull = _pulled(planes, pulls, weights, scale)
        if 1.0 - now / pairs > before * (1.0 - WORTH / web.count):
            break
        before, moved = 1.0 - now / pairs, planes + pull / total
        if planes is not start and np.hypot(*(moved - start)[:, 0]).mean() > far:
            break
        planes = moved
    return steadied(planes[:, 0].T, POINT)


def _pulled(planes: Floats, pulls: Singles, weights: Singles, scale: float) -> tuple[float, float, Floats]:
    """Return how many pairs have no stress, as it were, the points a hop, unless known, and each actor's whole pull.

    What takes much memory is given back before the next look asks for it: to get it anew would take twice the time.
    """
    ways, squares = ways_between(planes)
    reach = np.sqrt(squares, out=squares)
    ratios = reach * pulls
    whole, square = float(ratios.sum()), float(np.multiply(ratios, ratios, out=ratios).sum())
    scale = scale or square / max(whole, 1e-9)
    force = np.divide(pulls * np.float32(scale), reach, out=ratios)
    force -= weights
    ways *= force
    return whole**2 / max(square, 1e-9), scale, np.asarray(np.add.reduce(ways, axis=3), dtype=np.float64)


def misplaced(places: Floats, web: Web) -> Flags:
    """Return the few for whose distances a step would gain most; nobody in the smallest drawings."""
    moves = eased(places, web, (0,), 1.0, np.zeros(web.count, dtype=bool)) - places
    gains = np.square(moves).sum(axis=1) * np.square(_pulls(web)).sum(axis=1)
    found = np.zeros(web.count, dtype=bool)
    found[np.argsort(-gains, kind="stable")[: int(web.count * FEW)]] = True
    return found


def _pulls(web: Web) -> Singles:
    """Return one over the wanted length of each two actors in hops, 0 where no way leads."""
    hops = hops_from(web, np.arange(web.count)).astype(np.float32)
    first, second = web.pairs.T
    hops[first, second] = hops[second, first] = web.lengths
    return np.reciprocal(hops, out=np.zeros_like(hops), where=hops > 0)


def _points_a_hop(ratios: Singles) -> float:
    """Return at what scale the wanted lengths have the least stress, from each drawn length by the wanted one."""
    return float(np.square(ratios).sum()) / max(float(ratios.sum()), 1e-9)


def truer(places: Floats, sizes: Floats, web: Web) -> Floats:
    """Return a small drawing nearer to its distances, its boxes apart again: pushing these apart cost some of them."""
    nobody = np.zeros(web.count, dtype=bool)
    for _ in range(TRUER):
        places = separated(spared(places, eased(places, web, (0,) * 3, 1.4, nobody), sizes), sizes)
    return places


def spared(old: Floats, new: Floats, sizes: Floats, rounds: int = ROUNDS, share: float = SPARED) -> Floats:
    """Return the new places, those who would come to overlap on a part of their way only, round after round."""
    moves = new - old
    for _ in range(rounds):
        crowd = overlapping(old + moves, sizes, GAP)
        if not len(crowd):
            break
        moves[np.unique(crowd)] *= share
    return old + moves
