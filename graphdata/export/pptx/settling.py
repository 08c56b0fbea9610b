"""Labels and signs of a slide look for other places together: signs along their lines, numbers on any side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from graphdata.export.pptx.flaws import LEADING, Stage, misread
from graphdata.export.pptx.spots import SHARES, TURNS, Spot, boxes_along, places_on, sign_box, turns_of
from graphdata.placing import astray, discs_of
from graphdata.scene import NodeMark, Points, Scene
from graphdata.settling import MOST, OFF, Crowd, Numbers, crowd_of, labelled

ASIDE: Final = (0.0, 0.1, 0.15, 0.2)  # what a sign costs with its numbers on other sides
Placed = tuple[tuple[NodeMark, ...], tuple[Spot, ...]]


def settled(nodes: Sequence[NodeMark], spots: Sequence[Spot], heads: Points, size: float, scale: float) -> Placed:
    """Return labels and signs with nothing over anything else, and no label misread, where that can be had."""
    if not spots or len(nodes) + len(spots) > MOST:
        return tuple(nodes), tuple(spots)
    found = _settled(nodes, spots, heads, size, scale)
    wrong = _misread(found, size, scale)
    if not wrong:
        return found
    other = _settled(*found, heads, size, scale, strict=True)
    return other if _misread(other, size, scale) < wrong else found


def _misread(placed: Placed, size: float, scale: float) -> int:
    """Return how many labels and signs are hidden or misread."""
    nodes, spots = placed
    scene = Scene(nodes, tuple(spot.edge for spot in spots), scale)
    return misread(Stage(scene, (), tuple(spot.side for spot in spots), size))


def _settled(
    nodes: Sequence[NodeMark], spots: Sequence[Spot], heads: Points, size: float, scale: float, strict: bool = False
) -> Placed:
    """Return labels and signs at places that cover as little as can be; strictly, no place that is misread is one."""
    along = places_on([spot.edge for spot in spots])
    boxes = boxes_along(spots, along, size)
    signs = [_sign_places(spot, each, size) for spot, each in zip(spots, boxes, strict=True)]
    crowd = crowd_of(nodes, [spot.edge for spot in spots], signs, heads, scale)
    crowd = _strict(crowd, nodes) if strict else crowd
    crowd.settle()
    crowd.leave()
    moved = [_moved(*each) for each in zip(spots, along, crowd.at[len(nodes) :], strict=True)]
    return labelled(nodes, _unpadded(crowd, nodes) if strict else crowd), tuple(moved)


def _strict(crowd: Crowd, nodes: Sequence[NodeMark]) -> Crowd:
    """Return a crowd whose labels have no place nearer to another actor, nor one that reads on from another label."""
    discs, places, costs = discs_of(nodes), list(crowd.places), list(crowd.costs)
    for at in range(len(nodes)):
        near = ~astray(places[at], discs, at)
        near = near if near.any() else np.ones(len(near), dtype=bool)
        places[at], costs[at] = places[at][near] + _air(nodes[at]), costs[at][near]
    return Crowd(places, costs, [0] * len(places), crowd.still, crowd.weights)


def _unpadded(crowd: Crowd, nodes: Sequence[NodeMark]) -> Crowd:
    """Return the crowd, its labels without the air above and below."""
    crowd.places[: len(nodes)] = [each - _air(node) for each, node in zip(crowd.places, nodes, strict=False)]
    return crowd


def _air(node: NodeMark) -> Points:
    """Return what is added to the box of a label so that no two read as one name of two lines."""
    return np.array([0.0, -0.5, 0.0, 0.5]) * LEADING * node.label_size * (not node.seated)


def _sign_places(spot: Spot, boxes: Points, size: float) -> tuple[Points, Numbers]:
    """Return the boxes that a sign could take along its line, as it is now first, and what each costs."""
    away = OFF * np.abs(np.array(SHARES) - 0.5)
    sides = len(TURNS) if spot.edge.note else 1
    found = np.vstack([sign_box(*spot, size=size), boxes[:sides].reshape(-1, 4)])
    return found, np.concatenate([[0.0], *(away + ASIDE[side] for side in range(sides))])


def _moved(spot: Spot, along: Points, at: int) -> Spot:
    """Return a sign at one of its places."""
    if at == 0:
        return spot
    side, place = divmod(at - 1, len(SHARES))
    x, y = along[place].tolist()
    return Spot(replace(spot.edge, glyph=(x, y)), turns_of(spot)[side])
