"""Untangling of small drawings: each actor in turn looks at some free spots and takes the clearest.

A spot is judged by what a reader minds: lines that cross, lines that run under a box, boxes that touch, long lines,
lines too short to see, and lines that leave an actor at nearly the same angle. All boxes stay on the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from graphdata.layout.plan import GAP, UNWATCHED, Flags, Floats, Ints, Singles, Watch
from graphdata.layout.web import Web

CROSSING, UNDER, TOUCHING, LONG, SHORT, NARROW, CROWDED, STRAYED = 1.5, 1.4, 6.0, 0.2, 1.5, 0.6, 0.25, 1.5
"""What each fault costs, in crossings of single lines."""

VISIBLE = 44.0
"""Points of a single line that should show between two boxes: its arrowhead and glyph need them."""

MARGIN = 5.0
"""Points by which a line should miss a box."""

BUNDLE = 6.0
"""By how many points more for each doubling or so of a pair's relations: they are drawn side by side."""

DEEPEST = 2.0
"""How many times worse a box in the middle of a line is than one that only touches it: a slope that leads it out."""

NEAR, WIDE, RINGED, GAPS = 10, 4, 4, 4
"""How many spots are tried near the actor, anywhere, round its friends, and between the lines of its busiest friend."""

FINALISTS = 12
"""How many spots, the best by boxes and lengths, are judged by their lines too."""


class Outlook(NamedTuple):
    """What one actor has to look at: its friends, the lines it has no part in, and its friends' other lines."""

    friends: Ints
    strengths: Singles
    reaches: Singles
    rooms: Singles
    lines: Ints
    line_strengths: Singles
    line_rooms: Singles
    hubs: Ints
    tips: Ints
    hub: int
    fan: Ints
    feet: Ints


@dataclass(frozen=True, eq=False, slots=True)
class Sheet:
    """A drawing under revision: places change in it, all else stays."""

    places: Singles
    home: Singles
    halves: Singles
    bounds: Singles
    unit: float
    outlooks: Mapping[int, Outlook]


def untangled(
    places: Floats,
    sizes: Floats,
    web: Web,
    page: Floats,
    sweeps: int,
    rng: np.random.Generator,
    fixed: Flags | None = None,
    home: Floats | None = None,
    watch: Watch = UNWATCHED,
) -> Floats:
    """Return the drawing, its page centred on 0, after every free actor took the clearest of some spots, in turn.

    Actors with a home (no NaN) leave it only for a gain.
    """
    held = np.zeros(web.count, dtype=bool) if fixed is None else fixed
    movers = np.flatnonzero(~held)
    sheet = _sheet(places, sizes, web, page, np.full_like(places, np.nan) if home is None else home, movers)
    sheet.places[~held] = np.clip(sheet.places, -sheet.bounds, sheet.bounds)[~held]
    order = np.argsort(-web.degrees, kind="stable")
    for reach in np.geomspace(0.9, 0.2, sweeps):
        watch.tick(0.6)
        spots = _spots(sheet, float(reach), rng)
        for actor in order[~held[order]]:
            _move_to_clearest(sheet, int(actor), spots[actor])
    return sheet.places.astype(float)


def _sheet(places: Floats, sizes: Floats, web: Web, page: Floats, home: Floats, movers: Ints) -> Sheet:
    """Return the drawing with all that does not change while it is revised."""
    halves = (sizes / 2.0).astype(np.float32)
    bounds = np.maximum(page / 2.0 - halves, 0.0).astype(np.float32)
    outlooks = {int(actor): _outlook(int(actor), halves, web) for actor in movers}
    unit = float(np.sqrt(page.prod() / web.count))
    return Sheet(places.astype(np.float32), home.astype(np.float32), halves, bounds, unit, outlooks)


def _outlook(actor: int, halves: Singles, web: Web) -> Outlook:
    """Return the outlook of one actor."""
    mine = (web.pairs == actor).any(axis=1)
    friends = web.pairs[mine].sum(axis=1) - actor
    strengths = web.weights.astype(np.float32)
    rooms = MARGIN + BUNDLE * (strengths - 1.0)
    boxes = np.repeat(halves[None], len(friends), axis=0)
    boxes[:, actor] = boxes[np.arange(len(friends)), friends] = -1e9
    hubs = np.repeat(friends, web.degrees[friends])
    tips = np.concatenate([web.neighbours[:0], *(web.neighbours[web.starts[f] : web.starts[f + 1]] for f in friends)])
    hubs, tips = hubs[tips != actor], tips[tips != actor]
    some = friends if len(friends) else np.array([actor])
    hub = int(some[web.degrees[some].argmax()])
    feet = np.append(np.resize(some, RINGED), np.full(GAPS, hub))
    lines = (web.pairs[~mine].T, strengths[~mine] ** 1.5, rooms[~mine])
    return Outlook(
        friends, strengths[mine], boxes, rooms[mine, None, None], *lines, hubs, tips, hub, tips[hubs == hub], feet
    )


