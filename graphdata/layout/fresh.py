"""A drawing from nothing: one connected part at a time, the small ones chosen among several starts and untangled."""

from __future__ import annotations

from typing import Literal

import numpy as np

from graphdata.layout.distances import all_lengths, hops_from
from graphdata.layout.ease import truer
from graphdata.layout.fit import DENSITY, fitted, page_size
from graphdata.layout.overlap import overlapping, separated
from graphdata.layout.pack import packed
from graphdata.layout.pivots import at_scale, pivot_descent, regrouped, settle
from graphdata.layout.plan import Floats, Ints, Plan, Singles, Watch
from graphdata.layout.polish import polish_dense, polish_grid
from graphdata.layout.quality import cross_table
from graphdata.layout.spread import evened
from graphdata.layout.start import pivot_start, random_start
from graphdata.layout.stress import majorize, squared_distances, weights_of
from graphdata.layout.untangle import untangled
from graphdata.layout.web import Web, components, part_of

Mode = Literal["clusters", "distances"]

SMALL = 400
"""Up to this many actors everything is dense, and several starts compete."""

SPACIOUS = 120
"""From so many actors on a drawing gets the room that keeps it true, instead of as little as its boxes need."""

STARTS = 8
"""How many starts compete when a part is as small as sixty actors; fewer in larger ones, for the same time."""

PIVOTS = 64
"""From how many actors a large web is measured: one machine word of the search."""

AROUND = 0.55
"""How often moves of groups are averaged over neighbours, by the square of the mean hops: so far a group reaches."""

EVENED = 0.15
"""By what share the crowds of a large drawing of clusters are thinned out: it then fills more of its page."""

BURST = 1.1
"""How many times the page may grow by pushing boxes apart: where it grows more, distances are lost."""

LARGEST = 1e7
"""Points beyond which no drawing is made wider."""


def fresh(plan: Plan, web: Web, mode: Mode, watch: Watch) -> Floats:
    """Return a new drawing centred on 0, part by part, packed, every two boxes a gap apart; pins are not looked at."""
    parts = components(web)
    drawings: list[Floats] = []
    for part in parts:
        own = watch.within(*(0.1 + 0.7 * share / len(parts) for share in (len(drawings), len(drawings) + 1)))
        own.tick(0.0)
        drawings.append(part_drawn(plan, part_of(web, part), part, mode, own))
    places = np.zeros((plan.count, 2))
    for part, drawing in zip(parts, packed(drawings, [plan.sizes[part] for part in parts], plan.aspect), strict=True):
        places[part] = drawing
    return places


def part_drawn(plan: Plan, web: Web, members: Ints, mode: Mode, watch: Watch) -> Floats:
    """Return one connected part, fitted to the page and with its boxes apart."""
    sizes = plan.sizes[members]
    if web.count <= 2:
        return _row(sizes)
    if web.count > SMALL:
        return _roomy(_large(web, plan, mode, watch), sizes, plan.aspect, EVENED if mode == "clusters" else 0.0)
    drawing, spacious = _small(web, plan, mode, watch), web.count > SPACIOUS
    if mode == "distances":
        loose = _roomy(drawing, sizes, plan.aspect) if spacious else fitted(drawing, sizes, plan.aspect, most=1.2)
        return truer(separated(loose, sizes), sizes, web)
    drawing = _roomy(drawing, sizes, plan.aspect) if spacious else fitted(drawing, sizes, plan.aspect)
    page = np.ptp(drawing, axis=0) + sizes.max(axis=0) if spacious else page_size(sizes, plan.aspect)
    drawing = evened(drawing, sizes, page, 0.4, 8)
    return separated(untangled(drawing, sizes, web, page, sweeps(web.count), plan.rng(), watch=watch), sizes)


def sweeps(count: int) -> int:
    """Return how often an untangling may go over all actors: its cost grows with the square of their number."""
    return 5 if count <= 60 else 4 if count <= 80 else 3 if count <= 150 else 1


def _row(sizes: Floats) -> Floats:
    """Return one actor, or two side by side with room for the lines between."""
    middles = np.cumsum(sizes[:, 0] + 60.0) - sizes[:, 0] / 2.0
    return np.stack([middles, np.zeros(len(sizes))], axis=1)


