"""Groups as islands: each group is arranged by itself, then the islands are arranged by the relations between them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from graphdata.layout.arrange import arrange
from graphdata.layout.corridors import LANE, SLENDER, Pair, filled, with_corridors
from graphdata.layout.overlap import separated
from graphdata.layout.plan import UNWATCHED, Floats, Ints, Plan, Watch
from graphdata.layout.quality import crossings, lines_under_boxes
from graphdata.layout.stable import MIRRORS

TRIES, FEW = 4, 120
"""How many drawings compete where there are few actors, so that each takes some hundredths of a second."""

SHORE = 40.0
"""Points between two islands: enough to be seen as a border."""

CLOSER = 0.5
"""By how much islands move together after their layout: they need less room for lines than actors do."""

FULL = 0.6
"""What share of the sea many islands cover when they have moved together; fuller, they would only block one another."""

ISLAND = 1.3
"""Width to height of an island, between a square and a page."""


def grouped(
    plan: Plan,
    labels: Sequence[Hashable],
    lanes: Mapping[Pair, int] | None = None,
    watch: Watch = UNWATCHED,
) -> Floats:
    """Return places in points in which the boxes of a group keep together and no two groups' bounds overlap.

    Lanes says between whom so many lines run that they need room. Pins are kept exactly, and may lie outside their
    group's island. Of several drawings it is the clearest, where they are small. Raises Cancelled when told to stop.
    """
    tries = TRIES if plan.count <= FEW else 1
    drawings = [
        _drawn(
            replace(plan, seed=plan.seed + TRIES + turn),
            labels,
            lanes or {},
            watch.within(turn / tries, (turn + 1) / tries),
        )
        for turn in range(tries)
    ]
    return min(drawings, key=lambda places: _unclear(plan, places)) if tries > 1 else drawings[0]


def _unclear(plan: Plan, places: Floats) -> float:
    """Return how many lines cross, and how many run under boxes, which is as bad."""
    pairs = np.unique(np.sort(plan.pairs, axis=1), axis=0)
    return float(crossings(places, pairs) + 2 * lines_under_boxes(places, pairs, plan.sizes))


def _drawn(plan: Plan, labels: Sequence[Hashable], bundles: Mapping[Pair, int], watch: Watch) -> Floats:
    """Return one drawing of the groups."""
    names = {label: rank for rank, label in enumerate(dict.fromkeys(labels))}
    index = np.array([names[label] for label in labels], dtype=np.int64)
    members, inside = _by_group(index, len(names)), _inside(index, bundles)
    watch.tick(0.0)
    starts = np.linspace(0.0, 0.8, len(names) + 1).tolist()
    islands = [
        _island(plan, members[group], inside.get(group, {}), watch.within(*starts[group : group + 2]))
        for group in range(len(names))
    ]
    seas = _islands_plan(plan, index, [size for _, size in islands])
    apart = _arranged(seas, watch.within(0.8, 0.95))
    middles = separated(apart * _closer(apart, seas.sizes), seas.sizes, gap=0.0)
    drawings = np.zeros((plan.count, 2))
    for group, (drawing, _) in enumerate(islands):
        drawings[members[group]] = drawing
    places = _faced(plan, index, middles[index] + drawings, middles)
    places += (_widened(middles, places, index, bundles, seas.sizes) - middles)[index]
    return plan.with_pins(separated(plan.with_pins(places), plan.sizes, plan.pinned()) if plan.pins else places)


def _closer(middles: Floats, sizes: Floats) -> float:
    """Return how much closer islands move: hundreds only so far that there is room for all of them."""
    if len(sizes) <= FEW:
        return CLOSER
    covered = sizes.prod(axis=1).sum() / (np.ptp(middles, axis=0) + sizes.max(axis=0)).prod()
    return max(CLOSER, min(1.0, float(np.sqrt(covered / FULL))))


def _by_group(index: Ints, count: int) -> list[Ints]:
    """Return who belongs to each group."""
    order = np.argsort(index, kind="stable")
    return np.split(order, np.searchsorted(index[order], np.arange(1, count)))[:count]


def _inside(index: Ints, lanes: Mapping[Pair, int]) -> dict[int, dict[Pair, int]]:
    """Return for each group the lanes between two of its own."""
    groups, found = index.tolist(), dict[int, dict[Pair, int]]()
    for (one, other), count in lanes.items():
        if groups[one] == groups[other]:
            found.setdefault(groups[one], {})[one, other] = count
    return found


def _widened(middles: Floats, places: Floats, index: Ints, lanes: Mapping[Pair, int], sizes: Floats) -> Floats:
    """Return the islands' middles moved apart and out of its way, as the thickest bundle between two of them needs."""
    across = [(count, pair) for pair, count in lanes.items() if index[pair[0]] != index[pair[1]]]
    if not across:
        return middles
    count, (one, other) = max(across)
    along = places[other] - places[one]
    length = max(float(np.hypot(*along)), 1e-9)
    lacking = count * LANE * SLENDER - length
    share = np.clip(((middles - places[one]) @ along) / length**2, 0.0, 1.0) - 0.5
    share[index[one]], share[index[other]] = -0.5, 0.5
    moves = share[:, None] * along / length * max(lacking, 0.0)
    start, end = (places[each] + moves[index[each]] for each in (one, other))
    stones, rooms = filled(start, end, count)
    still = np.ones(len(middles) + len(stones), dtype=bool)
    still[: len(middles)] = np.isin(np.arange(len(middles)), index[[one, other]])
    found = separated(np.vstack([middles + moves, stones]), np.vstack([sizes, rooms]), still, gap=0.0)
    return separated(found[: len(middles)], sizes, gap=0.0)


def _arranged(plan: Plan, watch: Watch) -> Floats:
    """Return the house layout of a part of the work."""
    return arrange(plan, cancelled=watch.cancelled, progress=watch.progress)


def _island(plan: Plan, members: Ints, lanes: Mapping[Pair, int], watch: Watch) -> tuple[Floats, Floats]:
    """Return one group's drawing, its bounds centred on 0, and the size of its island with the shore."""
    if len(members) == 1:
        watch.tick(0.0)
        return np.zeros((1, 2)), plan.sizes[members[0]] + SHORE
    place = np.full(plan.count, -1, dtype=np.int64)
    place[members] = np.arange(len(members))
    pairs = place[plan.pairs]
    own = Plan(len(members), pairs[(pairs >= 0).all(axis=1)], plan.sizes[members], ISLAND, plan.seed)
    inside = {(int(place[one]), int(place[other])): count for (one, other), count in lanes.items()}
    held = np.zeros(len(members), dtype=bool)
    drawing = with_corridors(_arranged(own, watch), own.sizes, inside, held, ISLAND, stretching=True)
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
    for group, own in enumerate(_by_group(index, len(middles))):
        if len(own) == 1:
            continue  # it looks the same from every side
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
