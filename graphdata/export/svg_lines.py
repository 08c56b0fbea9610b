"""Lines as path data: curves that follow each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from graphdata.drawing import Points
from graphdata.export.svg_cells import LINE, Whole
from graphdata.export.svg_steps import Steps, whole

START: Final = LINE + (ord("M") << 8)
CURVE, STRAIGHT = map(ord, "cl")


def runs(found: Sequence[Sequence[Points]] | Points) -> list[str]:
    """Return the path data of lines, each of curves that follow each other, relative to where each of these begins.

    Found are the curves of each line, or control points (n, 4, 2) of one cubic a line.
    """
    if isinstance(found, np.ndarray):
        rows = whole(found)
        rows[:, 1:] -= rows[:, :1]
        steps, counts = Steps(rows.reshape(-1, 2)), np.full(len(rows), 4)
        steps.before[1::4, 0] = CURVE
    else:
        steps, counts = _relative(found)
    steps.before[np.cumsum(counts) - counts, 0] = START
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
