"""Labels and signs of a slide look for other places together: signs along their lines, numbers on any side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from graphdata.export.pptx.spots import SHARES, TURNS, Spot, boxes_along, places_on, sign_box, turns_of
from graphdata.scene import NodeMark, Points
from graphdata.settling import MOST, OFF, Numbers, crowd_of, labelled

ASIDE: Final = (0.0, 0.1, 0.15, 0.2)  # what a sign costs with its numbers on other sides


def settled(
    nodes: Sequence[NodeMark], spots: Sequence[Spot], heads: Points, size: float, scale: float
) -> tuple[tuple[NodeMark, ...], tuple[Spot, ...]]:
    """Return labels and signs with nothing over anything else, where that can be had."""
    if not spots or len(nodes) + len(spots) > MOST:
        return tuple(nodes), tuple(spots)
    along = places_on([spot.edge for spot in spots])
    boxes = boxes_along(spots, along, size)
    signs = [_sign_places(spot, each, size) for spot, each in zip(spots, boxes, strict=True)]
    crowd = crowd_of(nodes, [spot.edge for spot in spots], signs, heads, scale)
    crowd.settle()
    crowd.leave()
    moved = [_moved(*each) for each in zip(spots, along, crowd.at[len(nodes) :], strict=True)]
    return labelled(nodes, crowd), tuple(moved)


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
