"""From flattened lines back to cubic Bezier curves, for files of vectors: four points instead of thirty.

Lines are flattened at even steps of a curve's parameter, and then cut at both ends: so all points but the first and the
last lie evenly on one cubic, which four of them tell exactly (Newton's divided differences). That is done for all paths
at once. What is no single cubic is fitted by least squares, paths of equally many points together; one whose curve
leaves its points by more than the eye can see is cut in half, and each half fitted again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata.drawing import Points

CLOSE: Final = 0.06  # points off that nobody sees: a seventh of a pixel of a 4K slide
CUT: Final = 0.15  # the same of an end: lines are cut on a straight piece, beside the curve that is meant
AHEAD: Final = np.array([3.0, -3.0, 1.0])  # what three values in a row say of the one before them
FEWEST: Final = 6  # points below which a line is left as it is


def fitted(paths: Sequence[Points]) -> list[list[Points]]:
    """Return for each path its curves, one after the other: (4, 2) for a cubic, (2, 2) for a straight piece."""
    found = fitted_at_once(paths)
    return found if isinstance(found, list) else [[curve] for curve in found]


def fitted_at_once(paths: Sequence[Points]) -> list[list[Points]] | Points:
    """Return the same, or the control points (n, 4, 2) where every path is one bent cubic, as most drawings have it."""
    long = [at for at, path in enumerate(paths) if len(path) >= FEWEST]
    controls, off = _through([paths[at] for at in long]) if long else (np.zeros((0, 4, 2)), np.zeros(0))
    close, straight = off <= CLOSE, _straight(controls)
    if len(long) == len(paths) and (close & ~straight).all():
        return controls
    return _taken_apart(paths, zip(long, controls, close.tolist(), straight.tolist(), strict=True))


def _taken_apart(paths: Sequence[Points], rows: Iterable[tuple[int, Points, bool, bool]]) -> list[list[Points]]:
    """Return for each path its curves; rows are those fitted so far: which, its cubic, whether close, and straight."""
    found: list[list[Points]] = [[] for _ in paths]
    for at, curve, close, straight in rows:
        if close:
            found[at] = [curve[::3] if straight else curve]
    loose: dict[int, list[int]] = defaultdict(list)
    for at, curves in enumerate(found):
        if not curves:
            loose[len(paths[at])].append(at)
    for length, members in loose.items():
        alike = _fitted_alike(np.stack([paths[at] for at in members])) if length >= FEWEST else None
        for rank, at in enumerate(members):
            found[at] = [paths[at][i : i + 2] for i in range(length - 1)] if alike is None else alike[rank]
    return found


def _through(paths: Sequence[Points]) -> tuple[Points, Points]:
    """Return the cubics (n, 4, 2) through the inner points of paths, and how far their points are off at most.

    What the ends are off counts less: see CUT.
    """
    counts = np.array([len(path) for path in paths])
    points = np.concatenate(paths)
    last = np.cumsum(counts) - 1
    first = last - counts + 1
    powers, reach = _powers(points, first + 1, counts - 3)
    starts, ends = points[first], points[last]
    before = -_share(powers, starts, np.zeros(len(counts)), -1.0)
    behind = reach + _share(powers, ends, reach, 1.0)
    third = ((behind - before) / 3.0)[:, None]
    one, two = (_value(powers, at) for at in (before, behind))
    out, into = (_slope(powers, at) for at in (before, behind))
    inner = (one + third * out, two - third * into)
    most = _furthest(powers, points, first, counts)
    cut = np.maximum(_beside(starts - one, out), _beside(ends - two, into))
    off: Points = np.maximum(most, cut * CLOSE / CUT)
    controls: Points = np.stack([starts, *inner, ends], axis=1)
    return controls, off


def _furthest(powers: Points, points: Points, first: npt.NDArray[np.int64], counts: npt.NDArray[np.int64]) -> Points:
    """Return how far the inner points of each path are at most from the places of its cubic at even steps.

    One table of powers serves all paths, and x and y go by themselves: no array of all points is written twice.
    """
    steps = np.arange(-1.0, int(counts.max()) - 1)
    table = np.stack([np.ones_like(steps), steps, steps * steps, steps * steps * steps])
    inside = np.arange(len(steps)) < counts[:, None]
    away = np.zeros(len(points))
    for axis in (0, 1):
        off = points[:, axis] - (powers[:, :, axis].T @ table)[inside]
        off *= off
        away += off
    away[first] = away[first + counts - 1] = 0.0
    found: Points = np.sqrt(np.maximum.reduceat(away, first))
    return found


def _powers(points: Points, begin: npt.NDArray[np.int64], steps: npt.NDArray[np.int64]) -> tuple[Points, Points]:
    """Return the coefficients (4, n, 2) of the cubics through four of the points each, and their last parameter.

    The parameter counts points from the beginning.
    """
    near, far = steps // 3, 2 * steps // 3
    y0, y1, y2, y3 = points[begin], points[begin + near], points[begin + far], points[begin + steps]
    a, b, whole = (each[:, None].astype(float) for each in (near, far, steps))
    d1, d2, d3 = (y1 - y0) / a, (y2 - y1) / (b - a), (y3 - y2) / (whole - b)
    dd1, dd2 = (d2 - d1) / b, (d3 - d2) / (whole - a)
    cube = (dd2 - dd1) / whole
    powers: Points = np.stack([y0, d1 - a * dd1 + a * b * cube, dd1 - (a + b) * cube, cube])
    return powers, steps.astype(float)


def _value(powers: Points, at: Points) -> Points:
    """Return the places of cubics at a parameter each."""
    u = at[:, None]
    found: Points = ((powers[3] * u + powers[2]) * u + powers[1]) * u + powers[0]
    return found


def _slope(powers: Points, at: Points) -> Points:
    """Return the direction and speed of cubics at a parameter each."""
    u = at[:, None]
    found: Points = (3.0 * powers[3] * u + 2.0 * powers[2]) * u + powers[1]
    return found


def _share(powers: Points, cut: Points, near: Points, step: float) -> Points:
    """Return which share of the next step from a parameter is left where a path was cut."""
    inside = _value(powers, near)
    whole = np.maximum(_length(_value(powers, near + step) - inside), 1e-9)
    return np.clip(_length(cut - inside) / whole, 0.0, 1.5)


def _length(moves: Points) -> Points:
    """Return the lengths of moves."""
    found: Points = np.sqrt(moves[:, 0] ** 2 + moves[:, 1] ** 2)
    return found


def _beside(moves: Points, ways: Points) -> Points:
    """Return how far moves lead to the side of ways."""
    across = moves[:, 0] * ways[:, 1] - moves[:, 1] * ways[:, 0]
    found: Points = np.abs(across) / np.maximum(_length(ways), 1e-9)
    return found


def _straight(controls: Points) -> npt.NDArray[np.bool_]:
    """Return which cubics are straight lines to the eye: their handles lie between their ends, hardly beside them."""
    along = controls[:, 3] - controls[:, 0]
    handles = controls[:, 1:3] - controls[:, :1]
    size = _length(along)[:, None]
    beside = np.abs(handles[..., 0] * along[:, None, 1] - handles[..., 1] * along[:, None, 0])
    ahead = (handles * along[:, None]).sum(axis=2)
    inside = (beside < CLOSE * size) & (ahead >= 0.0) & (ahead <= size * size)
    found: npt.NDArray[np.bool_] = inside.all(axis=1)
    return found


def _fitted_alike(paths: Points) -> list[list[Points]]:
    """Return the curves of paths of equally many points (n, points, 2)."""
    controls, off = _least_squares(paths)
    straight = _bulge(paths) < CLOSE
    loose = np.flatnonzero((off > CLOSE) & ~straight)
    found = [[curve[::3] if plain else curve] for curve, plain in zip(controls, straight.tolist(), strict=True)]
    if len(loose):
        middle = paths.shape[1] // 2
        halves = fitted([*paths[loose, : middle + 1], *paths[loose, middle:]])
        for rank, at in enumerate(loose.tolist()):
            found[at] = [*halves[rank], *halves[rank + len(loose)]]
    return found


def _bulge(paths: Points) -> Points:
    """Return how far each path leaves the straight line between its ends; none at all for one that comes back."""
    along = paths[:, -1] - paths[:, 0]
    inside = paths - paths[:, :1]
    across = inside[..., 0] * along[:, None, 1] - inside[..., 1] * along[:, None, 0]
    length = np.hypot(along[:, 0], along[:, 1])
    far = np.abs(across).max(axis=1) / np.maximum(length, 1e-9)
    return np.where(length > CLOSE, far, np.inf)


def _parameters(paths: Points) -> Points:
    """Return each point's parameter: even steps, but for the first and the last, judged by where the others lead."""
    moves = paths[:, 1:] - paths[:, :-1]
    chords = np.sqrt(moves[..., 0] ** 2 + moves[..., 1] ** 2)
    steps = np.ones_like(chords)
    steps[:, 0] = chords[:, 0] / np.maximum(chords[:, 1:4] @ AHEAD, 1e-9)
    steps[:, -1] = chords[:, -1] / np.maximum(chords[:, -2:-5:-1] @ AHEAD, 1e-9)
    run = np.concatenate([np.zeros((len(paths), 1)), np.cumsum(np.clip(steps, 0.0, 1.5), axis=1)], axis=1)
    found: Points = run / run[:, -1:]
    return found


def _least_squares(paths: Points) -> tuple[Points, Points]:
    """Return the control points (n, 4, 2) of the cubics nearest to the paths, and how far each is off at most."""
    share = _parameters(paths)
    rest = 1.0 - share
    both = 3 * rest * share
    one, two = both * rest, both * share
    first, last = paths[:, :1], paths[:, -1:]
    wanted = paths - (rest * rest * rest)[..., None] * first - (share * share * share)[..., None] * last
    sides = np.stack([one, two], axis=1)
    squares, right = sides @ sides.transpose(0, 2, 1), sides @ wanted
    aa, ab, bb, a, b = squares[:, 0, 0], squares[:, 0, 1], squares[:, 1, 1], right[:, 0], right[:, 1]
    whole = np.maximum(aa * bb - ab * ab, 1e-12)[:, None]
    inner = ((bb[:, None] * a - ab[:, None] * b) / whole, (aa[:, None] * b - ab[:, None] * a) / whole)
    off = wanted - sides.transpose(0, 2, 1) @ np.stack(inner, axis=1)
    controls: Points = np.stack([first[:, 0], *inner, last[:, 0]], axis=1)
    return controls, np.sqrt((off[..., 0] ** 2 + off[..., 1] ** 2).max(axis=1))
