"""Where lines end on the rim of a node: apart from each other, so that no arrowhead hides the next one.

The ends keep their order round the node and move no further than they must; the line's middle stays where it is. Who
moves turns to the middle of the node, as petals do: heads stand further apart at their backs than at their points.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata import fans
from graphdata.fans import Floats, Ints, Nodes
from graphdata.steps import unpaused

FULLEST: Final = 0.94  # share of the rim that may be taken
FURTHEST: Final = 1.2  # radians that an end moves at most: further round, a line would run through its own node
SHRINK: Final = 0.9  # what the room of each end shrinks by while one would move further
SHRINKS: Final = 24
HALVINGS: Final = 48  # of a stretch of 2 pi: what is left is below the precision of the angles
STEP: Final = 8  # nodes in one step
BENDS: Final = (0.4, 0.25, 0.14)  # shares of a line that bend towards its new end
BEARABLE: Final = 0.02  # more of a node than that is not run through for the sake of a long bend
TURNED: Final = 0.7  # share of the way to the node's middle that the end of a line turns
TURNING: Final = 0.25  # radians that an end moves to be turned so far
HANDLE: Final = 1.1  # radii that a turned end runs on, about, before it bends
STILL: Final = 1e-9

Flags = npt.NDArray[np.bool_]


def ends_in_steps(
    paths: Floats, ends: Ints, rooms: Floats, nodes: Nodes, scale: float
) -> Generator[None, None, Floats]:
    """Return the trimmed paths (n, points, 2) with their ends apart.

    Ends (n, 2) are nodes, rooms (n, 2) the length of the rim that each end needs.
    """
    if not len(paths):
        return paths
    tips, moves = paths[:, [0, -1]].copy(), np.zeros((len(paths), 2))
    for node in np.flatnonzero(np.bincount(ends.ravel())):  # unique would load numpy.ma, 10 ms of the start
        lines, sides = np.nonzero((ends == node) & (ends[:, :1] != ends[:, 1:]))
        if len(lines) > 1:
            away = tips[lines, sides] - nodes.places[node]
            turns = np.arctan2(away[:, 1], away[:, 0])
            moves[lines, sides] = moved = _moves(turns, rooms[lines, sides] / float(np.hypot(*away.T).mean()))
            tips[lines, sides] = fans.on_rim(nodes, np.full(len(lines), node), turns + moved, scale)
        if node % STEP == 0:
            yield
    return (yield from _led(paths, _Ends(ends, tips, moves), nodes, scale))


spread_ends = unpaused(ends_in_steps)


class _Ends(NamedTuple):
    """Where lines are to end: their nodes (n, 2), new tips (n, 2, 2), and how far these have moved (n, 2)."""

    nodes: Ints
    tips: Floats
    moves: Floats

    def taken(self, rows: Ints) -> _Ends:
        """Return the ends of some lines."""
        return _Ends(self.nodes[rows], self.tips[rows], self.moves[rows])


def _led(paths: Floats, ends: _Ends, nodes: Nodes, scale: float) -> Generator[None, None, Floats]:
    """Return the paths led to their new ends, in steps; bends are sharper where long ones run through other nodes."""
    rows = np.flatnonzero(np.abs(ends.moves).max(axis=1) > STILL)
    if not len(rows):
        return paths
    found, least = paths.copy(), fans.struck_by(paths[rows], ends.nodes[rows], nodes, scale)
    yield
    for bend in BENDS:
        led = _ended(paths[rows], ends.taken(rows), nodes, bend)
        found[rows] = led
        worse = fans.struck_by(led, ends.nodes[rows], nodes, scale) > least + BEARABLE
        rows, least = rows[worse], least[worse]
        if not len(rows):
            break
        yield
    return found


def _ended(paths: Floats, ends: _Ends, nodes: Nodes, bend: float) -> Floats:
    """Return the paths, both ends led to where they are to be."""
    found = paths.copy()
    for side in (0, 1):
        some = np.flatnonzero(np.abs(ends.moves[:, side]) > STILL)
        at_node, way = ends.nodes[some, side], found[some, :: 1 - 2 * side]
        rim = _Rim(ends.tips[some, side], nodes.places[at_node], nodes.radii[at_node], ends.moves[some, side])
        found[some] = _bent(way, rim, round(bend * (paths.shape[1] - 1)))[:, :: 1 - 2 * side]
    return found


def _moves(turns: Floats, room: Floats) -> Floats:
    """Return how far each end moves round its node, with less room for all where one would move too far."""
    for share in SHRINK ** np.arange(SHRINKS):
        moves = spread_angles(turns, room * share) - turns
        if np.abs(moves).max() <= FURTHEST:
            return np.asarray(moves)
    return np.asarray(np.clip(moves, -FURTHEST, FURTHEST))


class _Rim(NamedTuple):
    """Where some lines come to a node: their tips, its middle and radius for each, and how far they have moved."""

    tips: Floats
    middles: Floats
    radii: Floats
    moves: Floats


def _bent(paths: Floats, rim: _Rim, last: int) -> Floats:
    """Return paths whose first points lead from new tips, turned away from the node, to the last one as it was."""
    first, back = paths[:, 1] - paths[:, 0], paths[:, last] - paths[:, last + 1]
    natural = last * np.hypot(*first.T) / 3.0
    weight = TURNED * np.minimum(np.abs(rim.moves) / TURNING, 1.0)
    heading, outward = (np.arctan2(way[:, 1], way[:, 0]) for way in (first, rim.tips - rim.middles))
    heading = heading + weight * np.angle(np.exp(1j * (outward - heading)))
    reach = (1.0 - weight) * natural + weight * np.minimum(natural, HANDLE * rim.radii)
    out = rim.tips + reach[:, None] * np.column_stack([np.cos(heading), np.sin(heading)])
    goal = paths[:, last]
    into = goal + back * last / 3.0  # as fast as the rest of the line goes on
    share = np.linspace(0.0, 1.0, last + 1)[None, :, None]
    rest = 1.0 - share
    near = 3 * rest**2 * share * out[:, None] + 3 * rest * share**2 * into[:, None]
    found = paths.copy()
    found[:, : last + 1] = rest**3 * rim.tips[:, None] + near + share**3 * goal[:, None]
    return found


def spread_angles(turns: Floats, room: Floats) -> Floats:
    """Return angles in the same order round the circle, neighbours apart by half the room of each, moved little.

    The order is cut at the widest gap; what is left is a least squares problem with ordered gaps, solved by pooling,
    and by holding both ends where the pool would otherwise close the gap that was cut.
    """
    order = np.argsort(turns, kind="stable")
    angles, needs = turns[order], room[order]
    gaps = np.diff(np.append(angles, angles[0] + 2.0 * np.pi))
    cut = int(gaps.argmax()) + 1
    angles = np.concatenate([angles[cut:], angles[:cut] + 2.0 * np.pi])
    order = np.concatenate([order[cut:], order[:cut]])
    needs = np.concatenate([needs[cut:], needs[:cut]])
    needs = needs * min(1.0, FULLEST * 2.0 * np.pi / max(float(needs.sum()), 1e-9))
    steps = np.concatenate([[0.0], np.cumsum((needs[:-1] + needs[1:]) / 2.0)])
    found = np.empty(len(turns))
    slack = 2.0 * np.pi - float(steps[-1]) - float(needs[0] + needs[-1]) / 2.0
    found[order] = _within(_rising(angles - steps), angles - steps, slack) + steps
    return np.asarray(turns + np.angle(np.exp(1j * (found - turns))))


def _rising(values: Floats) -> Floats:
    """Return the nearest values that never fall: neighbours that would are pooled at their mean."""
    means: list[float] = []
    counts: list[int] = []
    for value in values.tolist():
        means.append(value)
        counts.append(1)
        while len(means) > 1 and means[-2] > means[-1]:
            total = counts[-2] + counts[-1]
            means[-2] = (means[-2] * counts[-2] + means[-1] * counts[-1]) / total
            counts[-2] = total
            means.pop()
            counts.pop()
    return np.repeat(np.array(means), counts)


def _within(rising: Floats, values: Floats, slack: float) -> Floats:
    """Return the rising values nearest to the given ones whose last is at most slack above the first.

    Between bounds the nearest are the unbounded ones, cut off; the bounds stand where both sides are cut off alike.
    """
    low, high = float(rising[0]), float(rising[-1]) - slack
    if high <= low:
        return rising
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        lifted = float((middle - values[rising < middle]).sum())
        lowered = float((values[rising > middle + slack] - middle - slack).sum())
        low, high = (middle, high) if lifted < lowered else (low, middle)
    return np.clip(rising, high, high + slack)
