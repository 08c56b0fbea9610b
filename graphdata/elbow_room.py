"""How large marks may be where a few actors of a large network are on show: as large as the room between them allows.

Marks shrink as a map is seen from farther off, since a whole map is full. A few of its actors stand far apart there.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from graphdata.places import Place

FULL: Final = 80.0  # points from an actor to the next at which marks and labels have their full size
LARGEST: Final = 0.85  # of that: some actors stand closer than most
CLOSEST: Final = 2  # one in so many actors may stand closer to another than is asked for


def elbow_room(places: Collection[Place]) -> float:
    """Return how far most actors are from the next, in points of the map; in steps, so that a drag seldom changes it.

    Looks at every pair: it is meant for some hundred actors. Nothing is next to a lone actor, which has all the room.
    """
    import numpy as np

    if len(places) < 2:
        return math.inf
    at = np.array(list(places))
    apart = np.hypot(*(at[:, None, axis] - at[None, :, axis] for axis in (0, 1)))
    np.fill_diagonal(apart, np.inf)
    nearest = float(np.sort(apart.min(axis=0))[len(at) // CLOSEST])
    return 2.0 ** (math.floor(2.0 * math.log2(nearest)) / 2.0) if nearest > 0.0 else 0.0


def roomy_scale(scale: float, zoom: float, room: float) -> float:
    """Return the mark scale of a map at a zoom, larger than usual where there is room between its actors."""
    return max(scale, min(LARGEST, room * zoom / FULL))
