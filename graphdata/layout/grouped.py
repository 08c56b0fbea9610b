"""Groups as islands: each group is arranged by itself, then the islands are arranged by the relations between them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

import numpy as np

from graphdata.layout.arrange import arrange
from graphdata.layout.overlap import separated
from graphdata.layout.plan import Floats, Ints, Plan
from graphdata.layout.stable import MIRRORS

SHORE = 40.0
"""Points between two islands: enough to be seen as a border."""

CLOSER = 0.5
"""By how much islands move together after their layout: they need less room for lines than actors do."""

ISLAND = 1.3
"""Width to height of an island, between a square and a page."""


def grouped(plan: Plan, labels: Sequence[Hashable], cancelled: Callable[[], bool] | None = None) -> Floats:
    """Return places in points in which the boxes of a group keep together and no two groups' bounds overlap.

    Pins are kept exactly, and may lie outside their group's island.
    """
    names = list(dict.fromkeys(labels))
    index = np.array([names.index(label) for label in labels], dtype=np.int64)
    islands = [_island(plan, np.flatnonzero(index == group), cancelled) for group in range(len(names))]
    seas = _islands_plan(plan, index, [size for _, size in islands])
    middles = separated(arrange(seas, cancelled=cancelled) * CLOSER, seas.sizes, gap=0.0)
    places = np.zeros((plan.count, 2))
    for group, (drawing, _) in enumerate(islands):
        places[index == group] = middles[group] + drawing
    places = _faced(plan, index, places, middles)
    return plan.with_pins(separated(plan.with_pins(places), plan.sizes, plan.pinned()) if plan.pins else places)


def _island(plan: Plan, members: Ints, cancelled: Callable[[], bool] | None) -> tuple[Floats, Floats]:
    """Return one group's drawing, its bounds centred on 0, and the size of its island with the shore."""
    place = np.full(plan.count, -1, dtype=np.int64)
    place[members] = np.arange(len(members))
    pairs = place[plan.pairs]
    own = Plan(len(members), pairs[(pairs >= 0).all(axis=1)], plan.sizes[members], ISLAND, plan.seed)
    drawing = arrange(own, cancelled=cancelled)
    low, high = (drawing - own.sizes / 2.0).min(axis=0), (drawing + own.sizes / 2.0).max(axis=0)
    return drawing - (low + high) / 2.0, high - low + SHORE


def _islands_plan(plan: Plan, index: Ints, sizes: list[Floats]) -> Plan:
    """Return the plan in which every group is one actor of its island's size."""
    none: dict[int, tuple[float, float]] = {}
    bounds = np.array(sizes).reshape(-1, 2)
    return replace(plan, count=len(sizes), pairs=index[plan.pairs], sizes=bounds, pins=none, anchor=None)


def _faced(plan: Plan, index: Ints, places: Floats, middles: Floats) -> Floats:
    """Return the drawing with every island mirrored so that its lines to the others are shortest."""
    places = places.copy()
    for group in range(len(middles)):
        own = np.flatnonzero(index == group)
        ways = MIRRORS[:, None] * (places[own] - middles[group]) + middles[group]
        costs = [_bridges(plan, index, _moved(places, own, way), group) for way in ways]
        places[own] = ways[int(np.argmin(np.round(costs, 6)))]
    return places


def _moved(places: Floats, members: Ints, new: Floats) -> Floats:
    """Return the places with the members put elsewhere."""
    out = places.copy()
    out[members] = new
    return out


def _bridges(plan: Plan, index: Ints, places: Floats, group: int) -> float:
    """Return the summed length of the lines between a group and the others."""
    ends = index[plan.pairs] == group
    outward = plan.pairs[ends.any(axis=1) & ~ends.all(axis=1)]
    return float(np.linalg.norm(places[outward[:, 0]] - places[outward[:, 1]], axis=1).sum())
