"""Where lines are held at actors: sites round each outline, every line at one of its own as far as there is room.

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

from graphdata import fans, rims, shapes, style
from graphdata.compose import DETOUR_LINES
from graphdata.export.pptx.strikes import struck_straight
from graphdata.fans import Floats, Ints
from graphdata.faults import HIDDEN
from graphdata.scene import EdgeMark, NodeMark, Points

SIDES: Final = 4
AIR: Final = 1.6  # heads and knobs end this far from the outline, as on the screen
ROUND: Final = 144
TURN: Final = 2.0 * np.pi / ROUND
HEAD: Final = 7.0  # points of the rim that a head takes, at a mark scale of 1
BARE: Final = 0.5  # what an end without a head takes of that
MOST: Final = 12.0  # sites that a head takes at the most: a little actor is no hedgehog
THICK: Final = 5  # lines that make a bundle thick: it keeps its width
STEEPEST: Final = 1.3  # radians between a line and the way straight out from where it ends
ABREAST: Final = 2.0  # points between lines of a pair that are pushed as far round as that, at a mark scale of 1
# How many sites an end may move on, to miss an actor.
STEPS: Final = (0, *(way * step for step in (1, 2, 4, 6, 8, 10, 12, 14, 16, 20) for way in (1, -1)))
STEP_COST: Final = 0.002  # of each, beside running through an actor whole
BESIDE: Final = 0.25  # of a site so near to a taken one that heads there would hide each other
NEAREST, FARTHEST = 1, 8  # sites to either side that a head covers, on the largest and on the smallest actors
UNDER: Final = 0.02  # a line that runs through so little of an actor stays where it is
Docks = dict[tuple[int, str], int]
"""The site of each line, by its number, at each of its actors."""


@cache
def unit_sites(outline: str) -> Points:
    """Return the sites of an outline of radius 1: top, left, bottom, right, then others clockwise from there."""
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


class End(NamedTuple):
    """Where a line should end: at which actor, at which site of its round, which way the line goes; with a head."""

    line: int
    actor: str
    site: int
    towards: float
    head: bool


def apart(wanted: Sequence[End], node: Mapping[str, NodeMark], scale: float) -> dict[tuple[int, str], int]:
    """Return the site of each line at each of its actors: in the same order round each, no site twice if it can be."""
    at_actor: dict[str, list[End]] = defaultdict(list)
    for end in wanted:
        at_actor[end.actor].append(end)
    found = {}
    for actor, ends in at_actor.items():
        turns = np.array([end.site for end in ends]) * TURN
        towards = np.array([end.towards for end in ends])
        turns += 0.02 * TURN * np.sin(towards - turns)  # lines that want one site stand in the order of where they go
        room = np.where([end.head for end in ends], 1.0, BARE) * HEAD * scale / node[actor].radius
        turns = _outward(rims.spread_angles(turns, np.minimum(room, MOST * TURN)), towards, node[actor].radius, scale)
        for end, site in zip(ends, _in_order(turns / TURN), strict=True):
            found[end.line, actor] = SIDES + int(site % ROUND)
    return found


def _outward(turns: Points, towards: Points, radius: float, scale: float) -> Points:
    """Return the angles of ends, none so far round that its line would run through the actor, nor along another one."""
    aside = (turns - towards + np.pi) % (2.0 * np.pi) - np.pi
    found: Points = towards + np.clip(aside, -STEEPEST, STEEPEST)
    for way in np.unique(towards[np.abs(aside) > STEEPEST]).tolist():
        lines = np.flatnonzero(towards == way)
        if len(lines) < THICK:
            continue  # the lines of its neighbours lie close by
        lines = lines[aside[lines].argsort(kind="stable")]
        found[lines] = way + np.arcsin(_abreast(np.sin(found[lines] - way), ABREAST * scale / radius))
    return found


def _abreast(offsets: Points, least: float) -> Points:
    """Return ascending offsets, within the steepest to either side, at least so far apart as there is room."""
    most = float(np.sin(STEEPEST))
    steps = np.arange(len(offsets)) * min(least, 2.0 * most / max(1, len(offsets) - 1))
    onward = np.maximum.accumulate(offsets - steps)  # no two nearer than a step, the later ones give way
    found: Points = np.minimum(onward, most - steps[-1]) + steps
    return found


def _in_order(wanted: Points) -> Ints:
    """Return a site for each wanted one, as near as can be, in the same order and none twice while there is room."""
    order = np.argsort(wanted % ROUND, kind="stable")
    near = (wanted % ROUND)[order]
    cut = int(np.diff(np.append(near, near[0] + ROUND)).argmax()) + 1
    near = np.concatenate([near[cut:], near[:cut] + ROUND])
    taken = np.rint(near).astype(np.int64)
    for at in range(1, len(taken)):
        taken[at] = max(taken[at], taken[at - 1] + 1)
    found = np.empty(len(taken), dtype=np.int64)
    found[np.concatenate([order[cut:], order[:cut]])] = taken - np.int64(np.rint(np.mean(taken - near)))
    return found


class Yard(NamedTuple):
    """What lines could run through, and where they could begin and end."""

    nodes: fans.Nodes
    sites: Points
    scale: float

    @property
    def covers(self) -> Ints:
        """How many sites to either side of its own a head covers, at each actor."""
        return np.array([covered_sites(radius, self.scale) for radius in self.nodes.radii.tolist()])

    def struck(self, ends: Ints, at: Ints) -> Floats:
        """Return how deeply straight lines between sites run through actors; both arguments are (lines, 2)."""
        starts, stops = (self.sites[ends[:, side], at[:, side] % ROUND] for side in (0, 1))
        return struck_straight(starts, stops, ends, self.nodes, self.scale)


def covered_sites(radius: float, scale: float) -> int:
    """Return how many sites to either side of its own a head covers at an actor of that radius."""
    return max(NEAREST, min(FARTHEST, int(HIDDEN * style.HEAD * scale / (radius * TURN))))


def cleared(docks: Docks, edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float) -> Docks:
    """Return the sites, the ends of lines that run under an actor moved on to free ones where they do not."""
    held = np.array([at for at, edge in enumerate(edges) if edge.giver != edge.receiver], dtype=np.int64)
    if not len(held) or len(held) > DETOUR_LINES:
        return docks
    rank = {mark.id: at for at, mark in enumerate(nodes)}
    rows = fans.Nodes.of(nodes)
    yard = Yard(
        replace(rows, labels=np.zeros_like(rows.labels)),  # labels find their places later
        np.array([sites_of(mark)[SIDES:] for mark in nodes]),
        scale,
    )
    ends = np.array([[rank[edges[at].giver], rank[edges[at].receiver]] for at in held.tolist()])
    actors = [(edges[at].giver, edges[at].receiver) for at in held.tolist()]
    chosen = np.array(
        [[docks[at, end] for end in pair] for at, pair in zip(held.tolist(), actors, strict=True)], dtype=np.int64
    )
    chosen = _moved_on(chosen - SIDES, ends, yard) + SIDES
    pairs = zip(held.tolist(), actors, chosen.tolist(), strict=True)
    return {(at, end): site for at, pair, sites in pairs for end, site in zip(pair, sites, strict=True)}


def _moved_on(at: Ints, ends: Ints, yard: Yard) -> Ints:
    """Return the sites (lines, 2) with those of the lines that strike most moved on first."""
    found = at % ROUND
    struck = yard.struck(ends, found)
    taken = np.zeros((len(yard.sites), ROUND), dtype=np.int64)
    np.add.at(taken, (ends, found), 1)
    moves, covers = np.array(list(product(STEPS, STEPS))), yard.covers
    price = STEP_COST * np.abs(moves).sum(axis=1)
    for line in np.argsort(-struck, kind="stable").tolist():
        if struck[line] <= UNDER:
            break
        pair, tried = ends[line], (found[line] + moves) % ROUND
        full = (taken[pair, tried] > (moves == 0)).any(axis=1)
        cost = yard.struck(np.tile(pair, (len(tried), 1)), tried) + price
        taken[pair, found[line]] -= 1
        for side, actor in enumerate(pair.tolist()):
            beside = tried[:, side, None] + np.arange(-covers[actor], covers[actor] + 1)
            cost += BESIDE * (taken[actor, beside % ROUND].sum(axis=1) > 0)
        taken[pair, found[line]] += 1
        best = tried[int(np.where(full & (price > 0.0), np.inf, cost).argmin())]
        np.add.at(taken, (pair, found[line]), -1)
        np.add.at(taken, (pair, best), 1)
        found[line] = best
    return found
