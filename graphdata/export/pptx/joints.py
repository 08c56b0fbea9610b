"""Lines that no straight way leads past an actor: two straight pieces that meet at a joint beside what is in the way.

Both pieces are glued, each to its actor and to the joint, so that the line follows when an actor or the joint is moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

import numpy as np

from graphdata import curves, fans
from graphdata.export.pptx.docks import ROUND, SIDES, TURN, covered_sites
from graphdata.export.pptx.strikes import struck_straight
from graphdata.fans import Ints
from graphdata.faults import runs_under
from graphdata.places import Place
from graphdata.scene import EdgeMark, NodeMark, Points

SHARES: Final = (0.5, 0.38, 0.62, 0.26, 0.74)  # of its line where a joint may lie
ASIDES: Final = tuple(way * far for far in (10.0, 16.0, 24.0, 34.0, 46.0, 60.0, 78.0, 100.0) for way in (1.0, -1.0))
MODEST: Final = 0.75  # lengths of a line that its joint lies aside at most
ASIDE_COST: Final = 0.003  # of a point aside, beside running through an actor whole
OFF_MIDDLE: Final = 0.1  # of a joint at an end, beside one in the middle
CLOSE: Final = 9.0  # points between joints, at a mark scale of 1
ASTRAY: Final = 14  # sites to either side of the one that faces its joint where a line may end
TRIES: Final = 16  # joints that are looked at closely
BEND: Final = 0.5  # points off the straight way: a path that swells less is straight


def joint_of(edge: EdgeMark) -> Place | None:
    """Return where a glued line has its joint: in the middle of its path, none where that is straight."""
    start, middle, end = edge.path[0], edge.path[len(edge.path) // 2], edge.path[-1]
    along, away = end - start, middle - start
    off = abs(along[0] * away[1] - along[1] * away[0]) / max(1e-9, float(np.hypot(*along)))
    return (float(middle[0]), float(middle[1])) if off > BEND else None


class Jointer:
    """The actors that lines must miss, the sites that are taken, and the joints so far."""

    def __init__(self, nodes: Sequence[NodeMark], places: Mapping[str, Points], scale: float) -> None:
        """Begin without any joint; places are those of the sites of each actor."""
        self._nodes, self._scale, self._places = nodes, scale, places
        rows = fans.Nodes.of(nodes)
        self._rows = replace(rows, labels=np.zeros_like(rows.labels))  # labels find their places later
        self._rank = {node.id: at for at, node in enumerate(nodes)}
        self._taken: dict[str, set[int]] = defaultdict(set)
        self._joints: list[Points] = []

    def take(self, actor: str, site: int) -> None:
        """Keep a site for the line that is there."""
        self._taken[actor].add(site)

    def jointed(self, edge: EdgeMark) -> tuple[EdgeMark, int, int] | None:
        """Return a line with a joint, and the sites that hold its ends; None where that misses no better."""
        start, end = (self._nodes[self._rank[actor]] for actor in (edge.giver, edge.receiver))
        ends = np.array([[start.x, start.y], [end.x, end.y]])
        joints, price = self._places_for(ends)
        if not len(joints):
            return None
        sites = np.column_stack([self._facing(edge.giver, joints), self._facing(edge.receiver, joints)])
        begins, stops = (self._places[actor][sites[:, at]] for at, actor in enumerate((edge.giver, edge.receiver)))
        pair = np.tile([self._rank[edge.giver], self._rank[edge.receiver]], (len(joints), 1))
        struck = sum(
            struck_straight(*way, pair, self._rows, self._scale) for way in ((begins, joints), (joints, stops))
        )
        for best in (struck + price).round(6).argsort(kind="stable")[:TRIES].tolist():
            found = _with_joint(edge, begins[best], joints[best], stops[best])
            if not runs_under([found], self._nodes)[0]:
                self._joints.append(joints[best])
                held = int(sites[best, 0]), int(sites[best, 1])
                self.take(edge.giver, held[0])
                self.take(edge.receiver, held[1])
                return found, *held
        return None

    def _places_for(self, ends: Points) -> tuple[Points, Points]:
        """Return where the joint of a line between two places may lie, and what each place costs."""
        along = ends[1] - ends[0]
        length = max(1e-9, float(np.hypot(*along)))
        normal = np.array([along[1], -along[0]]) / length
        tried = np.array(list(product(SHARES, ASIDES)))
        tried[:, 1] *= self._scale
        tried = tried[np.abs(tried[:, 1]) <= MODEST * length]
        joints = ends[0] + tried[:, :1] * along + tried[:, 1:] * normal
        price = ASIDE_COST * np.abs(tried[:, 1]) / self._scale + OFF_MIDDLE * np.abs(tried[:, 0] - 0.5)
        for other in self._joints:
            price += np.hypot(*(joints - other).T) < CLOSE * self._scale
        return joints, price

    def _facing(self, actor: str, joints: Points) -> Ints:
        """Return for each joint the free site of an actor that faces it, or the one that does where none nearby is."""
        node = self._nodes[self._rank[actor]]
        wanted = np.rint(np.arctan2(joints[:, 1] - node.y, joints[:, 0] - node.x) / TURN).astype(np.int64)
        taken = {site - SIDES for site in self._taken[actor]}
        reach = covered_sites(node.radius, self._scale)
        near = {(at + step) % ROUND for at in taken for step in range(-reach, reach + 1)}
        return SIDES + np.array([_free(site, near, taken) for site in wanted.tolist()])


def _free(site: int, *taken: set[int]) -> int:
    """Return the nearest site to a wanted one that is not among the taken ones, or not among the second of them."""
    nearby = [site % ROUND, *((site + way * step) % ROUND for step in range(1, ASTRAY + 1) for way in (1, -1))]
    return next((at for each in taken for at in nearby if at not in each), nearby[0])


def _with_joint(edge: EdgeMark, start: Points, joint: Points, end: Points) -> EdgeMark:
    """Return a line that goes straight to its joint, in the middle of its path, and straight on."""
    first, second = curves.lane(start, joint, 0.0), curves.lane(joint, end, 0.0)
    path = np.vstack([first[::2], second[2::2]])
    return replace(edge, path=path, glyph=(float(joint[0]), float(joint[1])))
