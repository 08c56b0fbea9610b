"""A name inside its own actor, where the outline has room for it: round hubs there are too many lines for any other.

The icon makes room: it moves up and is drawn smaller, and the name stands below it in the icon's colour.
"""

from __future__ import annotations

from math import hypot
from typing import Final

from graphdata import style, typeface

SIZES: Final = (1.35, 1.25, 1.15, 1.0)  # of a label's size outside, tried from the largest
LEAST: Final = 24.0  # radius in points, at a mark scale of 1, below which the icon would be too small
TOP: Final = 0.08  # radii below the middle where the name begins
REACH: Final[dict[str, float]] = {  # radii of the circle inside each outline, less a hair's breadth
    "circle": 0.93,
    "octagon": 0.84,
    "rounded": 0.84,
    "hexagon": 0.8,
    "pentagon": 0.74,
    "slanted": 0.6,
    "diamond": 0.62,
}


def seat_size(lines: tuple[str, ...], bold: bool, radius: float, shape: str) -> float:
    """Return the size in points at which a name stands inside an outline, or 0 where it has no room.

    The radius is that at a mark scale of 1.
    """
    if radius < LEAST:
        return 0.0
    sizes = (share * style.LABEL_SIZE for share in SIZES)
    return next((size for size in sizes if _fits(typeface.block(lines, size, bold), radius, shape)), 0.0)


def _fits(block: tuple[float, float], radius: float, shape: str) -> bool:
    """Return whether the lower corners of a block lie inside an outline."""
    wide, high = block
    return hypot(wide / 2.0, TOP * radius + high) <= REACH[shape] * radius
