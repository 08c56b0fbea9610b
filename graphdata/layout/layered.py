"""Layers by the direction of flow: givers left, receivers right, ordered so that few lines cross."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graphdata.layout.fit import middle_of, page_size
from graphdata.layout.overlap import separated
from graphdata.layout.plan import GAP, UNWATCHED, Floats, Ints, Plan, Watch

BETWEEN = 90.0
"""Points between two layers, for the lines and their glyphs."""

HIGHER = 12
"""How often a page is tried that is a tenth higher, until the columns are as wide as the page is."""

MOST_STEPS = 60000
"""Steps from layer to layer up to which every line has a waypoint in each layer that it passes."""

SWEEPS = 12
"""How often the order of the layers is gone over, to and fro."""


@dataclass(frozen=True, eq=False, slots=True)
class Ladder:
    """The actors and, where a line passes a layer, a waypoint for it; every step leads to the next layer."""

    layers: Ints
    steps: Ints


def layered(plan: Plan, watch: Watch = UNWATCHED) -> Floats:
    """Return places in points, centred on 0; the plan's pairs are read as giver, receiver.

    Flows that run in circles are broken where fewest relations run backwards. A layer higher than the page stands in
    several columns. Pins are kept exactly. Raises Cancelled when told to stop.
    """
    if plan.count == 0:
        return np.zeros((0, 2))
    watch.tick(0.0)
    flows = _flows(plan)
    layers = layers_of(plan.count, flows)
    watch.tick(0.2)
    ladder = _ladder(layers, flows)
    ranks = _ranks(ladder, watch.within(0.3, 0.9))[: plan.count]
    watch.tick(0.95)
    places = _columns(plan, layers, ranks)
    return plan.with_pins(separated(plan.with_pins(places), plan.sizes, plan.pinned()))


def layers_of(count: int, flows: Ints) -> Ints:
    """Return each actor's layer: one more than the last layer that gives to it, circles broken first."""
    onward = _without_circles(count, flows)
    layers = np.zeros(count, dtype=np.int64)
    for _ in range(count):
        raised = layers.copy()
        np.maximum.at(raised, onward[:, 1], layers[onward[:, 0]] + 1)
        if np.array_equal(raised, layers):
            break
        layers = raised
    return _drawn_in(layers, onward, count)


def _drawn_in(layers: Ints, onward: Ints, count: int) -> Ints:
    """Return the layers with pure givers moved to just before their first receiver."""
    first = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(first, onward[:, 0], layers[onward[:, 1]])
    receives = np.bincount(onward[:, 1], minlength=count) > 0
    gives = np.bincount(onward[:, 0], minlength=count) > 0
    return np.where(gives & ~receives, first - 1, layers)


def _flows(plan: Plan) -> Ints:
    """Return the distinct flows between different actors; of two opposite ones, that with more relations."""
    pairs = plan.pairs[plan.pairs[:, 0] != plan.pairs[:, 1]]
    keys, times = np.unique(pairs[:, 0] * plan.count + pairs[:, 1], return_counts=True)
    first, second = np.divmod(keys, plan.count)
    opposite = second * plan.count + first
    at = np.minimum(np.searchsorted(keys, opposite), max(len(keys) - 1, 0))
    against = np.where(keys[at] == opposite, times[at], 0) if len(keys) else times
    won = (times > against) | ((times == against) & (first < second))
    return np.stack([first[won], second[won]], axis=1)


def _without_circles(count: int, flows: Ints) -> Ints:
    """Return the flows, those turned round that run against the best order of actors found."""
    order = np.empty(count, dtype=np.int64)
    order[_giving_order(count, flows)] = np.arange(count)
    back = order[flows[:, 0]] > order[flows[:, 1]]
    return np.where(back[:, None], flows[:, ::-1], flows)


def _giving_order(count: int, flows: Ints) -> Ints:
    """Return the actors so that few flows run backwards: receivers-only last, then always the one that gives most."""
    left = np.ones(count, dtype=bool)
    gives, takes = (np.bincount(flows[:, end], minlength=count) for end in (0, 1))
    receivers, givers = _rows(count, flows), _rows(count, flows[:, ::-1])
    front: list[Ints] = []
    rear: list[Ints] = []
    while left.any():
        sinks = np.flatnonzero(left & (gives == 0))
        gone = sinks if len(sinks) else np.flatnonzero(left & (takes == 0))
        if not len(gone):
            gone = np.array([np.where(left, gives - takes, -count - 1).argmax()])
        (rear if len(sinks) else front).append(gone)
        left[gone] = False
        for actor in gone.tolist():
            np.subtract.at(takes, receivers[actor], 1)
            np.subtract.at(gives, givers[actor], 1)
    return np.concatenate([*front, *rear[::-1], np.empty(0, dtype=np.int64)])


def _rows(count: int, flows: Ints) -> list[Ints]:
    """Return for each actor those at the other end of its flows."""
    by_first = flows[np.argsort(flows[:, 0], kind="stable")]
    return np.split(by_first[:, 1], np.searchsorted(by_first[:, 0], np.arange(1, count)))


def _ladder(layers: Ints, flows: Ints) -> Ladder:
    """Return the flows cut into steps from layer to layer, with waypoints for those that pass a layer."""
    lengths = layers[flows[:, 1]] - layers[flows[:, 0]]
    if np.abs(lengths).sum() > MOST_STEPS:  # nobody could follow so many lines: their ends are looked at alone
        return Ladder(layers, np.where((lengths < 0)[:, None], flows[:, ::-1], flows)[lengths != 0])
    levels, steps = layers.tolist(), []
    for first, second in flows.tolist():
        low, high = (first, second) if levels[first] <= levels[second] else (second, first)
        last = low
        for level in range(levels[low] + 1, levels[high]):
            levels.append(level)
            steps.append((last, len(levels) - 1))
            last = len(levels) - 1
        steps.append((last, high))
    return Ladder(np.array(levels, dtype=np.int64), np.array(steps, dtype=np.int64).reshape(-1, 2))


