"""Labels and signs that still cover something look for other places together, until nothing covers anything.

A search by least conflicts (Minton and others 1992) in which what stays covered weighs ever more (Morris 1993).
There is no chance in it, so that the same view is the same picture.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata.fans import at_shares
from graphdata.placing import SHARES, astray, box_of, discs_of, head_boxes, label_places, points_inside
from graphdata.scene import EdgeMark, NodeMark, Points
from graphdata.sign_room import room_of
from graphdata.steps import unpaused

MOVES: Final = 900  # looks for another place, at the most
STEP: Final = 6  # moves in one step
LOOKS: Final = 40  # looks round without a move in one step
WEIGHED: Final = 12  # labels of which all places are weighed in one step
PATIENCE: Final = 220  # of them without anything gained
MOST: Final = 400  # labels and signs: among more of them none can be read
NAMED: Final = 6.0  # what a label over an actor or another label weighs, beside one over a sign or a head
NEARER: Final = 0.45  # what a label costs that stands nearer to another actor than to its own
BY_LINES: Final = 0.004  # what a label costs for each point of a line under it, beside covering something
BY_PLACE: Final = 0.01  # and for each place that is more usual, of the first few
USUAL: Final = 9
OFF: Final = 0.3  # what a sign costs so far off the middle of its line as the line is long
HAIR: Final = 0.005  # points: boxes that overlap by less than that touch

Flags = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.intp]
Numbers = npt.NDArray[np.float64]


@dataclass(slots=True)
class Crowd:
    """Boxes: the places that each could take, what these cost, which it has; still ones; what covering each weighs."""

    places: list[Points]
    costs: list[Numbers]
    at: list[int]
    still: Points
    weights: Numbers
    reaches: list[list[float]] = field(init=False)  # of all places of each: left, top, right, bottom

    def __post_init__(self) -> None:
        """See how far each could come."""
        self.reaches = [[*each[:, :2].min(axis=0), *each[:, 2:].max(axis=0)] for each in self.places]

    def settle_in_steps(self) -> Generator[None, None, None]:
        """Move boxes until none lies over another thing, and leave them as they lay best."""
        around, count = np.vstack([self.boxes, self.still]), len(self.at)
        minded, waited = self.weights > 0.0, np.zeros(count)
        first = self.weights.copy()
        struck = meet(around[:count], around) & minded
        met, weight = struck.sum(axis=1) * 1.0, float(first[struck].sum())
        least, best, gained = weight, list(self.at), 0
        for step in range(1, MOVES):
            if not met.any() or step - gained > PATIENCE:
                break
            index = int(np.where(met > 0, waited, np.inf).argmin())
            waited[index] = step
            row = self._move(index, around) & minded[index]
            column, was = row[:count] * 1.0, struck[:, index] * 1.0
            weight += float(first[index] @ row - first[index] @ struck[index] + first[:, index] @ (column - was))
            met += column - was
            met[index] = row.sum()
            struck[index], struck[:, index] = row, row[:count]
            if weight < least:
                least, best, gained = weight, list(self.at), step
            if step % STEP == 0:
                yield
        self.at[:] = best

    settle = unpaused(settle_in_steps)

    def leave_in_steps(self) -> Generator[None, None, None]:
        """Move boxes off what they need not mind, and from dear places, to where they lie over nothing at all."""
        around = np.vstack([self.boxes, self.still])
        for index, (places, costs) in enumerate(zip(self.places, self.costs, strict=True)):
            covering = np.asarray(meet(places, around[self._within_reach(index, around)]).any(axis=1))
            free = np.flatnonzero(~covering)
            if len(free) and (covering[self.at[index]] or costs[self.at[index]] >= NEARER):
                self.at[index] = int(free[costs[free].argmin()])
                around[index] = places[self.at[index]]
            if index % LOOKS == 0:
                yield

    leave = unpaused(leave_in_steps)

    @property
    def boxes(self) -> Points:
        """The boxes at the places they have."""
        return np.array([places[at] for places, at in zip(self.places, self.at, strict=True)])

    def _move(self, index: int, around: Points) -> Flags:
        """Move a box to where it costs least, and return what it meets there; that weighs more from now on."""
        near, weights = self._within_reach(index, around), self.weights[index]
        met = meet(self.places[index], around[near])
        best = int((met @ weights[near] + self.costs[index]).argmin())
        found = np.zeros(len(around), dtype=bool)
        found[near[met[best]]] = True
        covered = found & (weights > 0.0)
        weights[covered] += 1.0
        self.weights[np.flatnonzero(covered[: len(self.at)]), index] += 1.0
        self.at[index], around[index] = best, self.places[index][best]
        return found

    def _within_reach(self, index: int, around: Points) -> Ints:
        """Return which other boxes one could come to lie over, at one of its places."""
        left, top, right, bottom = self.reaches[index]
        near = (around[:, 0] < right) & (around[:, 2] > left) & (around[:, 1] < bottom) & (around[:, 3] > top)
        near[index] = False
        return near.nonzero()[0]


def settled_in_steps(
    nodes: Sequence[NodeMark], edges: Sequence[EdgeMark], scale: float
) -> Generator[None, None, tuple[tuple[NodeMark, ...], tuple[EdgeMark, ...]]]:
    """Return labels and signs, as the map draws them, with nothing over anything else, where that can be had."""
    if not edges or len(nodes) + len(edges) > MOST:
        return tuple(nodes), tuple(edges)
    paths = np.array([edge.path for edge in edges])
    spots = np.concatenate([np.array([edge.glyph for edge in edges])[:, None], at_shares(paths, SHARES)], axis=1)
    rooms = np.array([room_of(edge, scale) for edge in edges])
    boxes = np.concatenate([spots, spots], axis=2) + rooms[:, None]
    off = np.concatenate([[0.0], OFF * np.abs(np.array(SHARES) - 0.5)])
    yield
    signs = [(each, off) for each in boxes]
    crowd = yield from crowd_in_steps(nodes, edges, signs, head_boxes(edges, scale), scale)
    yield
    yield from crowd.settle_in_steps()
    yield from crowd.leave_in_steps()
    yield
    at = crowd.at[len(nodes) :]
    moved = (
        replace(edge, glyph=tuple(spots[rank, place].tolist()))
        for rank, (edge, place) in enumerate(zip(edges, at, strict=True))
    )
    return labelled(nodes, crowd), tuple(moved)


settled_on_map = unpaused(settled_in_steps)


def crowd_in_steps(
    nodes: Sequence[NodeMark],
    edges: Sequence[EdgeMark],
    signs: Sequence[tuple[Points, Numbers]],
    heads: Points,
    scale: float,
) -> Generator[None, None, Crowd]:
    """Return the boxes of labels and signs among outlines and heads; signs are the places of each with their costs."""
    count, still = len(nodes), np.vstack([np.array([node.box for node in nodes]), heads])
    lines, discs = np.vstack([edge.path for edge in edges]), discs_of(nodes)
    places = label_places(nodes, scale, farther=True)
    labels = [
        np.vstack([[node.label], each[: 0 if node.seated else None]]) for node, each in zip(nodes, places, strict=True)
    ]
    yield
    usual = []
    for at, boxes in enumerate(labels):
        cost = np.minimum(np.arange(len(boxes)), USUAL) * BY_PLACE + points_inside(boxes, lines) * BY_LINES
        usual.append(cost + NEARER * astray(boxes, discs, at))
        if at % WEIGHED == 0:
            yield
    yield
    whole = count + len(signs)
    weights = np.ones((whole, whole + len(still)))
    weights[:count, :count] = weights[:count, whole : whole + count] = NAMED
    weights[count:, whole + count :] = 0.0
    np.fill_diagonal(weights, 0.0)
    np.fill_diagonal(weights[:count, whole:], 0.0)
    weights[[at for at, node in enumerate(nodes) if node.seated], whole + count :] = 0.0  # heads end at the outline
    along, costs = [boxes for boxes, _ in signs], [cost for _, cost in signs]
    return Crowd(labels + along, usual + costs, [0] * whole, still, weights)


crowd_of = unpaused(crowd_in_steps)


def labelled(nodes: Sequence[NodeMark], crowd: Crowd) -> tuple[NodeMark, ...]:
    """Return the nodes with the labels of a settled crowd; one over an actor or another label is not shown."""
    labels, outlines = crowd.boxes[: len(nodes)], np.array([node.box for node in nodes])
    over, met = meet(labels, outlines), meet(labels, labels)
    np.fill_diagonal(over, False)
    free: list[int] = []
    for at in np.flatnonzero(~over.any(axis=1)).tolist():
        free += [] if met[at, free].any() else [at]
    return tuple(replace(node, label=box_of(labels[at]), labelled=at in free) for at, node in enumerate(nodes))


def meet(boxes: Points, others: Points) -> Flags:
    """Return which boxes overlap which others by more than a hair."""
    across = (boxes[:, None, 0] < others[None, :, 2] - HAIR) & (boxes[:, None, 2] > others[None, :, 0] + HAIR)
    down = (boxes[:, None, 1] < others[None, :, 3] - HAIR) & (boxes[:, None, 3] > others[None, :, 1] + HAIR)
    return np.asarray(across & down)
