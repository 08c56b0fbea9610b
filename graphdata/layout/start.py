"""A first drawing by PivotMDS: the two main axes of the distances to some pivots."""

from __future__ import annotations

import numpy as np

from graphdata.layout.plan import Floats, Singles

SAMPLE = 4096
"""Of so many actors the main axes are taken when there are more: they hardly differ from those of all."""


def pivot_start(distances: Floats | Singles, rng: np.random.Generator, axes: tuple[int, int] = (0, 1)) -> Floats:
    """Return a drawing from (count, pivots) distances, with a whiff of noise so that no two actors coincide."""
    squares, every = distances * distances, max(1, len(distances) // SAMPLE)
    vectors = _main_axes(squares[::every])[:, list(axes)]
    places = squares @ (vectors.mean(axis=0) - vectors).astype(squares.dtype)
    places -= places.mean(axis=0)
    return np.asarray(_unit_spread(places) * distances[::every].std() + rng.normal(0.0, 0.02, places.shape))


def _main_axes(squares: Floats | Singles) -> Floats:
    """Return the axes along which doubly centred squares of distances vary, that along which they vary most first."""
    centred = squares.mean(0) + squares.mean(1)[:, None] - squares.mean() - squares
    _, vectors = np.linalg.eigh(centred.T @ centred)
    return _fixed_signs(vectors[:, ::-1])


def random_start(count: int, rng: np.random.Generator) -> Floats:
    """Return a disc of random places, for the further starts of a small web."""
    angles, radii = rng.uniform(0, 2 * np.pi, count), np.sqrt(rng.uniform(0, 1, count) * count)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1) * radii[:, None] * 0.4


def _fixed_signs(vectors: Floats) -> Floats:
    """Return the vectors with their largest entry positive: eigenvectors have no sign of their own."""
    peaks = vectors[np.abs(vectors).argmax(axis=0), np.arange(vectors.shape[1])]
    return vectors * np.where(peaks < 0, -1.0, 1.0)


def _unit_spread(places: Floats) -> Floats:
    """Return the places with the spread of their first axis scaled to one."""
    spread = float(np.sqrt((places**2).mean()))
    return places / spread if spread > 0 else places
