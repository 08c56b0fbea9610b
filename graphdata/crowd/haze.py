"""The faint image of the lines that are not drawn one by one: how much line there is in each cell of the window.

Each line is sampled at some places along it, evenly but for a shift of its own, and each sample carries its share of
the length; with thousands of lines that is as smooth as drawing them all, at a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

import numpy as np

from graphdata.batch.fragments import inside
from graphdata.crowd.crowd import Crowd, Ends, Floats, Singles
from graphdata.crowd.seen import Outlook, Rows, straight

CELL: Final = 3.0  # points, at the least
CELLS: Final = 180_000
SAMPLES: Final = (8, 64)  # along each line: the fewer lines, the more
WORK: Final = 640_000  # samples in all, but for the least along each: some four to a cell
CHUNK: Final = 128_000  # samples taken at a time: some 1 ms
TOGETHER: Final = 8_000  # lines cut at the window at a time
GOLDEN: Final = 0.6180339887498949  # steps of this share fill an interval evenly
THIN: Final = 2.0  # lengths of line, in cells, at which a thin haze is half as dense as it gets
TYPICAL: Final = 1.2  # a thick one is so at so many times its own mean: it shows what is denser than the rest
DENSEST: Final = 0.38
TONE: Final = 0.72  # below 1 lifts what is thin: a lone line at the rim of a map must not vanish


def haze_of(crowd: Crowd, rest: Rows, outlook: Outlook) -> Generator[None, None, Floats]:
    """Return the density of the lines from 0 to 1 (rows, columns), one value a cell of the window."""
    cell = cell_of(outlook)
    columns, rows = max(1, round(outlook.width / cell)), max(1, round(outlook.height / cell))
    total = np.zeros(rows * columns)
    yield  # the first lines touch memory that is new, which takes long
    samples = int(np.clip(WORK // max(1, len(rest)), *SAMPLES))
    step = min(TOGETHER, CHUNK // samples)
    for first in range(0, len(rest), step):
        part = rest[first : first + step]
        lines = straight(crowd, part, outlook.zoom)
        lines += np.tile([outlook.x, outlook.y], 2)
        lines /= cell
        total += _sampled(clipped(lines, columns, rows), rows, columns, first, samples)
        yield
    return density_of(total.reshape(rows, columns))


def cell_of(outlook: Outlook) -> float:
    """Return how large a cell is, in points: larger in a large window, so that there are never many more."""
    return max(CELL, float((outlook.width * outlook.height / CELLS) ** 0.5))


def clipped(lines: Floats, width: float, height: float) -> Floats:
    """Return lines (n, 4) cut at the edges of a window from 0; one that misses it shrinks to a point outside."""
    if lines.min(initial=0.0) >= 0.0 and (lines <= np.array([width, height, width, height])).all():
        return lines
    first, last = inside(lines, 0.0, np.array([width, height]))
    start, along = lines[:, :2], lines[:, 2:] - lines[:, :2]
    return np.hstack([start + along * first[:, None], start + along * last[:, None]])


def _sampled(lines: Floats, rows: int, columns: int, first: int, samples: int) -> Floats:
    """Return how much length of some clipped lines (n, 4), in cells, falls into each cell."""
    shift = (np.arange(first, first + len(lines)) * GOLDEN) % 1.0
    across, down = lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1]
    lengths = np.sqrt(across * across + down * down)  # numpy's hypot takes thrice as long
    there = np.flatnonzero(lengths)  # the others miss the window
    share = np.arange(samples, dtype=np.float32)[:, None] + shift[there].astype(np.float32)
    share *= np.float32(1.0 / samples)
    left, top, right, bottom = np.maximum(lines[there].T, 0.0, dtype=np.float32)  # cutting rounds over the edge
    cells = _spread(top, bottom, share, rows)
    cells *= np.int32(columns)
    cells += _spread(left, right, share, columns)
    weights = np.broadcast_to(lengths[there] / samples, cells.shape)
    found = np.bincount(cells.ravel(), weights.ravel(), minlength=rows * columns)
    return np.asarray(found, dtype=float)


def _spread(start: Singles, end: Singles, share: Singles, most: int) -> Ends:
    """Return in which cells samples (samples, lines) lie along one axis, none after the last."""
    found = share * (end - start)
    found += start
    last = np.float32(most - 0.5)
    if max(start.max(initial=0.0), end.max(initial=0.0)) > last:
        np.minimum(found, last, out=found)
    return found.astype(np.int32)


def density_of(lengths: Floats) -> Floats:
    """Return lengths of line as a density: smoothed over neighbours, never quite opaque; a lone line can be seen."""
    mean = _smoothed(lengths)
    there = np.flatnonzero(mean > 0.0)  # most cells are empty
    found = mean.ravel()[there]
    half = max(THIN, TYPICAL * float(found.mean())) if len(found) else THIN
    mean.ravel()[there] = DENSEST * (found / (found + half)) ** TONE
    return mean


def _smoothed(values: Floats) -> Floats:
    """Return the mean of each cell and its eight neighbours."""
    padded = np.pad(values, 1, mode="edge")
    across = padded[:, :-2] + padded[:, 1:-1] + padded[:, 2:]
    return np.asarray((across[:-2] + across[1:-1] + across[2:]) / 9.0)
