"""The short ways of SVG to write down numbers and shapes: relative path data, as few signs as it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from graphdata.drawing import Points


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


def outline_data(points: Points) -> str:
    """Return a closed outline (n, 2) as path data; what is rounded does not add up."""
    x, y = points[0].tolist()
    rows = ((points - points[0]) * 100.0).round(3).round().astype(int).tolist()
    steps = [_step(to[0] - at[0], to[1] - at[1]) for at, to in pairwise(rows)]
    return f"M{joined((number(x), number(y)))}{''.join(steps)}z"


def _step(x: int, y: int) -> str:
    """Return a straight step, across or down alone where it is, in hundredths."""
    if not y:
        return f"h{hundredths(x)}"
    if not x:
        return f"v{hundredths(y)}"
    return f"l{joined((hundredths(x), hundredths(y)))}"


def run(curves: Sequence[Points]) -> str:
    """Return the data of curves that follow each other, to a tenth of a point, relative to their beginning."""
    begin = (curves[0][0] * 10.0).round().astype(int) * 10
    data = [f"M{hundredths(begin[0])} {hundredths(begin[1])}"]
    for curve in curves:
        rows = (curve * 10.0).round().astype(int) * 10
        moves = (rows[1:] - rows[0]).ravel().tolist()
        data.append(("c" if len(curve) == 4 else "l") + joined(map(hundredths, moves)))
    return "".join(data)


def path_data(segments: Points) -> str:
    """Return segments (n, 4) as path data, pieces that touch joined."""
    parts: list[str] = []
    last: tuple[float, float] | None = None
    for x1, y1, x2, y2 in segments.tolist():
        if last is None or abs(last[0] - x1) + abs(last[1] - y1) > 1e-6:
            parts.append("M" + joined((number(x1), number(y1))))
        parts.append("L" + joined((number(x2), number(y2))))
        last = (x2, y2)
    return "".join(parts)
