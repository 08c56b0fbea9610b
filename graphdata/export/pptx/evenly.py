"""Things of different heights under each other, in no more columns than they need, and all about as full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

HALVINGS: Final = 24  # of the room: what is left is below the thickness of a line


def evenly(heights: Sequence[float], room: float, columns: int = 1) -> list[int]:
    """Return how many things stand in each column, in order, where so many columns make a page.

    There are as few pages as hold them, and no column is fuller than it must be for that; what is higher than the room
    stands alone.
    """
    most = -(-len(_filled(heights, room)) // columns) * columns
    low, high = 0.0, room
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        low, high = (low, middle) if len(_filled(heights, middle)) <= most else (middle, high)
    return _filled(heights, high)


def _filled(heights: Sequence[float], room: float) -> list[int]:
    """Return how many things stand in each column if each takes all that fit."""
    found: list[int] = []
    used = room
    for high in heights:
        if not found or used + high > room:
            found.append(0)
            used = 0.0
        found[-1] += 1
        used += high
    return found
