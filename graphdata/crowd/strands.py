"""The lines in sight as paths: parallel ones bent apart, cut at the actors' outlines, loops above their actor."""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

import numpy as np

from graphdata import curves, fans, style
from graphdata.batch.batch import KINDS, Lines, Signs
from graphdata.crowd.crowd import Box, Crowd, Floats, Ints, Strands
from graphdata.crowd.seen import Seen
from graphdata.placing import BARE, SHARES

CHUNK: Final = 300  # lines bent and cut at a time: some 2 ms
CHOICES: Final = 100  # signs placed at a time
HIDDEN: Final = 50.0  # what it costs a sign to lie under an actor
OUT: Final = 1000.0  # what it costs a sign to be out of sight
OUTLINES: Final = np.array([fans.OUTLINES.index(style.SHAPES[kind]) for kind in KINDS])


def lines_of(crowd: Crowd, seen: Seen, zoom: float) -> Generator[None, None, Lines]:
    """Return the lines in sight as a batch, the least important first: what matters lies on top."""
    rows = seen.lines[::-1]
    parts = []
    for first in range(0, len(rows), CHUNK):
        parts.append(paths_of(crowd, rows[first : first + CHUNK], zoom, seen.scale))
        yield
    paths = np.vstack(parts) if parts else np.empty((0, 2, 2))
    held, full = crowd.strands, seen.detail == "full"
    widths = held.widths[rows].astype(float) * (seen.scale if full else max(0.5, min(1.0, seen.scale)))
    levels = held.levels[rows].astype(np.int64) if full else np.full(len(rows), max(style.PATTERNS))
    return Lines(paths, held.domains[rows].astype(np.int64), levels, widths, held.mutual[rows], held.hostile[rows])


def paths_of(crowd: Crowd, rows: Ints, zoom: float, scale: float) -> Floats:
    """Return the trimmed paths of some lines from giver to receiver (n, points, 2)."""
    held = crowd.strands
    ends = held.ends[rows].astype(np.int64)
    low, high = ends.min(axis=1), ends.max(axis=1)
    nodes = _nodes(crowd, np.concatenate([low, high]), zoom, scale)
    local = np.column_stack([np.arange(len(rows)), np.arange(len(rows)) + len(rows)])
    counts, ranks = held.counts[rows].astype(np.int64), held.ranks[rows].astype(np.int64)
    paths = fans.trimmed(fans.fan_paths(local, ranks, counts, ranks, nodes, scale, False), nodes, local, scale)
    turned = ends[:, 0] > ends[:, 1]
    paths[turned] = paths[turned, ::-1]
    for row in np.flatnonzero(ends[:, 0] == ends[:, 1]):
        paths[row] = curves.loop(nodes.places[row], float(nodes.radii[row]), int(ranks[row]))
    return paths


def _nodes(crowd: Crowd, actors: Ints, zoom: float, scale: float) -> fans.Nodes:
    """Return what lines must know of the actors at their ends."""
    cast = crowd.cast
    radii = cast.radii[actors].astype(float) * scale
    return fans.Nodes(crowd.places[actors] * zoom, radii, np.empty((0, 4)), OUTLINES[cast.kinds[actors]])


def signs_of(
    strands: Strands, rows: Ints, lines: Lines, discs: Floats, scale: float, window: Box
) -> Generator[None, None, Signs]:
    """Return the signs of lines, each in the window where it can be, where fewest others and no actor's disc are near.

    Discs are (x, y, radius); the window is the box of the scene that is in sight.
    """
    radius = style.GLYPH_RADIUS * scale
    if not len(rows):
        return Signs(np.empty((0, 2)), lines.domains, lines.hostile, lines.domains)
    spots = np.empty((len(rows), len(SHARES), 2))
    for first in range(0, len(rows), CHUNK):
        spots[first : first + CHUNK] = fans.at_shares(lines.paths[first : first + CHUNK], SHARES)
        yield
    low, cell = np.array(window[:2]), BARE * radius
    taken = np.zeros(tuple(((np.array(window[2:]) - low) / cell).astype(int) + 4))
    cells = np.floor((spots - low) / cell).astype(np.int64) + 1
    kept = np.clip(cells, 1, np.array(taken.shape) - 2)
    _occupy(taken, discs + np.array([0.0, 0.0, radius]), low, cell)
    yield
    chosen = spots[:, 0].copy()
    shyness = np.arange(len(SHARES)) * 0.02 + OUT * (kept != cells).any(axis=2)
    for row in range(len(rows) - 1, -1, -1):  # the most important is the last one
        column, line = kept[row].T
        best = int(np.argmin(taken[column, line] + shyness[row]))
        chosen[row] = spots[row, best]
        taken[column[best] - 1 : column[best] + 2, line[best] - 1 : line[best] + 2] += 1.0
        if row % CHOICES == 0:
            yield
    return Signs(chosen, lines.domains, lines.hostile, strands.badges[rows].astype(np.int64))


def _occupy(taken: Floats, discs: Floats, low: Floats, cell: float) -> None:
    """Mark the cells whose middles lie within discs as taken more often than signs could: these would be hidden."""
    at = (discs[:, :2] - low) / cell + 1.0
    reach = discs[:, 2] / cell
    most = int(np.ceil(reach.max(initial=0.0)))
    for across in range(-most, most + 1):
        for down in range(-most, most + 1):
            spots = np.floor(at) + np.array([across, down])
            under = (np.square(spots + 0.5 - at).sum(axis=1) < np.square(reach)) | ((across, down) == (0, 0))
            inside = under & ((spots >= 0) & (spots < taken.shape)).all(axis=1)
            taken[tuple(spots[inside].astype(np.int64).T)] = HIDDEN
