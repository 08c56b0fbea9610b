"""Where lines end on the rim of a node: apart from each other, so that no arrowhead hides the next one.

The ends keep their order round the node and move no further than they must; the line's middle stays where it is.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata import style
from graphdata.fans import Floats, Ints, Nodes
from graphdata.steps import at_once

APART: Final = 0.62  # lengths of a head between two heads
BARE: Final = 0.3  # what an end without a head needs of the room of one with a head
FULLEST: Final = 0.94  # share of the rim that may be taken
FURTHEST: Final = 0.55  # radians that an end moves at most
HALVINGS: Final = 48  # of a stretch of 2 pi: what is left is below the precision of the angles
STEP: Final = 8  # nodes in one step
BEND: Final = 0.42  # share of a line that bends towards its new end

Flags = npt.NDArray[np.bool_]


def spread_ends(paths: Floats, ends: Ints, heads: Flags, nodes: Nodes, scale: float) -> Floats:
    """Return the trimmed paths (n, points, 2) with their ends apart; ends (n, 2) are nodes, heads (n, 2) wear one."""
    return at_once(ends_in_steps(paths, ends, heads, nodes, scale))


def ends_in_steps(paths: Floats, ends: Ints, heads: Flags, nodes: Nodes, scale: float) -> Generator[None, None, Floats]:
    """Return what spread_ends does, in steps."""
    if not len(paths):
        return paths
    found = paths.copy()
    for node in np.flatnonzero(np.bincount(ends.ravel())):  # unique would load numpy.ma, 10 ms of the start
        lines, sides = np.nonzero((ends == node) & (ends[:, :1] != ends[:, 1:]))
        if len(lines) > 1:
            _spread_at(found, (lines, sides), heads, nodes.places[node], scale)
        if node % STEP == 0:
            yield
    return found


def _spread_at(paths: Floats, at: tuple[Ints, Ints], heads: Flags, middle: Floats, scale: float) -> None:
    """Move the ends that some lines have at one node apart; at says which lines, and which of their sides."""
    lines, sides = at
    tips = paths[lines, np.where(sides == 0, 0, -1)] - middle
    turns = np.arctan2(tips[:, 1], tips[:, 0])
    radius = float(np.hypot(*tips.T).mean())
    room = np.where(heads[lines, sides], 1.0, BARE) * APART * style.HEAD * scale / radius
    moves = np.clip(spread_angles(turns, room) - turns, -FURTHEST, FURTHEST)
    cosines, sines = np.cos(moves), np.sin(moves)
    turned = np.column_stack([tips[:, 0] * cosines - tips[:, 1] * sines, tips[:, 0] * sines + tips[:, 1] * cosines])
    share = np.linspace(0.0, 1.0, paths.shape[1])
    fall = np.clip(1.0 - share / BEND, 0.0, 1.0) ** 2
    for line, side, shift in zip(lines, sides, turned - tips, strict=True):
        paths[line] += (fall if side == 0 else fall[::-1])[:, None] * shift


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
