"""A scene on its way to another one: what a new layout looks like while the marks move to their new places."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from graphdata.scene import Box, EdgeMark, NodeMark, Points, Scene


def shifted(scene: Scene, dx: float, dy: float) -> Scene:
    """Return the scene moved, without its guides."""
    nodes = tuple(replace(node, x=node.x + dx, y=node.y + dy, label=_moved(node.label, dx, dy)) for node in scene.nodes)
    shift = np.array([dx, dy])
    edges = tuple(
        replace(edge, path=edge.path + shift, glyph=(edge.glyph[0] + dx, edge.glyph[1] + dy)) for edge in scene.edges
    )
    return Scene(nodes, edges, scene.scale)


def between(first: Scene, last: Scene, share: float) -> Scene:
    """Return the last scene with its marks a share of the way from where the first has them; new ones do not move."""
    nodes = {node.id: node for node in first.nodes}
    edges = {edge.id: edge for edge in first.edges}
    return Scene(
        tuple(_node(nodes.get(node.id, node), node, share) for node in last.nodes),
        tuple(_edge(edges.get(edge.id, edge), edge, share) for edge in last.edges),
        last.scale,
    )


def _node(first: NodeMark, last: NodeMark, share: float) -> NodeMark:
    """Return an actor on its way, its label with it."""
    back_x, back_y = (first.x - last.x) * (1.0 - share), (first.y - last.y) * (1.0 - share)
    return replace(last, x=last.x + back_x, y=last.y + back_y, label=_moved(last.label, back_x, back_y))


def _edge(first: EdgeMark, last: EdgeMark, share: float) -> EdgeMark:
    """Return a line on its way, its sign with it."""
    start = first.path if len(first.path) == len(last.path) else last.path
    path: Points = start + (last.path - start) * share
    (x, y), (to_x, to_y) = first.glyph, last.glyph
    return replace(last, path=path, glyph=(x + (to_x - x) * share, y + (to_y - y) * share))


def _moved(box: Box, dx: float, dy: float) -> Box:
    """Return a box somewhere else."""
    return (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)
