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
from graphdata.layout.steady import HOP, directions, steadied
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

ALL = 3
"""In so many sweeps all actors look for spots; in those after them the half for whom a line costs most."""

FLAT = np.array([[1.2], [0.8]], dtype=np.float32)
"""The shape of the rings of spots round friends: as flat as a page."""

FINALISTS = 10
"""How many spots, the best by boxes and lengths, are judged by their lines too."""


class Outlook(NamedTuple):
    """What one actor has to look at: its friends, the lines it has no part in, and its friends' other lines.

    Places and lengths along x and y lie in planes of their own here and below, the first axis: numpy works on rows of
    two eight times as long.
    """

    friends: Ints
    strengths: Singles
    visible: Singles
    clear: Singles
    scales: Singles
    reaches: Singles
    swollen: Singles
    rooms: Singles
    lines: Ints
    line_strengths: Singles
    line_rooms: Singles
    others: Ints
    apart: Flags
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

    def ways(self, lines: Ints) -> tuple[Singles, Singles]:
        """Return where lines begin, and their ways from there to their ends."""
        start = self.places.take(lines[0], axis=1)
        return start, self.places.take(lines[1], axis=1) - start


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
    sheet.places[:, ~held] = np.clip(sheet.places, -sheet.bounds, sheet.bounds)[:, ~held]
    order, costs = np.argsort(-web.degrees, kind="stable"), np.zeros(web.count)
    order = order[~held[order]]
    for sweep, reach in enumerate(np.geomspace(0.9, 0.2, sweeps)):
        watch.tick(0.6)
        spots = _spots(sheet, float(reach), rng)
        for actor in order if sweep < ALL else order[costs[order] >= np.median(costs[order])]:
            costs[actor] = _move_to_clearest(sheet, int(actor), spots[actor]) / max(1, web.degrees[actor])
    return _rows(sheet.places)


def _planes(rows: Floats) -> Singles:
    """Return rows of two as two planes."""
    return np.ascontiguousarray(rows.T, dtype=np.float32)


def _rows(planes: Singles) -> Floats:
    """Return two planes as rows of two."""
    return np.ascontiguousarray(planes.T, dtype=np.float64)


def _sheet(places: Floats, sizes: Floats, web: Web, page: Floats, home: Floats, movers: Ints) -> Sheet:
    """Return the drawing with all that does not change while it is revised."""
    halves = _planes(sizes / 2.0)
    bounds = np.maximum(_planes(page[None] / 2.0) - halves, 0.0)
    lines = _Lines(np.ascontiguousarray(web.pairs.T), web.weights.astype(np.float32))
    outlooks = {int(actor): _outlook(int(actor), halves, web, lines) for actor in movers}
    unit = float(np.sqrt(page.prod() / web.count))
    return Sheet(_planes(places), _planes(home), halves, bounds, unit, outlooks)


class _Lines(NamedTuple):
    """All lines: their ends, a row for each of the two, and their strengths."""

    ends: Ints
    strengths: Singles

    @property
    def rooms(self) -> Singles:
        """Return how far boxes should keep from each."""
        return np.asarray(np.float32(BUNDLE) * (self.strengths - np.float32(1.0)) + np.float32(MARGIN))


def _outlook(actor: int, halves: Singles, web: Web, lines: _Lines) -> Outlook:
    """Return the outlook of one actor."""
    ends = lines.ends == actor
    owned = ends[0] | ends[1]
    mine, rest = np.flatnonzero(owned), np.flatnonzero(~owned)
    friends, others = lines.ends.take(mine, axis=1).sum(axis=0) - actor, lines.ends.take(rest, axis=1)
    rooms, strengths = lines.rooms, lines.strengths[mine]
    apart = (others != friends[:, None, None]).all(axis=1)
    some = np.flatnonzero(apart.any(axis=0))  # a line that ends at all of the actor's friends crosses none of its lines
    boxes = np.repeat(halves[:, None], len(friends), axis=1)
    boxes[:, :, actor] = boxes[:, np.arange(len(friends)), friends] = -1e9
    tips = np.concatenate([web.neighbours[:0], *(web.neighbours[web.starts[f] : web.starts[f + 1]] for f in friends)])
    known = np.flatnonzero(tips != actor)
    hubs, tips = np.repeat(np.arange(len(friends)), web.degrees[friends])[known], tips[known]
    hosts = friends if len(friends) else np.array([actor])
    busiest = int(web.degrees[hosts].argmax())
    return Outlook(
        friends=friends,
        strengths=strengths,
        visible=np.reciprocal(np.float32(VISIBLE) * np.sqrt(strengths)),
        clear=(halves[:, friends] + halves[:, actor, None])[:, None],
        scales=np.reciprocal(halves + halves[:, actor, None] + np.float32(GAP))[:, None],
        reaches=boxes[:, :, None],
        swollen=(boxes + rooms[mine, None])[:, :, None],
        rooms=rooms[mine, None],
        lines=others,
        line_strengths=(lines.strengths * np.sqrt(lines.strengths))[rest],
        line_rooms=rooms[rest],
        others=others.take(some, axis=1),
        apart=apart.take(some, axis=1)[:, None],
        hubs=hubs,
        tips=tips,
        hub=int(hosts[busiest]),
        fan=tips[hubs == busiest],
        feet=np.append(hosts[np.arange(RINGED) % len(hosts)], np.full(GAPS, hosts[busiest])),
    )


