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
Flags = npt.NDArray[np.bool_]
Kind = Literal["actor", "tie"]
LINE_REACH: Final = 7.0  # a thin line is hit within this distance: 14 points wide for the hand
SIGN_REACH: Final = 9.0
CLOSE: Final = 1.0  # points that single precision may be off, and more
FINE: Final = 65_535.0
CELL: Final = 64.0  # points: a hand moves through one in a tenth of a second


@dataclass(frozen=True, slots=True)
class Hit:
    """An actor or a tie under the pointer."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True, eq=False)
class Targets:
    """What can be hit: discs of actors (n, 3), places of signs (n, 2), pieces of lines (n, 4), and whose each is."""

    discs: Floats
    signs: Floats
    signed: Ints
    pieces: Floats
    owners: Ints
    boxes: Singles
    across: Singles  # the discs from left to right: where they are, and which they are
    order: Ints

    @classmethod
    def of(cls, discs: Floats, signs: Floats, signed: Ints, pieces: Floats, owners: Ints) -> Targets:
        """Return targets with what tells quickly who is far off: boxes round the pieces, discs from left to right."""
        low, high = np.minimum(pieces[:, :2], pieces[:, 2:]), np.maximum(pieces[:, :2], pieces[:, 2:])
        boxes = np.vstack([low.T - LINE_REACH, high.T + LINE_REACH]).astype(np.float32)
        order = _across(discs[:, 0])
        return cls(discs, signs, signed, pieces, owners, boxes, discs[order, 0].astype(np.float32), order)

    def at(self, x: float, y: float) -> tuple[Kind, int] | None:
        """Return which actor or line lies under a point: actors first, then signs, then lines."""
        node = self._disc(x, y)
        if node is not None:
            return "actor", node
        sign = _nearest(self.signs, SIGN_REACH, x, y)
        if sign is not None:
            return "tie", int(self.signed[sign])
        line = self._line(x, y)
        return None if line is None else ("tie", line)

    def near(self, left: float, top: float, right: float, bottom: float) -> Few:
        """Return the targets that a point of a box can hit."""
        x, y, reach = self.discs.T
        rows = np.flatnonzero((x + reach >= left) & (x - reach <= right) & (y + reach >= top) & (y - reach <= bottom))
        x, y = self.signs.T
        signs = np.flatnonzero((x >= left - SIGN_REACH) & (x <= right + SIGN_REACH))
        signs = signs[(y[signs] >= top - SIGN_REACH) & (y[signs] <= bottom + SIGN_REACH)]
        low_x, low_y, high_x, high_y = self.boxes
        met = np.flatnonzero((low_x <= right + CLOSE) & (high_x >= left - CLOSE))
        met = met[(low_y[met] <= bottom + CLOSE) & (high_y[met] >= top - CLOSE)]
        met = met[_crossing(self.pieces[met], left, top, right, bottom)]
        return Few(self.discs[rows], rows, self.signs[signs], self.signed[signs], self.pieces[met], self.owners[met])

    def _disc(self, x: float, y: float) -> int | None:
        """Return the disc that holds a point, looking only at those that are not too far left or right."""
        if not len(self.discs):
            return None
        reach = float(self.discs[:, 2].max()) + CLOSE
        first, last = np.searchsorted(self.across, [x - reach, x + reach])
        rows = np.sort(self.order[first:last])
        found = _nearest(self.discs[rows, :2], self.discs[rows, 2], x, y)
        return None if found is None else int(rows[found])

    def _line(self, x: float, y: float) -> int | None:
        """Return the line nearest to a point within reach."""
        left, top, right, bottom = self.boxes
        near = np.flatnonzero((left <= x) & (right >= x))
        near = near[(top[near] <= y) & (bottom[near] >= y)]
        best = _closest(self.pieces[near], x, y)
        return None if best is None else int(self.owners[near[best]])


class Few(NamedTuple):
    """Targets that are all close by, each with its owner."""

    discs: Floats
    actors: Ints
    signs: Floats
    signed: Ints
    pieces: Floats
    owners: Ints

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


class Nearby:
    """Targets as a moving pointer asks for them: those round its last place are kept at hand."""

    def __init__(self, targets: Targets) -> None:
        """Begin nowhere."""
        self._targets = targets
        self._cell: tuple[float, float] | None = None
        self._few: Few | None = None

    def at(self, x: float, y: float) -> tuple[Kind, int] | None:
        """Return which actor or line lies under a point, as the targets themselves do."""
        cell = x // CELL, y // CELL
        if self._few is None or cell != self._cell:
            left, top = cell[0] * CELL, cell[1] * CELL
            self._cell, self._few = cell, self._targets.near(left, top, left + CELL, top + CELL)
        return self._few.at(x, y)


class HitIndex:
    """The targets of one scene; brute force with a box prefilter beats every tree up to 10,000."""

    def __init__(self, scene: Scene) -> None:
        """Collect node discs, sign discs and line segments."""
        self._ids = {"actor": [node.id for node in scene.nodes], "tie": [edge.id for edge in scene.edges]}
        discs = np.array([[n.x, n.y, n.radius * 1.1] for n in scene.nodes]).reshape(-1, 3)
        signs = np.array([edge.glyph for edge in scene.edges]).reshape(-1, 2)
        pieces = [np.hstack([edge.path[:-1], edge.path[1:]]) for edge in scene.edges]
        owners = np.repeat(np.arange(len(pieces)), np.array([len(piece) for piece in pieces], dtype=int))
        self._targets = Targets.of(discs, signs, np.arange(len(signs)), np.vstack([np.empty((0, 4)), *pieces]), owners)

    def at(self, x: float, y: float) -> Hit | None:
        """Return what lies under a point of the scene."""
        found = self._targets.at(x, y)
        return None if found is None else Hit(found[0], self._ids[found[0]][found[1]])


def _across(x: Floats) -> Ints:
    """Return the order of discs from left to right; by short integers first, which numpy sorts by radix."""
    if not len(x):
        return np.empty(0, dtype=np.int64)
    step = max(float(np.ptp(x)), 1e-9) / FINE
    coarse = np.argsort(((x - x.min()) / step).astype(np.uint16), kind="stable")
    return coarse[np.argsort(x[coarse], kind="stable")]


def _nearest(centres: Floats, reach: Floats | float, x: float, y: float) -> int | None:
    """Return the index of the nearest disc that holds the point."""
    if not len(centres):
        return None
    away = np.hypot(centres[:, 0] - x, centres[:, 1] - y) - reach
    best = int(away.argmin())
    return best if away[best] <= 0.0 else None


def _crossing(pieces: Floats, left: float, top: float, right: float, bottom: float) -> Flags:
    """Return which pieces come within reach of a box, as far as their whole lines tell."""
    middle = np.array([left + right, top + bottom]) / 2.0
    along = pieces[:, 2:] - pieces[:, :2]
    away = middle - pieces[:, :2]
    off = np.abs(along[:, 0] * away[:, 1] - along[:, 1] * away[:, 0])
    reach = np.hypot(right - left, bottom - top) / 2.0 + LINE_REACH + CLOSE
    return np.asarray(off <= np.hypot(along[:, 0], along[:, 1]) * reach)


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
