"""Packing: the parts of a network that no relation joins, set side by side on one page, the largest first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graphdata.layout.plan import Flags, Floats

BETWEEN = 30.0
"""Points between two parts: more than between two boxes, so that parts are seen as parts."""

MOST = 80
"""How many parts look for the best place; the smaller rest is set in lines below."""


def packed(parts: Sequence[Floats], sizes: Sequence[Floats], aspect: float) -> list[Floats]:
    """Return the parts' drawings moved so that their bounds do not overlap and together fill the page's shape."""
    lows = [np.min(places - size / 2.0, axis=0) for places, size in zip(parts, sizes, strict=True)]
    highs = [np.max(places + size / 2.0, axis=0) for places, size in zip(parts, sizes, strict=True)]
    spans = np.array([high - low for low, high in zip(lows, highs, strict=True)]) + BETWEEN
    corners = corners_of(spans, aspect)
    middle = (corners.min(axis=0) + (corners + spans).max(axis=0) - BETWEEN) / 2.0
    shifts = corners - middle - np.array(lows)
    return [places + shift for places, shift in zip(parts, shifts, strict=True)]


def corners_of(spans: Floats, aspect: float) -> Floats:
    """Return a corner for each rectangle, given largest first, so that none overlap and the whole keeps to the page."""
    corners = np.zeros_like(spans)
    for index in range(1, min(len(spans), MOST)):
        corners[index] = _best_corner(corners[:index], spans[:index], spans[index], aspect)
    if len(spans) > MOST:
        top = float((corners[:MOST] + spans[:MOST]).max(axis=0)[1])
        width = float((corners[:MOST] + spans[:MOST]).max(axis=0)[0])
        wanted = max(width, float(np.sqrt(spans[MOST:].prod(axis=1).sum() * aspect)))
        corners[MOST:] = _lines(spans[MOST:], wanted) + np.array([0.0, top])
    return corners


def _best_corner(corners: Floats, spans: Floats, span: Floats, aspect: float) -> Floats:
    """Return the free corner that grows the page least, the top left one among equals."""
    ends = corners + spans
    xs, ys = (np.unique(np.append(ends[:, axis], 0.0)) for axis in (0, 1))
    across, down = (_meeting(at, span[axis], corners[:, axis], ends[:, axis]) for axis, at in enumerate((xs, ys)))
    taken = down.astype(np.float32) @ across.astype(np.float32).T  # how many are met both ways: whole numbers
    free = np.stack(np.meshgrid(xs, ys), axis=2)[taken == 0]
    whole = np.maximum((corners + spans).max(axis=0), free + span)
    cost = np.maximum(whole[:, 0] / aspect, whole[:, 1]) + 1e-3 * (free[:, 0] / aspect + free[:, 1])
    return np.asarray(free[int(cost.argmin())])


def _meeting(at: Floats, length: float, begins: Floats, ends: Floats) -> Flags:
    """Return which stretches of a length, from each place on, meet which others along one axis."""
    return ~((at[:, None] + length <= begins + 1e-6) | (ends <= at[:, None] + 1e-6))


def _lines(spans: Floats, width: float) -> Floats:
    """Return the rectangles set like words in lines of the width."""
    corners, x, y, height = np.zeros_like(spans), 0.0, 0.0, 0.0
    for index, (wide, high) in enumerate(spans):
        if x > 0 and x + wide > width:
            x, y, height = 0.0, y + height, 0.0
        corners[index] = x, y
        x, height = x + float(wide), max(height, float(high))
    return corners


def below(placed: Floats, placed_sizes: Floats, drawing: Floats, sizes: Floats) -> Floats:
    """Return the drawing moved below what is placed, left edges in line."""
    edge = np.array([(placed - placed_sizes / 2.0)[:, 0].min(), (placed + placed_sizes / 2.0)[:, 1].max() + BETWEEN])
    return np.asarray(drawing - (drawing - sizes / 2.0).min(axis=0) + edge)
