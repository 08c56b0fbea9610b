"""Stress: drawn lengths as near as possible to wanted lengths, by majorization of all pairs at once."""

from __future__ import annotations

import numpy as np

from graphdata.layout.plan import Floats


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
