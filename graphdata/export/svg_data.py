"""The short ways of SVG to write down shapes: relative path data, and looks by name in one style sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

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
    x, y = points[0].tolist()
    rows = ((points - points[0]) * 100.0).round(3).round().astype(int)  # a shape is the same wherever it stands
    steps = (rows[1:] - rows[:-1]).tolist()
    return number(x), number(y), "".join(map(_step, steps)) + "z"


def _step(step: Sequence[int]) -> str:
    """Return a straight step, across or down alone where it is, in hundredths."""
    x, y = step
    if not y:
        return f"h{hundredths(x)}"
    return f"v{hundredths(y)}" if not x else f"l{hundredths(x)} {hundredths(y)}".replace(" -", "-")


def run(curves: Sequence[Points]) -> str:
    """Return the data of curves that follow each other, to a tenth of a point, relative to their beginning."""
    rows = [(curve * 10.0).round().astype(int).tolist() for curve in curves]
    x, y = rows[0][0]
    data = [f"M{hundredths(10 * x)} {hundredths(10 * y)}"]
    for row in rows:
        steps = " ".join([f"{hundredths(10 * (at - x))} {hundredths(10 * (down - y))}" for at, down in row[1:]])
        data.append(("c" if len(row) == 4 else "l") + steps.replace(" -", "-"))
        x, y = row[-1]
    return "".join(data)


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

    def path(self, points: Points, look: str) -> str:
        """Return the element that draws an outline in a look."""
        x, y, rest = outline(points)
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
