"""Staying put: a drawing laid over the old places, new actors seated beside those they deal with."""

from __future__ import annotations

import numpy as np

from graphdata.layout.plan import Flags, Floats
from graphdata.layout.steady import POINT, directions, steadied
from graphdata.layout.web import Web

MIRRORS = np.array([[1.0, 1.0], [-1.0, 1.0], [1.0, -1.0], [-1.0, -1.0]])
"""The ways to lay a page over another without turning it off its long axis."""


def known(old: Floats) -> Flags:
    """Return which actors have an old place."""
    return np.asarray(np.isfinite(old).all(axis=1))


def laid_over(places: Floats, old: Floats) -> Floats:
    """Return the drawing mirrored and shifted to lie as near as it can to the old places that are known."""
    kept = known(old)
    if not kept.any():
        return places
    drawings = MIRRORS[:, None] * places
    drawings = drawings - (drawings[:, kept] - old[kept]).mean(axis=1)[:, None]
    misses = ((drawings[:, kept] - old[kept]) ** 2).sum(axis=(1, 2)).round(6)
    return np.asarray(drawings[int(misses.argmin())])


def carried(places: Floats, pins: Floats) -> Floats:
    """Return the drawing bent so that pinned actors are on their pins and the others follow, the nearest pins most."""
    held = known(pins)
    if not held.any():
        return places
    shifts = pins[held] - places[held]
    squares = ((places[:, None] - places[held]) ** 2).sum(axis=2)
    shares = 1.0 / (squares + 1.0)
    bent: Floats = steadied(places + shares @ shifts / shares.sum(axis=1)[:, None], POINT)
    bent[held] = pins[held]
    return bent


def seated(old: Floats, web: Web, unit: float) -> Floats:
    """Return the old places with every new actor beside its placed neighbours, outwards; NaN where none leads there."""
    places = old.copy()
    while True:
        ready = ~known(places) & (_placed_friends(places, web) > 0)
        if not ready.any():
            return places
        places[ready] = _beside(places, web, unit)[ready]


def _placed_friends(places: Floats, web: Web) -> Floats:
    """Return how many neighbours of each actor have a place."""
    first, second = web.pairs.T
    have = known(places).astype(float)
    return np.asarray(np.bincount(first, have[second], web.count) + np.bincount(second, have[first], web.count))


def _beside(places: Floats, web: Web, unit: float) -> Floats:
    """Return for each actor the mean of its placed neighbours, a step away from the middle of the drawing."""
    first, second = web.pairs.T
    here = np.where(np.isfinite(places), places, 0.0)
    friends = np.maximum(_placed_friends(places, web), 1.0)
    sums = [np.bincount(first, c[second], web.count) + np.bincount(second, c[first], web.count) for c in here.T]
    means = np.stack(sums, axis=1) / friends[:, None]
    outwards = means - np.nanmean(places, axis=0)
    turn = np.arange(web.count) * 2.399963
    fan = 0.5 * directions(turn).T
    ways = outwards / (np.linalg.norm(outwards, axis=1)[:, None] + 1e-9) + fan
    return np.asarray(means + ways * (unit / friends**0.5)[:, None])
