"""Which sites hold each line: parallel lines lie abreast, and all of them miss actors in the way where they can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Final, NamedTuple

import numpy as np

from graphdata import curves, fans
from graphdata.compose import DETOUR_LINES
from graphdata.export.pptx.docks import ROUND, SIDES, THICK, TURN, End, apart, cleared, sites_of
from graphdata.export.pptx.joints import Jointer
from graphdata.export.pptx.strikes import struck_straight
from graphdata.fans import Ints
from graphdata.faults import runs_under
from graphdata.scene import EdgeMark, NodeMark, Points

WIDEST: Final = 0.93  # how far from its middle a bundle of lines may spread over a node, as a share of the radius
SHIFTS: Final = (0, -4, 4, -6, 6, -12, 12)  # sites that a bundle's end may move along the border to miss other nodes
SHIFT_COST: Final = 0.015
UNHELD: Final = (-1, -1)  # sites of a loop, or of a line that only misses an actor bent: it is no connector


class Glued(NamedTuple):
    """A line, straight or with a joint, with the sites that hold its two ends."""

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


def glued(edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float) -> tuple[Glued, ...]:
    """Return the lines made straight from site to site, parallel ones apart, moved along a border to miss nodes."""
    node = {mark.id: mark for mark in nodes}
    held = [at for at, edge in enumerate(edges) if edge.giver != edge.receiver]
    if not held:
        return tuple(Glued(edge, *UNHELD) for edge in edges)
    found = _bundles(edges, held, node, scale)
    chosen = _clearest(nodes, found, scale)
    wanted = [end for bundle, shift in zip(found, chosen, strict=True) for end in _ends(bundle, shift, edges, node)]
    sites = cleared(apart(wanted, node, scale), edges, nodes, scale)
    places = {mark.id: sites_of(mark) for mark in nodes}
    lines = [
        _glued(edge, sites.get((at, edge.giver)), sites.get((at, edge.receiver)), places)
        for at, edge in enumerate(edges)
    ]
    return tuple(_led_round(lines, edges, nodes, places, scale)) if len(held) <= DETOUR_LINES else tuple(lines)


def _led_round(
    lines: Sequence[Glued],
    bent: Sequence[EdgeMark],
    nodes: Sequence[NodeMark],
    places: Mapping[str, Points],
    scale: float,
) -> Iterator[Glued]:
    """Yield the lines; one that would still run under an actor gets a joint, or is let go if only bent it misses."""
    under = np.flatnonzero(runs_under([line.edge for line in lines], nodes)).tolist()
    jointer = Jointer(nodes, places, scale)
    for line in (line for at, line in enumerate(lines) if at not in under):
        jointer.take(line.edge.giver, line.begins)
        jointer.take(line.edge.receiver, line.ends)
    for at, line in enumerate(lines):
        if at not in under or line[1:] == UNHELD:
            yield line
        elif found := jointer.jointed(line.edge):
            yield Glued(*found)
        else:
            yield line if runs_under([bent[at]], nodes)[0] else Glued(bent[at], *UNHELD)


def _glued(edge: EdgeMark, begins: int | None, ends: int | None, places: Mapping[str, Points]) -> Glued:
    """Return a line made straight between two sites; a loop as it is."""
    if begins is None or ends is None:
        return Glued(edge, *UNHELD)
    straight = _straight(places[edge.giver][begins], places[edge.receiver][ends])
    middle = straight[len(straight) // 2]
    return Glued(replace(edge, path=straight, glyph=(float(middle[0]), float(middle[1]))), begins, ends)


def _ends(
    bundle: Bundle, shift: tuple[int, int], edges: Sequence[EdgeMark], node: Mapping[str, NodeMark]
) -> Iterator[End]:
    """Yield both ends of each line of a bundle, shifted along the borders."""
    one, other = node[bundle.one], node[bundle.other]
    towards = float(np.arctan2(other.y - one.y, other.x - one.x))
    for line, here, there in zip(bundle.edges, bundle.at_one + shift[0], bundle.at_other + shift[1], strict=True):
        edge = edges[line]
        yield End(line, bundle.one, int(here), towards, edge.mutual or edge.receiver == bundle.one)
        yield End(line, bundle.other, int(there), towards + np.pi, edge.mutual or edge.receiver == bundle.other)


def _straight(start: Points, end: Points) -> Points:
    """Return a straight line as a path with as many points as a curve has."""
    return curves.lane(start, end, 0.0)


def _bundles(
    edges: Sequence[EdgeMark], held: Sequence[int], node: Mapping[str, NodeMark], scale: float
) -> list[Bundle]:
    """Return some lines by pair of actors, spread evenly over the borders that face each other."""
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in held:
        one, other = sorted((edges[at].giver, edges[at].receiver))
        pairs[one, other].append(at)
    return [
        _bundle(
            tuple(lines),
            Side(node[one], _towards(node[one], node[other]), _gap(one, other, pairs, node)),
            Side(node[other], _towards(node[other], node[one]), _gap(other, one, pairs, node)),
            scale,
        )
        for (one, other), lines in pairs.items()
    ]


class Side(NamedTuple):
    """An actor at one end of a bundle, which way the bundle leaves it, and the angle to the nearest other bundle."""

    node: NodeMark
    towards: float
    gap: float


def _towards(one: NodeMark, other: NodeMark) -> float:
    """Return the way from one actor to another."""
    return float(np.arctan2(other.y - one.y, other.x - one.x))


def _gap(one: str, other: str, pairs: Iterable[tuple[str, str]], node: Mapping[str, NodeMark]) -> float:
    """Return the angle, at one actor, between the way to another and to whom else it has lines with."""
    ends = [pair[1] if pair[0] == one else pair[0] for pair in pairs if one in pair and other not in pair]
    ways = np.array([_towards(node[one], node[end]) for end in ends]) - _towards(node[one], node[other])
    return float(np.abs((ways + np.pi) % (2.0 * np.pi) - np.pi).min(initial=np.pi))


def _bundle(lines: tuple[int, ...], one: Side, other: Side, scale: float) -> Bundle:
    """Return the lines of a pair with the sites that lie abreast."""
    places = np.array([[side.node.x, side.node.y] for side in (one, other)])
    lane = float(fans.lane_widths(places[:1], places[1:], np.array([len(lines)]), scale)[0])
    ranks = np.asarray(np.arange(len(lines)) - (len(lines) - 1) / 2.0, dtype=np.float64)
    at_one = _facing(one.towards, ranks * _abreast(lane, len(lines), one), one.node.radius)
    at_other = _facing(other.towards, -ranks[::-1] * _abreast(lane, len(lines), other), other.node.radius)[::-1]
    return Bundle(lines, one.node.id, other.node.id, at_one, at_other)


def _abreast(lane: float, lines: int, side: Side) -> float:
    """Return how far apart the lines of a pair end at an actor: no further than its other lines leave them room.

    A thick bundle keeps its width; a thin one that did so at a hub would cross the lines of all neighbours.
    """
    return lane if lines >= THICK else min(lane, side.node.radius * side.gap / lines)


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
        struck = struck_straight(starts, stops, self.ends, self.nodes, scale)
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
