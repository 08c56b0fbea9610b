"""How good a drawing is, by the same measures for ours and the peers'; sampled alike for all where a graph is large."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from graphs import Graph

from graphdata.layout.distances import hops_from
from graphdata.layout.overlap import overlapping
from graphdata.layout.web import Web, web_of

Floats = npt.NDArray[np.float64]

SOURCES = 500
"""Stress and kept neighbours are exact up to 2,000 nodes; above, they are taken from so many nodes to all others."""

EXACT_LINES = 35_000
"""Crossings are counted exactly up to so many lines; above, between a sample of lines and all others."""

SAMPLE_LINES = 2_000


class Page(NamedTuple):
    """The page that a drawing is fitted to, the box of a node with its label on it, and the disc alone, in pixels."""

    size: Floats
    boxes: Floats
    disc: float


class Quality(NamedTuple):
    """Normalised stress; crossings a line; share of neighbours kept near; overlapping pairs of discs and of boxes."""

    stress: float
    crossings: float
    neighbours: float
    discs: int
    boxes: int


def quality(places: Floats, graph: Graph, page: Page) -> Quality:
    """Return how good a drawing is."""
    web = web_of(graph.nodes, graph.ends)
    fitted = on_page(places, page)
    sources = np.arange(web.count)
    if web.count > 2000:
        sources = np.sort(np.random.default_rng(0).choice(web.count, SOURCES, replace=False))
    return Quality(
        stress_from(places, web, sources),
        crossings_a_line(places, web),
        neighbours_near(places, web, sources),
        len(overlapping(fitted, np.full((web.count, 2), page.disc))),
        len(overlapping(fitted, page.boxes)),
    )


def on_page(places: Floats, page: Page) -> Floats:
    """Return the drawing as large as the page allows when the boxes keep their size."""
    room = page.size - page.boxes.max(axis=0)
    low, span = places.min(axis=0), np.ptp(places, axis=0)
    return np.asarray((places - low) * float((room / np.maximum(span, 1e-9)).min()))


def stress_from(places: Floats, web: Web, sources: npt.NDArray[np.int64]) -> float:
    """Return the normalised stress under the best scale, over the pairs of a source and any node it reaches."""
    over = under = own = 0.0
    for some in np.array_split(sources, max(1, len(sources) // 100)):
        hops = hops_from(web, some).T.astype(float)
        pairs = hops > 0
        drawn = np.hypot(*(places[some][:, None] - places).transpose(2, 0, 1))[pairs]
        ratio = drawn / hops[pairs]
        over, under, own = over + float(ratio.sum()), under + float((ratio**2).sum()), own + len(ratio)
    return 1.0 - over**2 / max(under * own, 1e-12)  # the least of sum (scale * ratio - 1)^2, a pair


def crossings_a_line(places: Floats, web: Web) -> float:
    """Return how many others each straight line crosses in the mean, lines that share an end left out."""
    pairs = web.pairs
    rng = np.random.default_rng(0)
    exact = len(pairs) <= EXACT_LINES
    some = pairs if exact else pairs[np.sort(rng.choice(len(pairs), SAMPLE_LINES, replace=False))]
    flat = (places - places.mean(axis=0)).astype(float)
    found = sum(_crossed(flat, part, pairs) for part in np.array_split(some, max(1, len(some) // 250)))
    return found / len(some) / 2.0


def _crossed(places: Floats, some: npt.NDArray[np.int64], all_lines: npt.NDArray[np.int64]) -> int:
    """Return how often some lines cross any line: each has the other's ends on its two sides."""
    start, way = places[some[:, 0]], places[some[:, 1]] - places[some[:, 0]]
    sides = np.sign(np.outer(way[:, 0], places[:, 1]) - np.outer(way[:, 1], places[:, 0]) - _turn(way, start)[:, None])
    sides = sides.astype(np.int8)
    rows = np.arange(len(some))
    sides[rows, some[:, 0]] = sides[rows, some[:, 1]] = 0
    split = sides[:, all_lines[:, 0]] * sides[:, all_lines[:, 1]] < 0
    mine, other = np.nonzero(split)
    foot = places[all_lines[other, 0]]
    along = places[all_lines[other, 1]] - foot
    one, two = places[some[mine, 0]] - foot, places[some[mine, 1]] - foot
    return int((_turn(along, one) * _turn(along, two) < 0).sum())


def _turn(one: Floats, other: Floats) -> Floats:
    """Return on which side of one way another lies: the cross product, row by row."""
    return np.asarray(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0])


def neighbours_near(places: Floats, web: Web, sources: npt.NDArray[np.int64]) -> float:
    """Return the mean overlap (Jaccard) of a node's neighbours with as many of its nearest nodes."""
    shares = []
    for node in sources[web.degrees[sources] > 0]:
        friends = web.neighbours[web.starts[node] : web.starts[node + 1]]
        squares = ((places - places[node]) ** 2).sum(axis=1)
        squares[node] = np.inf
        nearest = np.argpartition(squares, len(friends) - 1)[: len(friends)]
        both = len(np.intersect1d(friends, nearest))
        shares.append(both / (2 * len(friends) - both))
    return float(np.mean(shares))
