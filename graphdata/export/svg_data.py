"""The short ways of SVG to write down shapes: relative path data, and looks by name in one style sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata.drawing import Points

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
REUSED: Final = 48  # letters of path data from which on a shape that comes again is referred to


def number(value: float) -> str:
    """Return a number with at most two decimals, without zeros that say nothing."""
    return hundredths(round(value * 100.0))


@lru_cache(maxsize=1 << 16)
def hundredths(count: int) -> str:
    """Return a number that is given in hundredths; most numbers of a drawing come again."""
    whole, rest = divmod(abs(count), 100)
    sign = "-" if count < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{rest:02}".rstrip("0")


def joined(numbers: Iterable[str]) -> str:
    """Return numbers with a space only where the next does not begin with its sign."""
    return " ".join(numbers).replace(" -", "-")


def outline(points: Points) -> tuple[str, str, str]:
    """Return where a closed outline begins, x and y, and the rest of it relative to there."""
    return outlines([points])[0]


def outlines(found: Sequence[Points]) -> list[tuple[str, str, str]]:
    """Return the same of many outlines, rounded in one go."""
    if not found:
        return []
    steps, starts, counts = _steps(found, 100.0)
    places = [(number(x), number(y)) for x, y in starts.tolist()]
    rows = list(map(_step, *steps.T.tolist()))
    ends = np.cumsum(counts).tolist()
    first = [0, *ends[:-1]]
    return [
        (x, y, "".join(rows[start + 1 : end]) + "z") for (x, y), start, end in zip(places, first, ends, strict=True)
    ]


def _steps(found: Sequence[Points], share: float) -> tuple[npt.NDArray[np.int64], Points, list[int]]:
    """Return all steps from point to point in whole parts, the beginnings, and how many points each has.

    A shape is the same wherever it stands, and what is rounded does not add up. The first step of each says nothing.
    """
    counts = [len(points) for points in found]
    starts = np.array([points[0] for points in found])
    rows = ((np.concatenate(found) - np.repeat(starts, counts, axis=0)) * share).round(3).round().astype(np.int64)
    return np.diff(rows, axis=0, prepend=0), starts, counts


def _step(x: int, y: int) -> str:
    """Return a straight step, across or down alone where it is, in hundredths."""
    if not y:
        return f"h{hundredths(x)}"
    if not x:
        return f"v{hundredths(y)}"
    return f"l{hundredths(x)}{hundredths(y)}" if y < 0 else f"l{hundredths(x)} {hundredths(y)}"


def run(curves: Sequence[Points]) -> str:
    """Return the data of curves that follow each other, to a tenth of a point, relative to their beginning."""
    return runs([curves])[0]


def runs(found: Sequence[Sequence[Points]]) -> list[str]:
    """Return the same of many lines, rounded in one go."""
    pieces = [curve for curves in found for curve in curves]
    if not pieces:
        return []
    counts = [len(curve) for curve in pieces]
    rows = (np.concatenate(pieces) * 10.0).round().astype(np.int64)
    ends = np.cumsum(counts)
    starts = rows[ends - counts]
    moves = (rows - np.repeat(starts, counts, axis=0)) * 10
    words = list(map(hundredths, moves.ravel().tolist()))
    data = [
        ("c" if count == 4 else "l") + " ".join(words[2 * (end - count + 1) : 2 * end]).replace(" -", "-")
        for count, end in zip(counts, ends.tolist(), strict=True)
    ]
    places = (starts * 10).tolist()
    lines, at = [], 0
    for curves in found:
        x, y = places[at]
        lines.append(f"M{hundredths(x)} {hundredths(y)}{''.join(data[at : at + len(curves)])}")
        at += len(curves)
    return lines


class Looks:
    """Looks that marks share, each under a short name; the style sheet says them once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._names: dict[str, str] = {}

    def name(self, look: str) -> str:
        """Return the short name of a look."""
        return self._names.setdefault(look, _short(len(self._names)))

    def sheet(self) -> str:
        """Return the style sheet."""
        return "".join(f".{name}{{{look}}}" for look, name in self._names.items())


class Shapes:
    """Outlines that come again: each is defined where it first stands, and referred to afterwards."""

    def __init__(self) -> None:
        """Begin without any."""
        self._names: dict[str, str] = {}

    def path(self, data: tuple[str, str, str], look: str) -> str:
        """Return the element that draws an outline, as its place and its data, in a look."""
        x, y, rest = data
        if len(rest) < REUSED:
            return f'<path class="{look}" d="M{joined((x, y))}{rest}"/>'
        name = self._names.get(rest)
        if name:
            return f'<use class="{look}" x="{x}" y="{y}" xlink:href="#{name}"/>'
        self._names[rest] = name = f"s{len(self._names)}"
        return f'<use class="{look}" x="{x}" y="{y}" xlink:href="#{name}"/>'

    def definitions(self) -> str:
        """Return the shapes that are referred to."""
        return "".join(f'<path id="{name}" d="M0 0{rest}"/>' for rest, name in self._names.items())


def _short(rank: int) -> str:
    """Return the name of that rank: a to z, then aa and on."""
    name = LETTERS[rank % 26]
    return name if rank < 26 else _short(rank // 26 - 1) + name
