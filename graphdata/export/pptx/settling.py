"""Labels and signs that still cover something look for other places together, until nothing covers anything.

A search by least conflicts (Minton and others 1992) in which what stays covered weighs ever more (Morris 1993).
There is no chance in it, so that the same view is the same slide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata.export.pptx.markup import Box
from graphdata.export.pptx.spots import SHARES, Spot, boxes_at, places_on, sign_box
from graphdata.placing import label_places, points_inside
from graphdata.scene import NodeMark, Points

MOVES: Final = 900  # looks for another place, at the most
PATIENCE: Final = 220  # of them without anything gained
MOST: Final = 400  # labels and signs: among more of them none can be read
NAMED: Final = 6.0  # what a label over an actor or another label weighs, beside one over a sign or a head
NEARER: Final = 0.45  # what a label costs that stands nearer to another actor than to its own
BY_LINES: Final = 0.004  # what a label costs for each point of a line under it, beside covering something
BY_PLACE: Final = 0.01  # and for each place that is more usual, of the first few
USUAL: Final = 9
OFF: Final = 0.3  # what a sign costs so far off the middle of its line as the line is long
ASIDE: Final = 0.15  # and one with its numbers on the other side
HAIR: Final = 0.005  # points: boxes that overlap by less than that touch

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]


@dataclass(slots=True)
class Crowd:
    """Boxes: the places that each could take, what these cost, which it has; still ones; what covering each weighs."""

    places: list[Points]
    costs: list[Numbers]
    at: list[int]
    still: Points
    weights: Numbers

    def settle(self) -> None:
        """Move boxes until none lies over another thing, and leave them as they lay best."""
        boxes = self.boxes
        minded, waited = self.weights > 0.0, np.zeros(len(boxes))
        first = self.weights.copy()
        struck = _meet(boxes, np.vstack([boxes, self.still])) & minded
        least, best = float(first[struck].sum()), list(self.at)
        gained = 0
        for step in range(1, MOVES):
            if not struck.any() or step - gained > PATIENCE:
                break
            index = int(np.where(struck.any(axis=1), waited, np.inf).argmin())
            waited[index] = step
            struck[index] = self._move(index, boxes) & minded[index]
            struck[:, index] = struck[index, : len(boxes)]
            now = float(first[struck].sum())
            if now < least:
                least, best, gained = now, list(self.at), step
        self.at[:] = best

    def leave(self) -> None:
        """Move boxes off what they need not mind, and from dear places, to where they lie over nothing at all."""
        boxes = self.boxes
        for index in range(len(boxes)):
            others = np.vstack([np.delete(boxes, index, axis=0), self.still])
            met = _meet(self.places[index], others).sum(axis=1)
            free = np.flatnonzero(met == 0)
            if len(free) and (met[self.at[index]] or self.costs[index][self.at[index]] >= NEARER):
                self.at[index] = int(free[self.costs[index][free].argmin()])
                boxes[index] = self.places[index][self.at[index]]

    @property
    def boxes(self) -> Points:
        """The boxes at the places they have."""
        return np.array([places[at] for places, at in zip(self.places, self.at, strict=True)])

    def _move(self, index: int, boxes: Points) -> Flags:
        """Move a box to where it costs least, and return what it meets there; that weighs more from now on."""
        met = _meet(self.places[index], np.vstack([boxes, self.still]))
        met[:, index] = False
        best = int((met @ self.weights[index] + self.costs[index]).argmin())
        covered = met[best] & (self.weights[index] > 0.0)
        self.weights[index, covered] += 1.0
        self.weights[np.flatnonzero(covered[: len(boxes)]), index] += 1.0
        self.at[index], boxes[index] = best, self.places[index][best]
        return np.asarray(met[best])


def settled(
    nodes: Sequence[NodeMark], spots: Sequence[Spot], heads: Points, size: float, scale: float
) -> tuple[tuple[NodeMark, ...], tuple[Spot, ...]]:
    """Return labels and signs with nothing over anything else, where that can be had."""
    if not spots or len(nodes) + len(spots) > MOST:
        return tuple(nodes), tuple(spots)
    crowd = _crowd(nodes, spots, heads, size, scale)
    crowd.settle()
    crowd.leave()
    labels, outlines = crowd.boxes[: len(nodes)], np.array([node.box for node in nodes])
    free: list[int] = []
    for at in range(len(nodes)):
        others = np.vstack([labels[free], np.delete(outlines, at, axis=0)])
        free += [] if _meet(labels[at, None], others).any() else [at]
    found = [replace(node, label=_box(labels[at]), labelled=at in free) for at, node in enumerate(nodes)]
    moved = [_moved(spot, at) for spot, at in zip(spots, crowd.at[len(nodes) :], strict=True)]
    return tuple(found), tuple(moved)


def _crowd(nodes: Sequence[NodeMark], spots: Sequence[Spot], heads: Points, size: float, scale: float) -> Crowd:
    """Return the boxes of labels and signs among outlines and heads."""
    count, still = len(nodes), np.vstack([np.array([node.box for node in nodes]), heads])
    lines = np.vstack([spot.edge.path for spot in spots])
    labels = [np.vstack([[node.label], label_places(node, scale, farther=True)]) for node in nodes]
    usual = [
        np.minimum(np.arange(len(each)), USUAL) * BY_PLACE + points_inside(each, lines) * BY_LINES for each in labels
    ]
    usual = [
        cost + NEARER * _strange(boxes, nodes, at) for at, (cost, boxes) in enumerate(zip(usual, labels, strict=True))
    ]
    signs = [_sign_places(spot, size) for spot in spots]
    whole = count + len(spots)
    weights = np.ones((whole, whole + len(still)))
    weights[:count, :count] = weights[:count, whole : whole + count] = NAMED
    weights[count:, whole + count :] = 0.0
    np.fill_diagonal(weights, 0.0)
    np.fill_diagonal(weights[:count, whole:], 0.0)
    places, costs = [boxes for boxes, _ in signs], [cost for _, cost in signs]
    return Crowd(labels + places, usual + costs, [0] * whole, still, weights)


def _strange(boxes: Points, nodes: Sequence[NodeMark], own: int) -> Flags:
    """Return which places of a label are nearer to the outline of another actor than to that of its own."""
    spots = np.array([(node.x, node.y) for node in nodes])
    near = np.clip(spots, boxes[:, None, :2], boxes[:, None, 2:])
    away = np.hypot(*np.moveaxis(near - spots, 2, 0)) - np.array([node.radius for node in nodes])
    mine = away[:, own].copy()
    away[:, own] = np.inf
    return np.asarray(away.min(axis=1) < mine)


def _sign_places(spot: Spot, size: float) -> tuple[Points, Numbers]:
    """Return the boxes that a sign could take along its line, as it is now first, and what each costs."""
    sides = _sides(spot)
    found = [np.array([sign_box(*spot, size=size)])]
    found += [boxes_at(spot.edge, places_on(spot.edge), size, level) for level in sides]
    away = OFF * np.abs(np.array(SHARES) - 0.5)
    return np.vstack(found), np.concatenate([[0.0], *(away + ASIDE * rank for rank in range(len(sides)))])


def _sides(spot: Spot) -> tuple[bool, ...]:
    """Return on which sides the numbers of a sign could stand, the one where they do first."""
    return (spot.level, not spot.level) if spot.edge.note else (spot.level,)


def _moved(spot: Spot, at: int) -> Spot:
    """Return a sign at one of its places."""
    if at == 0:
        return spot
    rank, share = divmod(at - 1, len(SHARES))
    x, y = places_on(spot.edge)[share].tolist()
    return Spot(replace(spot.edge, glyph=(x, y)), _sides(spot)[rank])


def _meet(boxes: Points, others: Points) -> Flags:
    """Return which boxes overlap which others by more than a hair."""
    across = (boxes[:, None, 0] < others[None, :, 2] - HAIR) & (boxes[:, None, 2] > others[None, :, 0] + HAIR)
    down = (boxes[:, None, 1] < others[None, :, 3] - HAIR) & (boxes[:, None, 3] > others[None, :, 1] + HAIR)
    return np.asarray(across & down)


def _box(row: Points) -> Box:
    """Return a row as a box."""
    left, top, right, bottom = row.tolist()
    return left, top, right, bottom