def _spots(sheet: Sheet, reach: float, rng: np.random.Generator) -> Singles:
    """Return for each actor room for its own spot, offsets near it, spots anywhere, and offsets round friends."""
    count = sheet.places.shape[1]
    near = rng.normal(0.0, sheet.unit * reach, (count, NEAR, 2)) * (1.3, 0.8)
    wide = rng.uniform(-1.0, 1.0, (count, WIDE, 2)) * sheet.bounds.T[:, None]
    turns, far = rng.uniform((0.0, 0.9), (2 * np.pi, 2.4), (count, RINGED + GAPS, 2)).transpose(2, 0, 1)
    rings = (directions(turns) * far * sheet.unit).transpose(1, 2, 0) * FLAT[:, 0]
    own = np.zeros((count, 1, 2))
    spots = np.concatenate([own, near, wide, rings], axis=1)
    return np.ascontiguousarray(spots.transpose(0, 2, 1), dtype=np.float32)


def _move_to_clearest(sheet: Sheet, actor: int, spots: Singles) -> float:
    """Move the actor to the spot with the least cost, its own among them; return that cost."""
    look, own, bounds = sheet.outlooks[actor], sheet.places[:, actor, None], sheet.bounds[:, actor, None]
    spots[:, 1 : NEAR + 1] += own
    spots[:, NEAR + WIDE + 1 :] = _round_friends(sheet, look, spots[:, NEAR + WIDE + 1 :])
    np.maximum(spots, -bounds, out=spots)
    np.minimum(spots, bounds, out=spots)
    spots[:, :1] = own
    away = spots[:, :, None] - sheet.places[:, None]
    cost = _narrow(sheet, look, away) + _strayed(sheet, actor, spots)
    np.abs(away, out=away)
    cost += _lengths(sheet, look, away)
    cost += _touching(look, actor, away)
    best = np.zeros(FINALISTS + 1, dtype=np.int64)
    np.add(cost[1:].argpartition(FINALISTS)[:FINALISTS], 1, out=best[1:])
    finals = spots.take(best, axis=1)
    final = cost[best] + _on_lines(sheet, look, actor, finals) + _own_lines(sheet, look, finals)
    chosen = int(final.argmin())
    sheet.places[:, actor] = finals[:, chosen]
    return float(final[chosen])


def _round_friends(sheet: Sheet, look: Outlook, rings: Singles) -> Singles:
    """Return spots at random angles round the friends, and in the widest gaps between the lines of the busiest one."""
    spots = sheet.places.take(look.feet, axis=1)
    spots += rings
    if len(look.fan) >= GAPS:
        hub = sheet.places[:, look.hub, None]
        gaps = directions(_widest_gaps(sheet.places.take(look.fan, axis=1) - hub))
        x, y = rings[:, RINGED:] / FLAT
        spots[:, RINGED:] = hub + gaps * np.sqrt(x * x + y * y) * FLAT
    return spots


def _widest_gaps(ways: Singles) -> Floats:
    """Return the angles in the middle of the widest gaps between ways, on the circle that the page's shape flattens."""
    turns = np.arctan2(ways[1] * 1.5, ways[0], dtype=np.float64)  # of short numbers it hangs on the processor
    turns.sort()
    negative: Floats = np.empty_like(turns)
    np.subtract(turns[:-1], turns[1:], out=negative[:-1])
    negative[-1] = turns[-1] - (turns[0] + 2 * np.pi)
    negative = steadied(negative, HOP)
    widest = negative.argsort(kind="stable")[:GAPS]
    return np.asarray(turns[widest] - negative[widest] / 2.0)


def _touching(look: Outlook, actor: int, away: Singles) -> Singles:
    """Return the cost of boxes that come nearer than the gap, and of crowds; takes what is away for itself."""
    away *= look.scales
    nearest = np.maximum(away[0], away[1], out=away[0])
    nearest[:, actor] = 1e3
    depth = np.maximum(np.float32(1.05) - nearest, np.float32(0.0))
    nearest *= nearest
    nearest += np.float32(0.3)
    crowd = np.float32(CROWDED) / nearest
    crowd += np.float32(TOUCHING) * depth
    return np.asarray(np.add.reduce(crowd, axis=1) + np.float32(0.1 * TOUCHING) * np.count_nonzero(depth, axis=1))


def _lengths(sheet: Sheet, look: Outlook, away: Singles) -> Singles:
    """Return the cost of long lines and of lines too short to see."""
    delta = away.take(look.friends, axis=2)
    clear = delta - look.clear
    short = np.maximum(np.float32(1.0) - np.maximum(clear[0], clear[1]) * look.visible, np.float32(0.0))
    delta *= delta
    long = delta[0] + delta[1]
    return np.asarray(
        np.add.reduce(long, axis=1) * np.float32(LONG / sheet.unit**2)
        + np.add.reduce(short, axis=1) * np.float32(SHORT)
    )


