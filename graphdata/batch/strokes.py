"""The lines of a batch as straight pieces of one colour and width: curves flattened, dashes and dots cut, all at once.

The looks are those of rendering.pattern_marks and head_marks; here for all lines together. Qt draws thin pieces with
flat ends five to nine times as fast as with round ones, so dots are left to sprites and nothing else is round.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from graphdata import style
from graphdata.batch.batch import Flags, Floats, Ints, Lines
from graphdata.fans import sampled

BACKGROUND: Final = -1  # the code of the background where a domain's would stand
TOGETHER: Final = 400  # lines taken to pieces at a time: some 2 ms
LONGEST: Final = 4000.0  # points of a segment that can be in sight
BEGINNING: Final = 25.0  # points of line that take as long to paint as beginning another one
COARSE: Final = ((0.12, 1), (1.9, 4), (5.9, 7), (24.0, 14))  # bulge of a curve in points, pieces that still look round


Ends = Literal["flat", "dots"]


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Straight pieces (n, 4) of one colour and width, or dots, which are round."""

    domain: int
    width: float
    segments: Floats
    ends: Ends = "flat"


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """Heads of one domain as outlines (n, 4, 2); hollow ones are filled with the background and outlined."""

    domain: int
    outlines: Floats
    line: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """The strokes and heads of lines, made once for as long as the lines stay as they are."""

    runs: tuple[Run, ...]
    heads: tuple[Heads, ...]


NO_STROKES: Final = Strokes((), ())


def strokes_of(lines: Lines, scale: float) -> Generator[None, None, Strokes]:
    """Return the strokes and heads of all lines, yielding after some hundred: what comes last lies on top."""
    runs: list[Run] = []
    heads: list[Heads] = []
    for first in range(0, len(lines), TOGETHER):
        part = lines.taken(slice(first, first + TOGETHER))
        runs += runs_of(part, scale)
        yield
        heads += heads_of(part, scale)
        yield
    return Strokes(tuple(runs), tuple(heads))


def parts_of(segments: Floats, most: float) -> Iterator[Floats]:
    """Yield segments in parts that are no longer together than so many points; beginning one costs some as well."""
    along = segments[:, 2:] - segments[:, :2]
    costs = np.cumsum(np.minimum(np.hypot(along[:, 0], along[:, 1]), LONGEST) + BEGINNING)
    if len(costs):
        breaks = np.searchsorted(costs, np.arange(most, costs[-1], most))
        yield from (part for part in np.split(segments, breaks) if len(part))


def runs_of(lines: Lines, scale: float) -> Iterator[Run]:
    """Yield the strokes of all lines, hollow ones first: the facts lie over what is only claimed."""
    shafts = shafts_of(lines, scale)
    hollow = np.flatnonzero(lines.levels == style.HOLLOW)
    for rows, domain, width in _groups(lines, hollow):
        yield from _hollow(shafts[rows], domain, width, scale)
    for level, (dash, gap) in style.PATTERNS.items():
        found = np.flatnonzero(lines.levels == level)
        for rows, domain, width in _groups(lines, found if level != style.HOLLOW else found[:0]):
            yield from _patterned(shafts[rows], domain, width, dash, gap, scale)


def _patterned(shafts: Floats, domain: int, width: float, dash: float, gap: float, scale: float) -> Iterator[Run]:
    """Yield the strokes of lines of one look: solid, dashed or dotted."""
    if not gap:
        yield Run(domain, width, flattened(shafts))
    elif dash >= 1.0:
        yield Run(domain, width, dashed(shafts, dash * scale, gap * scale))
    else:
        pitch = (dash + gap + width / scale - 1.6) * scale
        yield Run(domain, width * 1.25, dashed(shafts, dash * scale, pitch - dash * scale), "dots")


