"""An actor taken loose from a scene: what is left without it, and it with its lines at any other place.

The lines keep their looks and go the shortest way, parallel ones apart. Nothing is placed anew: it can follow a hand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from graphdata import fans
from graphdata.pairs import directed, pairs_of
from graphdata.scene import EdgeMark, NodeMark, Points, Scene


@dataclass(frozen=True, eq=False)
class Loose:
    """The scene that an actor is taken from, the actor, and its lines."""

    scene: Scene
    node: NodeMark
    edges: tuple[EdgeMark, ...]

    @cached_property
    def rest(self) -> Scene:
        """What is left without the actor and its lines."""
        gone = {edge.id for edge in self.edges}
        return replace(
            self.scene,
            nodes=tuple(node for node in self.scene.nodes if node is not self.node),
            edges=tuple(edge for edge in self.scene.edges if edge.id not in gone),
        )

    def at(self, x: float, y: float) -> Scene:
        """Return the actor alone with its lines, at a place of the scene."""
        dx, dy, (left, top, right, bottom) = x - self.node.x, y - self.node.y, self.node.label
        moved = replace(self.node, x=x, y=y, label=(left + dx, top + dy, right + dx, bottom + dy))
        nodes = [moved, *self._others]
        rows = fans.Nodes.of(nodes)
        pairs = pairs_of(self.edges, {node.id: row for row, node in enumerate(nodes)})
        paths = fans.trimmed(fans.fan_paths(*pairs, rows, self.scene.scale, False), rows, pairs.ends, self.scene.scale)
        ways = zip(self.edges, directed(self.edges, paths, pairs, rows, self.scene.scale), self._shares, strict=True)
        return Scene((moved,), tuple(_led(*way) for way in ways), self.scene.scale)

    @cached_property
    def _others(self) -> list[NodeMark]:
        """The actors at the other ends of the lines."""
        ends = {end for edge in self.edges for end in (edge.giver, edge.receiver)} - {self.node.id}
        return [node for node in self.scene.nodes if node.id in ends]

    @cached_property
    def _shares(self) -> list[float]:
        """How far along its line each sign is."""
        return [_share(edge.path, edge.glyph) for edge in self.edges]


def loose_from(scene: Scene, actor_id: str) -> Loose | None:
    """Return an actor taken loose from a scene; nothing where it is not on show."""
    node = next((node for node in scene.nodes if node.id == actor_id), None)
    if node is None:
        return None
    return Loose(scene, node, tuple(edge for edge in scene.edges if actor_id in (edge.giver, edge.receiver)))


def _share(path: Points, place: tuple[float, float]) -> float:
    """Return at which share of its points a path comes nearest to a place."""
    away = np.hypot(*(path - np.array(place)).T)
    return float(away.argmin()) / (len(path) - 1)


def _led(edge: EdgeMark, path: Points, share: float) -> EdgeMark:
    """Return a line on another path, its sign as far along it as before."""
    x, y = path[round(share * (len(path) - 1))]
    return replace(edge, path=path, glyph=(float(x), float(y)))