def _ranks(ladder: Ladder, watch: Watch = UNWATCHED) -> Floats:
    """Return each actor's rank in its layer, of all orders tried that with the fewest crossings."""
    ranks = _by_layer(ladder, np.arange(len(ladder.layers), dtype=float))
    best, fewest = ranks, step_crossings(ladder, ranks)
    for sweep in range(SWEEPS):
        watch.tick(sweep / SWEEPS)
        ranks = _swept(ladder, ranks, outwards=sweep % 2 == 0)
        crossings = step_crossings(ladder, ranks)
        if crossings < fewest:
            best, fewest = ranks, crossings
    return best


def _swept(ladder: Ladder, ranks: Floats, *, outwards: bool) -> Floats:
    """Return the ranks after every layer was ordered by the mean place of its friends in the layer before it."""
    near, far = (0, 1) if outwards else (1, 0)
    ranks, groups = ranks.copy(), _by_level(ladder.layers)
    bundles = _by_level(ladder.layers[ladder.steps[:, far]], int(ladder.layers.max(initial=0)) + 1)
    slots = np.zeros(len(ranks), dtype=np.int64)
    for members in groups:
        slots[members] = np.arange(len(members))
    for level in range(len(groups)) if outwards else range(len(groups))[::-1]:
        steps, members = ladder.steps[bundles[level]], groups[level]
        votes = np.bincount(slots[steps[:, far]], minlength=len(members))
        means = np.bincount(slots[steps[:, far]], ranks[steps[:, near]], len(members)) / np.maximum(votes, 1)
        wish = np.where(votes > 0, means, ranks[members])
        ranks[members[np.argsort(wish, kind="stable")]] = _spaced(len(members))
    return ranks


def _by_level(levels: Ints, count: int = 0) -> list[Ints]:
    """Return the rows of each level from 0 on, in their order."""
    order = np.argsort(levels, kind="stable")
    most = max(count, int(levels.max(initial=-1)) + 1)
    return np.split(order, np.searchsorted(levels[order], np.arange(1, most)))


def _by_layer(ladder: Ladder, wish: Floats) -> Floats:
    """Return ranks from 0 to 1 in every layer, in the order of the wish."""
    ranks = np.zeros(len(wish))
    for level in np.unique(ladder.layers):
        members = np.flatnonzero(ladder.layers == level)
        ranks[members[np.argsort(wish[members], kind="stable")]] = _spaced(len(members))
    return ranks


def _spaced(count: int) -> Floats:
    """Return evenly spaced ranks between 0 and 1."""
    return (np.arange(count) + 0.5) / max(count, 1)


def step_crossings(ladder: Ladder, ranks: Floats) -> int:
    """Return how many steps cross between neighbouring layers."""
    bundles = _by_level(ladder.layers[ladder.steps[:, 0]])
    return sum(_inversions(*ranks[ladder.steps[bundle]].T) for bundle in bundles if len(bundle) > 1)


def _inversions(left: Floats, right: Floats) -> int:
    """Return how many pairs are one way round on the left and the other way round on the right.

    From the highest bit of the ranks on the right down: of those that are alike so far, who has a one stands too early
    before everybody with a nought that comes after it.
    """
    ranks = np.unique(right[np.lexsort((right, left))], return_inverse=True)[1]
    total = 0
    for bit in range(int(ranks.max(initial=0)).bit_length())[::-1]:
        order = np.argsort(ranks >> (bit + 1), kind="stable")
        ones, group = (ranks[order] >> bit) & 1, ranks[order] >> (bit + 1)
        before = np.cumsum(ones) - ones
        begins = np.searchsorted(group, group)
        total += int((before - before[begins])[ones == 0].sum())
    return total


def _columns(plan: Plan, layers: Ints, ranks: Floats) -> Floats:
    """Return the places: a layer is a column, or several side by side when it is higher than the page."""
    height = max(float(page_size(plan.sizes, plan.aspect)[1]), float(plan.sizes[:, 1].max()) * 3)
    for _ in range(HIGHER):
        places, width = _at_height(plan, layers, ranks, height)
        if width <= height * plan.aspect:
            break
        height *= 1.1
    return places - middle_of(places)


def _at_height(plan: Plan, layers: Ints, ranks: Floats, height: float) -> tuple[Floats, float]:
    """Return the places on a page of so much height, and the width that they take."""
    places, x = np.zeros((plan.count, 2)), 0.0
    for level in np.unique(layers):
        members = np.flatnonzero(layers == level)
        members = members[np.argsort(ranks[members], kind="stable")]
        columns = int(np.ceil((plan.sizes[members, 1] + GAP * 2).sum() / height))
        for column in range(columns):
            x = _stacked(plan, places, members[column::columns], x, height) + GAP * 4
        x += BETWEEN
    return places, x - BETWEEN


def _stacked(plan: Plan, places: Floats, members: Ints, x: float, height: float) -> float:
    """Put the members below one another over the height, and return the right edge of their column."""
    heights, width = plan.sizes[members, 1], float(plan.sizes[members, 0].max())
    gap = max((height - float(heights.sum())) / len(members), GAP * 1.1)
    tops = np.cumsum(heights + gap) - heights / 2.0 - gap / 2.0
    places[members, 0] = x + width / 2.0
    places[members, 1] = tops - float((heights + gap).sum()) / 2.0
    return x + width
