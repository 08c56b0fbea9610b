"""Rings by hops: one actor in the middle, those it deals with round it, theirs on the next ring, and so on."""

from __future__ import annotations

import numpy as np

from graphdata.layout.distances import hops_from
from graphdata.layout.overlap import overlapping, separated
from graphdata.layout.plan import GAP, UNWATCHED, Flags, Floats, Ints, Plan, Watch
from graphdata.layout.steady import HOP, directions, steadied
from graphdata.layout.web import Web, components, part_of, web_of

STEP = 6.0
"""Points by which a ring widens until none of its boxes touches another."""

WAVES = 100
"""How often a wave over a ring is smoothed until it is slow."""

LANES = 3
"""Most lanes of one ring: with more, a ring would no longer be seen as one."""


def radial(plan: Plan, centre: int, watch: Watch = UNWATCHED) -> Floats:
    """Return places in points with the centre on 0 and every ring an ellipse of the page's shape.

    Actors that the centre does not reach stand on a ring of their own outside. A crowded ring has up to three lanes,
    all of them nearer than the next ring. Pins are kept; all else stays on its ring.
    Raises Cancelled when told to stop.
    """
    web = web_of(plan.count, plan.pairs)
    rings = rings_of(web, centre)
    angles = _angles(web, rings, plan, watch.within(0.1, 0.5))
    shape = np.array([plan.aspect**0.5, plan.aspect**-0.5])
    turns = directions(angles).T * shape
    places = turns * _radii(rings, angles, turns, plan.sizes, watch.within(0.5, 0.9))[:, None]
    watch.tick(0.95)
    return plan.with_pins(separated(plan.with_pins(places), plan.sizes, _held(plan, centre)))


def rings_of(web: Web, centre: int) -> Ints:
    """Return each actor's ring: its hops from the centre, one more than the last for the unreached."""
    hops = hops_from(web, np.array([centre]))[:, 0].astype(np.int64)
    return np.where(hops < 0, hops.max() + 1, hops)


def _held(plan: Plan, centre: int) -> Flags:
    """Return which actors stay whatever comes: the pinned ones and the centre."""
    held = plan.pinned()
    held[centre] = True
    return held


def _radii(rings: Ints, angles: Floats, turns: Floats, sizes: Floats, watch: Watch) -> Floats:
    """Return each actor's radius: ring by ring as near as the boxes allow, crowded rings in lanes."""
    radii, edge = np.zeros(len(rings)), 0.0
    apart = float(np.median(sizes, axis=0).sum()) * 0.55
    for ring in range(1, int(rings.max(initial=0)) + 1):
        watch.tick(ring / (int(rings.max()) + 1))
        members = np.flatnonzero(rings == ring)
        inside, nearest = np.flatnonzero(rings <= ring), edge + apart * (1.4 if ring > 1 else 1.0)
        lanes = _lanes(angles[members], sizes[members], nearest) * apart
        radii[members] = nearest + lanes
        pairs = _beside(members[np.argsort(angles[members], kind="stable")])
        radii[members] += _widening(pairs, rings == ring, radii, turns, sizes)
        while len(pairs := inside[overlapping(turns[inside] * radii[inside, None], sizes[inside], GAP)]):
            watch.tick(ring / (int(rings.max()) + 1))
            radii[members] += _widening(pairs, rings == ring, radii, turns, sizes)
        edge = float(radii[members].max())
    return radii


def _beside(order: Ints) -> Ints:
    """Return the pairs of those who stand next to one another on a ring or on a lane of it."""
    return np.concatenate([np.stack([order[:-lane], order[lane:]], axis=1) for lane in range(1, LANES + 1)])


def _widening(pairs: Ints, moving: Flags, radii: Floats, turns: Floats, sizes: Floats) -> float:
    """Return by how much a ring has to widen, in whole steps, until none of these pairs touches as it does now.

    Two boxes that touch do so until they are far enough apart along one axis: no width before that needs a trial.
    """
    first, second = pairs.T
    need = (sizes[first] + sizes[second]) / 2.0 + GAP
    apart = turns[first] * radii[first, None] - turns[second] * radii[second, None]
    speed = turns[first] * moving[first, None] - turns[second] * moving[second, None]
    touching = (np.abs(apart) < need).all(axis=1)
    way = (need + np.where(apart * speed < 0, 1.0, -1.0) * np.abs(apart))[touching]
    leaves = (way / np.maximum(np.abs(speed[touching]), 1e-12)).min(axis=1)
    return STEP * max(1.0, float(np.ceil(leaves.max() / STEP - 1e-9))) if len(leaves) else 0.0


def _lanes(angles: Floats, sizes: Floats, radius: float) -> Ints:
    """Return each member's lane: neighbours alternate when one lane of the radius has no room for all."""
    need = float((sizes.sum(axis=1) / 2.0 + GAP).sum())
    count = int(np.clip(np.ceil(need / (2 * np.pi * radius * 1.4)), 1, LANES))
    return np.argsort(np.argsort(angles, kind="stable"), kind="stable") % count


