"""Spreading: crowds thinned out and empty corners filled, by moving every actor towards an even share of the page."""

from __future__ import annotations

import numpy as np

from graphdata.layout.plan import Floats
from graphdata.layout.steady import directions


def evened(places: Floats, sizes: Floats, page: Floats, share: float, turns: int = 8) -> Floats:
    """Return the drawing with its crowding reduced by about the share, neighbours still neighbours.

    Seen along each of some directions, actors keep their order and move towards where they would stand if their boxes
    covered the page evenly (sliced transport).
    """
    areas = sizes.prod(axis=1)
    for turn in range(turns):
        angle = np.pi * ((turn * 0.618034) % 1.0)
        way = directions(np.array(angle))
        along = places[:, 0] * way[0] + places[:, 1] * way[1]
        places = places + (share * (_even(along, areas, np.abs(page * way)) - along))[:, None] * way
    return places


def _even(along: Floats, areas: Floats, spans: Floats) -> Floats:
    """Return where each actor would stand along one direction if the page were filled evenly in the given order."""
    order = np.argsort(along, kind="stable")
    filled = np.cumsum(areas[order])
    wanted: Floats = np.empty_like(along)
    wanted[order] = _page_quantile((filled - areas[order] / 2.0) / filled[-1], spans)
    return wanted


def _page_quantile(shares: Floats, spans: Floats) -> Floats:
    """Return up to where, from the middle of the page, the given share of its area lies along one direction.

    A rectangle seen aslant is a trapezium: its two spans are the shadows of its sides.
    """
    short, long = float(spans.min()), float(spans.max())
    area = np.minimum(shares, 1.0 - shares) * long
    left = np.where(area < short / 2.0, np.sqrt(2.0 * area * short) - (long + short) / 2.0, area - long / 2.0)
    return np.asarray(np.where(shares > 0.5, -left, left))
