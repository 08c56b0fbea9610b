"""Where on its line each sign sits: its glyph with the numbers beside it, clear of actors, labels and other signs.

The numbers lie along the line where they can, so that they hide a piece of their own line and not of a neighbour's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal, NamedTuple

import numpy as np

from graphdata import style, typeface
from graphdata.export.pptx.markup import Box
from graphdata.fans import at_shares
from graphdata.placing import SIGN_LIMIT
from graphdata.scene import EdgeMark, NodeMark, Points

NOTE_SIZE: Final = 7.5  # the smallest at which figures can be read from a seat
LEAST_NOTE: Final = 7.0  # the smallest beside signs that are shrunk, whose numbers need more room then
FULL_NOTE: Final = 5.4  # the smallest on a slide so full that larger ones would lie over each other
CLEAR: Final = 0.64  # scale of the smallest signs with numbers that large; smaller ones are for slides of many lines
SMALLEST, BIGGEST = 0.8, 1.15
SHRUNK: Final = (1.0, 0.88, 0.78, 0.7)  # what signs are shrunk to, one after the other, until nothing is covered
SHARES: Final = (0.5, *(0.5 + side * step / 100.0 for step in range(2, 39, 2) for side in (-1, 1)))
OFF_MIDDLE: Final = 0.12  # what lying off the middle costs, beside being covered whole
ASIDE: Final = (0.0, 0.03, 0.06, 0.09)  # what numbers cost on the other sides of a disc, those across their line most
AIR: Final = 1.5  # round a sign, so that a number is not read as its neighbour's
BADGED: Final = 1.4  # reach of a disc with its badges
SMALL: Final = 0.25  # what signs of no size would cost, beside all signs covered
SMALL_ON_FULL: Final = 0.12  # the same on a slide of so many lines that a sign more or less covered is easily missed
FULL: Final = 90  # lines
BEARABLE: Final = 1.0  # square points: corners of boxes that meet cover nothing that is drawn


NO_HEADS: Final = np.empty((0, 4))

Side = Literal["right", "below", "left", "above"]
# The sides on which numbers can stand, along a level line first; along a steep one the last two come first.
TURNS: Final[tuple[Side, ...]] = ("right", "left", "below", "above")
# How many radii off the middle of a disc numbers begin, and where one of these badges sits on that side.
OFF: Final[dict[Side, tuple[float, float, frozenset[str]]]] = {
    "right": (1.1, 1.55, frozenset(("single", "dated"))),
    "left": (1.1, 1.55, frozenset(("contested", "judgement"))),
    "below": (1.02, 1.5, frozenset(("dated", "judgement"))),
    "above": (1.02, 1.5, frozenset(("single", "contested"))),
}
HIGH: Final = 1.95  # the same above a badge that tells of a change


class Spot(NamedTuple):
    """A line with its sign in place, and on which side of the disc its numbers stand."""

    edge: EdgeMark
    side: Side


def sign_scale(scale: float) -> float:
    """Return the scale of signs among marks of a scale: where there is room, a glyph can be told from a seat."""
    return max(SMALLEST, min(BIGGEST, scale))


def sign_sizes(scale: float, lines: int) -> tuple[float, ...]:
    """Return the scales of signs to try among marks of a scale, from the largest on, for so many lines."""
    least = CLEAR if lines <= FULL else 0.0
    return tuple(dict.fromkeys(max(least, sign_scale(scale) * share) for share in SHRUNK))


def note_size(size: float) -> float:
    """Return the size of the numbers beside signs of a scale."""
    least = LEAST_NOTE if size >= CLEAR else FULL_NOTE
    return max(least, min(NOTE_SIZE, NOTE_SIZE * size / SMALLEST), 8.0 * size)


def side_of(edge: EdgeMark) -> Side:
    """Return where numbers lie along their line: right of the disc on one that runs more across the slide than down."""
    across, down = np.abs(edge.path[-1] - edge.path[0]).tolist()
    return "right" if across >= down else "below"


def turns_of(spot: Spot) -> tuple[Side, ...]:
    """Return the sides on which the numbers of a sign can stand, that on which they do first, then along its line."""
    turns = TURNS if side_of(spot.edge) == "right" else TURNS[2:] + TURNS[:2]
    return (spot.side, *(side for side in turns if side != spot.side))


def note_box(edge: EdgeMark, side: Side, size: float) -> Box:
    """Return the box of a sign's numbers."""
    return _at(edge.glyph, _note_room(edge.note, edge.badges, side, size))


