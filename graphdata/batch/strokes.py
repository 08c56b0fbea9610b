"""The lines of a batch as straight pieces of one look: curves flattened, patterns measured out, all at once.

The looks are those of rendering.pattern_marks and head_marks; here for all lines together. A piece is as long as its
line is straight and knows where in the pattern it lies: the painter lays the pattern along it in one go.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final, Literal, NamedTuple

import numpy as np

from graphdata import style
from graphdata.batch.batch import Floats, Ints, Lines
from graphdata.fans import sampled

BACKGROUND: Final = -1  # the code of the background where a domain's would stand
TOGETHER: Final = 400  # lines taken to pieces at a time: some 2 ms
LONGEST: Final = 4000.0  # points of a segment that can be in sight
BEGINNING: Final = 25.0  # points of line that take as long to paint as beginning another one
# Bulge of a curve in points, and the pieces that it takes to be nowhere more than a fifth of a point off.
COARSE: Final = ((0.2, 1), (0.8, 2), (3.2, 4), (9.8, 7), (39.0, 14))
RIM: Final = 0.85  # thickness of the two edges of a hollow line, at a mark scale of 1


Kind = Literal["solid", "hollow", "dashes", "dots"]


class Look(NamedTuple):
    """How a line is stroked: how broad, and its pattern; lengths in points. A hollow line's dash is its rim."""

    kind: Kind
    width: float
    dash: float = 0.0
    gap: float = 0.0

    @property
    def pitch(self) -> float:
        """From the beginning of a dash to that of the next one."""
        return self.dash + self.gap


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Straight pieces (n, 4) of one domain and look, and where in the pattern each begins and ends (n, 2)."""

    domain: int
    look: Look
    pieces: Floats
    along: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """Heads of one domain: tips and directions (n, 2) and lengths; bars of hostile lines, or arrowheads."""

    domain: int
    tips: Floats
    along: Floats
    sizes: Floats
    hostile: bool
    hollow: bool


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """The strokes and heads of lines, made once for as long as the lines stay as they are."""

    runs: tuple[Run, ...]
    heads: tuple[Heads, ...]


NO_STROKES: Final = Strokes((), ())


def strokes_of(lines: Lines, scale: float) -> Generator[None, None, Strokes]:
    """Return the strokes and heads of all lines, some hundred together, in steps: what comes last lies on top."""
    runs: list[Run] = []
    heads: list[Heads] = []
    for first in range(0, len(lines), TOGETHER):
        part = lines.taken(slice(first, first + TOGETHER))
        for run in runs_of(part, scale):
            runs.append(run)
            yield
        heads += heads_of(part, scale)
        yield
    return Strokes(tuple(runs), tuple(heads))


def stretches_of(segments: Floats, most: float, looks: Ints) -> Iterator[tuple[slice, ...]]:
    """Yield the rows of segments in stretches of about one length, none much longer than so many points, look by look.

    Beginning a segment costs some points as well. Looks are codes that stand together.
    """
    if not len(segments):
        return
    across, down = segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1]
    lengths = np.sqrt(across * across + down * down)  # numpy's hypot takes thrice as long
    spent = np.cumsum(np.minimum(lengths, LONGEST) + BEGINNING)
    count = ceil(spent[-1] / most)
    cuts = spent.searchsorted(spent[-1] / count * np.arange(1, count)).tolist()
    breaks = (np.flatnonzero(looks[1:] != looks[:-1]) + 1).tolist()
    for first, last in pairwise([0, *cuts, len(looks)]):
        edges = [first, *(each for each in breaks if first < each < last), last]
        yield tuple(slice(one, other) for one, other in pairwise(edges) if one < other)


def runs_of(lines: Lines, scale: float) -> Iterator[Run]:
    """Yield the strokes of all lines, hollow ones first: the facts lie over what is only claimed."""
    shafts = shafts_of(lines, scale)
    laid = laid_of(shafts)
    hollow = np.flatnonzero(lines.levels == style.HOLLOW)
    for rows, domain, width in _groups(lines, hollow):
        yield from _hollow(shafts[rows], laid.of(rows), domain, width, scale)
    for level, (dash, gap) in style.PATTERNS.items():
        found = np.flatnonzero(lines.levels == level)
        for rows, domain, width in _groups(lines, found if level != style.HOLLOW else found[:0]):
            yield _patterned(laid.of(rows), domain, width, dash, gap, scale)


def _patterned(laid: Laid, domain: int, width: float, dash: float, gap: float, scale: float) -> Run:
    """Return the strokes of lines of one look: solid, dashed or dotted."""
    if not gap:
        return Run(domain, Look("solid", width), laid.pieces, laid.along)
    if dash >= 1.0:
        return measured(domain, Look("dashes", width, dash * scale, gap * scale), laid)
    pitch = (dash + gap + width / scale - 1.6) * scale
    return measured(domain, Look("dots", width * 1.25, dash * scale, pitch - dash * scale), laid)


def _hollow(shafts: Floats, laid: Laid, domain: int, width: float, scale: float) -> Iterator[Run]:
    """Yield the strokes of hollow lines, and those that close their ends."""
    wide, rim = max(width + 2.2 * scale, 4.0 * scale), RIM * scale
    yield Run(domain, Look("hollow", wide, rim), laid.pieces, laid.along)
    ends = np.vstack([np.hstack([shafts[:, side] - n, shafts[:, side] + n]) for side, n in _ends(shafts, wide / 2.0)])
    yield Run(domain, Look("solid", rim), ends, np.zeros((len(ends), 2)))


def measured(domain: int, look: Look, laid: Laid) -> Run:
    """Return paths in a pattern: each begins and ends with a dash or a dot, and its pitch gives way."""
    counts = np.maximum(1.0, np.rint((laid.whole + look.gap) / look.pitch))
    nominal = counts * look.pitch - look.gap
    pieces, along = laid.pieces, laid.along * (nominal / np.maximum(laid.whole, 1e-9))[:, None]
    if look.kind == "dots":
        pieces, along = _rounded(pieces, along, nominal, look.width / 2.0)
    return Run(domain, look, pieces, along)


def _rounded(pieces: Floats, along: Floats, whole: Floats, radius: float) -> tuple[Floats, Floats]:
    """Return pieces that go on by a radius where their lines begin and end: the outer halves of the outer dots."""
    way = pieces[:, 2:] - pieces[:, :2]
    way *= radius / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    back, on = (along[:, :1] <= 0.0) * 1.0, (along[:, 1:] >= whole[:, None] - 1e-6) * 1.0
    longer = pieces + np.hstack([-way * back, way * on])
    return longer, along + radius * np.hstack([-back, on])


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


class Laid(NamedTuple):
    """Paths as straight pieces (n, 4), where along its path each begins and ends (n, 2), and how long that path is."""

    pieces: Floats
    along: Floats
    whole: Floats
    owners: Ints  # which path it is of

    def of(self, rows: Ints) -> Laid:
        """Return the pieces of some paths."""
        wanted = np.zeros(int(self.owners.max(initial=-1)) + 1, dtype=bool)
        wanted[rows] = True
        return Laid(*(each.compress(wanted[self.owners], axis=0) for each in self))


def laid_of(paths: Floats) -> Laid:
    """Return paths as straight pieces, as few as still look round: all at once, whatever their looks."""
    bulges, last, along = bulges_of(paths), paths.shape[1] - 1, lengths_of(paths)
    parts, spans, owners, done = [], [], [], np.zeros(len(paths), dtype=bool)
    for most, count in (*COARSE, (np.inf, last)):
        rows = np.flatnonzero(~done & (bulges <= most))
        done[rows] = True
        picked = np.linspace(0, last, min(count, last) + 1).astype(int)
        points, run = paths[rows][:, picked], along[rows][:, picked]
        parts.append(np.concatenate([points[:, :-1], points[:, 1:]], axis=2).reshape(-1, 4))
        spans.append(np.stack([run[:, :-1], run[:, 1:]], axis=2).reshape(-1, 2))
        owners.append(np.repeat(rows, len(picked) - 1))
    found = np.concatenate(owners)
    return Laid(np.vstack(parts), np.vstack(spans), along[found, -1], found)


def heads_of(lines: Lines, scale: float) -> Iterator[Heads]:
    """Yield the heads by domain: at the receiver, on both ends where mutual; a bar for a hostile act."""
    sizes = style.head_length(lines.widths / scale) * scale
    for domain in sorted(set(lines.domains.tolist())):
        for hollow in (True, False):
            rows = (lines.domains == domain) & ((lines.levels == style.HOLLOW) == hollow)
            for hostile in (True, False):
                some = rows & (lines.hostile == hostile)
                if some.any():
                    yield Heads(domain, *_tips(lines.taken(some), sizes[some]), hostile, hollow)


def _tips(lines: Lines, sizes: Floats) -> tuple[Floats, Floats, Floats]:
    """Return tips, directions and lengths of the heads of lines."""
    both = lines.mutual
    back = min(2, lines.paths.shape[1] - 1)  # points behind the tip: their direction is the head's
    tips = np.vstack([lines.paths[:, -1], lines.paths[both, 0]])
    along = tips - np.vstack([lines.paths[:, -1 - back], lines.paths[both, back]])
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    return tips, along, np.concatenate([sizes, sizes[both]])
