"""Actors drawn apart to fill the map's room on a slide, so that labels are large enough to read from a seat.

Left stays left and above stays above: the places of the screen are stretched to the room, and boxes that hold an actor
with its label push each other apart, and out of thick bundles of lines, no further than they must.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata.export.pptx.hubs import least_radii
from graphdata.footprint import footprint
from graphdata.network import Actor
from graphdata.places import Place, Positions
from graphdata.scene import Points
from graphdata.ties import Tie

SCALES: Final = (1.1, 0.96, 0.89, 0.82, 0.77, 0.73, 0.68, 0.64, 0.6, 0.55, 0.5)  # labels of 12 points down to 5.5
MOST_STRETCH: Final = 1.9
READABLE: Final = 0.82  # labels of 9 points
SMALL: Final = 0.6  # of 6.6
LEAST: Final = 0.55  # of 6
FULLEST: Final = 0.55  # share of the room that boxes may take: more would push everything out of its place
AT_EASE: Final = 0.38  # the same for labels larger than they need be
CRAMMED: Final = 0.9  # the same for the smallest; a fuller room is left as it is on the screen
AIR: Final = 14.0  # between two boxes, for lines and their signs, at a mark scale of 1
TRIES: Final = 10
SIGN: Final = 28.0  # points of a line between two outlines that its sign takes, at a mark scale of 1
SIGNS: Final = 600.0  # square points that each sign takes among the lines of a pair
CLOSE: Final = 1.01  # boxes that reach so little beyond the room may still come to rest
PROGRESS: Final = 0.004  # less of it than this share of the room a try leads nowhere
TOUCHING: Final = 1.1  # the smallest boxes are squeezed into the room if they reach no further beyond it
UNTANGLED: Final = 120  # more boxes than that stay where they are
SWEEPS: Final = 3
MISS: Final = 4.0  # by so many points a line should miss an actor
NEIGHBOURS: Final = 3  # whoever has more stays: everybody knows the place of a hub
BUNDLE: Final = 4  # straight lines of a pair lie no further apart than an outline is wide: so many lanes they take
THICK: Final = 2000.0  # points of a wall: whatever is pushed out of it goes into the room
FAR: Final = 30.0  # points that walls may push an actor
FARTHEST: Final = 240.0  # the same of the smallest marks: otherwise these would lie over each other

Lanes = dict[tuple[int, int], int]
Flags = npt.NDArray[np.bool_]


class Boxes(NamedTuple):
    """Actors with their labels as boxes: middles, sizes, how far these lie below the outlines' middles; their radii."""

    middles: Points
    sizes: Points
    drop: Points
    radii: Points

    @property
    def centres(self) -> Points:
        """The middles of the outlines."""
        found: Points = self.middles - [0.0, 1.0] * self.drop
        return found


class Spread(NamedTuple):
    """Places of actors in points of the slide, and the scale of the marks that fits them."""

    positions: Positions
    scale: float


def spread(
    actors: Sequence[Actor],
    degree: Mapping[str, int],
    ties: Sequence[Tie],
    positions: Mapping[str, Place],
    room: tuple[float, float],
    free: bool = True,
    most: float = SCALES[0],
) -> Spread:
    """Return the actors drawn apart with the largest marks there is room for; free ones make way for lines as well.

    Marks are no larger than the most.
    """
    placed = [actor for actor in actors if actor.id in positions]
    if not placed:
        return Spread({}, SCALES[0])
    lanes = _lanes(placed, ties)
    start = _boxes(placed, degree, least_radii(ties), np.array([positions[a.id] for a in placed], dtype=float))
    for scale in (each for each in SCALES if each <= most):
        boxes = Boxes(start.middles, *(part * scale for part in start[1:]))
        found = _settled(boxes, lanes, room, scale) if _share(boxes, scale, room) <= _fullest(scale) else None
        if found is not None:
            found = _clear(found, lanes, room, scale) if free else found
            break
    else:
        found = _stretched(boxes, room)
    return Spread({a.id: (float(x), float(y)) for a, (x, y) in zip(placed, found.centres, strict=True)}, scale)


def taken(actors: Sequence[Actor], degree: Mapping[str, int], ties: Sequence[Tie], room: tuple[float, float]) -> float:
    """Return how much of a room actors with small labels take, with the air round them."""
    if not actors:
        return 0.0
    boxes = _boxes(actors, degree, least_radii(ties), np.zeros((len(actors), 2)))
    return _share(Boxes(boxes.middles, *(part * LEAST for part in boxes[1:])), LEAST, room)


