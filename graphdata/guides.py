"""Guides: frames round groups, rings by steps, the way of the flow, so that a reader sees how a map is arranged.

They follow the actors on show where these are now, moved by hand or not; where that leaves no sense, there is no guide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from graphdata import shapes, style, typeface
from graphdata.arrangement import Arrangement, Layout, bloc_name, group_of
from graphdata.network import Network
from graphdata.scene import Box, EdgeMark, GuideMark, NodeMark, Points
from graphdata.sign_room import room_of

PAD: Final = 7.0  # points between a frame and what is inside
RATIOS: Final = np.geomspace(0.3, 12.0, 90)  # of the squared axes that a ring's ellipse may have
SPOTS: Final = np.radians([-90 + way * step for step in range(0, 184, 4) for way in (1, -1)])  # from above on
STOPS: Final = 13  # places of a name along the edge of its frame
FULL: Final = 96  # corners of a ring


def guides_of(
    network: Network,
    marks: tuple[Sequence[NodeMark], Sequence[EdgeMark]],
    arrangement: Arrangement,
    scale: float,
    signs: Points | None = None,
) -> tuple[GuideMark, ...]:
    """Return the guides of an arrangement; none for clusters and distances, which have nothing to name.

    Signs are the boxes of the signs on the lines, where these are not drawn as on the map.
    """
    nodes, edges = marks
    if len(nodes) < 2:
        return ()
    if arrangement.layout in ("blocs", "kinds", "radial"):
        boxes = [box for node in nodes for box in (node.box, node.label)]
        found = [np.tile(edge.glyph, 2) + room_of(edge, scale) for edge in edges] if signs is None else signs
        taken = np.array([*boxes, *found])
        if arrangement.layout == "radial":
            return _rings(network, nodes, arrangement.centre, taken, scale)
        return _frames(network, nodes, arrangement.layout, taken, scale)
    return _flow(nodes, edges, scale) if arrangement.layout == "layered" else ()


def _frames(
    network: Network, nodes: Sequence[NodeMark], layout: Layout, taken: Points, scale: float
) -> tuple[GuideMark, ...]:
    """Return a frame with a name for each group; a bloc of one needs none, and none may hold a stranger."""
    members: dict[str, list[NodeMark]] = {}
    for node in nodes:
        if group := group_of(network.actor[node.id], layout):
            members.setdefault(group, []).append(node)
    shown = {group: found for group, found in sorted(members.items()) if len(found) > 1 or layout == "kinds"}
    found: list[GuideMark] = []
    for group, inside in shown.items():
        named = np.array([guide.box(scale) for guide in found]).reshape(-1, 4)
        frame = _frame(_name(network, group, layout), inside, np.vstack([taken, named]), scale)
        found += [] if _strangers_in(frame, inside, nodes) else [frame]
    return tuple(found)


def _strangers_in(frame: GuideMark, members: Sequence[NodeMark], nodes: Sequence[NodeMark]) -> bool:
    """Return whether the middle of an actor that does not belong there lies in a frame."""
    (left, top), (right, bottom) = frame.path.min(axis=0), frame.path.max(axis=0)
    mine = {node.id for node in members}
    return any(left < node.x < right and top < node.y < bottom for node in nodes if node.id not in mine)


def _frame(name: str, nodes: Sequence[NodeMark], taken: Points, scale: float) -> GuideMark:
    """Return the frame round some actors and their labels, its name on the upper or lower edge, covering least.

    A name that is longer than the edge is cut, one that would cover something to what a line of a label has.
    """
    pad, rise = PAD * scale, 0.3 * style.GUIDE_SIZE * scale
    left, top, right, bottom = _bounds(nodes)
    path = shapes.box(left - pad, top - pad, right + pad, bottom + pad)
    path = np.vstack([path, path[:1]])
    found, size, room = [], style.GUIDE_SIZE * scale, style.LABEL_ROOM * scale
    for words in dict.fromkeys(typeface.cut(name, each, size, True) for each in (max(right - left, room), room)):
        along = np.linspace(left + pad, max(left + pad, right - pad - typeface.width(words, size, True)), STOPS)
        found += [
            GuideMark(path, words, (float(x), y + rise), "start") for y in (top - pad, bottom + pad) for x in along
        ]
    return min(found, key=_covering(taken, scale))


def _name(network: Network, group: str, layout: Layout) -> str:
    """Return a group's name: a kind's own, or that of a bloc."""
    return group if layout == "kinds" else bloc_name(network, group)


def _bounds(nodes: Sequence[NodeMark]) -> Box:
    """Return the box round some actors and their labels."""
    boxes = np.array([node.box for node in nodes] + [node.label for node in nodes if node.labelled])
    left, top = boxes[:, :2].min(axis=0)
    right, bottom = boxes[:, 2:].max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def _flow(nodes: Sequence[NodeMark], edges: Sequence[EdgeMark], scale: float) -> tuple[GuideMark, ...]:
    """Return an arrow above the map and its lines, from those who give to those who receive."""
    left, top, right, _ = _bounds(nodes)
    rooms = (edge.glyph[1] + room_of(edge, scale)[1] for edge in edges)
    lines = (float(edge.path[:, 1].min()) for edge in edges)
    y, head = min(top - style.GUIDE_SIZE * scale, *rooms, *lines) - style.GUIDE_SIZE * scale, 6.0 * scale
    rise = 0.3 * style.GUIDE_SIZE * scale
    arrow = np.array([[left, y], [right, y], [right - head, y - head / 2], [right, y], [right - head, y + head / 2]])
    return (
        GuideMark(arrow, "gives", (left + head, y + rise), "start"),
        GuideMark(arrow[1:], "receives", (right - 2 * head, y + rise), "end"),
    )


def _rings(
    network: Network, nodes: Sequence[NodeMark], centre: str, taken: Points, scale: float
) -> tuple[GuideMark, ...]:
    """Return an ellipse between each ring and the next, the number of steps on it where least is taken."""
    middle = next((node for node in nodes if node.id == centre), None)
    if middle is None:
        return ()
    steps = steps_from(network, centre)
    rings = np.array([steps.get(node.id, -1) for node in nodes])
    ways = np.array([[node.x - middle.x, node.y - middle.y] for node in nodes])
    ratio = _ratio(ways, rings)
    radii = np.hypot(ways[:, 0], ways[:, 1] * ratio**0.5)
    found = []
    for ring in range(1, int(rings.max(initial=0)) + 1):
        inside, outside = radii[(rings <= ring) & (rings >= 0)], radii[(rings > ring) | (rings < 0)]
        if not len(outside) or outside.min() <= inside.max():
            continue
        reach = float(inside.max() + outside.min()) / 2.0
        words = f"1 step from {_short(network.actor[centre].label)}" if ring == 1 else f"up to {ring} steps"
        found.append(_ring(middle, reach, reach / ratio**0.5, words, taken, scale))
    return tuple(found)


def _short(label: str) -> str:
    """Return the name of an actor as far as two lines of a label have room for it."""
    return typeface.cut(label, 2.0 * style.LABEL_ROOM, style.GUIDE_SIZE, True)


def steps_from(network: Network, centre: str) -> Mapping[str, int]:
    """Return how many relations lead from one actor to each that it reaches, whichever way they point."""
    near: dict[str, set[str]] = {}
    for relation in network.relations:
        near.setdefault(relation.giver, set()).add(relation.receiver)
        near.setdefault(relation.receiver, set()).add(relation.giver)
    steps, edge = {centre: 0}, {centre}
    while edge:
        edge = {other for one in edge for other in near.get(one, ())} - steps.keys()
        steps.update(dict.fromkeys(edge, max(steps.values()) + 1))
    return steps


def _ratio(ways: Points, rings: Points) -> float:
    """Return the ratio of squared axes under which the actors of a ring are most nearly equally far from the middle."""
    spread = np.zeros(len(RATIOS))
    for ring in np.unique(rings[rings > 0]):
        mine = ways[rings == ring]
        radii = np.hypot(mine[:, 0], mine[:, 1] * RATIOS[:, None] ** 0.5)
        spread += np.log(np.maximum(radii, 1e-9)).var(axis=1) * len(mine)
    return float(RATIOS[int(spread.round(9).argmin())])


def _ring(middle: NodeMark, across: float, down: float, words: str, taken: Points, scale: float) -> GuideMark:
    """Return an ellipse, its words on it where they cover least."""

    def at(angles: Points) -> Points:
        return np.column_stack([middle.x + across * np.cos(angles), middle.y + down * np.sin(angles)])

    path = at(np.linspace(0.0, 2.0 * np.pi, FULL + 1))
    marks = [GuideMark(path, words, (float(x), float(y) + 0.3 * style.GUIDE_SIZE * scale)) for x, y in at(SPOTS)]
    return min(marks, key=_covering(taken, scale))


def _covering(taken: Points, scale: float) -> Callable[[GuideMark], int]:
    """Return how to count the boxes that a guide's words lie over."""

    def count(guide: GuideMark) -> int:
        left, top, right, bottom = guide.box(scale)
        left, right = left - style.GUIDE_SIZE * scale, right + style.GUIDE_SIZE * scale
        beside = (taken[:, 0] >= right) | (taken[:, 2] <= left) | (taken[:, 1] >= bottom) | (taken[:, 3] <= top)
        return int((~beside).sum())

    return count
