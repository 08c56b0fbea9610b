"""Many whole numbers at once as path data: every number is a cell of eight bytes, and empty bytes are left out at last.

A cell holds up to two signs before the number, its minus, and five digits. That takes a third of what formatting takes,
and export of vectors is mostly that. Paths with longer numbers are worded the slow way.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
Cells = npt.NDArray[np.uint32]
SPACE: Final = ord(" ")
LINE: Final = ord("\n")
MINUS: Final = np.uint32(ord("-") << 16)
LOW: Final = 10_000  # four digits lie in the second half of a cell
LONGEST: Final = 10 * LOW


def data(numbers: Whole, before: Cells, hidden: npt.NDArray[np.bool_]) -> list[str]:
    """Return lines of path data: numbers, each with what stands before it; some are hidden.

    Before the first number of each line stands LINE with a letter. No space stands before a minus.
    """
    size, minus = np.abs(numbers).astype(np.int32), numbers < 0
    if size.max(initial=0) >= LONGEST:
        return _slow(numbers, before, hidden)
    signs = np.where(minus & (before == SPACE), np.uint32(0), before)
    cells = np.empty((len(numbers), 2), np.uint32)
    np.add(signs, minus * MINUS, out=cells[:, 0])
    long = np.flatnonzero(size >= LOW)
    high = size[long] // LOW
    cells[long, 0] += (high + ord("0")).astype(np.uint32) << 24
    size[long] -= (high - 1) * LOW
    cells[:, 1] = _digits().take(size)
    unseen = np.flatnonzero(hidden)
    cells[unseen, 0], cells[unseen, 1] = signs[unseen], 0
    return cells.astype("<u4", copy=False).tobytes().translate(None, b"\0").decode("ascii").split("\n")[1:]


def _slow(numbers: Whole, before: Cells, hidden: npt.NDArray[np.bool_]) -> list[str]:
    """Return the same for numbers of any length."""
    words = []
    for number, sign, unseen in zip(numbers.tolist(), before.tolist(), hidden.tolist(), strict=True):
        said = sign.to_bytes(2, "little").rstrip(b"\0").decode("ascii")
        words.append(("" if said == " " and number < 0 else said) + ("" if unseen else str(number)))
    return "".join(words).split("\n")[1:]


@cache
def _digits() -> Cells:
    """Return the last four digits of numbers: without noughts before them up to 9999, then with them."""
    digits = np.arange(10, dtype=np.uint32) + ord("0")
    pairs = np.add.outer(digits, digits << 8).ravel()
    whole = np.add.outer(pairs, pairs << 16).ravel()
    short = whole.copy()
    for count, dropped in ((1000, 1), (100, 2), (10, 3)):
        short[:count] &= np.uint32(0xFFFFFFFF << 8 * dropped & 0xFFFFFFFF)
    return np.concatenate([short, whole])
