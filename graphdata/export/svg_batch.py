"""Many shapes at once as SVG: outlines, those that come again by reference, and loose segments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from graphdata.drawing import Points
from graphdata.export.svg_cells import LINE, Whole
from graphdata.export.svg_steps import Steps, whole

LONG: Final = 7  # points from which on it is shorter to refer to an outline that comes again
START, AREA = LINE + (ord("M") << 8), LINE + (ord("m") << 8)
STRAIGHT, MOVE = map(ord, "lm")


class Outlines(NamedTuple):
    """Closed outlines: the rank of the shape of each (else -1); the data of those without, and the shapes' points."""

    ranks: list[int]
    data: list[str]
    at: Iterator[tuple[int, int]]
    shapes: list[str]


def outlines(found: Sequence[Points]) -> Outlines:
    """Return closed outlines, relative to where each begins.

    A shape is the same wherever it stands, and what is rounded does not add up.
    """
    if not found:
        return Outlines([], [], iter(()), [])
    counts = np.array([len(points) for points in found])
    points = np.concatenate(found)
    first = np.cumsum(counts) - counts
    starts = points[first]
    steps = np.diff(whole(points - np.repeat(starts, counts, axis=0)), axis=0, prepend=0)
    steps[first] = 0
    ranks, shapes = _repeated(steps, first, counts)
    steps[first] = whole(starts)
    again = np.array(ranks) >= 0
    at = zip(*steps[first[again]].T.tolist(), strict=True)  # lists of pairs would set off the collector of garbage
    return Outlines(ranks, _areas(steps[np.repeat(~again, counts)], counts[~again]), at, shapes)


def _repeated(steps: Whole, first: Whole, counts: Whole) -> tuple[list[int], list[str]]:
    """Return for each outline the rank of its shape, or -1 where it is short or alone; and the points of the shapes."""
    alike: dict[bytes, list[int]] = {}
    for at in np.flatnonzero(counts >= LONG).tolist():
        alike.setdefault(steps[first[at] : first[at] + counts[at]].tobytes(), []).append(at)
    ranks = [-1] * len(counts)
    shapes: list[str] = []
    for shape, members in alike.items():
        if len(members) > 1:
            for at in members:
                ranks[at] = len(shapes)
            corners = np.cumsum(np.frombuffer(shape, np.int64).reshape(-1, 2), axis=0).tolist()
            shapes.append(" ".join(f"{x},{y}" for x, y in corners))
    return ranks, shapes


def _areas(steps: Whole, counts: Whole) -> list[str]:
    """Return outlines of so many points as path data that is still to be closed; upright boxes are shorter."""
    first = np.cumsum(counts) - counts
    found = Steps(steps)
    found.before[first, 0] = AREA
    padded = np.vstack([steps, np.ones((3, 2), np.int64)])
    across, down, back = (padded[first + rank] for rank in (1, 2, 3))
    boxes = first[(counts == 4) & (across[:, 1] == 0) & (down[:, 0] == 0) & (back[:, 1] == 0)]
    found.level(boxes + 1)
    found.upright(boxes + 2)
    found.level(boxes + 3)
    return found.data()


def pieces(found: Sequence[Points]) -> list[str]:
    """Return segments (n, 4) of some marks as the data of a path each, relative, pieces that touch joined."""
    if not found:
        return []
    counts = np.array([len(segments) for segments in found])
    rows = np.concatenate(found)
    first = np.cumsum(counts) - counts
    starts = rows[first, :2]
    steps = np.diff(whole(rows.reshape(-1, 2) - np.repeat(starts, 2 * counts, axis=0)), axis=0, prepend=0)
    kept = np.ones(len(steps), bool)
    kept[::2] = steps[::2].any(axis=1)
    kept[2 * first] = True
    steps[2 * first] = whole(starts)
    drawn = Steps(steps)
    drawn.before[::2, 0], drawn.before[1::2, 0] = MOVE, STRAIGHT
    drawn.before[2 * first, 0] = START
    drawn.level(2 * np.flatnonzero(steps[1::2, 1] == 0) + 1)
    drawn.upright(2 * np.flatnonzero((steps[1::2, 0] == 0) & (steps[1::2, 1] != 0)) + 1)
    drawn.rows, drawn.before, drawn.hidden = drawn.rows[kept], drawn.before[kept], drawn.hidden[kept]
    return drawn.data()
