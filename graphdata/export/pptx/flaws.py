"""The map as it lies on a slide, and how often something on it hides something else or stands where it is misread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np

from graphdata.export.pptx.connectors import head_length
from graphdata.export.pptx.markup import Box
from graphdata.export.pptx.spots import Side, Spot, covered, sign_box
from graphdata.faults import crowded_heads, runs_under, strays
from graphdata.placing import hits
from graphdata.scene import EdgeMark, NodeMark, Points, Scene

FULL_RIMS: Final = 18  # pairs of heads: rims of hubs with so many lines are as full as they can be
HEADS: Final = 0.12  # what a pair of heads at one point weighs, beside a sign that lies over another
FOLLOWED: Final = 60  # lines; with more marks are no larger than on the screen
AIR: Final = 2.0  # points between an actor and what is none of its own
LEADING: Final = 0.3  # sizes of letters between two lines that read as one name
STACKED: Final = 0.5  # share of the narrower one that stands over the other
CROWDED: Final = 0.75  # on a slide with smaller marks than that heads are small, and lines


class Stage(NamedTuple):
    """The scene at its place on the slide; the sites that hold each glued line, the side on which its numbers stand.

    Signs have a scale of their own: they stay larger than other marks as long as there is room.
    """

    scene: Scene
    sites: tuple[tuple[int, int], ...]
    sides: tuple[Side, ...]
    signs: float

    @property
    def crowded(self) -> bool:
        """Whether heads must be small."""
        return _is_crowded(self.scene.scale, len(self.scene.edges))

    @property
    def spots(self) -> list[Spot]:
        """The signs of the lines where they stand."""
        return [Spot(*pair) for pair in zip(self.scene.edges, self.sides, strict=True)]


class Flaws(NamedTuple):
    """How often something hides something else or stands where it is misread, and how many heads hide another's point.

    Heads count for less: it takes many to make a line be misread.
    """

    hidden: int
    heads: int

    @property
    def cost(self) -> float:
        """What they weigh together."""
        return self.hidden + HEADS * self.heads

    @property
    def misleads(self) -> bool:
        """Whether a reader could take one thing for another."""
        return bool(self.hidden) or self.heads > FULL_RIMS


def flaws_of(stage: Stage) -> Flaws:
    """Return how often a label or a sign lies over something, a label has no room or misleads, a line runs under."""
    scene = stage.scene
    under = int(runs_under(scene.edges, scene.nodes).sum())
    return Flaws(misread(stage) + under, crowded_heads(scene.edges, scene.scale))


def misread(stage: Stage) -> int:
    """Return how often a label or a sign lies over something, and a label has no room or misleads."""
    nodes = stage.scene.nodes
    return _hidden(stage) + strays(nodes) + stacked(nodes)


def stacked(nodes: Sequence[NodeMark]) -> int:
    """Return how many pairs of names stand so close below each other that they read as one name of two lines."""
    shown = [node for node in nodes if node.labelled]
    boxes = np.array([node.label for node in shown]).reshape(-1, 4)
    left, top, right, bottom = boxes.T[:, :, None]
    across = np.minimum(right, boxes[:, 2]) - np.maximum(left, boxes[:, 0])
    down = np.maximum(top, boxes[:, 1]) - np.minimum(bottom, boxes[:, 3])
    close = down < LEADING * np.array([node.label_size for node in shown])
    over = across > STACKED * np.minimum(right - left, boxes[:, 2] - boxes[:, 0])
    return int(np.triu(close & over, 1).sum())


def is_clear(stage: Stage) -> bool:
    """Return whether no actor lies over another or over a line, and no label or sign over anything."""
    nodes = stage.scene.nodes
    places, radii = np.array([(node.x, node.y) for node in nodes]), np.array([node.radius for node in nodes])
    away = np.hypot(*(places[:, None] - places).transpose(2, 0, 1)) - radii[:, None] - radii
    if (away[~np.eye(len(nodes), dtype=bool)] < AIR).any():
        return False
    rank = {node.id: at for at, node in enumerate(nodes)}
    for edge in stage.scene.edges:
        inside = (np.hypot(*(edge.path[:, None] - places).transpose(2, 0, 1)) < radii + AIR).any(axis=0)
        inside[[rank[edge.giver], rank[edge.receiver]]] = False
        if inside.any():
            return False
    return hides_nothing(stage) and not strays(stage.scene.nodes)


def hides_nothing(stage: Stage) -> bool:
    """Return whether every actor has its label, and no label or sign lies over anything."""
    return not _hidden(stage)


def _hidden(stage: Stage) -> int:
    """Return how many labels have no room or lie over something, and how many signs do."""
    scene, spots = stage.scene, stage.spots
    boxes = taken_by(spots, stage.signs, scene.scale)
    unread = sum(not node.labelled or covers(node, boxes) for node in scene.nodes)
    return unread + covered(spots, [replace(node, labelled=False) for node in scene.nodes], stage.signs)


def covers(node: NodeMark, taken: Points) -> bool:
    """Return whether a label lies over a sign or a head; none does inside its own outline."""
    return not node.seated and hits(node.label, taken) > 0


def on_heads(stage: Stage) -> int:
    """Return how often a sign lies over a head."""
    heads = all_heads(stage.spots, stage.scene.scale)
    return sum(hits(sign_box(*spot, size=stage.signs), heads) for spot in stage.spots)


def taken_by(spots: Sequence[Spot], size: float, scale: float) -> Points:
    """Return the boxes of signs and of heads: a label over either would hide what a line says."""
    signs = np.array([sign_box(*spot, size=size) for spot in spots]).reshape(-1, 4)
    return np.vstack([signs, all_heads(spots, scale)])


def all_heads(spots: Sequence[Spot], scale: float) -> Points:
    """Return the boxes round the heads of all lines."""
    small = _is_crowded(scale, len(spots))
    return np.array([box for spot in spots for box in _heads(spot.edge, small)]).reshape(-1, 4)


def _is_crowded(scale: float, lines: int) -> bool:
    """Return whether heads must be small: among small marks, and on a slide that is full of lines."""
    return scale < CROWDED or lines > FOLLOWED


def _heads(edge: EdgeMark, small: bool) -> Iterator[Box]:
    """Yield the boxes round the heads of a line."""
    length = head_length(edge.width, edge.level, edge.hostile, small)
    for tip, before in [(edge.path[-1], edge.path[-3])] + [(edge.path[0], edge.path[2])] * edge.mutual:
        back = tip + (before - tip) / (float(np.hypot(*(before - tip))) or 1.0) * length
        (left, top), (right, bottom) = np.minimum(tip, back).tolist(), np.maximum(tip, back).tolist()
        yield (left - length / 2.0, top - length / 2.0, right + length / 2.0, bottom + length / 2.0)
