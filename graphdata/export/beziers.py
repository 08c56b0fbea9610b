"""From flattened lines back to cubic Bezier curves, for files of vectors: four points instead of thirty.

Lines are flattened at even steps of a curve's parameter, and then cut at both ends: so all points but the first and the
last are known to be even. Paths of equally many points are fitted together, by least squares; one whose curve leaves
its points by more than the eye can see is cut in half, and each half fitted again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np

from graphdata.drawing import Points

CLOSE: Final = 0.06  # points off that nobody sees: a seventh of a pixel of a 4K slide
AHEAD: Final = np.array([3.0, -3.0, 1.0])  # what three values in a row say of the one before them
FEWEST: Final = 6  # points below which a line is left as it is


def fitted(paths: Sequence[Points]) -> list[list[Points]]:
    """Return for each path its curves, one after the other: (4, 2) for a cubic, (2, 2) for a straight piece."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for at, path in enumerate(paths):
        by_length[len(path)].append(at)
    found: list[list[Points]] = [[] for _ in paths]
    for length, members in by_length.items():
        curves = _fitted_alike(np.stack([paths[at] for at in members])) if length >= FEWEST else None
        for rank, at in enumerate(members):
            found[at] = [paths[at][i : i + 2] for i in range(length - 1)] if curves is None else curves[rank]
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
