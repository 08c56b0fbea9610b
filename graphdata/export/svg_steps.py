"""Steps of path data for many shapes at once, in whole tenths of a point: all are rounded, and worded, in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from graphdata.drawing import Points
from graphdata.export.svg_cells import SPACE, Whole, data

UNITS: Final = 10  # to a point of the drawing
ACROSS, DOWN = map(ord, "hv")


def whole(points: Points) -> Whole:
    """Return places in whole units; what lies between two of them goes the same way wherever the drawing stands."""
    return (points * UNITS).round(3).round().astype(np.int64)


def places(across: Sequence[float], down: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Return places in whole units, given by how far across and down each is."""
    rows = whole(np.array([across, down]))
    return zip(*rows.tolist(), strict=True)


class Steps:
    """Rows of two numbers, what stands before these, and which of them are hidden."""

    def __init__(self, rows: Whole) -> None:
        """Begin with numbers that all are seen, a space before each."""
        self.rows = rows
        self.before = np.full(rows.shape, SPACE, np.uint32)
        self.hidden = np.zeros(rows.shape, bool)

    def level(self, at: Whole) -> None:
        """Let rows lead across alone."""
        self.before[at, 0], self.before[at, 1], self.hidden[at, 1] = ACROSS, 0, True

    def upright(self, at: Whole) -> None:
        """Let rows lead up or down alone."""
        self.before[at, 0], self.before[at, 1], self.hidden[at, 0] = 0, DOWN, True

    def data(self) -> list[str]:
        """Return them as lines of path data."""
        return data(self.rows.ravel(), self.before.ravel(), self.hidden.ravel())
