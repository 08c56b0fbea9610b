"""The crowd: actors and lines of a large network as arrays, the most important first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graphdata.network import Actor
from graphdata.ties import Tie

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Ends = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """The actors on show, the one with most relations in row 0; radii are in points at a mark scale of 1."""

    actors: tuple[Actor, ...]
    row: Mapping[str, int]
    radii: Singles
    kinds: Bytes
    related: Ints

    def __len__(self) -> int:
        """Return the number of actors."""
        return len(self.actors)


@dataclass(frozen=True, slots=True, eq=False)
class Strands:
    """The lines on show, the most important in row 0; they name their ends by row of the cast."""

    ties: tuple[Tie, ...]
    ends: Ends
    domains: Bytes
    levels: Bytes
    mutual: Flags
    hostile: Flags
    badges: Bytes
    widths: Singles
    ranks: Ends  # which of the lines of its pair a line is
    counts: Ends  # how many lines its pair has

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.ties)


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Cast and strands with the actors' places, in points of the map."""

    cast: Cast
    strands: Strands
    places: Floats
    pinned: Flags
    boxes: Singles  # (4, lines): left, top, right, bottom of each line
    room: Box  # round every actor of the network, on show or not

    def lines_of(self, actor: int) -> Ints:
        """Return the lines that an actor is an end of, the most important first."""
        ends = self.strands.ends
        return np.flatnonzero((ends[:, 0] == actor) | (ends[:, 1] == actor))

    def line_of(self, tie: Tie) -> int | None:
        """Return the row of a line, or nothing where it is not on show."""
        giver, receiver = self.cast.row.get(tie.giver, -1), self.cast.row.get(tie.receiver, -1)
        ends = self.strands.ends
        rows = np.flatnonzero((ends[:, 0] == giver) & (ends[:, 1] == receiver)).tolist()
        return next((row for row in rows if self.strands.ties[row].id == tie.id), None)


def box_of(points: Floats) -> Box:
    """Return the box round some points (n, 2); column by column, a tenth of the time of both at once."""
    x, y = points.T
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())
