"""Where on its line each sign sits: its glyph with the numbers beside it, clear of actors, labels and other signs.

The numbers lie along the line where they can, so that they hide a piece of their own line and not of a neighbour's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np

from graphdata import style, typeface
from graphdata.export.pptx.markup import Box
from graphdata.fans import at_shares
from graphdata.placing import SIGN_LIMIT
from graphdata.scene import EdgeMark, NodeMark, Points

NOTE_SIZE: Final = 7.5  # the smallest at which figures can be read from a seat
LEAST_NOTE: Final = 5.4  # the smallest on a slide so full that larger ones would lie over each other
SMALLEST, BIGGEST = 0.8, 1.15
SHRUNK: Final = (1.0, 0.88, 0.78, 0.7)  # what signs are shrunk to, one after the other, until nothing is covered
RIGHTWARD: Final = frozenset(("single", "dated"))  # badges that sit on the right of a disc
DOWNWARD: Final = frozenset(("dated", "judgement"))  # and below it
SHARES: Final = (0.5, *(0.5 + side * step / 100.0 for step in range(4, 37, 4) for side in (-1, 1)))
OFF_MIDDLE: Final = 0.12  # what lying off the middle costs, beside being covered whole
ACROSS: Final = 0.06  # what numbers across their line cost
AIR: Final = 1.5  # round a sign, so that a number is not read as its neighbour's
BADGED: Final = 1.4  # reach of a disc with its badges
SMALL: Final = 0.25  # what signs of no size would cost, beside all signs covered
BEARABLE: Final = 1.0  # square points: corners of boxes that meet cover nothing that is drawn


class Spot(NamedTuple):
    """A line with its sign in place, and whether its numbers stand beside the disc or below it."""

    edge: EdgeMark
    level: bool


def sign_scale(scale: float) -> float:
    """Return the scale of signs among marks of a scale: where there is room, a glyph can be told from a seat."""
    return max(SMALLEST, min(BIGGEST, scale))


def note_size(size: float) -> float:
    """Return the size of the numbers beside signs of a scale."""
    return max(LEAST_NOTE, min(NOTE_SIZE, NOTE_SIZE * size / SMALLEST), 8.0 * size)


def is_level(edge: EdgeMark) -> bool:
    """Return whether a line runs more across the slide than down it."""
    across, down = np.abs(edge.path[-1] - edge.path[0]).tolist()
    return bool(across >= down)


def note_box(edge: EdgeMark, level: bool, size: float) -> Box:
    """Return the box of a sign's numbers: to the right of the disc on a level line, below it on a steep one."""
    (x, y), reach, letters = edge.glyph, style.GLYPH_RADIUS * size, note_size(size)
    wide, high = typeface.width(edge.note, letters) + 0.24 * letters, letters * 1.1
    if level:
        left = x + reach * (1.55 if RIGHTWARD.intersection(edge.badges) else 1.1)
        return (left, y - high / 2.0, left + wide, y + high / 2.0)
    top = y + reach * (1.5 if DOWNWARD.intersection(edge.badges) else 1.02)
    return (x - wide / 2.0, top, x + wide / 2.0, top + high)


def sign_box(edge: EdgeMark, level: bool, size: float) -> Box:
    """Return the box of a whole sign."""
    (x, y), reach = edge.glyph, style.GLYPH_RADIUS * size * (BADGED if edge.badges else 1.0)
    disc = (x - reach, y - reach, x + reach, y + reach)
    if not edge.note:
        return disc
    left, top, right, bottom = note_box(edge, level, size)
    return (min(disc[0], left), min(disc[1], top), max(disc[2], right), max(disc[3], bottom))


def fitting_spots(edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float) -> tuple[tuple[Spot, ...], float]:
    """Return the signs in place and their scale: so large that hardly one covers another, an actor or a label."""
    tried = []
    for share in SHRUNK:
        size = sign_scale(scale) * share
        spots = spots_of(edges, nodes, size)
        hidden = covered(spots, nodes, size)
        tried.append((hidden / max(1, len(edges)) + SMALL * (1.0 - share), -size, spots))
        if not hidden or len(edges) > SIGN_LIMIT:
            break
    _, shrunk, spots = min(tried, key=lambda each: each[:2])
    return spots, -shrunk


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


def spots_of(edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], size: float) -> tuple[Spot, ...]:
    """Return the lines with their signs placed, the shortest lines served first; whom that crowds looks once more."""
    found = [Spot(edge, is_level(edge)) for edge in edges]
    if not edges or len(edges) > SIGN_LIMIT:
        return tuple(found)
    places = at_shares(np.array([edge.path for edge in edges]), SHARES)
    still = np.array(_still(nodes)).reshape(-1, 4)
    boxes = np.full((len(edges), 4), np.inf)  # nothing, as long as a sign has no place
    order = sorted(range(len(edges)), key=lambda at: (_length(edges[at]), edges[at].id))
    for rank, at in enumerate(order * 2):
        mine, boxes[at] = boxes[at].copy(), np.inf
        others = np.vstack([still, boxes])
        if rank >= len(order) and not (_area(mine[None], others) > BEARABLE).any():
            boxes[at] = mine
            continue
        found[at] = _clearest(found[at], places[at], others, size)
        left, top, right, bottom = sign_box(*found[at], size=size)
        boxes[at] = (left - AIR, top - AIR, right + AIR, bottom + AIR)
    return tuple(found)


def _clearest(spot: Spot, places: Points, taken: Points, size: float) -> Spot:
    """Return the spot on a line that covers least, its numbers along the line rather than across it."""
    sides = (spot.level, not spot.level) if spot.edge.note else (spot.level,)
    tried = [boxes_at(spot.edge, places, size, level) for level in sides]
    low, high = np.vstack(tried)[:, :2].min(axis=0), np.vstack(tried)[:, 2:].max(axis=0)
    near = taken[((taken[:, :2] < high) & (taken[:, 2:] > low)).all(axis=1)]
    costs = [_cost(boxes, near) + ACROSS * rank for rank, boxes in enumerate(tried)]
    rank, at = divmod(int(np.argmin(np.concatenate(costs))), len(places))
    x, y = places[at].tolist()
    return Spot(replace(spot.edge, glyph=(x, y)), sides[rank])


def places_on(edge: EdgeMark) -> Points:
    """Return where on its line a sign may sit."""
    found: Points = at_shares(edge.path[None], SHARES)[0]
    return found


def boxes_at(edge: EdgeMark, places: Points, size: float, level: bool) -> Points:
    """Return the box that a sign would take at each of some places."""
    ways = places - edge.glyph
    found: Points = np.concatenate([ways, ways], axis=1) + sign_box(edge, level, size)
    return found


def _length(edge: EdgeMark) -> float:
    return round(float(np.hypot(*(edge.path[-1] - edge.path[0]))), 3)


def _area(boxes: Points, others: Points) -> Points:
    """Return how much of each box each of the others covers."""
    others = others[np.isfinite(others[:, 0])]
    low = np.maximum(boxes[:, None, :2], others[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    across, down = np.moveaxis(np.maximum(high - low, 0.0), 2, 0)
    found: Points = across * down
    return found


def _cost(boxes: Points, taken: Points) -> Points:
    """Return for each box how much of it is covered, and how far from the middle of its line it lies."""
    area = (boxes[0, 2] - boxes[0, 0]) * (boxes[0, 3] - boxes[0, 1])
    cost: Points = _area(boxes, taken).sum(axis=1) / area + OFF_MIDDLE * np.abs(np.array(SHARES) - 0.5)
    return cost
