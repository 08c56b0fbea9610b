"""Stress: drawn lengths as near as possible to wanted lengths, by majorization when small and by pivots when large."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from graphdata.layout.plan import UNWATCHED, Floats, Ints, Watch
from graphdata.layout.web import Web

Singles = npt.NDArray[np.float32]


def weights_of(lengths: Floats) -> Floats:
    """Return the usual weights, one over the square of the length, zero on the diagonal."""
    return np.where(lengths > 0, 1.0 / np.maximum(lengths, 1e-9) ** 2, 0.0)


def majorize(starts: Floats, lengths: Floats, steps: int, hold: Floats | None = None) -> Floats:
    """Return a batch of starts, (batch, count, 2), moved towards least stress.

    `hold` gives each actor a pull towards its start; infinity is a pin.
    """
    weights = weights_of(lengths)
    pull = np.zeros(len(lengths)) if hold is None else np.minimum(hold, 1e6 * max(weights.sum(), 1.0))
    inverse = _inverse_laplacian(weights, pull)
    wanted, kept, places = weights * lengths, pull[:, None] * starts, starts
    for _ in range(steps):
        places = inverse @ (_majorant(places, wanted) + kept)
    return places


def _inverse_laplacian(weights: Floats, pull: Floats) -> Floats:
    """Return the inverse of the weight Laplacian plus the pulls; the added constant only fixes the mean."""
    count = len(weights)
    laplacian = np.diag(weights.sum(axis=1) + pull) - weights
    return np.asarray(np.linalg.inv(laplacian + (1.0 / count if not pull.any() else 0.0)), dtype=float)


def _majorant(places: Floats, wanted: Floats) -> Floats:
    """Return the right-hand side of a majorization step, as two matrix products a drawing."""
    ratio = wanted / np.sqrt(squared_distances(places) + 1e-9)
    return np.asarray(ratio.sum(axis=2)[..., None] * places - ratio @ places)


def squared_distances(places: Floats) -> Floats:
    """Return the squared distance of every two actors, for a batch of drawings."""
    norms = (places**2).sum(axis=2)
    squares = norms[:, :, None] + norms[:, None, :] - 2.0 * (places @ places.transpose(0, 2, 1))
    return np.asarray(np.maximum(squares, 0.0))


def fitting_scale(places: Floats, lengths: Floats) -> float:
    """Return by how much the lengths are to be multiplied to fit the drawing best."""
    weights, drawn = weights_of(lengths), np.sqrt(squared_distances(places[None])[0])
    return max(float((weights * drawn * lengths).sum() / (weights * lengths**2).sum()), 1e-6)


def pivot_descent(start: Floats, hops: Floats, pivots: Ints, steps: int = 15, watch: Watch = UNWATCHED) -> Floats:
    """Return the drawing after stochastic descent on the terms between every actor and each pivot."""
    xs, ys = start.astype(np.float32).T.copy()
    wanted = np.ascontiguousarray(hops.T, dtype=np.float32)
    rates = np.geomspace(1.0, 0.05, steps)
    for rate in rates:
        watch.tick(0.3)
        for pivot, lengths in zip(pivots, wanted, strict=True):
            _pull_to_pivot(xs, ys, int(pivot), lengths, float(rate) * float(hops.max()) ** 2)
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


def settle(places: Floats, web: Web, hops: Floats, pivots: Ints, steps: int = 10) -> Floats:
    """Return the drawing after majorization on edges and pivots alone, which smooths what descent left rough."""
    near = np.maximum(hops, 0.5).astype(np.float32)
    pivot_weights = np.where(hops > 0, 1.0 / near**2, 0.0).astype(np.float32)
    total = web.degrees + pivot_weights.sum(axis=1)
    for _ in range(steps):
        moved = _edge_votes(places, web) + _pivot_votes(places, near, pivot_weights, pivots)
        places = moved / np.maximum(total, 1e-9)[:, None]
    return places


def _edge_votes(places: Floats, web: Web) -> Floats:
    """Return for each actor the sum of the places its neighbours would put it at."""
    first, second = web.pairs.T
    delta = places[first] - places[second]
    reach = delta * (web.lengths / np.sqrt((delta**2).sum(axis=1) + 1e-9))[:, None]
    ends, votes = np.concatenate([first, second]), np.concatenate([places[second] + reach, places[first] - reach])
    return np.stack([np.bincount(ends, votes[:, axis], web.count) for axis in (0, 1)], axis=1)


def _pivot_votes(places: Floats, near: Singles, weights: Singles, pivots: Ints) -> Floats:
    """Return for each actor the weighted sum of the places the pivots would put it at."""
    single = places.astype(np.float32)
    centres = single[pivots]
    dx, dy = single[:, :1] - centres[:, 0], single[:, 1:] - centres[:, 1]
    reach = weights * near / np.sqrt(dx * dx + dy * dy + np.float32(1e-6))
    votes = weights @ centres + np.stack([(reach * dx).sum(axis=1), (reach * dy).sum(axis=1)], axis=1)
    return np.asarray(votes, dtype=float)
