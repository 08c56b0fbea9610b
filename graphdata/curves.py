"""Geometry of lines: lanes that bend apart, flattened curves, dashes, heads. Points are (x, y) rows."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
STEPS: Final = 28  # straight pieces of a flattened curve: below 0.3 points off at the usual lengths
HANDLE: Final = 0.3  # how far along its line a curve's handles lie
TURNS: Final = (0.0, 52.0, -52.0, 104.0, -104.0, 156.0, -156.0)  # degrees from upright of loops at one node
SWELL: Final = 4.0 / 3.0  # a cubic's middle lies at three quarters of its handles' distance


def lanes(starts: Points, ends: Points, offsets: Points, leans: Points | float = 0.0) -> Points:
    """Return flattened curves (n, steps, 2) from starts to ends whose middles lie `offsets` to the side.

    Positive is left on the way from start to end, as seen with y downwards; the ends themselves do not move. A lean
    from -1 to 1 lets the curve swell later or earlier.
    """
    along = ends - starts
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    aside = np.column_stack([along[:, 1], -along[:, 0]]) / length
    early, late = ((offsets * SWELL * (1.0 + sign * np.asarray(leans)))[:, None] for sign in (1, -1))
    share = np.linspace(0.0, 1.0, STEPS + 1)[None, :, None]
    rest = 1.0 - share
    first, second = starts + along * HANDLE + aside * early, ends - along * HANDLE + aside * late
    bend = 3 * rest**2 * share * first[:, None] + 3 * rest * share**2 * second[:, None]
    curve: Points = rest**3 * starts[:, None] + bend + share**3 * ends[:, None]
    return curve


def lane(start: Points, end: Points, offset: float) -> Points:
    """Return one flattened curve from start to end whose middle lies `offset` to the side."""
    path: Points = lanes(start[None], end[None], np.array([offset]))[0]
    return path


def cubic(start: Points, first: Points, second: Points, end: Points) -> Points:
    """Return a cubic Bezier curve flattened to even parameters."""
    share = np.linspace(0.0, 1.0, STEPS + 1)[:, None]
    rest = 1.0 - share
    curve: Points = rest**3 * start + 3 * rest**2 * share * first + 3 * rest * share**2 * second + share**3 * end
    return curve


def loop(centre: Points, radius: float, rank: int) -> Points:
    """Return a flattened loop at a node: above it, then round it by turns, and further out when it has been round."""
    size = radius * (2.4 + 1.1 * (rank // len(TURNS)))
    turn = np.radians(TURNS[rank % len(TURNS)])
    out, aside = np.array([np.sin(turn), -np.cos(turn)]), np.array([np.cos(turn), np.sin(turn)])
    left, right = (centre + size * (1.9 * out + side * 0.75 * aside) for side in (-1.0, 1.0))
    return cubic(centre, left, right, centre)


def lengths(path: Points) -> Points:
    """Return the distance of each point from the path's start, along the path."""
    steps = np.hypot(*np.diff(path, axis=0).T)
    total: Points = np.concatenate([[0.0], np.cumsum(steps)])
    return total


def at(path: Points, share: float) -> tuple[Points, Points]:
    """Return the point at a share of the path's length, and the unit direction there."""
    run = lengths(path)
    place = share * run[-1]
    step = min(max(int(np.searchsorted(run, place, side="right")) - 1, 0), len(path) - 2)
    piece = path[step + 1] - path[step]
    size = float(run[step + 1] - run[step]) or 1.0
    return path[step] + piece * ((place - run[step]) / size), piece / size


def between(path: Points, first: float, last: float) -> Points:
    """Return the part of the path between two distances from its start."""
    run = lengths(path)
    inside = path[(run > first) & (run < last)]
    ends = [at(path, place / run[-1])[0] if run[-1] else path[0] for place in (first, last)]
    return np.vstack([ends[0], inside, ends[1]])


def _fitted(length: float, dash: float, gap: float) -> tuple[int, float, float]:
    """Return how many dashes a line takes, their pitch, and the share of it that stays open."""
    open_share = gap / (dash + gap)
    count = max(1, round(length / (dash + gap) + open_share))
    return count, length / (count - open_share), open_share


def fitted_dash(length: float, dash: float, gap: float) -> tuple[float, float]:
    """Return lengths of dash and gap, near those asked for, with which a line begins and ends with a dash."""
    _, pitch, open_share = _fitted(length, dash, gap)
    return pitch * (1.0 - open_share), pitch * open_share


def dashes(path: Points, dash: float, gap: float) -> Points:
    """Return the path cut into dashes, as segments (n, 4); it begins and ends with a dash, the pitch gives way."""
    run = lengths(path)
    count, pitch, open_share = _fitted(float(run[-1]), dash, gap)
    begins = np.arange(count) * pitch
    ends = begins + pitch * (1.0 - open_share)
    cuts = np.sort(np.concatenate([run, begins, ends]).clip(0.0, run[-1]))
    cuts = cuts[np.concatenate([[True], np.diff(cuts) > 0.0])]  # numpy's unique would import masked arrays: 16 ms
    points = np.column_stack([np.interp(cuts, run, path[:, 0]), np.interp(cuts, run, path[:, 1])])
    middles = (cuts[:-1] + cuts[1:]) / 2.0
    kept = middles % pitch < pitch * (1.0 - open_share)
    found: Points = np.hstack([points[:-1], points[1:]])[kept]
    return found


def segments(path: Points) -> Points:
    """Return the path as segments (n, 4)."""
    found: Points = np.hstack([path[:-1], path[1:]])
    return found


def arrowhead(tip: Points, direction: Points, length: float) -> Points:
    """Return a filled arrowhead whose tip lies at the point; direction is a unit vector towards the tip."""
    side = np.array([-direction[1], direction[0]])
    back = tip - direction * length
    return np.array([tip, back + side * length * 0.42, back + direction * length * 0.18, back - side * length * 0.42])


def bar(tip: Points, direction: Points, length: float) -> Points:
    """Return the flat head of a hostile line: a bar across its end."""
    side = np.array([-direction[1], direction[0]]) * length * 0.6
    back = direction * length * 0.3
    return np.array([tip + side, tip - side, tip - side - back, tip + side - back])