def _boxes(actors: Sequence[Actor], degree: Mapping[str, int], least: Mapping[str, float], places: Points) -> Boxes:
    """Return the boxes at their places on the screen."""
    found = np.array([_footprint(actor, degree.get(actor.id, 0), least.get(actor.id, 0.0)) for actor in actors])
    drop = (found[:, 1] / 2.0 - 1.1 * found[:, 2])[:, None]
    return Boxes(places + [0.0, 1.0] * drop, found[:, :2], drop, found[:, 2])


def _footprint(actor: Actor, relations: int, least: float) -> tuple[float, float, float]:
    """Return width and height of an actor with its label, and its radius, no smaller than its lines need."""
    wide, high, radius = footprint(actor, relations)
    more = max(0.0, least - radius)
    return max(wide, 2.3 * (radius + more)), high + 2.2 * more, radius + more


def _lanes(actors: Sequence[Actor], ties: Sequence[Tie]) -> Lanes:
    """Return how many lines run between each pair."""
    rank = {actor.id: at for at, actor in enumerate(actors)}
    pairs = (sorted((rank[t.giver], rank[t.receiver])) for t in ties if t.giver in rank and t.receiver in rank)
    return dict(Counter((one, other) for one, other in pairs))


def _fullest(scale: float) -> float:
    """Return how much of the room boxes may take at a scale."""
    return AT_EASE if scale > READABLE else FULLEST if scale > SMALL else CRAMMED


def _share(boxes: Boxes, scale: float, room: tuple[float, float]) -> float:
    """Return how much of the room the boxes take with the air round them."""
    return float((boxes.sizes + AIR * scale).prod(axis=1).sum()) / (room[0] * room[1])


def _settled(boxes: Boxes, lanes: Lanes, room: tuple[float, float], scale: float) -> Boxes | None:
    """Return the boxes apart and inside the room, None where they do not come to rest; the smallest may touch."""
    boxes, beyond = _stretched(boxes, room), np.inf
    for _ in range(TRIES):
        boxes = boxes._replace(middles=_apart(_drawn_out(boxes, lanes, scale), lanes, room, scale))
        low, high = _edges(boxes)
        if (high - low <= np.array(room) + 0.5).all():
            return boxes
        boxes = _stretched(boxes, room, shrink_only=True)
        over = float(((high - low) / room).max())
        if over > CLOSE and over > beyond - PROGRESS:
            break
        beyond = over
    walled = _walled_in(boxes, lanes, room, scale)
    return boxes if walled is None and scale == SCALES[-1] and beyond < TOUCHING else walled


def _walled_in(boxes: Boxes, lanes: Lanes, room: tuple[float, float], scale: float) -> Boxes | None:
    """Return boxes that hardly reach beyond the room apart inside it, None where one would have to move far."""
    from graphdata.layout.overlap import overlapping, separated

    boxes = _stretched(boxes, room)
    low, high = _edges(boxes)
    start = boxes.middles - (low + high) / 2.0
    walls, sides = _walls(room, AIR * scale)
    middles, sizes = np.vstack([start, walls]), np.vstack([boxes.sizes, sides])
    held = np.arange(len(middles)) >= len(start)
    middles = separated(middles, sizes, held, gap=AIR * scale) / scale
    middles = _cleared(middles, sizes / scale, lanes, room, held)[: len(start)] * scale
    most = (np.array(room) - boxes.sizes) / 2.0
    middles = np.clip(middles, -most, most)
    far = FAR if scale > SCALES[-1] else FARTHEST
    if np.hypot(*(middles - start).T).max() > far or len(overlapping(middles, boxes.sizes)):
        return None
    return boxes._replace(middles=middles)


def _walls(room: tuple[float, float], gap: float) -> tuple[Points, Points]:
    """Return boxes all round a room, a gap off it: their middles and their sizes."""
    wide, high = room
    x, y = (wide + THICK) / 2.0 + gap, (high + THICK) / 2.0 + gap
    middles = np.array([(-x, 0.0), (x, 0.0), (0.0, -y), (0.0, y)])
    sizes = np.array([(THICK, high + 2.0 * THICK)] * 2 + [(wide + 2.0 * THICK, THICK)] * 2)
    return middles, sizes


def _drawn_out(boxes: Boxes, lanes: Lanes, scale: float) -> Boxes:
    """Return the boxes, both ends of a line that is too short for its sign, or of several for theirs, further apart."""
    if not lanes:
        return boxes
    pairs, count = np.array(list(lanes)), np.array(list(lanes.values()), dtype=float)
    one, other = pairs[pairs[:, 0] != pairs[:, 1]].T
    count = count[pairs[:, 0] != pairs[:, 1]]
    way = boxes.centres[other] - boxes.centres[one]
    away = np.maximum(np.hypot(*way.T), 1e-6)
    across = 2.0 * np.minimum(boxes.radii[one], boxes.radii[other])
    least = np.maximum(SIGN * scale, count * SIGNS * scale**2 / np.maximum(across, 1e-6))
    short = np.maximum(0.0, least - (away - boxes.radii[one] - boxes.radii[other]))
    push = way / away[:, None] * short[:, None] / 2.0
    middles = boxes.middles.copy()
    np.add.at(middles, other, push)
    np.add.at(middles, one, -push)
    return boxes._replace(middles=middles)


