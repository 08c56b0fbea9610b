"""From a view and its positions to a scene: lines bent apart, led round nodes, their signs and labels placed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np

from graphdata import curves, shapes, style
from graphdata.placing import place_labels, place_signs
from graphdata.scene import EdgeMark, NodeMark, Place, Points, Scene, badges_of, node_marks
from graphdata.ties import Tie
from graphdata.view import View

DETOURS: Final = (0.0, 22.0, -22.0, 44.0, -44.0, 70.0, -70.0)  # sideways shifts tried for a pair's lines, in points
DETOUR_PAIRS: Final = 400  # above so many pairs lines go straight: no eye could follow the detours


def compose(
    view: View,
    ties: Sequence[Tie],
    positions: Mapping[str, Place],
    *,
    zoom: float = 1.0,
    scale: float = 1.0,
    pins: Iterable[str] = (),
    notes: Mapping[str, str] | None = None,
) -> Scene:
    """Return the scene of a view; notes are the citation numbers printed on the lines, by tie id."""
    nodes = node_marks(view.actors, view.network.degree, positions, zoom, scale, frozenset(pins))
    edges = edge_marks(view, ties, nodes, scale, notes or {})
    edges = place_signs(edges, nodes, scale)
    return Scene(place_labels(nodes, edges, scale), edges, scale)


def edge_marks(
    view: View, ties: Sequence[Tie], nodes: Sequence[NodeMark], scale: float, notes: Mapping[str, str]
) -> tuple[EdgeMark, ...]:
    """Return every tie whose ends are both on show, parallel ones bent apart evenly, in the order of the ties."""
    by_id = {node.id: node for node in nodes}
    pairs: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.giver in by_id and tie.receiver in by_id:
            pairs[_pair(tie)].append(tie)
    detoured = len(pairs) <= DETOUR_PAIRS
    marks: dict[str, EdgeMark] = {}
    for (first, second), members in pairs.items():
        paths = _fan(by_id[first], by_id[second], len(members), nodes if detoured else (), scale)
        for tie, path in zip(members, paths, strict=True):
            marks[tie.id] = _edge_mark(view, tie, path, by_id, scale, notes.get(tie.id, ""))
    return tuple(marks[tie.id] for tie in ties if tie.id in marks)


def _pair(tie: Tie) -> tuple[str, str]:
    """Return the ends of a tie in an order that does not depend on its direction."""
    return (tie.giver, tie.receiver) if tie.giver <= tie.receiver else (tie.receiver, tie.giver)


def _fan(first: NodeMark, second: NodeMark, count: int, nodes: Sequence[NodeMark], scale: float) -> list[Points]:
    """Return the untrimmed paths of the lines between two nodes, evenly to both sides, led round others where it helps."""
    start, end = np.array([first.x, first.y]), np.array([second.x, second.y])
    if first.id == second.id:
        return [curves.loop(start, first.radius, rank) for rank in range(count)]
    gap = style.LANE * scale
    offsets = [(rank - (count - 1) / 2.0) * gap for rank in range(count)]
    straight = [curves.lane(start, end, offset) for offset in offsets]
    others = [node for node in nodes if node.id not in (first.id, second.id)]
    if not others or not _struck(straight, others, scale):
        return straight
    tried = [[curves.lane(start, end, offset + shift * scale) for offset in offsets] for shift in DETOURS]
    costs = [_struck(paths, others, scale) + 0.002 * abs(shift) for paths, shift in zip(tried, DETOURS, strict=True)]
    return tried[int(np.argmin(costs))]


def _struck(paths: Sequence[Points], others: Sequence[NodeMark], scale: float) -> float:
    """Return how deeply the paths run through nodes that are none of theirs; a label counts a quarter of a node."""
    points = np.vstack(paths)
    centres = np.array([[node.x, node.y] for node in others])
    reach = np.array([node.radius for node in others]) + 5.0 * scale
    away = np.hypot(points[:, None, 0] - centres[None, :, 0], points[:, None, 1] - centres[None, :, 1])
    depth = np.clip(1.0 - away / reach[None, :], 0.0, None).max(axis=0).sum()
    boxes = np.array([node.label for node in others])
    inside = (
        (points[:, None, 0] > boxes[None, :, 0])
        & (points[:, None, 0] < boxes[None, :, 2])
        & (points[:, None, 1] > boxes[None, :, 1])
        & (points[:, None, 1] < boxes[None, :, 3])
    )
    return float(depth + 0.04 * inside.sum() / max(1, len(paths)))


def _edge_mark(
    view: View, tie: Tie, path: Points, nodes: Mapping[str, NodeMark], scale: float, note: str
) -> EdgeMark:
    """Return one tie's mark on its path, which runs between the pair in alphabetical order until it is turned here."""
    if tie.giver > tie.receiver:
        path = path[::-1]
    giver, receiver = nodes[tie.giver], nodes[tie.receiver]
    path = curves.trimmed(path, _edge_of(giver, path[1] - path[0], scale), _edge_of(receiver, path[-2] - path[-1], scale))
    centre, _ = curves.at(path, 0.5)
    return EdgeMark(
        id=tie.id,
        giver=tie.giver,
        receiver=tie.receiver,
        domain=tie.domain,
        level=int(tie.level),
        mutual=tie.mutual,
        hostile=tie.hostile,
        width=style.line_width(len(tie.relations)) * scale,
        path=path,
        glyph=(float(centre[0]), float(centre[1])),
        badges=badges_of(tie),
        count=f"{tie.origins}/{tie.documents}",
        note=note,
        title=tie.label,
    )


def _edge_of(node: NodeMark, towards: Points, scale: float) -> float:
    """Return how far from a node's centre a line in that direction ends: at the outline, a hair off it."""
    return node.radius * shapes.reach_towards(node.shape, float(towards[0]), float(towards[1])) + 1.5 * scale
