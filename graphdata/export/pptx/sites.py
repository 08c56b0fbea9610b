"""Where lines are glued to actors: sites round each outline, and which of them every line takes.

LibreOffice reads the first four sites as its own top, left, bottom and right, so these come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata import curves, fans, shapes
from graphdata.compose import DETOUR_LINES
from graphdata.scene import EdgeMark, NodeMark, Points

SIDES: Final = 4
AIR: Final = 1.6  # heads and knobs end this far from the outline, as on the screen
ROUND: Final = 48
TURN: Final = 2.0 * np.pi / ROUND
WIDEST: Final = 0.93  # how far from its middle a bundle of lines may spread over a node, as a share of the radius
SHIFTS: Final = (0, -1, 1, -2, 2, -4, 4)  # sites that a bundle's end may move along the border to miss other nodes
SHIFT_COST: Final = 0.03

Ints = npt.NDArray[np.int64]


class Glued(NamedTuple):
    """A straight line with the sites that hold its two ends."""

    edge: EdgeMark
    begins: int
    ends: int


class Bundle(NamedTuple):
    """The lines between two actors: which edges they are, their sites at one and at the other."""

    edges: tuple[int, ...]
    one: str
    other: str
    at_one: Ints
    at_other: Ints


@cache
def unit_sites(outline: str) -> Points:
    """Return the sites of an outline of radius 1: top, left, bottom, right, then 48 clockwise from the right."""
    corners = shapes.OUTLINES[outline]
    ring = np.vstack([corners, corners[:1]])
    along = np.linspace(0.0, len(corners), len(corners) * 64 + 1)
    x, y = (np.interp(along, np.arange(len(ring)), ring[:, axis]) for axis in (0, 1))
    angles = np.concatenate([[-np.pi / 2, np.pi, np.pi / 2, 0.0], np.arange(ROUND) * TURN])
    far = np.interp(angles, np.arctan2(y, x), np.hypot(x, y), period=2.0 * np.pi)
    found: Points = np.column_stack([np.cos(angles), np.sin(angles)]) * far[:, None]
    return found


def sites_of(node: NodeMark) -> Points:
    """Return the sites of a node on the page; those of the border lie a little off it, its own four sides on it."""
    unit = unit_sites(node.shape)
    reach = np.hypot(unit[:, 0], unit[:, 1])[:, None]
    off = np.where(np.arange(len(unit)) < SIDES, 0.0, AIR)[:, None]
    found: Points = unit * (node.radius + off / reach) + [node.x, node.y]
    return found


def glued(edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float) -> tuple[Glued, ...]:
    """Return the lines made straight from site to site, parallel ones apart, moved along a border to miss nodes."""
    if not edges:
        return ()
    node = {mark.id: mark for mark in nodes}
    found = _bundles(edges, node, scale)
    chosen = _clearest(nodes, found, scale)
    sites = {edge: pair for bundle, shift in zip(found, chosen, strict=True) for edge, pair in _pairs(bundle, shift)}
    placed = []
    for at, edge in enumerate(edges):
        one, other = sites[at] if edge.giver <= edge.receiver else sites[at][::-1]
        straight = _straight(sites_of(node[edge.giver])[one], sites_of(node[edge.receiver])[other])
        middle = straight[len(straight) // 2]
        placed.append(Glued(replace(edge, path=straight, glyph=(float(middle[0]), float(middle[1]))), one, other))
    return tuple(placed)


def _straight(start: Points, end: Points) -> Points:
    """Return a straight line as a path with as many points as a curve has."""
    return curves.lane(start, end, 0.0)


def _bundles(edges: Sequence[EdgeMark], node: Mapping[str, NodeMark], scale: float) -> list[Bundle]:
    """Return the lines by pair of actors, spread evenly over the borders that face each other."""
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, edge in enumerate(edges):
        one, other = sorted((edge.giver, edge.receiver))
        pairs[one, other].append(at)
    return [_bundle(tuple(lines), node[one], node[other], scale) for (one, other), lines in pairs.items()]


def _bundle(lines: tuple[int, ...], one: NodeMark, other: NodeMark, scale: float) -> Bundle:
    """Return the lines of a pair with the sites that lie abreast."""
    towards = float(np.arctan2(other.y - one.y, other.x - one.x))
    ends = np.array([[one.x, one.y], [other.x, other.y]])
    lane = fans.lane_widths(ends[:1], ends[1:], np.array([len(lines)]), scale)
    offsets = np.asarray(np.arange(len(lines)) - (len(lines) - 1) / 2.0, dtype=np.float64) * lane
    at_one = _facing(towards, offsets, one.radius)
    at_other = _facing(towards + np.pi, -offsets[::-1], other.radius)[::-1]
    return Bundle(lines, one.id, other.id, at_one, at_other)


def _facing(towards: float, offsets: Points, radius: float) -> Ints:
    """Return a site for each line, clockwise, no site twice while there is room."""
    reach = float(np.abs(offsets).max()) / (radius * WIDEST)
    angles = np.arcsin(offsets / max(1.0, reach) / radius)
    wanted = (towards + angles) / TURN
    taken = np.rint(wanted).astype(np.int64)
    for at in range(1, len(taken)):
        taken[at] = max(taken[at], taken[at - 1] + 1)
    found: Ints = taken - np.int64(np.rint(np.mean(taken - wanted)))
    return found


def _pairs(bundle: Bundle, shift: tuple[int, int]) -> list[tuple[int, tuple[int, int]]]:
    """Return for each line of a bundle its sites at both ends, shifted along the borders."""
    ends = zip(bundle.at_one + shift[0], bundle.at_other + shift[1], strict=True)
    return [(e, (SIDES + int(a % ROUND), SIDES + int(b % ROUND))) for e, (a, b) in zip(bundle.edges, ends, strict=True)]


class Crowd(NamedTuple):
    """What lines could run through, and where each of them could begin and end."""

    nodes: fans.Nodes
    sites: Points
    ends: Ints
    at_one: Ints
    at_other: Ints
    owner: Ints
    sizes: Ints

    @classmethod
    def of(cls, nodes: Sequence[NodeMark], bundles: Sequence[Bundle]) -> Crowd:
        """Return the lines of some bundles among some nodes."""
        rank = {mark.id: at for at, mark in enumerate(nodes)}
        sizes = np.array([len(bundle.edges) for bundle in bundles])
        pairs = np.array([[rank[bundle.one], rank[bundle.other]] for bundle in bundles])
        return cls(
            fans.Nodes.of(nodes),
            np.array([sites_of(mark)[SIDES:] for mark in nodes]),
            np.repeat(pairs, sizes, axis=0),
            np.concatenate([bundle.at_one for bundle in bundles]),
            np.concatenate([bundle.at_other for bundle in bundles]),
            np.repeat(np.arange(len(bundles)), sizes),
            sizes,
        )

    def cost(self, shift: tuple[int, int], scale: float) -> Points:
        """Return for each bundle what its lines run through when its ends are shifted along the borders."""
        starts = self.sites[self.ends[:, 0], (self.at_one + shift[0]) % ROUND]
        stops = self.sites[self.ends[:, 1], (self.at_other + shift[1]) % ROUND]
        struck = fans.struck_by(curves.lanes(starts, stops, np.zeros(len(starts))), self.ends, self.nodes, scale)
        found: Points = np.bincount(self.owner, struck) / self.sizes + SHIFT_COST * (abs(shift[0]) + abs(shift[1]))
        return found


def _clearest(nodes: Sequence[NodeMark], bundles: Sequence[Bundle], scale: float) -> list[tuple[int, int]]:
    """Return for each bundle the shift of its ends that runs least through other nodes and labels."""
    if sum(len(bundle.edges) for bundle in bundles) > DETOUR_LINES:
        return [(0, 0)] * len(bundles)
    crowd = Crowd.of(nodes, bundles)
    shifts = sorted(product(SHIFTS, SHIFTS), key=lambda pair: (abs(pair[0]) + abs(pair[1]), pair))
    costs = np.array([crowd.cost(shift, scale) for shift in shifts])
    return [shifts[best] for best in np.argmin(costs.round(6), axis=0).tolist()]