def _hollow(shafts: Floats, domain: int, width: float, scale: float) -> Iterator[Run]:
    """Yield the strokes of hollow lines: their two edges, which is quicker than a broad line and its inside."""
    wide = max(width + 2.2 * scale, 4.0 * scale)
    rim = 0.85 * scale
    pieces = flattened(shafts)
    along = pieces[:, 2:] - pieces[:, :2]
    aside = np.column_stack([-along[:, 1], along[:, 0]]) / np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    shift = np.tile(aside * (wide - rim) / 2.0, 2)
    ends = np.vstack([np.hstack([shafts[:, side] - n, shafts[:, side] + n]) for side, n in _ends(shafts, wide / 2.0)])
    yield Run(domain, rim, np.vstack([pieces + shift, pieces - shift, ends]))


def _ends(shafts: Floats, reach: float) -> Iterator[tuple[int, Floats]]:
    """Yield first and last point of shafts, with the way to the side there."""
    for side, inner in ((0, min(2, shafts.shape[1] - 1)), (-1, -1 - min(2, shafts.shape[1] - 1))):
        along = shafts[:, inner] - shafts[:, side]
        length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
        yield side, np.column_stack([-along[:, 1], along[:, 0]]) / length * reach


def _groups(lines: Lines, rows: Ints) -> Iterator[tuple[Ints, int, float]]:
    """Yield rows that share a domain and a width, with both."""
    keys = np.column_stack([lines.domains[rows], lines.widths[rows]])
    order = np.lexsort((keys[:, 1], keys[:, 0]))
    breaks = np.flatnonzero((np.diff(keys[order], axis=0) != 0.0).any(axis=1)) + 1
    for part in np.split(order, breaks):
        if len(part):
            yield rows[part], int(keys[part[0], 0]), float(keys[part[0], 1])


def lengths_of(paths: Floats) -> Floats:
    """Return for each point of each path how far along the path it is."""
    pieces = np.hypot(*np.moveaxis(np.diff(paths, axis=1), 2, 0))
    return np.hstack([np.zeros((len(paths), 1)), np.cumsum(pieces, axis=1)])


def shafts_of(lines: Lines, scale: float) -> Floats:
    """Return the paths without the parts that the heads cover."""
    if not len(lines):
        return lines.paths
    along = lengths_of(lines.paths)
    whole = along[:, -1]
    head = np.minimum(style.HEAD * scale * 0.75, whole * 0.3)
    first = np.where(lines.mutual, head, 0.0)
    last = np.maximum(first + 0.1, whole - np.where(lines.hostile, 0.0, head))
    return _between(lines.paths, along, first, np.minimum(last, whole))


def _between(paths: Floats, along: Floats, first: Floats, last: Floats) -> Floats:
    """Return the part of each path between two distances from its start, in as many pieces."""
    steps = [_steps_at(along, places) for places in (first, last)]
    share = np.linspace(0.0, 1.0, paths.shape[1])
    return sampled(paths, steps[0][:, None] + (steps[1] - steps[0])[:, None] * share)


def _steps_at(along: Floats, places: Floats) -> Floats:
    """Return at which step of its path, with the fraction, each distance lies."""
    low = (along <= places[:, None]).sum(axis=1).clip(1, along.shape[1] - 1) - 1
    rows = np.arange(len(along))
    before, after = along[rows, low], along[rows, low + 1]
    return np.asarray(low + np.clip((places - before) / np.maximum(after - before, 1e-9), 0.0, 1.0))


def bulges_of(paths: Floats) -> Floats:
    """Return how far each path swings out from the straight line between its ends."""
    start, chord = paths[:, :1], paths[:, -1:] - paths[:, :1]
    away = paths - start
    across = np.abs(away[:, :, 0] * chord[:, :, 1] - away[:, :, 1] * chord[:, :, 0]).max(axis=1)
    length = np.hypot(chord[:, 0, 0], chord[:, 0, 1])
    return np.asarray(np.where(length > 1.0, across / np.maximum(length, 1.0), np.inf))