def sign_box(edge: EdgeMark, side: Side, size: float) -> Box:
    """Return the box of a whole sign."""
    return _at(edge.glyph, _sign_room(edge.note, edge.badges, side, size))


def _at(place: tuple[float, float], room: Box) -> Box:
    """Return a box about the origin moved to a place."""
    return (place[0] + room[0], place[1] + room[1], place[0] + room[2], place[1] + room[3])


@lru_cache(maxsize=8192)
def _note_room(note: str, badges: tuple[str, ...], side: Side, size: float) -> Box:
    """Return the box of the numbers of a sign at the origin."""
    reach, letters = style.GLYPH_RADIUS * size, note_size(size)
    wide, high = typeface.width(note, letters) + 0.24 * letters, letters * 1.1
    off = reach * _off(side, badges)
    if side in ("right", "left"):
        left = off if side == "right" else -off - wide
        return (left, -high / 2.0, left + wide, high / 2.0)
    top = off if side == "below" else -off - high
    return (-wide / 2.0, top, wide / 2.0, top + high)


def _off(side: Side, badges: tuple[str, ...]) -> float:
    """Return how many radii off the disc's middle numbers begin: they keep clear of the badges on their side."""
    near, far, worn = OFF[side]
    if side == "above" and not set(badges).isdisjoint(style.CHANGES):
        return HIGH
    return near if worn.isdisjoint(badges) else far


@lru_cache(maxsize=8192)
def _sign_room(note: str, badges: tuple[str, ...], side: Side, size: float) -> Box:
    """Return the box of a whole sign at the origin."""
    reach = style.GLYPH_RADIUS * size * (BADGED if badges else 1.0)
    if not note:
        return (-reach, -reach, reach, reach)
    left, top, right, bottom = _note_room(note, badges, side, size)
    return (min(-reach, left), min(-reach, top), max(reach, right), max(reach, bottom))


def fitting_spots(
    edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float, sizes: Sequence[float] = ()
) -> tuple[tuple[Spot, ...], float]:
    """Return the signs in place and their scale: so large that hardly one covers another, an actor or a label.

    They are shrunk, one step after the other, until that is so; only some sizes are tried where these are given.
    """
    tried, small = [], SMALL if len(edges) <= FULL else SMALL_ON_FULL
    for size in sizes or sign_sizes(scale, len(edges)):
        spots = spots_of(edges, nodes, size)
        hidden = covered(spots, nodes, size)
        tried.append((hidden / max(1, len(edges)) + small * (1.0 - size / sign_scale(scale)), -size, spots))
        if not hidden or len(edges) > SIGN_LIMIT:
            break
    _, least, spots = min(tried, key=lambda each: each[:2])
    return spots, -least


def covered(spots: Sequence[Spot], nodes: Sequence[NodeMark], size: float) -> int:
    """Return how often the box of a sign lies over another one, an actor or a label."""
    if not spots:
        return 0
    signs = np.array([sign_box(*spot, size=size) for spot in spots])
    still = np.array(_still(nodes)).reshape(-1, 4)
    return int((_area(signs, still) > BEARABLE).sum() + np.triu(_area(signs, signs) > BEARABLE, 1).sum())


def _still(nodes: Sequence[NodeMark]) -> list[Box]:
    """Return the boxes of actors and labels."""
    return [node.box for node in nodes] + [node.label for node in nodes if node.labelled]


def spots_of(
    edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], size: float, heads: Points = NO_HEADS
) -> tuple[Spot, ...]:
    """Return the lines with their signs placed, the shortest lines served first; whom that crowds looks once more.

    Signs keep off the boxes of heads where some are given.
    """
    found = [Spot(edge, side_of(edge)) for edge in edges]
    if not edges or len(edges) > SIGN_LIMIT:
        return tuple(found)
    search = _Search(found, np.vstack([np.array(_still(nodes)).reshape(-1, 4), heads]), size)
    order = sorted(range(len(edges)), key=lambda at: (_length(edges[at]), edges[at].id))
    for at in order:
        search.move(at)
    for at in order:
        if search.is_covered(at):
            search.move(at)
    return tuple(search.spot(at) for at in range(len(edges)))


