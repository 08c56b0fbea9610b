"""Where signs and labels go: greedily, the most important first, each on the free place that disturbs least.

The eight positions are the classic ones of map lettering (Imhof 1975); here with exact boxes.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata import style
from graphdata.fans import at_shares
from graphdata.scene import Box, EdgeMark, NodeMark, Points
from graphdata.sign_room import room_of
from graphdata.steps import unpaused

Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]
SHARES: Final = (0.5, *(0.5 + way * step / 100.0 for step in range(4, 33, 4) for way in (-1, 1)))  # of its line
BARE: Final = 2.15  # radii that the middles of two signs keep apart
COVERED: Final = 3.0  # what a sign costs that covers another one, beside one that touches it
WORST: Final = 34  # what the least usual place of a label costs, in points of lines
COVERING: Final = 60  # what a label costs that covers a sign or an arrowhead, in points of lines
LINES: Final = 40  # looked at together in one step
STEP: Final = 8  # signs or labels placed in one step
WING: Final = 0.42  # lengths of a head that it reaches to either side
ASTRAY: Final = 45  # what a label costs that stands nearer to another actor than to its own, in points of lines
SIGN_LIMIT: Final = 1500  # above so many lines signs sit in the middle: they are too small to tell apart


def signs_in_steps(
    edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float
) -> Generator[None, None, tuple[EdgeMark, ...]]:
    """Return the lines with their signs clear of each other and of the nodes, the shortest lines served first."""
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
    order = sorted(range(len(edges)), key=lambda i: (spread[i], edges[i].id))
    spots, boxes, crowding = spots[order], boxes[order], crowding[order]
    chosen = np.empty((len(edges), 2))
    for rank, index in enumerate(order):
        place, after = int(np.argmin(crowding[rank])), slice(rank + 1, None)
        chosen[index] = spots[rank, place]
        across, down = (spots[after, :, axis] - chosen[index, axis] for axis in (0, 1))
        near = (np.abs(across) < BARE * radius) & (np.abs(down) < BARE * radius)
        crowding[after][near] += np.clip(1.0 - np.hypot(across[near], down[near]) / (BARE * radius), 0.0, None)
        struck = _overlaps(boxes[after].reshape(-1, 4), boxes[rank, place, None])
        crowding[after] += COVERED * struck.reshape(-1, len(SHARES))
        if rank % STEP == 0:
            yield
    yield
    return tuple(replace(edge, glyph=(float(x), float(y))) for edge, (x, y) in zip(edges, chosen, strict=True))


place_signs = unpaused(signs_in_steps)


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


def covering(nodes: Sequence[NodeMark], edges: Sequence[EdgeMark], scale: float) -> Counts:
    """Return which nodes have a label over a sign or a head: these look once more, now that signs have moved."""
    shown = np.array([at for at, node in enumerate(nodes) if node.labelled and not node.seated], dtype=np.int64)
    if not edges or len(edges) > SIGN_LIMIT or not len(shown):
        return np.empty(0, dtype=np.int64)
    labels = np.array([nodes[at].label for at in shown.tolist()])
    struck = _overlaps(labels, np.vstack([_sign_boxes(edges, scale), head_boxes(edges, scale)])).any(axis=1)
    return np.asarray(shown[struck])


def signs_meet(edges: Sequence[EdgeMark], scale: float) -> bool:
    """Return whether a sign lies over another one."""
    if not edges or len(edges) > SIGN_LIMIT:
        return False
    boxes = _sign_boxes(edges, scale)
    return int(_overlaps(boxes, boxes).sum()) > len(boxes)


def _crowding(spots: Points, taken: Points) -> Points:
    """Return for each spot how much it runs into discs (x, y, radius) that are there already."""
    across, down = (spots[:, None, axis] - taken[None, :, axis] for axis in (0, 1))
    near = (np.abs(across) < taken[:, 2]) & (np.abs(down) < taken[:, 2])
    found = np.zeros(near.shape)
    found[near] = np.clip(1.0 - np.hypot(across[near], down[near]) / taken[near.nonzero()[1], 2], 0.0, None)
    return np.asarray(found.sum(axis=1))


def labels_in_steps(
    nodes: Sequence[NodeMark],
    edges: Sequence[EdgeMark],
    scale: float,
    signs: Points | None = None,
    farther: bool = False,
    some: Counts | None = None,
) -> Generator[None, None, tuple[NodeMark, ...]]:
    """Return the nodes with their labels placed; a label that would cover a node or another label is not shown.

    Signs are the boxes of the signs and heads of the lines, where these are not drawn as on the map. Places farther
    from the node are for a map on which labels would otherwise cover signs. Where only some nodes are to be served,
    the others keep their labels.
    """
    if not nodes:
        return ()
    signs = np.vstack([_sign_boxes(edges, scale), head_boxes(edges, scale)]) if signs is None else signs
    points = np.vstack([edge.path for edge in edges]) if edges else np.empty((0, 2))
    ground = Ground(np.array([node.box for node in nodes]), discs_of(nodes), signs, points[points[:, 0].argsort()])
    yield
    wanted = np.array([at for at in (range(len(nodes)) if some is None else some) if not nodes[at].seated], np.int64)
    found, chosen = list(nodes), set(wanted.tolist())
    still = [node.label for at, node in enumerate(nodes) if at not in chosen and node.labelled]
    taken, count = np.vstack([np.array(still).reshape(-1, 4), np.empty((len(wanted), 4))]), len(still)
    for first in range(0, len(wanted), STEP):
        rows = wanted[first : first + STEP]
        places = label_places([nodes[at] for at in rows.tolist()], scale, farther)
        struck, costs = ground.under(places, rows)
        for at, boxes, strikes, cost in zip(rows.tolist(), places, struck, costs, strict=True):
            blocked = strikes + _overlaps(boxes, taken[:count]).sum(axis=1)
            rank = int(np.lexsort((cost, blocked))[0])
            found[at] = replace(nodes[at], label=box_of(boxes[rank]), labelled=not blocked[rank])
            if found[at].labelled:
                taken[count] = boxes[rank]
                count += 1
        yield
    return tuple(found)


place_labels = unpaused(labels_in_steps)


class Ground(NamedTuple):
    """What labels are placed on: the outlines of all nodes as boxes and as discs, boxes of signs, points by x."""

    outlines: Points
    discs: Points
    signs: Points
    points: Points

    def under(self, places: Points, nodes: Counts) -> tuple[Counts, Points]:
        """Return for some nodes how many others each of their places (n, m, 4) strikes, and what it costs."""
        boxes, whole = places.reshape(-1, 4), places.shape[:2]
        own = np.repeat(nodes, whole[1])
        others = _overlaps(boxes, self.outlines)
        others[np.arange(len(boxes)), own] = False
        disturbed = COVERING * _overlaps(boxes, self.signs).sum(axis=1) + ASTRAY * astray(boxes, self.discs, own)
        x = self.points[:, 0]
        spans = zip(
            x.searchsorted(places[:, :, 0].min(axis=1)), x.searchsorted(places[:, :, 2].max(axis=1)), strict=True
        )
        inside = np.array([points_inside(each, self.points[a:b]) for each, (a, b) in zip(places, spans, strict=True)])
        usual = np.minimum(4 * np.arange(whole[1]), WORST)
        return others.sum(axis=1).reshape(whole), disturbed.reshape(whole) + inside + usual


def discs_of(nodes: Sequence[NodeMark]) -> Points:
    """Return place and radius of each node: (n, 3)."""
    return np.array([(node.x, node.y, node.radius) for node in nodes]).reshape(-1, 3)


def astray(boxes: Points, discs: Points, own: Counts | int) -> Flags:
    """Return which places of labels are nearer to another one of some discs (x, y, radius) than to their own."""
    x, y = (np.clip(discs[:, axis], boxes[:, axis, None], boxes[:, 2 + axis, None]) - discs[:, axis] for axis in (0, 1))
    away = np.sqrt(x * x + y * y) - discs[:, 2]  # numpy's hypot takes thrice as long
    rows = np.arange(len(boxes))
    mine = away[rows, own].copy()
    away[rows, own] = np.inf
    return np.asarray(away.min(axis=1) < mine)


def label_places(nodes: Sequence[NodeMark], scale: float, farther: bool) -> Points:
    """Return the boxes (n, m, 4) that labels may take, best first: below, above, right, left, corners, then aslant."""
    labels, discs = np.array([node.label for node in nodes]), discs_of(nodes)
    near = _round(labels, discs, style.LABEL_SIZE * 0.3 * scale)
    near[:, 0] = labels
    return np.hstack([near, _round(labels, discs, style.LABEL_SIZE * 0.9 * scale)]) if farther else near


def _round(labels: Points, discs: Points, gap: float) -> Points:
    """Return the boxes of labels round their nodes, so far away from them."""
    wide, high = labels[:, 2] - labels[:, 0], labels[:, 3] - labels[:, 1]
    reach, aside = discs[:, 2] * 1.1 + gap, discs[:, 2] * 0.8 + gap
    half = wide / 2.0
    steps = [(labels[:, 0] - discs[:, 0], reach), (labels[:, 0] - discs[:, 0], -reach - high)]
    steps += [(reach, -high / 2.0), (-reach - wide, -high / 2.0)]
    steps += [(dx, dy) for dy in (aside, -aside - high) for dx in (aside, -aside - wide)]
    steps += [(part * half - half, dy) for part in (-1, 1, -0.5, 0.5) for dy in (reach, -reach - high)]
    steps += [(dx, part * high / 2.0 - high / 2.0) for part in (-1, 1) for dx in (reach, -reach - wide)]
    corners = discs[:, :2] + np.array(steps).transpose(0, 2, 1)
    sizes = np.column_stack([wide, high])
    return np.asarray(np.concatenate([corners, corners + sizes], axis=2).transpose(1, 0, 2))


def box_of(row: Points) -> Box:
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


def head_boxes(edges: Sequence[EdgeMark], scale: float) -> Points:
    """Return the boxes of the arrowheads; a label over one would hide which way a line goes."""
    if not edges:
        return np.empty((0, 4))
    mutual = [edge for edge in edges if edge.mutual]
    tips = np.array([edge.path[-1] for edge in edges] + [edge.path[0] for edge in mutual])
    along = np.array([edge.path[-3] for edge in edges] + [edge.path[2] for edge in mutual]) - tips
    along /= np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    length = style.head_length(np.array([edge.width for edge in (*edges, *mutual)])[:, None] / scale) * scale
    side = along[:, ::-1] * [-1.0, 1.0] * length * WING
    corners = np.stack([tips, tips + along * length + side, tips + along * length - side])
    return np.hstack([corners.min(axis=0), corners.max(axis=0)])
