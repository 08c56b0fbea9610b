"""What lies under a point of a scene: the nearest node, else the nearest line, else nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata.scene import Scene

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Kind = Literal["actor", "tie"]
LINE_REACH: Final = 7.0  # a thin line is hit within this distance: 14 points wide for the hand
SIGN_REACH: Final = 9.0
CLOSE: Final = 0.05  # points that rounding may take
FAR: Final = 1e6  # points: farther than any reach
SPAN: Final = 2048.0  # points from an origin in which single numbers are exact to a thousandth
CELL: Final = 96.0  # points: a hand moves through one in a tenth of a second


@dataclass(frozen=True, slots=True)
class Hit:
    """An actor or a tie under the pointer."""

    kind: Kind
    id: str


class Targets(NamedTuple):
    """What can be hit: discs of actors (n, 3), places of signs (n, 2), pieces of lines (n, 4), and whose each is."""

    discs: Floats
    actors: Ints
    signs: Floats
    signed: Ints
    pieces: Floats
    owners: Ints

    @classmethod
    def of(cls, discs: Floats, signs: Floats, signed: Ints, pieces: Floats, owners: Ints) -> Targets:
        """Return targets whose discs are those of the actors in their order."""
        return cls(discs, np.arange(len(discs)), signs, signed, pieces, owners)

    def at(self, x: float, y: float) -> tuple[Kind, int] | None:
        """Return which actor or line lies under a point: actors first, then signs, then lines."""
        found = _nearest(self.discs[:, :2], self.discs[:, 2], x, y)
        if found is not None:
            return "actor", int(self.actors[found])
        found = _nearest(self.signs, SIGN_REACH, x, y)
        if found is not None:
            return "tie", int(self.signed[found])
        found = _closest(self.pieces, x, y)
        return None if found is None else ("tie", int(self.owners[found]))

    def taken(self, discs: Ints, signs: Ints, pieces: Ints) -> Targets:
        """Return some of the targets."""
        return Targets(
            self.discs[discs], self.actors[discs], self.signs[signs], self.signed[signs], self.pieces[pieces],
            self.owners[pieces],
        )  # fmt: skip


class Sheets(NamedTuple):
    """Targets in columns about an origin, to be sifted by a square of the scene: round ones, and directed lines."""

    x: Singles
    y: Singles
    reach: Singles
    lines: Singles  # (3, n): times (x, y, 1) it gives how far a point is from each line
    ahead: Singles  # how far along the line the middle of the piece is
    half: Singles

    @classmethod
    def of(cls, targets: Targets, origin: tuple[float, float]) -> Sheets:
        """Return the columns of targets: discs, then signs; pieces."""
        x, y = (np.concatenate([targets.discs[:, axis], targets.signs[:, axis]]) - origin[axis] for axis in (0, 1))
        reach = np.concatenate([targets.discs[:, 2], np.full(len(targets.signs), SIGN_REACH)])
        start_x, start_y, end_x, end_y = (targets.pieces - np.tile(origin, 2)).T
        along_x, along_y = end_x - start_x, end_y - start_y
        length = np.hypot(along_x, along_y)
        points = length < CLOSE  # they have some direction as well
        along_x[points], along_y[points], length[points] = 1.0, 0.0, 1.0
        along_x, along_y = along_x / length, along_y / length
        lines = np.array([-along_y, along_x, along_y * start_x - along_x * start_y])
        ahead = along_x * (start_x + end_x) / 2.0 + along_y * (start_y + end_y) / 2.0
        half = np.where(points, 0.0, length / 2.0)
        return cls(*(each.astype(np.float32) for each in (x, y, reach, lines, ahead, half)))

    def near(self, x: float, y: float, away: float) -> tuple[Ints, Ints]:
        """Return the round ones and the pieces that can be hit from no farther than so much from a point."""
        off = self.x - np.float32(x)
        np.abs(off, out=off)
        off -= self.reach
        rows = (off <= away + CLOSE).nonzero()[0]
        rows = rows.compress(np.abs(self.y.take(rows) - y) <= self.reach.take(rows) + away + CLOSE)
        beyond = away + LINE_REACH + CLOSE
        off = np.array([x, y, 1.0], dtype=np.float32).dot(self.lines)
        np.abs(off, out=off)
        met = (off <= beyond).nonzero()[0]
        ahead = self.lines[1].take(met) * x - self.lines[0].take(met) * y - self.ahead.take(met)
        return rows, met.compress(np.abs(ahead) <= self.half.take(met) + beyond)


class Glance:
    """The few targets that can be hit from one square, asked with one product of a matrix for each point of it.

    Round ones give the square of the distance less those of their reach and of the point; pieces give the distance from
    their whole line, and the way along it from their middle.
    """

    def __init__(self, targets: Targets, sheets: Sheets, x: float, y: float, away: float) -> None:
        """Lay out the matrix of what is near a point of the sheets."""
        self._targets, self._x, self._y = targets, x, y
        self._rows, self._pieces = rows, pieces = sheets.near(x, y, away)
        self._reach, self._half = sheets.reach.take(rows), sheets.half.take(pieces)
        self._round, self._lines = first, last = len(rows), len(rows) + len(pieces)
        middle_x, middle_y = sheets.x.take(rows) - x, sheets.y.take(rows) - y
        matrix = np.empty((3, last + len(pieces)), dtype=np.float32)
        matrix[0, :first], matrix[1, :first] = -2.0 * middle_x, -2.0 * middle_y
        matrix[2, :first] = middle_x * middle_x + middle_y * middle_y - self._reach * self._reach
        matrix[:, first:last] = across, along, aside = sheets.lines.take(pieces, axis=1)
        matrix[2, first:last] = across * x + along * y + aside
        matrix[0, last:], matrix[1, last:] = along, -across
        matrix[2, last:] = along * x - across * y - sheets.ahead.take(pieces)
        self._matrix, self._point = matrix, np.ones(3, dtype=np.float32)
        self._found = found = np.empty(matrix.shape[1], dtype=np.float32)
        self._within, self._aside, self._over = found[:first], found[first:last], found[last:]
        self._zeros = np.zeros_like(self._over)

    def at(self, x: float, y: float) -> tuple[Kind, int] | None:
        """Return which actor or line lies under a point, as all targets do."""
        point = self._point
        point[0] = across = x - self._x
        point[1] = down = y - self._y
        point.dot(self._matrix, self._found)
        if self._round:
            square = across * across + down * down
            if self._within[self._within.argmin()] <= -square:  # in a third of the time of its minimum
                return self._held(np.flatnonzero(self._within <= -square), square)
        return self._nearest_line() if self._lines > self._round else None

    def _nearest_line(self) -> tuple[Kind, int] | None:
        """Return the line that is nearest to the point that was asked for last, if it is within reach."""
        square, over = self._aside, self._over
        np.multiply(square, square, square)
        np.abs(over, over)
        np.subtract(over, self._half, over)
        np.maximum(over, self._zeros, out=over)  # a number in place of the array costs a microsecond
        np.multiply(over, over, over)
        np.add(square, over, square)
        best = int(square.argmin())
        return ("tie", int(self._targets.owners[self._pieces[best]])) if square[best] <= LINE_REACH**2 else None

    def _held(self, near: Ints, square: float) -> tuple[Kind, int]:
        """Return which of some discs and signs that hold a point does so deepest; discs lie over signs."""
        discs = len(self._targets.discs)
        rows = self._rows[near]
        if len(near) > 1:
            depth = np.sqrt(np.maximum(self._found[near] + self._reach[near] ** 2 + square, 0.0)) - self._reach[near]
            row = int(rows[(depth + (rows >= discs) * FAR).argmin()])
        else:
            row = int(rows[0])
        return (
            ("actor", int(self._targets.actors[row]))
            if row < discs
            else ("tie", int(self._targets.signed[row - discs]))
        )


class Nearby:
    """Targets as a moving pointer asks for them: those round its last place are kept at hand."""

    def __init__(self, targets: Targets) -> None:
        """Begin nowhere."""
        self._targets = targets
        self._left = self._top = np.inf
        self._origin = (np.inf, np.inf)
        self._sheets: Sheets
        self._glance: Glance

    def at(self, x: float, y: float) -> tuple[Kind, int] | None:
        """Return which actor or line lies under a point, as the targets themselves do."""
        if not (0.0 <= x - self._left < CELL and 0.0 <= y - self._top < CELL):
            self._enter(x, y)
        return self._glance.at(x - self._origin[0], y - self._origin[1])

    def _enter(self, x: float, y: float) -> None:
        """Take what is round a cell to hand; about an origin so near that single numbers are exact enough."""
        self._left, self._top, half = x // CELL * CELL, y // CELL * CELL, CELL / 2.0
        if not max(abs(x - self._origin[0]), abs(y - self._origin[1])) < SPAN:
            self._origin = x, y
            self._sheets = Sheets.of(self._targets, self._origin)
        middle = self._left + half - self._origin[0], self._top + half - self._origin[1]
        self._glance = Glance(self._targets, self._sheets, *middle, half * 2.0**0.5)


class HitIndex:
    """The targets of one scene."""

    def __init__(self, scene: Scene) -> None:
        """Collect node discs, sign discs and line segments."""
        self._ids = {"actor": [node.id for node in scene.nodes], "tie": [edge.id for edge in scene.edges]}
        discs = np.array([[n.x, n.y, n.radius * 1.1] for n in scene.nodes]).reshape(-1, 3)
        signs = np.array([edge.glyph for edge in scene.edges]).reshape(-1, 2)
        pieces = [np.hstack([edge.path[:-1], edge.path[1:]]) for edge in scene.edges]
        owners = np.repeat(np.arange(len(pieces)), np.array([len(piece) for piece in pieces], dtype=int))
        rows = np.vstack([np.empty((0, 4)), *pieces])
        self._nearby = Nearby(Targets.of(discs, signs, np.arange(len(signs)), rows, owners))

    def at(self, x: float, y: float) -> Hit | None:
        """Return what lies under a point of the scene."""
        found = self._nearby.at(x, y)
        return None if found is None else Hit(found[0], self._ids[found[0]][found[1]])


def _nearest(centres: Floats, reach: Floats | float, x: float, y: float) -> int | None:
    """Return the index of the nearest disc that holds the point."""
    if not len(centres):
        return None
    away = np.hypot(centres[:, 0] - x, centres[:, 1] - y) - reach
    best = int(away.argmin())
    return best if away[best] <= 0.0 else None


def _closest(pieces: Floats, x: float, y: float) -> int | None:
    """Return the index of the piece of line nearest to a point within reach; column by column, which is quickest."""
    if not len(pieces):
        return None
    start_x, start_y, end_x, end_y = pieces.T
    along_x, along_y, off_x, off_y = end_x - start_x, end_y - start_y, x - start_x, y - start_y
    share = (off_x * along_x + off_y * along_y) / np.maximum(along_x * along_x + along_y * along_y, 1e-12)
    share = np.minimum(np.maximum(share, 0.0), 1.0)
    off_x, off_y = off_x - share * along_x, off_y - share * along_y
    away = off_x * off_x + off_y * off_y
    best = int(away.argmin())
    return best if away[best] <= LINE_REACH * LINE_REACH else None
