"""Lines as path data: curves that follow each other, and the heads that the same pen draws."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from graphdata.drawing import Points
from graphdata.export.svg_cells import LINE, SPACE, Whole, signs
from graphdata.export.svg_steps import DOWN, Steps, whole

HEAD: Final = 5  # steps of an arrowhead
NONE: Final[Whole] = np.zeros((0, HEAD, 2), np.int64)
START: Final = LINE + (ord("M") << 8)
CURVE, STRAIGHT, MOVE, CLOSE = map(ord, "clmz")
CLOSE_ASLANT, CLOSE_ACROSS = signs("zl"), signs("zh")


def ends(found: Sequence[Sequence[Points]] | Points) -> Whole:
    """Return where lines end, given as for runs."""
    last = found[:, -1] if isinstance(found, np.ndarray) else np.array([curves[-1][-1] for curves in found])
    return whole(last.reshape(-1, 2))


def runs(found: Sequence[Sequence[Points]] | Points, headed: Whole = NONE[:0, 0, 0], heads: Whole = NONE) -> list[str]:
    """Return the path data of lines, each of curves that follow each other, relative to where each of these begins.

    Found are the curves of each line, or control points (n, 4, 2) of one cubic a line; given are which lines have
    heads, and the steps (n, 5, 2) of these.
    """
    if isinstance(found, np.ndarray):
        rows = whole(found)
        rows[:, 1:] -= rows[:, :1]
        steps, counts = Steps(rows.reshape(-1, 2)), np.full(len(rows), 4)
        steps.before[1::4, 0] = CURVE
    else:
        steps, counts = _relative(found)
    behind = np.cumsum(counts)
    steps.before[behind - counts, 0] = START
    if len(headed):
        steps.insert(behind[headed], _headed(heads))
    return steps.data()


def _relative(found: Sequence[Sequence[Points]]) -> tuple[Steps, Whole]:
    """Return the steps of curves from where each begins, but for the first of a line; and how many a line."""
    curves = [curve for line in found for curve in line]
    if not curves:
        return Steps(np.zeros((0, 2), np.int64)), np.zeros(0, np.int64)
    sizes = np.array([len(curve) for curve in curves])
    rows = whole(np.concatenate(curves))
    first = np.cumsum(sizes) - sizes
    moves = rows - np.repeat(rows[first], sizes, axis=0)
    begins = first[np.cumsum([0, *(len(line) for line in found[:-1])])]
    moves[begins] = rows[begins]
    kept = np.ones(len(rows), bool)
    kept[first] = False
    kept[begins] = True
    steps = Steps(moves[kept])
    steps.before[np.cumsum(kept)[first + 1] - 1, 0] = np.where(sizes == 4, CURVE, STRAIGHT)
    return steps, np.add.reduceat(kept.astype(np.int64), begins)


def _headed(heads: Whole) -> Steps:
    """Return the steps of heads: to where each begins, round it, and up its middle where that is needed."""
    steps = Steps(heads.reshape(-1, 2))
    wide, high = heads[:, -1].T != 0
    last = np.s_[HEAD - 1 :: HEAD]
    steps.before[::HEAD, 0] = MOVE
    steps.before[last, 0] = np.where(wide, np.where(high, CLOSE_ASLANT, CLOSE_ACROSS), CLOSE)
    steps.before[last, 1] = np.where(high, np.where(wide, SPACE, DOWN), 0)
    steps.hidden[last, 0], steps.hidden[last, 1] = ~wide, ~high
    return steps
