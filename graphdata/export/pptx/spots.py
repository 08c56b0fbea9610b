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
SMALLEST, BIGGEST = 0.8, 1.15
RIGHTWARD: Final = frozenset(("single", "dated"))  # badges that sit on the right of a disc
DOWNWARD: Final = frozenset(("dated", "judgement"))  # and below it
SHARES: Final = (0.5, *(0.5 + side * step / 100.0 for step in range(4, 37, 4) for side in (-1, 1)))
OFF_MIDDLE: Final = 0.12  # what lying off the middle costs, beside being covered whole
ACROSS: Final = 0.06  # what numbers across their line cost
AIR: Final = 1.5  # round a sign, so that a number is not read as its neighbour's
BADGED: Final = 1.4  # reach of a disc with its badges


class Spot(NamedTuple):
    """A line with its sign in place, and whether its numbers stand beside the disc or below it."""

    edge: EdgeMark
    level: bool


def sign_scale(scale: float) -> float:
    """Return the scale of signs: never so small that a glyph cannot be told from another."""
    return max(SMALLEST, min(BIGGEST, scale))


def radius_of(scale: float) -> float:
    """Return the radius of a sign's disc."""
    return style.GLYPH_RADIUS * sign_scale(scale)


def note_size(scale: float) -> float:
    """Return the size of the numbers."""
    return max(NOTE_SIZE, 8.0 * sign_scale(scale))


def is_level(edge: EdgeMark) -> bool:
    """Return whether a line runs more across the slide than down it."""
    across, down = np.abs(edge.path[-1] - edge.path[0]).tolist()
    return bool(across >= down)


def note_box(edge: EdgeMark, level: bool, scale: float) -> Box:
    """Return the box of a sign's numbers: to the right of the disc on a level line, below it on a steep one."""
    (x, y), reach, size = edge.glyph, radius_of(scale), note_size(scale)
    wide, high = typeface.width(edge.note, size) + 0.24 * size, size * 1.1
    if level:
        left = x + reach * (1.55 if RIGHTWARD.intersection(edge.badges) else 1.1)
        return (left, y - high / 2.0, left + wide, y + high / 2.0)
    top = y + reach * (1.5 if DOWNWARD.intersection(edge.badges) else 1.02)
    return (x - wide / 2.0, top, x + wide / 2.0, top + high)


def sign_box(edge: EdgeMark, level: bool, scale: float) -> Box:
    """Return the box of a whole sign."""
    (x, y), reach = edge.glyph, radius_of(scale) * (BADGED if edge.badges else 1.0)
    disc = (x - reach, y - reach, x + reach, y + reach)
    if not edge.note:
        return disc
    left, top, right, bottom = note_box(edge, level, scale)
    return (min(disc[0], left), min(disc[1], top), max(disc[2], right), max(disc[3], bottom))


def spots_of(edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float) -> tuple[Spot, ...]:
    """Return the lines with their signs placed, the shortest lines served first."""
    found = [Spot(edge, is_level(edge)) for edge in edges]
    if not edges or len(edges) > SIGN_LIMIT:
        return tuple(found)
    places = at_shares(np.array([edge.path for edge in edges]), SHARES)
    taken = [node.box for node in nodes] + [node.label for node in nodes if node.labelled]
    for at in sorted(range(len(edges)), key=lambda at: (_length(edges[at]), edges[at].id)):
        found[at] = _clearest(found[at], places[at], np.array(taken), scale)
        left, top, right, bottom = sign_box(*found[at], scale=scale)
        taken.append((left - AIR, top - AIR, right + AIR, bottom + AIR))
    return tuple(found)


def _clearest(spot: Spot, places: Points, taken: Points, scale: float) -> Spot:
    """Return the spot on a line that covers least, its numbers along the line rather than across it."""
    sides = (spot.level, not spot.level) if spot.edge.note else (spot.level,)
    costs = [_cost(_boxes(spot.edge, places, scale, level), taken) + ACROSS * rank for rank, level in enumerate(sides)]
    rank, at = divmod(int(np.argmin(np.concatenate(costs))), len(places))
    x, y = places[at].tolist()
    return Spot(replace(spot.edge, glyph=(x, y)), sides[rank])


def _boxes(edge: EdgeMark, places: Points, scale: float, level: bool) -> Points:
    """Return the box that a sign would take at each of some places."""
    found: Points = np.array(sign_box(edge, level, scale)) + np.tile(places - edge.glyph, 2)
    return found


def _length(edge: EdgeMark) -> float:
    return round(float(np.hypot(*(edge.path[-1] - edge.path[0]))), 3)


def _cost(boxes: Points, taken: Points) -> Points:
    """Return for each box how much of it is covered, and how far from the middle of its line it lies."""
    low = np.maximum(boxes[:, None, :2], taken[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], taken[None, :, 2:])
    covered = np.clip(high - low, 0.0, None).prod(axis=2).sum(axis=1)
    area = (boxes[0, 2] - boxes[0, 0]) * (boxes[0, 3] - boxes[0, 1])
    cost: Points = covered / area + OFF_MIDDLE * np.abs(np.array(SHARES) - 0.5)
    return cost
