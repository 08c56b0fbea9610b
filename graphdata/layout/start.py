"""A first drawing by PivotMDS: the two main axes of the distances to some pivots."""

from __future__ import annotations

import numpy as np

from graphdata.layout.plan import Floats, Singles
from graphdata.layout.steady import HOP, directions, main_axes, steadied

SAMPLE = 4096
"""Of so many actors the main axes are taken when there are more: they hardly differ from those of all."""


def pivot_start(distances: Floats | Singles, rng: np.random.Generator, axes: tuple[int, int] = (0, 1)) -> Floats:
    """Return a drawing from (count, pivots) distances, with a whiff of noise so that no two actors coincide."""
    every = max(1, len(distances) // SAMPLE)
    some = distances[::every].astype(np.float64)
    vectors = _fixed_signs(main_axes(_crossed(some * some), 1 + max(axes))[:, list(axes)])
    places = _summed(distances, vectors.mean(axis=0) - vectors)
    places -= places.mean(axis=0)
    return steadied(_unit_spread(places) * float(some.std()) + rng.normal(0.0, 0.02, places.shape), HOP)


def _crossed(squares: Floats) -> Floats:
    """Return the table whose main axes are those along which doubly centred squares of distances vary."""
    centred = squares.mean(0) + squares.mean(1)[:, None] - squares.mean() - squares
    return np.asarray(centred.T @ centred)


def _summed(distances: Floats | Singles, shares: Floats) -> Floats:
    """Return the sums of each actor's squared distances by some shares of the pivots, in blocks that need no room."""
    blocks = np.array_split(distances, max(1, len(distances) // SAMPLE))
    return np.concatenate([np.square(block, dtype=np.float64) @ shares for block in blocks])


def random_start(count: int, rng: np.random.Generator) -> Floats:
    """Return a disc of random places, for the further starts of a small web."""
    angles, radii = rng.uniform(0, 2 * np.pi, count), np.sqrt(rng.uniform(0, 1, count) * count)
    return directions(angles).T * radii[:, None] * 0.4


def _fixed_signs(vectors: Floats) -> Floats:
    """Return the vectors with their largest entry positive: eigenvectors have no sign of their own."""
    peaks = vectors[np.abs(vectors).argmax(axis=0), np.arange(vectors.shape[1])]
    return vectors * np.where(peaks < 0, -1.0, 1.0)


def _unit_spread(places: Floats) -> Floats:
    """Return the places with the spread of their first axis scaled to one."""
    spread = float(np.sqrt((places**2).mean()))
    return places / spread if spread > 0 else places