def _strayed(sheet: Sheet, actor: int, spots: Singles) -> Singles | float:
    """Return the cost of being away from home, none for the homeless."""
    home = sheet.home[:, actor, None]
    if np.isnan(home[0, 0]):
        return 0.0
    x, y = spots - home
    away = np.sqrt(x * x + y * y) * np.float32(1.0 / sheet.unit)
    return np.asarray((np.minimum(away, np.float32(1.0)) + away) * np.float32(STRAYED))


def _narrow(sheet: Sheet, look: Outlook, away: Singles) -> Singles:
    """Return the cost of lines that leave a friend at nearly the same angle as this actor's."""
    ways = away.take(look.friends, axis=2)
    ways /= np.sqrt(ways[0] * ways[0] + ways[1] * ways[1] + np.float32(1e-6))
    theirs = sheet.places.take(look.tips, axis=1) - sheet.places.take(look.friends.take(look.hubs), axis=1)
    theirs *= np.float32(20.0) / np.sqrt(theirs[0] * theirs[0] + theirs[1] * theirs[1])
    ways = ways.take(look.hubs, axis=2)
    ways *= theirs[:, None]
    cosine = ways[0] + ways[1]
    cosine -= np.float32(19.0)
    np.maximum(cosine, np.float32(0.0), out=cosine)
    cosine *= cosine
    return np.asarray(np.add.reduce(cosine, axis=1) * np.float32(NARROW))


def _on_lines(sheet: Sheet, look: Outlook, actor: int, spots: Singles) -> Singles:
    """Return the cost of the actor's box lying on lines of others, by separating axes."""
    start, way = sheet.ways(look.lines)
    half, reach = sheet.halves[:, actor], np.abs(way)
    off = spots[:, :, None] - (start + way * np.float32(0.5))[:, None]
    scale = np.reciprocal((np.sqrt(way[0] * way[0] + way[1] * way[1]) + np.float32(1e-3)) * look.line_rooms)
    depth = np.abs(way[0] * off[1] - way[1] * off[0])
    depth -= reach[0] * half[1] + reach[1] * half[0]
    depth *= scale
    _sloped(depth)
    near = np.abs(off, out=off) < (half[:, None] + look.line_rooms + reach * np.float32(0.5))[:, None]
    depth *= look.line_strengths
    depth *= near[0] & near[1]
    return np.asarray(np.add.reduce(depth, axis=1) * np.float32(UNDER))


def _sloped(free: Singles) -> None:
    """Turn how far lines miss boxes, in margins, into how deep they run under them: 0 from a margin on."""
    np.subtract(np.float32(1.0), free, out=free)
    np.maximum(free, np.float32(0.0), out=free)
    np.minimum(free, np.float32(DEEPEST), out=free)


def _own_lines(sheet: Sheet, look: Outlook, spots: Singles) -> Singles:
    """Return the cost of the actor's own lines: those they cross and the boxes they run under."""
    feet = sheet.places.take(look.friends, axis=1)
    ways = spots[:, None] - feet[:, :, None]
    off = (sheet.places[:, None] - feet[:, :, None])[:, :, None]
    sides = ways[0][..., None] * off[1] - ways[1][..., None] * off[0]
    cost = np.float32(CROSSING) * _crossed(sheet, look, spots, feet, sides)
    cost += np.float32(UNDER) * _under(look, ways, off, sides)
    cost *= look.strengths[:, None]
    return np.asarray(np.add.reduce(cost, axis=0))


def _under(look: Outlook, ways: Singles, off: Singles, sides: Singles) -> Singles:
    """Return how many boxes each line from a friend to a spot runs under, near misses counted in part."""
    middles = ways[..., None] * np.float32(0.5)
    near = np.abs(off - middles)
    near -= np.abs(middles)
    close = near < look.swollen
    reach = np.abs(ways)[..., None]
    depth = np.abs(sides)
    depth -= reach[1] * look.reaches[0] + reach[0] * look.reaches[1]
    depth *= np.reciprocal((np.sqrt(ways[0] * ways[0] + ways[1] * ways[1]) + np.float32(1e-3)) * look.rooms)[..., None]
    _sloped(depth)
    depth *= close[0] & close[1]
    return np.asarray(np.add.reduce(depth, axis=2))


def _crossed(sheet: Sheet, look: Outlook, spots: Singles, feet: Singles, sides: Singles) -> Singles:
    """Return how many lines each line from a friend to a spot crosses: each has the other's ends on its two sides."""
    start, (x, y) = sheet.ways(look.others)
    level = x * start[1] - y * start[0]
    here = x * spots[1][:, None] - y * spots[0][:, None] < level
    there = x * feet[1][:, None] - y * feet[0][:, None] < level
    below = sides < 0
    split = below.take(look.others[0], axis=2) != below.take(look.others[1], axis=2)
    split &= here != there[:, None]
    split &= look.apart
    return np.asarray(np.add.reduce(split, axis=2, dtype=np.float32))
