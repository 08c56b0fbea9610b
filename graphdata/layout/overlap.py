"""Overlap removal: boxes that hold a mark and its label push each other apart the short way, to a clear gap."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from graphdata.layout.plan import GAP, Flags, Floats, Ints
from graphdata.layout.steady import directions

OVERSHOOT = 2.0
"""Points a push goes too far, so that pushing ends instead of creeping up on the gap."""

SPOTS = 2000
"""How many places are tried for a box that pushing could not free."""

STRIDES = (0.25, 1.0, 4.0)
"""How far apart these places are, in sides of the box: coarser where all near ones are taken."""

DENSE = 120
"""Up to this many boxes every pair is looked at; above, only those in neighbouring cells of a grid."""

STALLED, WEDGED, LESS = 100, 12, 0.99
"""After so many pushes, and so many beside fixed boxes, none of which came down to this share of those before, boxes
only hand one another on."""

LARGE = 3000
"""From so many boxes on only crowds are pushed, and what is round them."""

FIRST, CROWDED = 3, 25
"""How often boxes are pushed before it is looked anew where they overlap: with half of all at work, and with few."""

WITHIN = 3.0
"""How many of the largest boxes' sides make a cell of those that are pushed together."""

OUTSIZED, SELDOM = 5.0, 0.25
"""How many times the usual side makes a box outsized, where at most this share of all are: cells suit others."""

MARKS = 1 << 18
"""How many marks tell the cells apart."""


def separated(places: Floats, sizes: Floats, fixed: Flags | None = None, gap: float = GAP, steps: int = 200) -> Floats:
    """Return the places moved as little as it takes for all boxes to be a gap apart; fixed actors stay.

    Two fixed actors whose boxes overlap are left as they are.
    """
    held = np.zeros(len(places), dtype=bool) if fixed is None else fixed
    need, places = sizes + gap * 1.02, _nudged(places, held)
    if len(places) > LARGE:
        places, clear = _crowds_apart(places, need, held, steps)
    else:
        places, clear = _pushed_apart(places, need, held, steps)
    return places if clear else _squeezed_in(places, sizes + gap * 1.001, held)


def _crowds_apart(places: Floats, need: Floats, held: Flags, steps: int) -> tuple[Floats, bool]:
    """Return the places pushed apart where boxes overlap, round after round, and whether all are clear now.

    What is far from every overlap is left out of the pushing, which so costs little more than its crowds do.
    """
    while steps > 0:
        pairs = _close_pairs(places, need)
        pairs = pairs[~held[pairs].all(axis=1)]
        if not len(pairs):
            return places, True
        crowd = _near(np.unique(pairs), places, need)
        turns = FIRST if 2 * len(crowd) > len(places) else CROWDED
        places[crowd], _ = _pushed_apart(places[crowd], need[crowd], held[crowd], turns)
        steps -= turns
    return places, False


def _near(actors: Ints, places: Floats, need: Floats) -> Ints:
    """Return the actors and all round them, and perhaps some others: those in their or a neighbouring cell."""
    cells = np.floor(places / (need.max() * WITHIN)).astype(np.int64)
    steps = np.stack(np.meshgrid([-1, 0, 1], [-1, 0, 1]), axis=2).reshape(-1, 2)
    marked = np.zeros(MARKS, dtype=bool)
    marked[_mark(cells[actors][:, None] + steps)] = True
    return np.flatnonzero(marked[_mark(cells)])


def _mark(cells: Ints) -> Ints:
    """Return a number below MARKS for each cell; two cells seldom share one."""
    return np.asarray((cells[..., 0] * 73856093 ^ cells[..., 1] * 19349663) % MARKS)


def _pushed_apart(places: Floats, need: Floats, held: Flags, steps: int) -> tuple[Floats, bool]:
    """Return the places pushed apart until nothing overlaps or that leads no further, and whether nothing does."""
    close = (_Table if len(places) <= DENSE else _Vicinity)(need, held)
    least, since, patience = np.inf, 0, WEDGED if held.any() else STALLED
    for step in range(steps):
        moves = _pushes(places, need, held, close.touching(places))
        if moves is None:
            return places, True
        places, pushed = places + moves, float(np.abs(moves).sum())
        least, since = (pushed, step) if pushed < least * LESS - 0.01 else (least, since)
        if step - since > patience:
            break
    return places, False