def _spots(sheet: Sheet, reach: float, rng: np.random.Generator) -> Singles:
    """Return for each actor room for its own spot, offsets near it, spots anywhere, (angle, offset) of ring spots."""
    count = len(sheet.places)
    near = rng.normal(0.0, sheet.unit * reach, (count, NEAR, 2)) * (1.3, 0.8)
    wide = rng.uniform(-1.0, 1.0, (count, WIDE, 2)) * sheet.bounds[:, None]
    rings = rng.uniform((0.0, 0.9), (2 * np.pi, 2.4), (count, RINGED + GAPS, 2)) * (1.0, sheet.unit)
    own = np.zeros((count, 1, 2))
    return np.concatenate([own, near, wide, rings], axis=1).astype(np.float32)


def _move_to_clearest(sheet: Sheet, actor: int, spots: Singles) -> None:
    """Move the actor to the spot with the least cost; its own counts among them."""
    look, own, bounds = sheet.outlooks[actor], sheet.places[actor], sheet.bounds[actor]
    spots[1 : NEAR + 1] += own
    spots[NEAR + WIDE + 1 :] = _round_friends(sheet, look, spots[NEAR + WIDE + 1 :])
    np.maximum(spots, -bounds, out=spots)
    np.minimum(spots, bounds, out=spots)
    spots[0] = own
    cost = _touching(sheet, actor, spots) + _lengths(sheet, look, actor, spots) + _narrow(sheet, look, spots)
    cost += _strayed(sheet, actor, spots)
    best = np.zeros(FINALISTS + 1, dtype=np.int64)
    np.add(cost[1:].argpartition(FINALISTS)[:FINALISTS], 1, out=best[1:])
    final = cost[best] + _on_lines(sheet, look, actor, spots[best]) + _own_lines(sheet, look, spots[best])
    sheet.places[actor] = spots[best[int(final.argmin())]]


def _round_friends(sheet: Sheet, look: Outlook, rings: Singles) -> Singles:
    """Return spots at random angles round the friends, and in the widest gaps between the lines of the busiest one."""
    angles, far = rings.T
    if len(look.fan) >= GAPS:
        angles[RINGED:] = _widest_gaps(sheet.places[look.fan] - sheet.places[look.hub])
    spots = sheet.places[look.feet]
    spots[:, 0] += np.cos(angles) * np.float32(1.2) * far
    spots[:, 1] += np.sin(angles) * np.float32(0.8) * far
    return spots


def _widest_gaps(ways: Singles) -> Singles:
    """Return the angles in the middle of the widest gaps between ways, on the circle that the page's shape flattens."""
    turns = np.arctan2(ways[:, 1] * np.float32(1.5), ways[:, 0])
    turns.sort()
    negative: Singles = np.empty_like(turns)
    np.subtract(turns[:-1], turns[1:], out=negative[:-1])
    negative[-1] = turns[-1] - (turns[0] + np.float32(2 * np.pi))
    widest = negative.argpartition(GAPS - 1)[:GAPS]
    return np.asarray(turns[widest] - negative[widest] / np.float32(2.0))


def _touching(sheet: Sheet, actor: int, spots: Singles) -> Singles:
    """Return the cost of boxes that come nearer than the gap, and of crowds."""
    room = sheet.halves + (sheet.halves[actor] + np.float32(GAP))
    share = np.abs(spots[:, None] - sheet.places) / room
    nearest = np.maximum(share[..., 0], share[..., 1])
    nearest[:, actor] = 1e3
    depth = np.maximum(1.05 - nearest, 0.0)
    return np.asarray((TOUCHING * (depth + 0.1 * (depth > 0)) + CROWDED / (nearest * nearest + 0.3)).sum(axis=1))


def _lengths(sheet: Sheet, look: Outlook, actor: int, spots: Singles) -> Singles:
    """Return the cost of long lines and of lines too short to see."""
    delta = np.abs(spots[:, None] - sheet.places[look.friends])
    visible = VISIBLE * look.strengths**0.5
    long = (delta[..., 0] ** 2 + delta[..., 1] ** 2) * (LONG / sheet.unit**2)
    clear = delta - (sheet.halves[look.friends] + sheet.halves[actor])
    clear = np.maximum(clear[..., 0], clear[..., 1])
    return np.asarray((long + SHORT * np.maximum(1.0 - clear / visible, 0.0)).sum(axis=1))


