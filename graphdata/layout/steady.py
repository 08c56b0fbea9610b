"""The same picture on every processor: what hangs on how one adds up is rounded before it can grow.

Matrix products, and sines and logarithms, differ in their last digits from processor to processor; after a hundred
steps of a layout that is another drawing. Rounded to a millionth of a hop or a thousandth of a point they are the same.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from graphdata.layout.plan import Floats

HOP = 2.0**-20
"""A millionth of a hop."""

FINEST = 2.0**-40
"""What is left of cosines and sines: far more than single precision has."""

POINT = 2.0**-10
"""A thousandth of a point."""

LEAST = 1e-7
"""What is shorter is nothing but rounding."""

ROUNDS = 60
"""How often a table is multiplied to find the directions along which it is largest."""


def steadied(values: Floats, step: float) -> Floats:
    """Return the values rounded to a step, a power of two."""
    return np.asarray(np.rint(values * (1.0 / step)) * step)


def directions(turns: npt.NDArray[np.floating]) -> Floats:
    """Return the cosines and sines of angles, a plane each."""
    return steadied(np.stack([np.cos(turns), np.sin(turns)]), FINEST)


def rotated(places: Floats, cosine: Floats, sine: Floats) -> Floats:
    """Return places turned back by an angle, or by several; added up term by term."""
    x, y = places[..., 0], places[..., 1]
    return np.stack([x * cosine + y * sine, y * cosine - x * sine], axis=-1)


def main_axes(table: Floats, count: int) -> Floats:
    """Return the directions, a column each, along which a symmetric positive table is largest.

    A fixed start is multiplied over and over (orthogonal iteration): where directions are as good as one another, the
    start decides, and not the processor.
    """
    table, axes = (
        table / max(float(np.abs(table).max()), 1e-300),
        np.random.default_rng(0).normal(0.0, 1.0, (len(table), count)),
    )
    for _ in range(ROUNDS):
        axes = _orthogonal(table @ axes)
    return steadied(axes, HOP)


def _orthogonal(columns: Floats) -> Floats:
    """Return the columns at right angles to one another and of length one, but those in which there is nothing."""
    found: list[Floats] = []
    for column in columns.T:
        rest = column.copy()
        for axis in found:
            rest -= float((axis * rest).sum()) * axis
        found.append(rest / max(float(np.sqrt((rest**2).sum())), LEAST))
    return np.stack(found, axis=1)
