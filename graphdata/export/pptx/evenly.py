"""Things of different heights under each other, in no more columns than they need, and all about as full."""

from __future__ import annotations

from collections.abc import Sequence


def evenly(heights: Sequence[float], room: float, columns: int = 1) -> list[int]:
    """Return how many things stand in each column, in order, where so many columns make a page.

    There are as few pages as hold them, and what is left is shared out anew before each column; what is higher than the
    room stands alone.
    """
    left, found = list(heights), list[int]()
    for columns_left in range(-(-len(_filled(heights, room)) // columns) * columns, 0, -1):
        if left:
            found.append(_share(left, room, columns_left))
            del left[: found[-1]]
    return found


def _share(heights: Sequence[float], room: float, columns: int) -> int:
    """Return how many things stand in the first of some columns: its share, or more where the others have no room."""
    share, used, count = sum(heights) / columns, heights[0], 1
    for at, high in enumerate(heights[1:], start=1):
        late = len(_filled(heights[at:], room)) >= columns
        if used + high > room or (used + high / 2.0 > share and not late):
            break
        used, count = used + high, at + 1
    return count


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
