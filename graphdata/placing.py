"""Where signs and labels go: greedily, the most important first, each on the free place that disturbs least.

The eight positions are the classic ones of map lettering (Imhof 1975); here with exact boxes.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata import style
from graphdata.fans import at_shares
from graphdata.scene import Box, EdgeMark, NodeMark, Points
from graphdata.sign_room import room_of
from graphdata.steps import at_once

Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]
SHARES: Final = (0.5, *(0.5 + way * step / 100.0 for step in range(4, 33, 4) for way in (-1, 1)))  # of its line
BARE: Final = 2.15  # radii that the middles of two signs keep apart
COVERED: Final = 3.0  # what a sign costs that covers another one, beside one that touches it
WORST: Final = 34  # what the least usual place of a label costs, in points of lines
COVERING: Final = 60  # what a label costs that covers a sign or an arrowhead, in points of lines
LINES: Final = 40  # looked at together in one step
STEP: Final = 8  # signs or labels placed in one step
SIGN_LIMIT: Final = 1500  # above so many lines signs sit in the middle: they are too small to tell apart


def place_signs(edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float) -> tuple[EdgeMark, ...]:
    """Return the lines with their signs clear of each other and of the nodes, the shortest lines served first."""
    return at_once(signs_in_steps(edges, nodes, scale))


def signs_in_steps(
    edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float
) -> Generator[None, None, tuple[EdgeMark, ...]]:
    """Return what place_signs does, in steps."""
    if not edges or len(edges) > SIGN_LIMIT:
        return tuple(edges)
    radius = style.GLYPH_RADIUS * scale
    paths = np.array([edge.path for edge in edges])
    spots = at_shares(paths, SHARES)
    yield
    rooms = np.array([room_of(edge, scale) for edge in edges])
    boxes = np.concatenate([spots, spots], axis=2) + rooms[:, None]
    yield
    crowding = yield from _crowded(spots, boxes, nodes, radius)
    spread = np.hypot(*np.ptp(paths, axis=1).T).round()
    chosen = spots[:, 0].copy()
    for rank, index in enumerate(sorted(range(len(edges)), key=lambda i: (spread[i], edges[i].id))):
        place = int(np.argmin(crowding[index]))
        chosen[index] = spots[index, place]
        away = np.hypot(spots[:, :, 0] - chosen[index, 0], spots[:, :, 1] - chosen[index, 1])
        crowding += np.clip(1.0 - away / (BARE * radius), 0.0, None)
        crowding += COVERED * _overlaps(boxes.reshape(-1, 4), boxes[index, place, None]).reshape(len(edges), -1)
        if rank % STEP == 0:
            yield
    return tuple(replace(edge, glyph=(float(x), float(y))) for edge, (x, y) in zip(edges, chosen, strict=True))


def _crowded(spots: Points, boxes: Points, nodes: Sequence[NodeMark], radius: float) -> Generator[None, None, Points]:
    """Return how much each place for a sign (lines, places) runs into nodes; the less usual ones a little more."""
    discs = np.array([[node.x, node.y, node.radius + radius] for node in nodes])
    outlines = np.array([node.box for node in nodes]).reshape(-1, 4)
    found = np.empty(spots.shape[:2])
    for first in range(0, len(spots), LINES):
        rows = slice(first, first + LINES)
        found[rows] = _crowding(spots[rows].reshape(-1, 2), discs).reshape(-1, len(SHARES))
        found[rows] += np.arange(len(SHARES)) * 0.02
        struck = _overlaps(boxes[rows].reshape(-1, 4), outlines).sum(axis=1)
        found[rows] += COVERED * struck.reshape(-1, len(SHARES))
        yield
    return found


def cleared_signs(edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float) -> tuple[EdgeMark, ...]:
    """Return the lines with the signs that a label covers moved along to where they are clear, if there is a place."""
    found, labels = list(edges), np.array([node.label for node in nodes if node.labelled]).reshape(-1, 4)
    if not edges or len(edges) > SIGN_LIMIT:
        return tuple(found)
    boxes = _sign_boxes(edges, scale)
    taken = np.vstack([labels, np.array([node.box for node in nodes]).reshape(-1, 4), boxes])
    first = len(taken) - len(boxes)
    for index in np.flatnonzero(_overlaps(boxes, labels).any(axis=1)).tolist():
        others = np.delete(taken, first + index, axis=0)
        spots = at_shares(edges[index].path[None], SHARES)[0]
        room = np.hstack([spots, spots]) + np.array(room_of(edges[index], scale))
        struck = _overlaps(room, others).sum(axis=1)
        best = int(struck.argmin())
        if struck[best]:
            continue  # it would cover something else instead
        found[index] = replace(edges[index], glyph=(float(spots[best, 0]), float(spots[best, 1])))
        taken[first + index] = room[best]
    return tuple(found)


def covers(nodes: Sequence[NodeMark], edges: Sequence[EdgeMark], scale: float) -> bool:
    """Return whether a label still lies over a sign: then labels look once more for places, now that signs moved."""
    if not edges or len(edges) > SIGN_LIMIT:
        return False
    labels = np.array([node.label for node in nodes if node.labelled]).reshape(-1, 4)
    return bool(_overlaps(labels, _sign_boxes(edges, scale)).any())


def _crowding(spots: Points, taken: Points) -> Points:
    """Return for each spot how much it runs into discs (x, y, radius) that are there already."""
    away = np.hypot(spots[:, None, 0] - taken[None, :, 0], spots[:, None, 1] - taken[None, :, 1])
    crowding: Points = np.clip(1.0 - away / taken[None, :, 2], 0.0, None).sum(axis=1)
    return crowding


def place_labels(
    nodes: Sequence[NodeMark],
    edges: Sequence[EdgeMark],
    scale: float,
    signs: Points | None = None,
    farther: bool = False,
) -> tuple[NodeMark, ...]:
    """Return the nodes with their labels placed; a label that would cover a node or another label is not shown.

    Signs are the boxes of the signs and heads of the lines, where these are not drawn as on the map. Places farther
    from the node are for a map on which labels would otherwise cover signs.
    """
    return at_once(labels_in_steps(nodes, edges, scale, signs, farther))


def labels_in_steps(
    nodes: Sequence[NodeMark],
    edges: Sequence[EdgeMark],
    scale: float,
    signs: Points | None = None,
    farther: bool = False,
) -> Generator[None, None, tuple[NodeMark, ...]]:
    """Return what place_labels does, in steps."""
    if not nodes:
        return ()
    outlines = np.array([node.box for node in nodes])
    signs = np.vstack([_sign_boxes(edges, scale), _head_boxes(edges, scale)]) if signs is None else signs
    points = np.vstack([edge.path for edge in edges]) if edges else np.empty((0, 2))
    taken, count = np.empty((len(nodes), 4)), 0
    found = []
    for index, node in enumerate(nodes):
        candidates = label_places(node, scale, farther)
        others = _overlaps(candidates, outlines)
        others[:, index] = False
        blocked = others.sum(axis=1) + _overlaps(candidates, taken[:count]).sum(axis=1)
        disturbed = COVERING * _overlaps(candidates, signs).sum(axis=1) + points_inside(candidates, points)
        rank = int(
            np.lexsort(
                (np.arange(len(candidates)), disturbed + np.minimum(4 * np.arange(len(candidates)), WORST), blocked)
            )[0]
        )
        box, free = _box(candidates[rank]), not blocked[rank]
        found.append(replace(node, label=box, labelled=free))
        if free:
            taken[count] = box
            count += 1
        if index % STEP == 0:
            yield
    return tuple(found)


def label_places(node: NodeMark, scale: float, farther: bool) -> Points:
    """Return the boxes that a label may take, the best first: below, above, right, left, the corners, then aslant."""
    near = _round(node, style.LABEL_SIZE * 0.3 * scale)
    near[0] = node.label
    return np.vstack([near, _round(node, style.LABEL_SIZE * 0.9 * scale)]) if farther else near


def _round(node: NodeMark, gap: float) -> Points:
    """Return the boxes of a label round its node, so far away from it."""
    left, top, right, bottom = node.label
    wide, high = right - left, bottom - top
    reach = node.radius * 1.1 + gap
    aside = node.radius * 0.8 + gap
    corners = [(dx, dy) for dy in (aside, -aside - high) for dx in (aside, -aside - wide)]
    slips = [part * wide / 2.0 for part in (-1, 1, -0.5, 0.5)]
    corners += [(slip - wide / 2.0, dy) for slip in slips for dy in (reach, -reach - high)]
    corners += [(dx, slip * high / wide - high / 2.0) for slip in slips[:2] for dx in (reach, -reach - wide)]
    return np.array(
        [
            (left, node.y + reach, right, node.y + reach + high),
            (left, node.y - reach - high, right, node.y - reach),
            (node.x + reach, node.y - high / 2.0, node.x + reach + wide, node.y + high / 2.0),
            (node.x - reach - wide, node.y - high / 2.0, node.x - reach, node.y + high / 2.0),
            *((node.x + dx, node.y + dy, node.x + dx + wide, node.y + dy + high) for dx, dy in corners),
        ]
    )


def _box(row: Points) -> Box:
    """Return a row as a box."""
    left, top, right, bottom = row.tolist()
    return left, top, right, bottom


def _overlaps(boxes: Points, others: Points) -> Flags:
    """Return which boxes (n, 4) overlap which others (m, 4): (n, m)."""
    left, top, right, bottom = boxes.T[:, :, None]
    across = (others[:, 0] < right) & (others[:, 2] > left)
    return np.asarray(across & (others[:, 1] < bottom) & (others[:, 3] > top))


def hits(box: Box, others: Points) -> int:
    """Return how many of the other boxes the box overlaps."""
    return int(_overlaps(np.array([box]), others.reshape(-1, 4)).sum())


def points_inside(boxes: Points, points: Points) -> Counts:
    """Return how many points lie in each box; those near any of them are looked at alone."""
    x, y = points[:, 0], points[:, 1]
    (left, top), (right, bottom) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    x, y = points[(x > left) & (x < right) & (y > top) & (y < bottom)].T
    left, top, right, bottom = boxes.T[:, :, None]
    return np.asarray(((x > left) & (x < right) & (y > top) & (y < bottom)).sum(axis=1))


def _sign_boxes(edges: Sequence[EdgeMark], scale: float) -> Points:
    """Return the boxes of the signs on the lines, with their badges and notes."""
    if not edges:
        return np.empty((0, 4))
    centres = np.array([edge.glyph for edge in edges])
    rooms: Points = np.array([room_of(edge, scale) for edge in edges])
    return np.hstack([centres, centres]) + rooms


def _head_boxes(edges: Sequence[EdgeMark], scale: float) -> Points:
    """Return the boxes of the arrowheads; a label over one would hide which way a line goes."""
    tips = [edge.path[-1] for edge in edges] + [edge.path[0] for edge in edges if edge.mutual]
    centres = np.array(tips).reshape(-1, 2)
    reach = style.HEAD * scale * 0.6
    return np.hstack([centres - reach, centres + reach])