class _Search:
    """The places that each sign could take, its numbers on any side, and the boxes that are taken meanwhile."""

    def __init__(self, spots: Sequence[Spot], still: Points, size: float) -> None:
        """Begin with the boxes of what does not move, and no sign in place."""
        self._spots, self._first, count = list(spots), len(still), len(spots)
        self._places = places_on([spot.edge for spot in spots])
        along = boxes_along(spots, self._places, size)
        self._sizes = np.repeat((along[:, :, 0, 2:] - along[:, :, 0, :2]).prod(axis=2), len(SHARES), axis=1)
        self._boxes = np.ascontiguousarray(along.transpose(0, 3, 1, 2).reshape(count, 4, -1))
        self._reach = np.hstack([self._boxes[:, :2].min(axis=2), self._boxes[:, 2:].max(axis=2)]).tolist()
        off = OFF_MIDDLE * np.abs(np.array(SHARES) - 0.5)
        self._usual = np.concatenate([off + aside for aside in ASIDE])
        self._turns = [turns_of(spot)[: len(TURNS) if spot.edge.note else 1] for spot in spots]
        self._taken = np.vstack(
            [still, np.full((count, 4), np.inf)]
        ).T.copy()  # infinite: without a place, over nothing

    def move(self, at: int) -> None:
        """Put a sign where it covers least, its numbers along the line rather than across it."""
        taken, (left, top, right, bottom) = self._taken, self._reach[at]
        taken[:, self._first + at] = np.inf
        near = (taken[0] < right) & (taken[2] > left) & (taken[1] < bottom) & (taken[3] > top)
        met = taken[:, near.nonzero()[0]]
        best = int(self._costs(at, met).argmin()) if met.size else 0
        side, place = divmod(best, len(SHARES))
        self._take(at, self._boxes[at, :, best])
        x, y = self._places[at, place].tolist()
        turns = self._turns[at]
        self._spots[at] = Spot(replace(self._spots[at].edge, glyph=(x, y)), turns[side])
        if side:  # numbers stay on the side where they are, if they can, when the sign looks once more
            self._turns[at] = (*turns[side:], *turns[:side])
            self._boxes[at] = np.roll(self._boxes[at], -side * len(SHARES), axis=1)
            self._sizes[at] = np.roll(self._sizes[at], -side * len(SHARES))

    def is_covered(self, at: int) -> bool:
        """Return whether a sign lies over anything."""
        left, top, right, bottom = self._taken[:, self._first + at].tolist()
        lefts, tops, rights, bottoms = self._taken
        across = np.minimum(rights, right) - np.maximum(lefts, left)
        down = np.minimum(bottoms, bottom) - np.maximum(tops, top)
        over = np.maximum(across, 0.0) * np.maximum(down, 0.0) > BEARABLE
        over[self._first + at] = False
        return bool(over.any())

    def spot(self, at: int) -> Spot:
        """Return a sign in its place."""
        return self._spots[at]

    def _take(self, at: int, box: Points) -> None:
        """Let a sign take a box, with some air."""
        self._taken[:2, self._first + at] = box[:2] - AIR
        self._taken[2:, self._first + at] = box[2:] + AIR

    def _costs(self, at: int, met: Points) -> Points:
        """Return for each place of a sign how much of it would be covered by some boxes, and how unusual it is."""
        count = len(SHARES) * len(self._turns[at])
        left, top, right, bottom = self._boxes[at, :, :count, None]
        across = np.minimum(right, met[2]) - np.maximum(left, met[0])
        down = np.minimum(bottom, met[3]) - np.maximum(top, met[1])
        area = np.maximum(across, 0.0) * np.maximum(down, 0.0)
        costs: Points = area.sum(axis=1) / self._sizes[at, :count] + self._usual[:count]
        return costs


def places_on(edges: Sequence[EdgeMark]) -> Points:
    """Return where on its line each sign may sit: (lines, places, 2)."""
    found: Points = at_shares(np.array([edge.path for edge in edges]), SHARES)
    return found


def boxes_along(spots: Sequence[Spot], places: Points, size: float) -> Points:
    """Return the box of each sign at each place (signs, 4, places, 4), with its numbers on each side in turn."""
    rooms = np.array(
        [[_sign_room(spot.edge.note, spot.edge.badges, side, size) for side in turns_of(spot)] for spot in spots]
    )
    found: Points = places[:, None][..., [0, 1, 0, 1]] + rooms[:, :, None]
    return found


def _length(edge: EdgeMark) -> float:
    return round(float(np.hypot(*(edge.path[-1] - edge.path[0]))), 3)


def _area(boxes: Points, others: Points) -> Points:
    """Return how much of each box each of the others covers."""
    left, top, right, bottom = boxes.T[:, :, None]
    across = np.minimum(right, others[:, 2]) - np.maximum(left, others[:, 0])
    down = np.minimum(bottom, others[:, 3]) - np.maximum(top, others[:, 1])
    found: Points = np.maximum(across, 0.0) * np.maximum(down, 0.0)
    return found