class _Table:
    """Few boxes: whether any two overlap is looked up in a table of all pairs, those of two fixed ones left out."""

    def __init__(self, need: Floats, held: Flags) -> None:
        """Note the room that each pair needs."""
        along = np.ascontiguousarray(need.T)
        self.rooms = along[:, :, None] + along[:, None]
        self.rooms *= _once(len(need))
        if held.any():
            self.rooms[:, held[:, None] & held] = 0.0

    def touching(self, places: Floats) -> Ints:
        """Return the pairs that overlap now."""
        along = np.ascontiguousarray(places.T)  # sums over two columns side by side take eight times as long
        near = np.abs(along[:, :, None] - along[:, None]) < self.rooms
        return np.stack(np.divmod(np.flatnonzero(near[0] & near[1]), len(places)), axis=1)


class _Vicinity:
    """Many boxes: pairs that may come to overlap are noted, and again when something has moved farther than that."""

    def __init__(self, need: Floats, held: Flags) -> None:
        """Nothing is noted yet."""
        self.need, self.held, self.slack = need, held, float(np.median(need)) / 2.0
        self.seen: Floats | None = None
        self.pairs: Ints = np.empty((0, 2), dtype=np.int64)

    def touching(self, places: Floats) -> Ints:
        """Return the pairs that overlap now, those of two fixed actors left out."""
        if self.seen is None or np.abs(places - self.seen).max(initial=0.0) > self.slack / 2.0:
            self.seen, pairs = places, _close_pairs(places, self.need + self.slack)
            self.pairs = pairs[~(self.held[pairs[:, 0]] & self.held[pairs[:, 1]])]
        return self.pairs[_touch(places, self.need, self.pairs)]


def overlapping(places: Floats, sizes: Floats, gap: float = 0.0) -> Ints:
    """Return the (k, 2) actors whose boxes overlap or come nearer than the gap."""
    need = sizes + gap
    return _close_pairs(places, need)


def _nudged(places: Floats, held: Flags) -> Floats:
    """Return the places with a thousandth of a point of difference, so that identical ones know where to go."""
    return places + _spread(len(places)) * 1e-3 * ~held[:, None]


def _pushes(places: Floats, need: Floats, held: Flags, pairs: Ints) -> Floats | None:
    """Return how every actor is pushed along the short way out of the overlaps of pairs; None when there are none."""
    if not len(pairs):
        return None
    first, second = pairs.T
    delta = places.take(second, axis=0) - places.take(first, axis=0)
    depth = (need.take(first, axis=0) + need.take(second, axis=0)) / 2.0 - np.abs(delta)
    axis = (depth[:, 0] >= depth[:, 1]).astype(np.int64)
    chosen = np.arange(0, 2 * len(pairs), 2) + axis
    push = np.copysign(depth.take(chosen) + OVERSHOOT, delta.take(chosen))
    slots = np.concatenate([first * 2 + axis, second * 2 + axis])
    return _summed(slots, np.concatenate([-push, push]), held)


