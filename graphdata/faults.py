"""What is wrong with a picture: how often labels, signs, heads and lines lie over what they should not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata import style
from graphdata.placing import astray, covering, discs_of, signs_meet
from graphdata.scene import EdgeMark, NodeMark, Scene
from graphdata.sign_room import BADGE_PLACES, BADGE_RADIUS

HIDDEN: Final = 0.55  # lengths of a head: of two that are nearer one hides the other's point
TOUCH: Final = 0.01  # points by which rounded marks may meet
Counts = npt.NDArray[np.int64]


def faults_of(scene: Scene) -> int:
    """Return how much of a scene hides something else, or stands where it is misread; 0 for a picture without fault."""
    nodes, edges, scale = scene.nodes, scene.edges, scene.scale
    missing = sum(not node.labelled for node in nodes)
    covered = len(covering(nodes, edges, scale)) + signs_meet(edges, scale)
    signed = _on_actors(edges, nodes, scale)
    return (
        missing + covered + signed + strays(nodes) + crowded_heads(edges, scale) + int(runs_under(edges, nodes).sum())
    )


def strays(nodes: Sequence[NodeMark]) -> int:
    """Return how many labels stand nearer to another actor than to their own."""
    own = np.array([at for at, node in enumerate(nodes) if node.labelled], dtype=np.int64)
    labels = np.array([nodes[at].label for at in own.tolist()]).reshape(-1, 4)
    return int(astray(labels, discs_of(nodes), own).sum()) if len(own) else 0


def _on_actors(edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float) -> int:
    """Return how many signs and badges lie over an actor."""
    reach = style.GLYPH_RADIUS
    rows = [(*edge.glyph, reach) for edge in edges]
    for edge in edges:
        for across, down in (BADGE_PLACES[badge] for badge in edge.badges):
            rows.append((edge.glyph[0] + across * reach * scale, edge.glyph[1] + down * reach * scale, BADGE_RADIUS))
    spots, discs = np.array(rows).reshape(-1, 1, 3), discs_of(nodes)
    away = np.hypot(*np.moveaxis(spots[:, :, :2] - discs[:, :2], 2, 0))
    return int((away < spots[:, :, 2] * scale + discs[:, 2] - TOUCH).sum())


def crowded_heads(edges: Sequence[EdgeMark], scale: float) -> int:
    """Return how many pairs of heads end at nearly the same point."""
    tips = np.array([edge.path[-1] for edge in edges] + [edge.path[0] for edge in edges if edge.mutual]).reshape(-1, 2)
    away = np.hypot(*np.moveaxis(tips[:, None] - tips, 2, 0))
    return int(np.triu(away < HIDDEN * style.HEAD * scale, 1).sum())


def runs_under(edges: Sequence[EdgeMark], nodes: Sequence[NodeMark]) -> Counts:
    """Return under how many actors, its own two aside, each line runs."""
    if not edges:
        return np.zeros(0, dtype=np.int64)
    rank, discs = {mark.id: at for at, mark in enumerate(nodes)}, discs_of(nodes)
    longest = max(len(edge.path) for edge in edges)
    paths = np.array([np.vstack([edge.path, *[edge.path[-1:]] * (longest - len(edge.path))]) for edge in edges])
    low, high = paths.min(axis=1)[:, None], paths.max(axis=1)[:, None]
    middles, radii = discs[:, :2], discs[:, 2]
    near = ((middles + discs[:, 2:] > low) & (middles - discs[:, 2:] < high)).all(axis=2)
    near[np.arange(len(edges))[:, None], [[rank[edge.giver], rank[edge.receiver]] for edge in edges]] = False
    line, node = near.nonzero()
    to = middles[node, None] - paths[line, :-1]
    steps = (paths[:, 1:] - paths[:, :-1])[line]
    share = np.clip((to * steps).sum(axis=2) / np.maximum((steps**2).sum(axis=2), 1e-9), 0.0, 1.0)
    away = np.hypot(*np.moveaxis(to - share[:, :, None] * steps, 2, 0)).min(axis=1)
    return np.bincount(line[away < radii[node]], minlength=len(edges))
