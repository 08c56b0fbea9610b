"""The faint image of the lines that are not drawn one by one: how much line there is in each cell of the window.

Each line is sampled at some places along it, evenly but for a shift of its own, and each sample carries its share of
the length; with thousands of lines that is as smooth as drawing them all, at a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

import numpy as np

from graphdata.batch.fragments import inside
from graphdata.crowd.crowd import Crowd, Floats
from graphdata.crowd.seen import Outlook, Rows, straight

CELL: Final = 3.0  # points, at the least
CELLS: Final = 180_000
SAMPLES: Final = (8, 64)  # along each line: the fewer lines, the more
WORK: Final = 2_400_000  # samples in all
CHUNK: Final = 64_000  # samples taken at a time: some 2 ms
GOLDEN: Final = 0.6180339887498949  # steps of this share fill an interval evenly
THIN: Final = 2.0  # lengths of line, in cells, at which a thin haze is half as dense as it gets
TYPICAL: Final = 1.2  # a thick one is so at so many times its own mean: it shows what is denser than the rest
DENSEST: Final = 0.4


def haze_of(crowd: Crowd, rest: Rows, outlook: Outlook) -> Generator[None, None, Floats]:
    """Return the density of the lines from 0 to 1 (rows, columns), one value a cell of the window."""
    cell = cell_of(outlook)
    columns, rows = max(1, round(outlook.width / cell)), max(1, round(outlook.height / cell))
    total = np.zeros(rows * columns)
    samples = int(np.clip(WORK // max(1, len(rest)), *SAMPLES))
    for first in range(0, len(rest), CHUNK // samples):
        part = rest[first : first + CHUNK // samples]
        lines = straight(crowd, part, outlook.zoom) + np.tile([outlook.x, outlook.y], 2)
        total += _sampled(clipped(lines / cell, columns, rows), rows, columns, first, samples)
        yield
    return density_of(total.reshape(rows, columns))


def cell_of(outlook: Outlook) -> float:
    """Return how large a cell is, in points: larger in a large window, so that there are never many more."""
    return max(CELL, float((outlook.width * outlook.height / CELLS) ** 0.5))


def clipped(lines: Floats, width: float, height: float) -> Floats:
    """Return lines (n, 4) cut at the edges of a window from 0; one that misses it shrinks to a point outside."""
    first, last = inside(lines, 0.0, np.array([width, height]))
    start, along = lines[:, :2], lines[:, 2:] - lines[:, :2]
    return np.hstack([start + along * first[:, None], start + along * last[:, None]])


def _sampled(lines: Floats, rows: int, columns: int, first: int, samples: int) -> Floats:
    """Return how much length of some clipped lines (n, 4), in cells, falls into each cell."""
    shift = (np.arange(first, first + len(lines)) * GOLDEN) % 1.0
    start, along = lines[:, :2], lines[:, 2:] - lines[:, :2]
    lengths = np.hypot(along[:, 0], along[:, 1])
    there = np.flatnonzero(lengths)  # the others miss the window
    share = ((np.arange(samples)[None, :] + shift[there, None]) / samples).astype(np.float32)
    x, y = (
        np.minimum(
            (share * along[there, axis, None].astype(np.float32) + start[there, axis, None].astype(np.float32)),
            np.float32(most - 0.5),
        ).astype(np.int64)
        for axis, most in ((0, columns), (1, rows))
    )
    y *= columns
    y += x
    weights = np.repeat(lengths[there] / samples, samples)
    return np.asarray(np.bincount(y.ravel(), weights, minlength=rows * columns), dtype=float)


def density_of(lengths: Floats) -> Floats:
    """Return lengths of line as a density: smoothed over neighbours, and never quite opaque."""
    mean = _smoothed(lengths)
    half = max(THIN, TYPICAL * float(mean[mean > 0.0].mean())) if mean.any() else THIN
    return np.asarray(DENSEST * mean / (mean + half))


def _smoothed(values: Floats) -> Floats:
    """Return the mean of each cell and its eight neighbours."""
    padded = np.pad(values, 1, mode="edge")
    across = padded[:, :-2] + padded[:, 1:-1] + padded[:, 2:]
    return np.asarray((across[:-2] + across[1:-1] + across[2:]) / 9.0)