def _roomy(drawing: Floats, sizes: Floats, aspect: float, evening: float = 0.0) -> Floats:
    """Return a large drawing with its boxes apart, so wide that crowds need little pushing, which costs distances."""
    density, crowd, growth = _room(len(sizes))
    wide = fitted(drawing, sizes, aspect, density, 1.1)
    if evening:
        wide = evened(wide, sizes, np.ptp(wide, axis=0), evening)
    while len(overlapping(wide, sizes)) > crowd * len(sizes) and np.ptp(wide) < LARGEST:
        wide = wide * growth
    apart = separated(wide, sizes)
    while np.ptp(apart, axis=0).prod() > BURST * np.ptp(wide, axis=0).prod() and np.ptp(wide) < LARGEST:
        wide = wide * 1.15
        apart = separated(wide, sizes)
    return apart


def _room(count: int) -> tuple[float, float, float]:
    """Return what share of the page boxes may cover, how many overlaps there may be for each, and how pages grow."""
    if count <= 3000:
        return DENSITY, 0.3 if count <= SMALL else 0.62, 1.04
    return (0.15, 0.25, 1.15) if count <= 20000 else (0.03, 0.12, 1.15)


def _small(web: Web, plan: Plan, mode: Mode, watch: Watch) -> Floats:
    """Return the best of several drawings by crossings times stress, or by stress alone."""
    lengths = all_lengths(web)
    drawings = majorize(_starts(web, lengths, plan), lengths, 30)
    watch.tick(0.2)
    if mode == "clusters":
        drawings = polish_dense(drawings, web, 50, plan.aspect)
    watch.tick(0.4)
    faults = _faults(drawings, web, lengths, mode)
    best = np.asarray(drawings[int(np.round(faults / max(faults.max(), 1e-9), 6).argmin())])  # of equals the first
    return np.asarray(majorize(best[None], lengths, 100)[0]) if mode == "distances" else best


def _starts(web: Web, lengths: Floats, plan: Plan) -> Floats:
    """Return the PivotMDS start and, for small webs, random ones beside it."""
    rng = plan.rng()
    more = max(0, min(STARTS, STARTS * 3600 // web.count**2) - 1)
    return np.stack([pivot_start(lengths, rng), *(random_start(web.count, rng) for _ in range(more))])


def _faults(drawings: Floats, web: Web, lengths: Floats, mode: Mode) -> Floats:
    """Return what is wrong with each drawing: its stress, and for clusters its crossings times stress."""
    if len(drawings) == 1:
        return np.zeros(1)
    weights = weights_of(lengths)
    drawn = np.sqrt(squared_distances(drawings))
    scales = (weights * drawn * lengths).sum(axis=(1, 2)) / (weights * drawn**2).sum(axis=(1, 2))
    stresses = (weights * (scales[:, None, None] * drawn - lengths) ** 2).sum(axis=(1, 2))
    if mode == "distances":
        return np.asarray(stresses)
    return np.asarray((cross_table(drawings, web.pairs, web.pairs).sum(axis=(1, 2)) + 2.0) * stresses)


def _large(web: Web, plan: Plan, mode: Mode, watch: Watch) -> Floats:
    """Return one drawing of a large web: from pivots to distances, or to clusters and then these set right as wholes.

    Clusters begin with the plain PivotMDS: what descent would straighten first ends in more crossings.
    """
    rng = plan.rng()
    pivots = rng.choice(web.count, PIVOTS, replace=False)
    hops = _ways(web, pivots)
    watch.tick(0.2)
    places = pivot_start(hops, rng)
    if mode == "clusters":
        places = polish_grid(places, web, _thrift(web.count)[1], plan.aspect, watch)
    else:
        places = pivot_descent(places, hops, pivots, _thrift(web.count)[0], watch)
    watch.tick(0.6)
    pivots = rng.choice(web.count, _judges(web.count), replace=False)
    hops = _ways(web, pivots)
    watch.tick(0.7)
    places = at_scale(places, hops, pivots)
    if mode == "distances":
        return settle(places, web, hops, pivots, 20, web.count / len(pivots))
    *_, steps, most = _thrift(web.count)
    return regrouped(places, web, hops, pivots, steps, min(most, round(AROUND * float(hops.mean()) ** 2)))


def _ways(web: Web, pivots: Ints) -> Singles:
    """Return the hops from some pivots, those from one side by side in memory: they are worked on pivot by pivot."""
    return np.ascontiguousarray(hops_from(web, pivots).T).astype(np.float32).T


def _thrift(count: int) -> tuple[int, int, int, int]:
    """Return how many steps descent, polish and the moves of groups take, and how often at most these are averaged."""
    return (15, 40, 12, 16) if count <= 3000 else (10, 40, 12, 16) if count <= 20000 else (5, 24, 5, 8)


def _judges(count: int) -> int:
    """Return from how many actors the last steps judge the distances: the stress they see is nearer the true one."""
    return 384 if count <= 3000 else 256 if count <= 20000 else PIVOTS
