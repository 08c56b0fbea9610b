"""Small things that arrays of whole numbers lack, and the names of their types."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


def distinct(values: Ints) -> Ints:
    """Return the different values, sorted; by sorting, which numpy's own unique() has given up for a slower hash."""
    ordered = np.sort(values)
    found: Ints = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return found


def distinct_pairs(one: npt.NDArray[np.integer], other: npt.NDArray[np.integer]) -> tuple[Ints, Ints]:
    """Return the different pairs of numbers from 0 on, sorted."""
    width = int(other.max(initial=0)) + 1
    first, second = np.divmod(distinct(one.astype(np.int64) * width + other), width)
    return first, second


def among(values: Ints, wanted: Ints) -> Bools:
    """Return which values are among the wanted ones; numpy's own way would import its masked arrays."""
    if not len(wanted):
        return np.zeros(len(values), np.bool_)
    ordered = np.sort(wanted)
    return np.asarray(ordered[np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)] == values)