def _apart(boxes: Boxes, lanes: Lanes, room: tuple[float, float], scale: float) -> Points:
    """Return the middles pushed apart and out of bundles of lines."""
    from graphdata.layout.overlap import separated

    middles = separated(boxes.middles, boxes.sizes, gap=AIR * scale) / scale
    free = np.zeros(len(middles), dtype=bool)
    return _cleared(middles, boxes.sizes / scale, lanes, room, free) * scale


def _clear(boxes: Boxes, lanes: Lanes, room: tuple[float, float], scale: float) -> Boxes:
    """Return the boxes, those with few neighbours moved off straight lines; as they are if that finds no room."""
    from graphdata.layout.overlap import overlapping
    from graphdata.layout.untangle import untangled
    from graphdata.layout.web import web_of

    pairs = np.array([pair for pair, count in lanes.items() for _ in range(count)]).reshape(-1, 2)
    web, low, high = web_of(len(boxes.middles), pairs), *_edges(boxes)
    if not len(web.pairs) or web.count > UNTANGLED:
        return boxes
    middle, page = (low + high) / 2.0, np.maximum(high - low, room) / scale
    start, sizes = (boxes.middles - middle) / scale, boxes.sizes / scale
    steady = (web.degrees > NEIGHBOURS) | ~_in_the_way(boxes, web.pairs, scale)
    moved = untangled(start, sizes, web, page, SWEEPS, np.random.default_rng(1), steady, start)
    for held in (steady, np.zeros_like(steady)):
        found = boxes._replace(middles=_cleared(moved, sizes, lanes, room, held) * scale)
        low, high = _edges(found)
        if (high - low <= np.array(room) + 0.5).all() and not len(overlapping(found.middles, boxes.sizes)):
            return found
    return boxes


def _in_the_way(boxes: Boxes, pairs: npt.NDArray[np.int64], scale: float) -> Flags:
    """Return which actors a straight line runs under, and which are an end of such a line."""
    places, found = boxes.centres, np.zeros(len(boxes.middles), dtype=bool)
    starts, ways = places[pairs[:, 0]], places[pairs[:, 1]] - places[pairs[:, 0]]
    to = places - starts[:, None]
    length = np.maximum((ways**2).sum(axis=1), 1e-9)[:, None]
    share = np.clip((to * ways[:, None]).sum(axis=2) / length, 0.0, 1.0)
    away = np.hypot(*np.moveaxis(to - share[:, :, None] * ways[:, None], 2, 0))
    under = away < boxes.radii + MISS * scale
    under[np.arange(len(pairs))[:, None], pairs] = False
    found[pairs[under.any(axis=1)]] = True
    return np.asarray(found | under.any(axis=0))


def _cleared(middles: Points, sizes: Points, lanes: Lanes, room: tuple[float, float], held: Flags) -> Points:
    """Return the middles, at a scale of 1, pushed apart and out of bundles of lines."""
    from graphdata.layout.corridors import with_corridors

    thick = {pair: min(BUNDLE, count) for pair, count in lanes.items()}
    found: Points = with_corridors(middles, sizes, thick, held, room[0] / room[1], stretching=False)
    return found


def _stretched(boxes: Boxes, room: tuple[float, float], shrink_only: bool = False) -> Boxes:
    """Return the middles stretched so that the boxes fill the room, one way not much more than the other."""
    low, high = boxes.middles.min(axis=0), boxes.middles.max(axis=0)
    half = boxes.sizes / 2.0
    rims = [(boxes.middles - half).min(axis=0) - low, (boxes.middles + half).max(axis=0) - high]
    free = np.maximum(np.array(room) - (rims[1] - rims[0]), 1.0)
    grow = free / np.maximum(high - low, 1e-6)
    grow = np.minimum(grow, grow.min() * MOST_STRETCH)
    if shrink_only:
        grow = np.minimum(grow, 1.0)
    middle = (low + high) / 2.0
    return boxes._replace(middles=(boxes.middles - middle) * grow)


def _edges(boxes: Boxes) -> tuple[Points, Points]:
    """Return the upper left and the lower right corner of all boxes."""
    half = boxes.sizes / 2.0
    low: Points = (boxes.middles - half).min(axis=0)
    high: Points = (boxes.middles + half).max(axis=0)
    return low, high