def _angles(web: Web, rings: Ints, plan: Plan, watch: Watch) -> Floats:
    """Return the angles: rings share the circle by the boxes that hang on each branch, near their inner friends."""
    angles = np.zeros(web.count)
    demand = _branch_demand(web, rings, plan.sizes.sum(axis=1))
    strengths = np.bincount(web.pairs.ravel(), np.exp(np.repeat(web.weights, 2) - 1.0), web.count).astype(float)
    for ring in range(1, int(rings.max(initial=0)) + 1):
        watch.tick(ring / (int(rings.max()) + 1))
        members = np.flatnonzero(rings == ring)
        wishes = _inner_angles(web, rings, angles, members)
        order = members[np.lexsort((_outer_order(web, members), wishes))]
        order = _strong_inside(order, np.sort(wishes), strengths)
        wish = np.sort(wishes)
        angles[order] = _shared_out(demand[order], wish, np.zeros(len(order)) if ring == 1 else strengths[order])
    return angles


def _shared_out(demand: Floats, wishes: Floats, strengths: Floats) -> Floats:
    """Return angles in the given order, each with room for its demand, turned to meet the wishes of the strongest."""
    filled = np.cumsum(demand)
    even = 2 * np.pi * (filled - demand / 2.0) / max(float(filled[-1]), 1e-9)
    miss = (strengths * np.exp(1j * (wishes - even))).sum()
    return np.asarray(even + np.angle(miss))


def _branch_demand(web: Web, rings: Ints, widths: Floats) -> Floats:
    """Return how much of a ring each actor needs: its own box or those beyond it, whichever is more."""
    beyond = np.zeros(web.count)
    demand = widths.astype(float).copy()
    for ring in range(int(rings.max(initial=0)), 0, -1):
        for actor in np.flatnonzero(rings == ring):
            demand[actor] = max(demand[actor], beyond[actor] * 0.6)
            inner = _inner(web, rings, int(actor))
            beyond[inner] += demand[actor] / max(len(inner), 1)
    return demand


def _inner(web: Web, rings: Ints, actor: int) -> Ints:
    """Return the actor's friends one ring further in."""
    friends = web.neighbours[web.starts[actor] : web.starts[actor + 1]]
    return np.asarray(friends[rings[friends] == rings[actor] - 1])


def _inner_angles(web: Web, rings: Ints, angles: Floats, members: Ints) -> Floats:
    """Return the mean direction of the inner friends of a ring's members, from 0 to a full turn.

    Friends with many relations count most; the middle has no direction.
    """
    ring = rings[members[0]]
    lines = (rings[web.pairs].max(axis=1) == ring) & (rings[web.pairs].min(axis=1) == ring - 1)
    ends = web.pairs[lines & (ring > 1)]
    outer = np.where(rings[ends[:, 0]] == ring, ends[:, 0], ends[:, 1])
    towards = directions(angles[ends.sum(axis=1) - outer]) * np.exp(web.weights[lines & (ring > 1)] - 1.0)
    across, down = (np.bincount(outer, along, web.count)[members] for along in towards)
    return steadied(np.arctan2(down, across), HOP) % (2 * np.pi)


def _strong_inside(order: Ints, wishes: Floats, strengths: Floats) -> Ints:
    """Return the order with whoever has by far the most relations in the middle of those with the same wish.

    That is where the wish is met best, and a bundle of lines crosses least of the drawing.
    """
    found = []
    for block in np.split(order, np.flatnonzero(np.diff(wishes.round(6))) + 1):
        first = block[int(np.argmax(strengths[block]))] if len(block) else 0
        stands_out = len(block) > 2 and strengths[first] > 3 * np.median(strengths[block])
        found.append(np.insert(block[block != first], len(block) // 2, first) if stands_out else block)
    return np.concatenate(found)


def _outer_order(web: Web, members: Ints) -> Floats:
    """Return a rank by the members' dealings with one another, so that partners stand together."""
    ring, ranks = part_of(web, members), np.zeros(len(members))
    parts = components(ring)
    for rank, partners in enumerate(parts):
        ranks[partners] = 2.0 * rank
    large = [partners for partners in parts if len(partners) > 2]
    if large:
        waving = np.concatenate(large)
        ranks[waving] += _waves(part_of(ring, waving), np.array([len(partners) for partners in large]))
    return ranks


def _waves(web: Web, sizes: Ints) -> Floats:
    """Return, from -0.5 to 0.5, the slowest wave over each part: neighbours are near one another on it.

    The parts come one after the other, of these sizes; each begins with the same noise.
    """
    ends = np.cumsum(sizes)
    begins, part = ends - sizes, np.repeat(np.arange(len(sizes)), sizes)
    wave = np.random.default_rng(0).normal(0.0, 1.0, int(sizes.max()))[np.arange(web.count) - begins[part]]
    still = 2.0 * np.maximum.reduceat(web.degrees, begins)[part] - web.degrees
    first, second = web.pairs.T
    for _ in range(WAVES):
        pulled = np.bincount(first, wave[second], web.count) + np.bincount(second, wave[first], web.count)
        wave = np.asarray(wave * still + pulled, dtype=np.float64)
        wave -= (np.add.reduceat(wave, begins) / sizes)[part]
        wave /= 2.0 * wave[_crests(np.abs(wave), begins, part)][part]
    return steadied(wave, HOP)


def _crests(heights: Floats, begins: Ints, part: Ints) -> Ints:
    """Return where each part is highest, the first of equal places."""
    highest = np.flatnonzero(heights == np.maximum.reduceat(heights, begins)[part])
    return np.asarray(highest[np.searchsorted(highest, begins)])
