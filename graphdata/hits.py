"""What lies under a point of a scene: the nearest node, else the nearest line, else nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from graphdata.scene import Scene

Floats = npt.NDArray[np.float64]
LINE_REACH: Final = 7.0  # a thin line is hit within this distance: 14 points wide for the hand
SIGN_REACH: Final = 9.0


@dataclass(frozen=True, slots=True)
class Hit:
    """An actor or a tie under the pointer."""

    kind: Literal["actor", "tie"]
    id: str


class HitIndex:
    """The arrays of one scene for hit-testing; brute force with a box prefilter beats every tree up to 10,000."""

    def __init__(self, scene: Scene) -> None:
        """Collect node discs, sign discs and line segments."""
        self._nodes = [node.id for node in scene.nodes]
        self._edges = [edge.id for edge in scene.edges]
        self._discs = np.array([[n.x, n.y, n.radius * 1.1] for n in scene.nodes]).reshape(-1, 3)
        self._signs = np.array([edge.glyph for edge in scene.edges]).reshape(-1, 2)
        pieces = [np.hstack([edge.path[:-1], edge.path[1:]]) for edge in scene.edges]
        self._pieces = np.vstack(pieces) if pieces else np.empty((0, 4))
        self._owner = np.repeat(np.arange(len(pieces)), np.array([len(piece) for piece in pieces], dtype=int))

    def at(self, x: float, y: float) -> Hit | None:
        """Return what lies under a point of the scene: nodes first, then signs, then lines."""
        node = _nearest(self._discs[:, :2], self._discs[:, 2], x, y)
        if node is not None:
            return Hit("actor", self._nodes[node])
        sign = _nearest(self._signs, np.full(len(self._signs), SIGN_REACH), x, y)
        if sign is not None:
            return Hit("tie", self._edges[sign])
        line = self._line(x, y)
        return None if line is None else Hit("tie", self._edges[line])

    def _line(self, x: float, y: float) -> int | None:
        """Return the line nearest to a point within reach."""
        a, b = self._pieces[:, :2], self._pieces[:, 2:]
        low, high = np.minimum(a, b) - LINE_REACH, np.maximum(a, b) + LINE_REACH
        near = np.flatnonzero((low[:, 0] <= x) & (x <= high[:, 0]) & (low[:, 1] <= y) & (y <= high[:, 1]))
        if not len(near):
            return None
        away = _distances(a[near], b[near], np.array([x, y]))
        best = int(np.argmin(away))
        return int(self._owner[near[best]]) if away[best] <= LINE_REACH else None


def _nearest(centres: Floats, reach: Floats, x: float, y: float) -> int | None:
    """Return the index of the nearest disc that holds the point."""
    if not len(centres):
        return None
    away = np.hypot(centres[:, 0] - x, centres[:, 1] - y) - reach
    best = int(np.argmin(away))
    return best if away[best] <= 0.0 else None


def _distances(a: Floats, b: Floats, point: Floats) -> Floats:
    """Return the distance of a point from each segment."""
    along = b - a
    size = np.maximum((along**2).sum(axis=1), 1e-12)
    share = np.clip(((point - a) * along).sum(axis=1) / size, 0.0, 1.0)
    nearest = a + along * share[:, None]
    found: Floats = np.hypot(nearest[:, 0] - point[0], nearest[:, 1] - point[1])
    return found