def _strayed(sheet: Sheet, actor: int, spots: Singles) -> Singles:
    """Return the cost of being away from home, none for the homeless."""
    if np.isnan(sheet.home[actor, 0]):
        return np.zeros(len(spots), dtype=np.float32)
    away = np.hypot(*(spots - sheet.home[actor]).T) / sheet.unit
    return np.asarray((np.minimum(away, 1.0) + away) * np.float32(STRAYED))


def _narrow(sheet: Sheet, look: Outlook, spots: Singles) -> Singles:
    """Return the cost of lines that leave a friend at nearly the same angle as this actor's."""
    hubs = sheet.places[look.hubs]
    x, y = (spots[:, None] - hubs).transpose(2, 0, 1)
    theirs = sheet.places[look.tips] - hubs
    u, v = theirs.T / np.hypot(theirs[:, 0], theirs[:, 1])
    cosine = (x * u + y * v) / np.sqrt(x * x + y * y + np.float32(1e-6))
    return np.asarray((np.maximum((cosine - 0.95) * 20.0, 0.0) ** 2).sum(axis=1) * NARROW)


def _on_lines(sheet: Sheet, look: Outlook, actor: int, spots: Singles) -> Singles:
    """Return the cost of the actor's box lying on lines of others, by separating axes."""
    start, end = sheet.places[look.lines]
    way, half = end - start, sheet.halves[actor]
    reach, (x, y) = np.abs(way), (spots[:, None] - (start + end) / 2.0).transpose(2, 0, 1)
    room = half + look.line_rooms[:, None] + reach / 2.0
    length = np.hypot(way[:, 0], way[:, 1]) + np.float32(1e-3)
    free = (np.abs(way[:, 0] * y - way[:, 1] * x) - reach[:, 0] * half[1] - reach[:, 1] * half[0]) / length
    depth = np.minimum(np.maximum(1.0 - free / look.line_rooms, 0.0), DEEPEST)
    depth *= (np.abs(x) < room[:, 0]) & (np.abs(y) < room[:, 1])
    return np.asarray(depth @ look.line_strengths * UNDER)


def _own_lines(sheet: Sheet, look: Outlook, spots: Singles) -> Singles:
    """Return the cost of the actor's own lines: those they cross and the boxes they run under."""
    places = sheet.places
    feet = places[look.friends][:, None]
    ways = spots - feet
    x, y = (places - feet).transpose(2, 0, 1)[:, :, None]
    sides = ways[..., :1] * y - ways[..., 1:] * x
    cost = UNDER * _under(look, ways, x, y, sides) + CROSSING * _crossed(sheet, look, spots, sides)
    return np.asarray(look.strengths @ cost)


def _under(look: Outlook, ways: Singles, x: Singles, y: Singles, sides: Singles) -> Singles:
    """Return how many boxes each line from a friend to a spot runs under, near misses counted in part."""
    reach = np.abs(ways)[:, :, None]
    half = look.reaches[:, None]
    length = np.hypot(ways[..., :1], ways[..., 1:]) + np.float32(1e-3)
    free = (np.abs(sides) - reach[..., 1] * half[..., 0] - reach[..., 0] * half[..., 1]) / length
    depth = np.minimum(np.maximum(1.0 - free / look.rooms, 0.0), DEEPEST)
    across = np.abs(x - ways[..., :1] / 2.0) < half[..., 0] + look.rooms + reach[..., 0] / 2.0
    along = np.abs(y - ways[..., 1:] / 2.0) < half[..., 1] + look.rooms + reach[..., 1] / 2.0
    return np.asarray((depth * across * along).sum(axis=2))


def _crossed(sheet: Sheet, look: Outlook, spots: Singles, sides: Singles) -> Ints:
    """Return how many lines each line from a friend to a spot crosses."""
    start, end = sheet.places[look.lines]
    way = end - start
    x, y = way[:, 0], way[:, 1]
    across = np.empty((2, len(way)), dtype=np.float32)
    np.negative(y, out=across[0])
    across[1] = x
    level = across[0] * start[:, 0] + across[1] * start[:, 1]
    here, there = spots @ across - level, sheet.places[look.friends] @ across - level
    split = sides[..., look.lines[0]] * sides[..., look.lines[1]] < 0
    return np.asarray((split & (here * there[:, None] < 0)).sum(axis=2))