def flattened(paths: Floats) -> Floats:
    """Return the paths as segments (n, 4), each in as few pieces as still look round."""
    if not len(paths):
        return np.empty((0, 4))
    bulges, last = bulges_of(paths), paths.shape[1] - 1
    parts, done = [], np.zeros(len(paths), dtype=bool)
    for most, pieces in (*COARSE, (np.inf, last)):
        rows = ~done & (bulges <= most)
        done |= rows
        points = paths[rows][:, np.linspace(0, last, min(pieces, last) + 1).astype(int)]
        parts.append(np.concatenate([points[:, :-1], points[:, 1:]], axis=2).reshape(-1, 4))
    return np.vstack(parts)


def dashed(paths: Floats, dash: float, gap: float) -> Floats:
    """Return the paths cut into dashes, as segments (n, 4); each begins and ends with one, its pitch gives way.

    A dash that is bent so that one sees it is laid in two pieces.
    """
    if not len(paths):
        return np.empty((0, 4))
    along = lengths_of(paths)
    whole, open_share = along[:, -1], gap / (dash + gap)
    counts = np.maximum(1, np.rint(whole / (dash + gap) + open_share)).astype(np.int64)
    pitch = whole / (counts - open_share)
    owner = np.repeat(np.arange(len(paths)), counts)
    rank: Floats = np.arange(float(len(owner))) - np.repeat(np.cumsum(counts) - counts, counts)
    begins: Floats = rank * pitch[owner]
    length = pitch[owner] * (1.0 - open_share)
    first, end = _points(paths, along, owner, begins), _points(paths, along, owner, begins + length)
    share = pitch * (1.0 - open_share) / np.maximum(whole, 1e-9)
    bent = (bulges_of(paths) * share**2 > COARSE[0][0])[owner]
    middle = _points(paths, along, owner[bent], begins[bent] + length[bent] / 2.0)
    return np.vstack(
        [np.hstack([first[~bent], end[~bent]]), np.hstack([first[bent], middle]), np.hstack([middle, end[bent]])]
    )


def _points(paths: Floats, along: Floats, owner: Ints, places: Floats) -> Floats:
    """Return the points at distances along the owners' paths: one table of all paths, laid end to end."""
    step = float(along[:, -1].max()) + 1.0
    table = (along + np.arange(len(paths))[:, None] * step).ravel()
    wanted = np.clip(places, 0.0, along[owner, -1]) + owner * step
    return np.column_stack([np.interp(wanted, table, paths[:, :, axis].ravel()) for axis in (0, 1)])


def heads_of(lines: Lines, scale: float) -> Iterator[Heads]:
    """Yield the heads by domain: at the receiver, on both ends where mutual; a bar for a hostile act."""
    size = (style.HEAD + 1.1 * (lines.widths / scale - 1.6)) * scale
    for domain in sorted(set(lines.domains.tolist())):
        for hollow in (True, False):
            rows = (lines.domains == domain) & ((lines.levels == style.HOLLOW) == hollow)
            outlines = [_outlines(lines.taken(rows & each), size[rows & each]) for each in _kinds(lines)]
            found = np.vstack(outlines)
            if len(found):
                yield Heads(domain, found, 1.2 * scale if hollow else 0.0)


def _kinds(lines: Lines) -> tuple[Flags, Flags]:
    """Return which lines wear bars, and which wear arrowheads."""
    return lines.hostile, ~lines.hostile


def _outlines(lines: Lines, size: Floats) -> Floats:
    """Return the heads of lines that are all hostile or all not, as outlines (n, 4, 2)."""
    both = lines.mutual
    back = min(2, lines.paths.shape[1] - 1)  # points behind the tip: their direction is the head's
    tips = np.vstack([lines.paths[:, -1], lines.paths[both, 0]])
    along = tips - np.vstack([lines.paths[:, -1 - back], lines.paths[both, back]])
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    length = np.concatenate([size, size[both]])[:, None]
    side = np.column_stack([-along[:, 1], along[:, 0]])
    if len(lines) and lines.hostile[0]:
        across, foot = side * length * 0.6, tips - along * length * 0.3
        corners = (tips + across, tips - across, foot - across, foot + across)
    else:
        foot, across = tips - along * length, side * length * 0.42
        corners = (tips, foot + across, foot + along * length * 0.18, foot - across)
    return np.stack(corners, axis=1)
