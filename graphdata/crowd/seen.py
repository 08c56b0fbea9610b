"""What of a crowd is in sight, and how much of it can be drawn line by line: the level of detail."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from graphdata.crowd.crowd import Box, Crowd, Ends, Floats, Ints

Rows = Ints | Ends
Detail = Literal["full", "plain", "bare"]
FULL: Final = 1300  # lines in sight that are drawn with patterns, heads and signs
PLAIN: Final = 5000  # lines with an end in sight that are bent apart and wear heads; above, they go straight
PASSING: Final = 3000  # lines that only cross the window and are drawn one by one, palely
SINGLE: Final = 20_000  # lines in sight that are drawn one by one, at most; the rest together as a faint image
EACH: Final = 160.0  # square points of window to each: with more, only the last lines could be seen
FEWEST: Final = PLAIN  # lines that are drawn one by one in the smallest window
AROUND: Final = 60.0  # points round the window in which marks are drawn all the same: lines swing out
BULK: Final = 40_000
SHRINK: Final = 0.8  # below the smallest scale of a scene, marks shrink a little less than their distances
SMALLEST: Final = 0.09
SMALLEST_OF_SCENE: Final = 0.72
LETTERS: Final = (0.85, 1.3)  # labels keep a size that can be read


@dataclass(frozen=True, slots=True)
class Outlook:
    """A camera as the crowd needs it: shift and zoom, and the size of the window, in points."""

    x: float
    y: float
    zoom: float
    width: float
    height: float

    @property
    def window(self) -> Box:
        """What of the map is in sight, in places, with something round it."""
        left, top = (-AROUND - self.x) / self.zoom, (-AROUND - self.y) / self.zoom
        return left, top, left + (self.width + 2 * AROUND) / self.zoom, top + (self.height + 2 * AROUND) / self.zoom

    @property
    def sight(self) -> Box:
        """The window as a box of the scene, in points."""
        return -self.x, -self.y, self.width - self.x, self.height - self.y


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Rows of actors and lines in sight, the most important first, and how they are drawn."""

    actors: Ints
    lines: Ints  # with an end in sight
    passing: Ints  # that only cross the window
    rest: Rows  # as many as there are lines: in half the room
    detail: Detail
    scale: float

    @property
    def notice(self) -> str:
        """What has to be said where not every line in sight is drawn by itself."""
        if not len(self.rest):
            return ""
        drawn = len(self.lines) + len(self.passing)
        whole = drawn + len(self.rest)
        return f"{drawn:,} of {whole:,} lines are drawn one by one, the others as a haze; come closer to see them"


def mark_scale(zoom: float) -> float:
    """Return how large marks are drawn: as in a scene, and smaller still from further off."""
    if zoom >= SMALLEST_OF_SCENE:
        return min(LETTERS[1], zoom)
    return max(SMALLEST, SMALLEST_OF_SCENE * float((zoom / SMALLEST_OF_SCENE) ** SHRINK))


def letter_scale(zoom: float) -> float:
    """Return how large labels are set."""
    return max(LETTERS[0], min(LETTERS[1], zoom))


def seen_of(crowd: Crowd, outlook: Outlook) -> Generator[None, None, Seen]:
    """Return what is in sight; lines by their boxes, so that none is missed."""
    left, top, right, bottom = outlook.window
    x, y = crowd.places.T
    actors = np.flatnonzero((x >= left) & (x <= right) & (y >= top) & (y <= bottom))
    yield
    if len(actors) == len(crowd.cast):
        everything = np.arange(len(crowd.strands), dtype=np.int32)
        return _seen(actors, everything, everything[:0], outlook)
    there = np.zeros(len(crowd.cast), dtype=bool)
    there[actors] = True
    yield
    parts: tuple[list[Ends], list[Ends]] = ([], [])
    for first in range(0, len(crowd.strands), BULK):
        low_x, low_y, high_x, high_y = crowd.boxes[:, first : first + BULK]
        inside = (low_x <= right) & (high_x >= left) & (low_y <= bottom) & (high_y >= top)
        lines = (np.flatnonzero(inside) + first).astype(np.int32)
        giver, receiver = crowd.strands.ends[lines].T
        near = there[giver] | there[receiver]
        parts[0].append(lines[near])
        parts[1].append(lines[~near])
        yield
    met, passing = (np.concatenate([np.empty(0, dtype=np.int32), *each]) for each in parts)
    return _seen(actors, met, passing, outlook)


def _seen(actors: Ints, met: Ends, passing: Ends, outlook: Outlook) -> Seen:
    """Return what is in sight, as much of it as the window has room for line by line."""
    single = single_in(outlook)
    room = max(0, min(PASSING, single - len(met)))
    rest = np.concatenate([met[single:], passing[room:]])
    wide = np.int64
    return Seen(
        actors,
        met[:single].astype(wide),
        passing[:room].astype(wide),
        rest,
        detail_of(len(met)),
        mark_scale(outlook.zoom),
    )


def single_in(outlook: Outlook) -> int:
    """Return how many lines a window has room for one by one: the more, the larger it is."""
    return min(SINGLE, max(FEWEST, int(outlook.width * outlook.height / EACH)))


def detail_of(lines: int) -> Detail:
    """Return how so many lines in sight are drawn."""
    return "full" if lines <= FULL else "plain" if lines <= PLAIN else "bare"


def straight(crowd: Crowd, lines: Rows, zoom: float) -> Floats:
    """Return lines as straight segments (n, 4) of the scene."""
    ends = crowd.strands.ends.take(lines, axis=0)
    found = crowd.places.take(ends.ravel(), axis=0).reshape(-1, 4)
    found *= zoom
    return found
