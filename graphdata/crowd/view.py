"""What a camera shows of a crowd, composed: the batch to paint, the haze behind it, and what can be hit."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Final

import numpy as np

from graphdata import style, typeface
from graphdata.batch.batch import Batch, Label, Lines, Nodes, Signs
from graphdata.crowd.crowd import Box, Crowd, Floats, Ints, box_of
from graphdata.crowd.haze import haze_of
from graphdata.crowd.letters import labels_of
from graphdata.crowd.seen import FULL, Outlook, Seen, mark_scale, seen_of, straight
from graphdata.crowd.strands import lines_of, signs_of
from graphdata.hits import Targets

FINGER: Final = 5.0  # points: smaller actors are hit as if they were so large
PIECES: Final = {"full": 14, "plain": 7}  # that a line is hit by
WIDEST: Final = style.LABEL_ROOM / style.LABEL_SIZE / 2.0  # sizes of its type that no label reaches beyond, aside
HIGHEST: Final = style.LABEL_LINES * typeface.LINE  # and below its top
SIGNED: Final = 0.6  # the mark scale from which on signs can be told apart
WHOLE: Final = 6000.0  # points: a small crowd no wider is composed whole, so that panning only moves it
MARGIN: Final = 40.0
BESIDE: Final = 24.0  # points that signs, heads, plates and rims reach beyond their lines, labels and actors
NO_CODES: Final = np.empty(0, dtype=np.int64)
NO_FLAGS: Final = np.empty(0, dtype=bool)
NO_LINES: Final = Lines(np.empty((0, 2, 2)), NO_CODES, NO_CODES, np.empty(0), NO_FLAGS, NO_FLAGS)
NO_SIGNS: Final = Signs(np.empty((0, 2)), NO_CODES, NO_FLAGS, NO_CODES)


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What is composed, for which outlook; bare lines are painted straight from the crowd."""

    crowd: Crowd
    outlook: Outlook
    seen: Seen
    batch: Batch
    haze: Floats
    targets: Targets
    whole: bool
    ink: Box  # all that is painted lies in this box of the scene

    def holds(self, outlook: Outlook) -> bool:
        """Return whether this would do for another outlook as well."""
        return outlook == self.outlook or (self.whole and outlook.zoom == self.outlook.zoom)


def shown_of(crowd: Crowd, outlook: Outlook) -> Generator[None, None, Shown]:
    """Return what an outlook shows of a crowd."""
    whole = _whole(crowd, outlook.zoom)
    seen = yield from seen_of(crowd, whole or outlook)
    lines, signs = NO_LINES, NO_SIGNS
    nodes = nodes_of(crowd, seen.actors, outlook.zoom, seen.scale)
    if seen.detail != "bare":
        lines = yield from lines_of(crowd, seen, outlook.zoom)
    if seen.detail == "full" and seen.scale >= SIGNED:
        discs = np.column_stack([nodes.places, nodes.radii])
        signs = yield from signs_of(crowd.strands, seen.lines[::-1], lines, discs, seen.scale, (whole or outlook).sight)
    labels = yield from labels_of(crowd, seen, whole or outlook)
    haze = np.empty((0, 0))
    if len(seen.rest):
        haze = yield from haze_of(crowd, seen.rest, outlook)
    yield
    targets = yield from _targets(crowd, seen, lines, signs, nodes, outlook.zoom)
    yield
    batch = Batch(lines, signs, _painted_first(nodes), labels, seen.scale)
    ink = yield from ink_of(crowd, batch, outlook.zoom)
    yield
    return Shown(crowd, outlook, seen, batch, haze, targets, whole is not None, ink)


