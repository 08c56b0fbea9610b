"""The crowd: actors and lines of a large network as arrays, the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata.network import Actor
from graphdata.steps import Steps
from graphdata.ties import Tie

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Ends = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Box = tuple[float, float, float, float]
BULK: Final = 20_000  # lines looked through at a time


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

    def rows_of(self, ties: Iterable[Tie]) -> Steps[Ints]:
        """Return the rows of lines, those that are on show, in steps: one look through all lines for any number."""
        ties, row, ends = tuple(ties), self.cast.row, self.strands.ends
        wanted = {tie.id for tie in ties}
        pairs = {row.get(tie.giver, -1) * len(row) + row.get(tie.receiver, -1) for tie in ties}
        sought = np.array(sorted(pairs), dtype=np.int64)
        found: list[int] = []
        for first in range(0, len(ends) if ties else 0, BULK):
            giver, receiver = ends[first : first + BULK].T.astype(np.int64)
            codes = giver * len(row) + receiver
            near = sought[np.searchsorted(sought[:-1], codes)] == codes
            found += [at for at in (np.flatnonzero(near) + first).tolist() if self.strands.ties[at].id in wanted]
            yield
        return np.array(found, dtype=np.int64)


def box_of(points: Floats) -> Box:
    """Return the box round some points (n, 2); column by column, a tenth of the time of both at once."""
    x, y = points.T
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())
