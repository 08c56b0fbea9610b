"""Bent lines that still run under an actor on a slide, each led past it by a swell of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

import numpy as np

from graphdata import fans
from graphdata.fans import Floats
from graphdata.faults import runs_under
from graphdata.pairs import pair_of
from graphdata.scene import EdgeMark, NodeMark, Points

ASIDES: Final = tuple(way * far for far in (4, 8, 12, 17, 23, 30, 40, 52, 68, 88, 112) for way in (1.0, -1.0))
PEAKS: Final = (0.5, 0.35, 0.65, 0.22, 0.78)  # of a line, where it swells most
MODEST: Final = 0.75  # lengths of a line that it swells at most
ASIDE_COST: Final = 0.004  # of a point aside, beside running through an actor whole
OFF_MIDDLE: Final = 0.1  # of a swell at an end, beside one in the middle
NEAR: Final = 5.0  # points off a line of the same pair, at a mark scale of 1: those nearer are taken for one line
TRIES: Final = 24  # swells that are looked at closely


def led_past(edges: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float) -> tuple[EdgeMark, ...]:
    """Return the lines; one that runs under an actor swells so far aside, early or late, that it does not."""
    found = list(edges)
    for at in np.flatnonzero(runs_under(edges, nodes)).tolist():
        edge = edges[at]
        pair = [other for other in found if other is not edge and pair_of(other) == pair_of(edge)]
        ways = _ways(edge, pair, nodes, scale) if edge.giver != edge.receiver else ()
        found[at] = next((each for each in ways if not runs_under([each], nodes)[0]), edge)
    return tuple(found)


def _ways(edge: EdgeMark, pair: Sequence[EdgeMark], nodes: Sequence[NodeMark], scale: float) -> Iterator[EdgeMark]:
    """Yield a line on other ways between its ends, the best first."""
    paths, price = _swells(edge.path, scale)
    if not len(paths):
        return
    rows, rank = fans.Nodes.of(nodes), {node.id: at for at, node in enumerate(nodes)}
    bare = replace(rows, labels=np.zeros_like(rows.labels))  # labels find their places later
    ends = np.tile([rank[edge.giver], rank[edge.receiver]], (len(paths), 1))
    cost = fans.struck_by(paths, ends, bare, scale) + price
    for other in pair:
        onward = other.path if other.giver == edge.giver else other.path[::-1]
        away = np.hypot(*np.moveaxis(paths - onward, 2, 0))[:, 4:-4].mean(axis=1)
        cost += np.clip(1.0 - away / (NEAR * scale), 0.0, None)
    for best in cost.round(6).argsort(kind="stable")[:TRIES].tolist():
        yield _along(edge, paths[best])


def _swells(path: Points, scale: float) -> tuple[Floats, Floats]:
    """Return the ways that a line could take between its ends, and what each costs."""
    along = path[-1] - path[0]
    length = max(1e-9, float(np.hypot(*along)))
    normal = np.array([along[1], -along[0]]) / length
    tried = np.array(list(product(PEAKS, ASIDES)))
    tried[:, 1] *= scale
    tried = tried[np.abs(tried[:, 1]) <= MODEST * length]
    share = np.linspace(0.0, 1.0, len(path))
    lift = _lift(share, tried[:, :1]) * tried[:, 1:]
    price = ASIDE_COST * np.abs(tried[:, 1]) / scale + OFF_MIDDLE * np.abs(tried[:, 0] - 0.5)
    return path + lift[:, :, None] * normal, price


def _lift(share: Points, peak: Points) -> Points:
    """Return how far a swell has risen at shares of a line: not at the ends, wholly at its peak, smoothly between."""
    bent = share ** (np.log(0.5) / np.log(peak))
    found: Points = np.sin(np.pi * bent) ** 2
    return found


def _along(edge: EdgeMark, path: Points) -> EdgeMark:
    """Return a line on another path, its sign in the middle."""
    middle = path[len(path) // 2]
    return replace(edge, path=path, glyph=(float(middle[0]), float(middle[1])))
