"""Labels and signs of a slide look for other places together: signs along their lines, on either side of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from graphdata.export.pptx.spots import SHARES, Spot, boxes_at, places_on, sign_box
from graphdata.scene import NodeMark, Points
from graphdata.settling import MOST, OFF, Numbers, crowd_of, labelled

ASIDE: Final = 0.15  # what a sign costs with its numbers on the other side


def settled(
    nodes: Sequence[NodeMark], spots: Sequence[Spot], heads: Points, size: float, scale: float
) -> tuple[tuple[NodeMark, ...], tuple[Spot, ...]]:
    """Return labels and signs with nothing over anything else, where that can be had."""
    if not spots or len(nodes) + len(spots) > MOST:
        return tuple(nodes), tuple(spots)
    crowd = crowd_of(nodes, [spot.edge for spot in spots], [_sign_places(spot, size) for spot in spots], heads, scale)
    crowd.settle()
    crowd.leave()
    moved = [_moved(spot, at) for spot, at in zip(spots, crowd.at[len(nodes) :], strict=True)]
    return labelled(nodes, crowd), tuple(moved)


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
