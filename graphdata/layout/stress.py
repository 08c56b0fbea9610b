"""Stress: drawn lengths as near as possible to wanted lengths, by majorization of all pairs at once."""

from __future__ import annotations

import math

import numpy as np

from graphdata.layout.plan import Floats, Singles
from graphdata.layout.steady import HOP, steadied


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
    wanted, planes = (weights * lengths).astype(np.float32), np.ascontiguousarray(starts.transpose(2, 0, 1))
    kept, step = pull * planes, HOP * 2.0 ** round(math.log2(max(float(lengths.mean()), 1e-9)))
    for _ in range(steps):
        planes = steadied((_majorant(planes, wanted) + kept) @ inverse, step)
    return np.ascontiguousarray(planes.transpose(1, 2, 0))


def _inverse_laplacian(weights: Floats, pull: Floats) -> Floats:
    """Return the inverse of the weight Laplacian plus the pulls; the added constant only fixes the mean."""
    count = len(weights)
    laplacian = np.diag(weights.sum(axis=1) + pull) - weights
    return np.asarray(np.linalg.inv(laplacian + (1.0 / count if not pull.any() else 0.0)), dtype=float)


def _majorant(planes: Floats, wanted: Singles) -> Floats:
    """Return the right-hand side of a majorization step for a batch of drawings; x and y are planes of their own."""
    ways, squares = ways_between(planes)
    np.sqrt(squares, out=squares)
    np.divide(wanted, squares, out=squares)
    ways *= squares
    return np.asarray(np.add.reduce(ways, axis=3), dtype=np.float64)


def ways_between(planes: Floats) -> tuple[Singles, Singles]:
    """Return the ways from every actor to every other along x and along y, and their squared lengths, never 0."""
    flat = np.ascontiguousarray(planes, dtype=np.float32)
    ways = flat[..., None] - flat[:, :, None]
    squares = ways[0] * ways[0]
    squares += ways[1] * ways[1]
    squares += np.float32(1e-9)
    return ways, squares


def squared_distances(places: Floats) -> Floats:
    """Return the squared distance of every two actors, for a batch of drawings."""
    norms = (places**2).sum(axis=2)
    squares = norms[:, :, None] + norms[:, None, :] - 2.0 * (places @ places.transpose(0, 2, 1))
    return np.asarray(np.maximum(squares, 0.0))


def fitting_scale(places: Floats, lengths: Floats) -> float:
    """Return by how much the lengths are to be multiplied to fit the drawing best."""
    weights, drawn = weights_of(lengths), np.sqrt(squared_distances(places[None])[0])
    return max(float((weights * drawn * lengths).sum() / (weights * lengths**2).sum()), 1e-6)
