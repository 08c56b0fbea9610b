"""The paths of all lines at once: parallel lines bend apart evenly, and a pair's lines go round nodes in their way.

Everything is a batch over lines: (lines, steps, 2). Lengths are points of the scene.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata import curves, shapes, style
from graphdata.scene import NodeMark
from graphdata.steps import unpaused

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
OUTLINES: Final = tuple(shapes.OUTLINES)
DETOURS: Final = tuple(side * far for far in (22.0, 44.0, 70.0) for side in (1, -1))  # sideways shifts of a pair
FAR: Final = (100.0, -100.0, 140.0, -140.0)
LEAN: Final = 0.85  # how much earlier or later a line swells where an even bend does not help
# What is tried for a pair's lines one after the other, as long as they strike more than is bearable.
TRIALS: Final = ((DETOURS, 0.0, 0.0), (FAR, 0.0, 0.2), ((*DETOURS, *FAR), LEAN, 0.28), ((*DETOURS, *FAR), -LEAN, 0.28))
MODEST: Final = 0.4  # lengths of a line that it goes aside at most: on a small map a detour would be a loop
STUCK: Final = 0.3  # what is not bearable for lines of a pair that stay together; then each looks for itself
DETOUR_COST: Final = 0.002  # what a point of detour costs beside running through a node whole
LABEL_COST: Final = 0.08  # what a probed point of a line inside a label costs
CLEARANCE: Final = 5.0
SLIM: Final = 0.8  # parallel lines swell to at most so many lengths of their pair, as long as one can tell them apart
THINNEST: Final = 5.0  # points between parallel lines, at the least
THICK: Final = 4  # lines of a bundle that draws closer together where one of them strikes an actor
PIERCED: Final = 0.1  # how deeply a line strikes where that is to be mended so
CLOSER: Final = tuple((share, 22.0 * at) for share in (0.9, 0.8, 0.7, 0.6) for at in (0.0, 0.5, -0.5, 1.0, -1.0))
NARROWED: Final = 0.4  # what it costs to draw a bundle wholly together, beside a line running through a node whole
PROBE: Final = 2  # every second point of a path is looked at, and the straight way between
BATCH: Final = 2_000_000  # distances computed at a time: 16 MB


@dataclass(frozen=True, slots=True, eq=False)
class Nodes:
    """What lines must know of the nodes, as arrays."""

    places: Floats
    radii: Floats
    labels: Floats
    outlines: Ints  # by number in OUTLINES

    @classmethod
    def of(cls, marks: Sequence[NodeMark]) -> Nodes:
        """Return the arrays of some nodes."""
        return cls(
            np.array([[mark.x, mark.y] for mark in marks]).reshape(-1, 2),
            np.array([mark.radius for mark in marks]),
            np.array([mark.label for mark in marks]).reshape(-1, 4),
            np.array([OUTLINES.index(mark.shape) for mark in marks], dtype=np.int64),
        )


def fans_in_steps(
    ends: Ints, fans: Ints, counts: Ints, ranks: Ints, nodes: Nodes, scale: float, detoured: bool
) -> Generator[None, None, Floats]:
    """Return a path for each line, untrimmed.

    ends holds the two nodes of each line, the same way round for all lines of a pair; fans numbers the pairs, counts
    and ranks say how many lines a pair has and which of them a line is.
    """
    starts, stops = nodes.places[ends[:, 0]], nodes.places[ends[:, 1]]
    offsets = (ranks - (counts - 1) / 2.0) * lane_widths(starts, stops, counts, scale)
    paths = curves.lanes(starts, stops, offsets)
    if not detoured or not len(paths):
        return paths
    yield
    struck = _summed(struck_by(paths, ends, nodes, scale) / counts, fans)
    yield
    if not struck.any():
        return paths
    ways = _Ways(starts, stops, offsets, np.zeros(len(struck)), np.zeros(len(struck)))
    least = struck
    for shifts, lean, bearable in TRIALS:
        lines = np.flatnonzero(least[fans] > bearable)
        for shift in shifts if len(lines) else ():
            aside = _aside(starts[lines], stops[lines], shift * scale)
            tried = curves.lanes(starts[lines], stops[lines], offsets[lines] + aside, lean)
            cost = struck_by(tried, ends[lines], nodes, scale) / counts[lines]
            total = _summed(cost, fans[lines], len(struck)) + DETOUR_COST * abs(shift)
            better = (total < least - 1e-9) & np.isin(np.arange(len(struck)), fans[lines])
            ways.take(better, shift, lean)
            least = np.where(better, total, least)
            yield
    paths = ways.paths(fans, scale)
    for pair in np.flatnonzero(np.bincount(fans) >= THICK).tolist():
        rows = np.flatnonzero(fans == pair)
        paths[rows] = yield from _drawn_together(ways.of(rows, pair), ends[rows], nodes, scale)
    stuck = np.flatnonzero(least[fans] > STUCK)
    if len(stuck):
        paths[stuck] = yield from _alone(paths[stuck], ends[stuck], offsets[stuck], nodes, scale)
    return paths


fan_paths = unpaused(fans_in_steps)


def _alone(paths: Floats, ends: Ints, offsets: Floats, nodes: Nodes, scale: float) -> Generator[None, None, Floats]:
    """Return the lines of pairs that found no way together, each on the way of its own that strikes least."""
    found, least = paths.copy(), struck_by(paths, ends, nodes, scale)
    starts, stops = nodes.places[ends[:, 0]], nodes.places[ends[:, 1]]
    for shift in (*DETOURS, *FAR):
        yield
        tried = curves.lanes(starts, stops, offsets + _aside(starts, stops, shift * scale))
        cost = struck_by(tried, ends, nodes, scale) + DETOUR_COST * abs(shift)
        better = (cost < least - 1e-9) & (least > STUCK)
        found[better], least[better] = tried[better], cost[better]
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Ways:
    """The ways of all pairs: the straight ends and lanes of their lines, and the best shift and lean of each pair."""

    starts: Floats
    stops: Floats
    offsets: Floats
    shifts: Floats
    leans: Floats

    def take(self, pairs: npt.NDArray[np.bool_], shift: float, lean: float) -> None:
        """Let some pairs go another way."""
        self.shifts[pairs], self.leans[pairs] = shift, lean

    def of(self, lines: Ints, pair: int) -> _Ways:
        """Return the way of one pair, whose lines these are."""
        return _Ways(
            self.starts[lines], self.stops[lines], self.offsets[lines], self.shifts[[pair]], self.leans[[pair]]
        )

    def narrowed(self, share: float, shift: float) -> _Ways:
        """Return the ways of lines that keep a share of the room between them and go so much more to the side."""
        return _Ways(self.starts, self.stops, self.offsets * share, self.shifts + shift, self.leans)

    def paths(self, fans: Ints, scale: float) -> Floats:
        """Return the path of every line."""
        shifted = self.offsets + _aside(self.starts, self.stops, self.shifts[fans] * scale)
        return curves.lanes(self.starts, self.stops, shifted, self.leans[fans])


def _drawn_together(ways: _Ways, ends: Ints, nodes: Nodes, scale: float) -> Generator[None, None, Floats]:
    """Return the lines of a thick bundle, drawn closer together where that keeps single ones of them off actors.

    The mean of all its lines, by which a pair chooses its way, hardly tells of one that strikes among forty.
    """
    one = np.zeros(len(ends), dtype=np.int64)
    found = ways.paths(one, scale)
    struck = struck_by(found, ends, nodes, scale)
    least, wide = float(struck.sum()), float(np.ptp(ways.offsets)) / (len(ends) - 1)
    for share, shift in CLOSER if struck.max() > PIERCED else ():
        if wide * share < THINNEST * scale:
            continue
        yield
        tried = ways.narrowed(share, shift).paths(one, scale)
        cost = float(struck_by(tried, ends, nodes, scale).sum()) + NARROWED * (1.0 - share) + DETOUR_COST * abs(shift)
        if cost < least - 1e-9:
            found, least = tried, cost
    return found


def _aside(starts: Floats, stops: Floats, shift: Floats | float) -> Floats:
    """Return how far lines go aside of so much as is asked, one way or the other."""
    most = MODEST * np.hypot(*(stops - starts).T)
    return np.asarray(np.clip(shift, -most, most))


def lane_widths(starts: Floats, stops: Floats, counts: Ints, scale: float) -> Floats:
    """Return how far apart the parallel lines of each pair lie: closer where there are more than its length bears."""
    length = np.hypot(*(stops - starts).T)
    borne = SLIM * length / np.maximum(counts - 1, 1)
    return np.asarray(np.clip(borne, THINNEST * scale, style.LANE * scale))


def _summed(values: Floats, groups: Ints, count: int = 0) -> Floats:
    """Return the sum of values by group."""
    return np.asarray(np.bincount(groups, values, minlength=count), dtype=float)


def struck_by(paths: Floats, ends: Ints, nodes: Nodes, scale: float) -> Floats:
    """Return for each path how deeply it runs through nodes and labels that are none of its ends'."""
    size = max(1, BATCH // max(1, paths.shape[1] * len(nodes.radii)))
    parts = [
        _struck(paths[first : first + size], ends[first : first + size], nodes, scale)
        for first in range(0, len(paths), size)
    ]
    return np.concatenate(parts)


def _struck(paths: Floats, ends: Ints, nodes: Nodes, scale: float) -> Floats:
    """Return how deeply some paths run through nodes and labels; only what lies in a path's box is looked at."""
    probes = paths[:, 2:-2:PROBE]
    reach = nodes.radii + CLEARANCE * scale
    line, node = np.nonzero(_near(probes, ends, nodes, reach))
    x, y = np.moveaxis(probes[line], 2, 0)
    depth = np.clip(1.0 - _nearest(x - nodes.places[node, :1], y - nodes.places[node, 1:]) / reach[node], 0.0, None)
    left, top, right, bottom = nodes.labels[node].T[:, :, None]
    inside = ((x > left) & (x < right) & (y > top) & (y < bottom)).sum(axis=1)
    return np.asarray(np.bincount(line, depth + LABEL_COST * inside, minlength=len(paths)), dtype=float)


def _near(probes: Floats, ends: Ints, nodes: Nodes, reach: Floats) -> Flags:
    """Return which nodes (lines, nodes) may be run through: disc or label meets the path's box, and it is no end."""
    low, high = probes.min(axis=1), probes.max(axis=1)
    discs = np.column_stack([nodes.places - reach[:, None], nodes.places + reach[:, None]])
    found = np.zeros((len(probes), len(reach)), dtype=bool)
    for left, top, right, bottom in (discs.T, nodes.labels.T):
        across = (left <= high[:, :1]) & (right >= low[:, :1])
        found |= across & (top <= high[:, 1:]) & (bottom >= low[:, 1:])
    found[np.arange(len(probes))[:, None], ends] = False
    return found


def _nearest(x: Floats, y: Floats) -> Floats:
    """Return how near paths (n, probes) come to the origin, between their probes as well."""
    way_x, way_y = np.diff(x, axis=1), np.diff(y, axis=1)
    x, y = x[:, :-1], y[:, :-1]
    share = np.clip(-(x * way_x + y * way_y) / np.maximum(way_x**2 + way_y**2, 1e-9), 0.0, 1.0)
    return np.asarray(np.hypot(x + share * way_x, y + share * way_y).min(axis=1, initial=np.inf))


def trimmed(paths: Floats, nodes: Nodes, ends: Ints, scale: float) -> Floats:
    """Return the paths cut where they meet the outlines of their ends, resampled evenly along the curve's parameter."""
    if not len(paths):
        return paths
    first = _leaving(paths, _reaches(paths, nodes, ends[:, 0], scale))
    last = paths.shape[1] - 1 - _leaving(paths[:, ::-1], _reaches(paths[:, ::-1], nodes, ends[:, 1], scale))
    middle = (first + last) / 2.0
    first, last = np.minimum(first, middle - 0.25), np.maximum(last, middle + 0.25)
    share = np.linspace(0.0, 1.0, paths.shape[1])
    return sampled(paths, first[:, None] + (last - first)[:, None] * share)


def _reaches(paths: Floats, nodes: Nodes, at_node: Ints, scale: float) -> Floats:
    """Return how far each path's first node reaches in the direction in which the path leaves it."""
    towards = paths[:, 2] - paths[:, 0]
    return _reaching(nodes, at_node, np.arctan2(towards[:, 1], towards[:, 0]), scale)


def _reaching(nodes: Nodes, at_node: Ints, turns: Floats, scale: float) -> Floats:
    """Return how far nodes reach in some directions, with a hair's breadth."""
    steps = np.rint(turns % (2.0 * np.pi) / (2.0 * np.pi) * shapes.DIRECTIONS).astype(int) % shapes.DIRECTIONS
    return np.asarray(_reach_table()[nodes.outlines[at_node], steps] * nodes.radii[at_node] + 1.5 * scale)


def on_rim(nodes: Nodes, at_node: Ints, turns: Floats, scale: float) -> Floats:
    """Return where lines end at nodes in some directions (radians): a hair off the outline."""
    reach = _reaching(nodes, at_node, turns, scale)[:, None]
    return np.asarray(nodes.places[at_node] + reach * np.column_stack([np.cos(turns), np.sin(turns)]))


@cache
def _reach_table() -> Floats:
    """Return how far each outline reaches in each direction, in radii."""
    return np.array([shapes.reach(outline) for outline in OUTLINES])


def _leaving(paths: Floats, reaches: Floats) -> Floats:
    """Return the step, with its fraction, at which each path is farther from its start than the reach."""
    away = np.hypot(*np.moveaxis(paths - paths[:, :1], 2, 0))
    outside = away >= reaches[:, None]
    step = np.where(outside.any(axis=1), outside.argmax(axis=1), paths.shape[1] // 2).clip(1)
    lines = np.arange(len(paths))
    before, after = away[lines, step - 1], away[lines, step]
    return np.asarray(step - 1 + np.clip((reaches - before) / np.maximum(after - before, 1e-9), 0.0, 1.0))


def sampled(paths: Floats, steps: Floats) -> Floats:
    """Return the points of each path at fractional steps (lines, n)."""
    low = np.clip(steps.astype(int), 0, paths.shape[1] - 2)
    part = (steps - low)[:, :, None]
    lines = np.arange(len(paths))[:, None]
    return np.asarray(paths[lines, low] * (1.0 - part) + paths[lines, low + 1] * part)


def at_shares(paths: Floats, shares: Sequence[float]) -> Floats:
    """Return the points (lines, shares, 2) at shares of each path's length."""
    pieces = np.hypot(*np.moveaxis(np.diff(paths, axis=1), 2, 0))
    run = np.concatenate([np.zeros((len(paths), 1)), np.cumsum(pieces, axis=1)], axis=1)
    wanted = run[:, -1:] * np.asarray(shares)
    low = (run[:, None, :] <= wanted[:, :, None]).sum(axis=2).clip(1, paths.shape[1] - 1) - 1
    lines = np.arange(len(paths))[:, None]
    part = (wanted - run[lines, low]) / np.maximum(run[lines, low + 1] - run[lines, low], 1e-9)
    return sampled(paths, low + part)
