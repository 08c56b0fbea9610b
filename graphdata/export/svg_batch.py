"""Many shapes at once as SVG, in whole tenths of a point: all are rounded in one go and worded by one template.

A number costs a tenth of what it costs when each is worded by itself, and whole numbers need neither point nor nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata.drawing import Points

UNITS: Final = 10  # to a point of the drawing
LEVEL: Final = "h%d%.0sv%.0s%dh%d%.0sz"  # an upright box from its first corner; %.0s takes a nought and says nothing
BEGIN: Final = "%d %d\n"  # a line of its own: cut off from what follows
Whole = npt.NDArray[np.int64]


def places(at: Sequence[tuple[float, float]], template: str) -> list[str]:
    """Return places worded by a template for two numbers."""
    rows = _units(np.array(at, float).reshape(-1, 2))
    return _worded([template] * len(rows), rows)


def outlines(found: Sequence[Points]) -> list[tuple[str, str]]:
    """Return for closed outlines where each begins, and the rest of it relative to there.

    A shape is the same wherever it stands, and what is rounded does not add up.
    """
    if not found:
        return []
    counts = np.array([len(points) for points in found])
    points = np.concatenate(found)
    first = np.cumsum(counts) - counts
    starts = points[first]
    steps = np.diff(_units(points - np.repeat(starts, counts, axis=0)), axis=0, prepend=0)
    level = _level(steps, first, counts).tolist()
    templates = [BEGIN + (LEVEL if box else _closed(count)) for box, count in zip(level, counts.tolist(), strict=True)]
    steps[first] = _units(starts)
    words = _worded(templates, steps)
    return list(zip(words[::2], words[1::2], strict=True))


def _level(steps: Whole, first: Whole, counts: Whole) -> npt.NDArray[np.bool_]:
    """Return which outlines are upright boxes, drawn across first."""
    padded = np.vstack([steps, np.ones((3, 2), np.int64)])
    across, down, back = (padded[first + rank] for rank in (1, 2, 3))
    found: npt.NDArray[np.bool_] = (counts == 4) & (across[:, 1] == 0) & (down[:, 0] == 0) & (back[:, 1] == 0)
    return found


def runs(found: Sequence[Sequence[Points]] | Points, heads: Sequence[str], tail: str = "") -> list[str]:
    """Return lines, each of curves that follow each other: where it begins, then relative to there.

    Found are the curves of each line, or control points (n, 4, 2) of one cubic a line. Before each line stands its
    head, and behind each the tail; neither has a percent sign in it.
    """
    if isinstance(found, np.ndarray):
        rows = _units(found)
        rows[:, 1:] -= rows[:, :1]
        shape = _curved((4,)) + tail
        return _worded([head + shape for head in heads], rows)
    pieces = [curve for curves in found for curve in curves]
    if not pieces:
        return []
    counts = np.array([len(curve) for curve in pieces])
    rows = _units(np.concatenate(pieces))
    first = np.cumsum(counts) - counts
    moves = rows - np.repeat(rows[first], counts, axis=0)
    begins = first[np.cumsum([0, *(len(curves) for curves in found[:-1])])]
    moves[begins] = rows[begins]
    kept = np.ones(len(rows), bool)
    kept[first] = False
    kept[begins] = True
    shapes = (_curved(tuple(map(len, curves))) for curves in found)
    return _worded([f"{head}{shape}{tail}" for head, shape in zip(heads, shapes, strict=True)], moves[kept])


@cache
def _closed(count: int) -> str:
    """Return the template for the rest of an outline of so many points: a move's further pairs are lines."""
    return " %d %d" * (count - 1) + "z"


@cache
def _curved(sizes: tuple[int, ...]) -> str:
    """Return the template for a line of curves of so many points."""
    return "M%d %d" + "".join(("c" if size == 4 else "l") + " ".join(["%d %d"] * (size - 1)) for size in sizes)


def _units(points: Points) -> Whole:
    """Return places in whole units; what lies between two of them goes the same way wherever the drawing stands."""
    return (points * UNITS).round(3).round().astype(np.int64)


def _worded(templates: Sequence[str], rows: Whole) -> list[str]:
    """Return rows of numbers worded by their templates, without spaces before a sign."""
    words = "\n".join(templates) % tuple(rows.ravel().tolist())
    return words.replace(" -", "-").split("\n") if templates else []