def ink_of(crowd: Crowd, batch: Batch, zoom: float) -> Generator[None, None, Box]:
    """Return a box of the scene that holds all marks: most of a window that shows a whole map is empty."""
    left, top, right, bottom = (value * zoom for value in crowd.room)
    reach = float(batch.nodes.radii.max(initial=0.0)) * 1.3
    left, top, right, bottom = left - reach, top - reach, right + reach, bottom + reach
    if len(batch.lines):
        low_x, low_y, high_x, high_y = box_of(batch.lines.paths.reshape(-1, 2))
        left, top, right, bottom = min(left, low_x), min(top, low_y), max(right, high_x), max(bottom, high_y)
        yield
    for label in batch.labels:
        half, high = label.size * WIDEST, label.size * HIGHEST
        if left <= label.x - half and label.x + half <= right and top <= label.top and label.top + high <= bottom:
            continue  # as most do
        wide, high = typeface.block(label.lines, label.size, label.bold)
        left, right = min(left, label.x - wide / 2.0), max(right, label.x + wide / 2.0)
        top, bottom = min(top, label.top), max(bottom, label.top + high)
    return left - BESIDE, top - BESIDE, right + BESIDE, bottom + BESIDE


def _whole(crowd: Crowd, zoom: float) -> Outlook | None:
    """Return an outlook on all of a small crowd, or nothing where it is too large."""
    left, top, right, bottom = crowd.room
    wide, high = (right - left) * zoom + 2 * MARGIN, (bottom - top) * zoom + 2 * MARGIN
    if len(crowd.strands) > FULL or max(wide, high) > WHOLE:
        return None
    return Outlook(MARGIN - left * zoom, MARGIN - top * zoom, zoom, wide, high)


def nodes_of(crowd: Crowd, rows: Ints, zoom: float, scale: float) -> Nodes:
    """Return actors as they are painted, the most important first."""
    cast = crowd.cast
    return Nodes(
        crowd.places.take(rows, axis=0) * zoom,
        cast.radii.take(rows).astype(float) * scale,
        cast.kinds.take(rows).astype(np.int64),
        crowd.pinned.take(rows),
        np.zeros(len(rows), bool),
    )


def _painted_first(nodes: Nodes) -> Nodes:
    """Return actors with the least important first: what matters lies on top."""
    return Nodes(nodes.places[::-1], nodes.radii[::-1], nodes.kinds[::-1], nodes.pinned[::-1], nodes.seated[::-1])


def _targets(
    crowd: Crowd, seen: Seen, lines: Lines, signs: Signs, nodes: Nodes, zoom: float
) -> Generator[None, None, Targets]:
    """Return what can be hit: only what is drawn by itself; owners are rows of the crowd."""
    rows = seen.lines[::-1]
    if seen.detail == "bare":
        pieces, owners = straight(crowd, rows, zoom), rows
    else:
        last = lines.paths.shape[1] - 1
        picked = np.linspace(0, last, min(last, PIECES[seen.detail]) + 1).astype(int)
        points = lines.paths[:, picked]
        pieces = np.concatenate([points[:, :-1], points[:, 1:]], axis=2).reshape(-1, 4)
        owners = np.repeat(rows, len(picked) - 1)
    yield
    if len(seen.passing):
        pieces = np.vstack([pieces, straight(crowd, seen.passing, zoom)])
        owners = np.concatenate([owners, seen.passing])
    discs = np.column_stack([nodes.places, np.maximum(nodes.radii * 1.1, FINGER)])
    yield
    return Targets.of(discs, signs.places, rows[: len(signs)], pieces, owners)


def lifted_of(
    crowd: Crowd, actors: Ints, lines: Ints, outlook: Outlook
) -> Generator[None, None, tuple[Batch, tuple[Label, ...]]]:
    """Return actors and lines in full, to be laid over the picture, and their labels."""
    scale = mark_scale(outlook.zoom)
    seen = Seen(np.sort(actors), lines, lines[:0], lines[:0], "full", scale)
    found = yield from lines_of(crowd, seen, outlook.zoom)
    labels = yield from labels_of(crowd, seen, outlook)
    nodes = _painted_first(nodes_of(crowd, seen.actors, outlook.zoom, scale))
    return Batch(found, NO_SIGNS, nodes, (), scale), labels