def _summed(slots: Ints, push: Floats, held: Flags) -> Floats:
    """Return each actor's movement: half the push of each pair, all of it beside a fixed actor, damped in a crowd."""
    if held.any():
        fixed = held.take(slots // 2)
        push = push * np.where(np.roll(fixed, len(fixed) // 2), 1.0, 0.5) * ~fixed
    else:
        push = push * 0.5
    moves = np.bincount(slots, push, len(held) * 2)
    crowd = np.bincount(slots, minlength=len(held) * 2)
    return (moves / np.sqrt(np.maximum(crowd, 1))).reshape(-1, 2)


def _close_pairs(places: Floats, need: Floats) -> Ints:
    """Return the pairs whose needed boxes overlap."""
    if len(places) <= DENSE:
        return _Table(need, np.zeros(len(need), dtype=bool)).touching(places)
    pairs = _near_pairs(places, need)
    return pairs[_touch(places, need, pairs)]


def _touch(places: Floats, need: Floats, pairs: Ints) -> Flags:
    """Return which of the pairs have needed boxes that overlap."""
    near = np.ones(len(pairs), dtype=bool)
    for axis in (0, 1):
        first, second = pairs[near].T if axis else pairs.T
        at, room = np.ascontiguousarray(places[:, axis]), need[:, axis] / 2.0
        near[near] = np.abs(at[first] - at[second]) < room[first] + room[second]
    return near


@lru_cache(maxsize=16)
def _once(count: int) -> Floats:
    """Return a half for every pair once, 0 where it comes again and on the diagonal."""
    return np.triu(np.full((count, count), 0.5), 1)


def _near_pairs(places: Floats, need: Floats) -> Ints:
    """Return all pairs that may overlap, and others; the few outsized boxes, such as islands, are looked at alone.

    Cells as large as these would each hold a crowd of usual ones, and looking for pairs would take the square of it.
    """
    outsized = (need > OUTSIZED * np.median(need, axis=0)).any(axis=1)
    if not outsized.any() or outsized.mean() > SELDOM:
        return _cell_pairs(places, need)
    large, usual = np.flatnonzero(outsized), np.flatnonzero(~outsized)
    own, others = _cell_pairs(places[large], need[large]), _near_pairs(places[usual], need[usual])
    return np.concatenate([usual[others], large[own], _pairs_abreast(places, need, large, usual)])


def _pairs_abreast(places: Floats, need: Floats, large: Ints, usual: Ints) -> Ints:
    """Return the pairs of a large box and a usual one that are above, below or beside one another, or overlap."""
    order = usual[np.argsort(places[usual, 0], kind="stable")]
    reach = (need[large, 0] + need[usual, 0].max()) / 2.0
    low, high = (np.searchsorted(places[order, 0], places[large, 0] + way * reach) for way in (-1, 1))
    first = np.repeat(large, high - low)
    offset = np.arange(len(first)) - np.repeat(np.cumsum(high - low) - (high - low), high - low)
    return np.stack([first, order[np.repeat(low, high - low) + offset]], axis=1)


def _cell_pairs(places: Floats, need: Floats) -> Ints:
    """Return the pairs in the same or in neighbouring cells, by sorting the actors along the cells."""
    cells = np.floor((places - places.min(axis=0)) / need.max(axis=0)).astype(np.int64)
    rows = int(cells[:, 1].max()) + 3
    keys = cells[:, 0] * rows + cells[:, 1]
    order = _in_cell_order(cells)
    ranked = keys[order]
    own = _runs(order, np.arange(len(keys)) + 1, np.searchsorted(ranked, ranked + 1, "right"))
    low, high = np.searchsorted(ranked, ranked + rows - 1), np.searchsorted(ranked, ranked + rows + 1, "right")
    ahead = _runs(order, low, high)
    return np.concatenate([own, ahead])


def _in_cell_order(cells: Ints) -> Ints:
    """Return the actors column by column; numpy sorts short numbers ten times as fast as long ones."""
    short = cells.astype(np.int16) if cells.max() < 2**15 else cells
    by_row = np.argsort(short[:, 1], kind="stable")
    return np.asarray(by_row[np.argsort(short[by_row, 0], kind="stable")])


def _runs(order: Ints, low: Ints, high: Ints) -> Ints:
    """Return each actor in order, paired with those in its run from low to high."""
    lengths = high - low
    first = np.repeat(np.arange(len(order)), lengths)
    offset = np.arange(len(first)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.stack([order[first], order[low[first] + offset]], axis=1)


def _squeezed_in(places: Floats, need: Floats, held: Flags) -> Floats:
    """Return the places with whatever still overlaps put, one by one, on the nearest free spot."""
    places = places.copy()
    pairs = _close_pairs(places, need)
    pairs = pairs[~held[pairs].all(axis=1)]
    for actor in np.unique(np.where(held[pairs[:, 1]], pairs[:, 0], pairs[:, 1])):
        places[actor] = _free_spot(int(actor), places, need)
    return places


@cache
def _spiral() -> Floats:
    """Return points round 0, evenly spread, the nearest first."""
    return np.sqrt(np.arange(SPOTS))[:, None] * _spread(SPOTS)


@lru_cache(maxsize=16)
def _spread(count: int) -> Floats:
    """Return so many directions, each far from those before it."""
    return directions(np.arange(count) * 2.399963).T


def _free_spot(actor: int, places: Floats, need: Floats) -> Floats:
    """Return the nearest place on a widening spiral where the actor's box touches no other."""
    room = (need + need[actor]) / 2.0
    room[actor] = 0.0
    for stride in STRIDES:
        spot = _free_round(places[actor], need[actor] * stride, places, room)
        if spot is not None:
            return spot
    return np.array([(places[:, 0] + room[:, 0]).max(), places[actor, 1]])


def _free_round(place: Floats, stride: Floats, places: Floats, room: Floats) -> Floats | None:
    """Return the first place on a spiral of such strides that is free of all boxes; None where there is none."""
    away, widest = np.abs(places - place), np.abs(_spiral()).max(axis=0) * stride
    around = np.flatnonzero((away < room + widest + 1.0).all(axis=1))
    for ring in np.split(_spiral(), 20):
        some = place + ring * stride
        reach = np.abs(some - place).max(axis=0)
        near = around[(away[around] < room[around] + reach).all(axis=1)]
        free = (np.abs(some[:, None] - places[near]) >= room[near]).any(axis=2).all(axis=1)
        if free.any():
            return np.asarray(some[int(free.argmax())])
    return None
