"""The house layout: from a plan to positions in points, y downwards, with room for every box and every pin kept."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from graphdata.layout.ease import eased, followed, misplaced, spared
from graphdata.layout.fit import middle_of, page_size
from graphdata.layout.fresh import SMALL, SPACIOUS, Mode, fresh
from graphdata.layout.overlap import overlapping, separated
from graphdata.layout.pack import below
from graphdata.layout.plan import Cancelled, Flags, Floats, Ints, Plan, Watch
from graphdata.layout.quality import cross_table
from graphdata.layout.stable import carried, known, laid_over, seated
from graphdata.layout.untangle import untangled
from graphdata.layout.web import Web, part_of, web_of

__all__ = ["Cancelled", "Mode", "arrange"]

EASE_NEAR, EASE_GROUPS = ((0,) * 3, 1.4), ((8, 8), 1.0)
"""The steps and the stride by which an old drawing of clusters is eased: one with little room, and one with more."""

SPARING = 1, 0.8
"""How often, in a drawing by distances, who would come to overlap goes what part of its way only."""


def arrange(
    plan: Plan,
    mode: Mode = "clusters",
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Floats:
    """Return (count, 2) places in points, centred on 0 unless pins or old places say where the drawing is.

    The scale gives the drawing just enough room: the boxes cover about 30 % of its page. When half the actors or more
    have an old place, they keep it as nearly as clarity allows; else the new drawing is laid over what is known.
    """
    watch = Watch(cancelled, progress)
    watch.tick(0.0)
    if plan.count == 0:
        return np.zeros((0, 2))
    web, old = web_of(plan.count, plan.pairs), plan.old_places()
    kept = int((known(old) & ~plan.pinned()).sum())
    draw = _kept if 2 * kept >= plan.count else _renewed
    places = draw(plan, web, old, mode, watch)
    watch.tick(0.95)
    if draw is _renewed and not plan.pins:
        return places  # its boxes are apart as they are
    return plan.with_pins(separated(plan.with_pins(places), plan.sizes, plan.pinned()))


def _renewed(plan: Plan, web: Web, old: Floats, mode: Mode, watch: Watch) -> Floats:
    """Return a new drawing, laid over what old places there are and bent to the pins."""
    places = laid_over(fresh(plan, web, mode, watch), old)
    return carried(places, plan.with_pins(np.full((plan.count, 2), np.nan)))


def _kept(plan: Plan, web: Web, old: Floats, mode: Mode, watch: Watch) -> Floats:
    """Return the old drawing with new actors seated, cleared up under a pull back to the old places."""
    places = old if known(old).all() else _seated(plan, web, old, mode, watch)
    if mode == "distances":
        return _followed(plan, web, places, ~known(old), watch)
    loose = _eased(plan, web, places, watch)
    return _cleared(plan, web, loose, old, _restless(plan, web, places, old), watch) if plan.count <= SMALL else loose


def _seated(plan: Plan, web: Web, old: Floats, mode: Mode, watch: Watch) -> Floats:
    """Return the old places with every new actor beside those it deals with, and new parts below all."""
    places = seated(old, web, float(np.median(plan.sizes.sum(axis=1))))
    lost = np.flatnonzero(~known(places))
    if len(lost):
        places[lost] = _strangers(plan, web, lost, places, mode, watch)
    return places


def _strangers(plan: Plan, web: Web, lost: Ints, places: Floats, mode: Mode, watch: Watch) -> Floats:
    """Return places below the old drawing for the parts in which nobody has an old place."""
    part = Plan(len(lost), part_of(web, lost).pairs, plan.sizes[lost], plan.aspect, plan.seed)
    there = known(places)
    drawing = fresh(part, part_of(web, lost), mode, watch.within(0.0, 0.5))
    return below(places[there], plan.sizes[there], drawing, part.sizes)


def _followed(plan: Plan, web: Web, places: Floats, new: Flags, watch: Watch) -> Floats:
    """Return a small drawing by distances with less stress, by few steps from its old places; a large one as it is."""
    watch.tick(0.5)
    if plan.count > SMALL or not len(web.pairs):
        return places
    return spared(places, followed(places, web, new, plan.pinned()), plan.sizes, *SPARING)


def _eased(plan: Plan, web: Web, places: Floats, watch: Watch) -> Floats:
    """Return a small drawing of clusters with less stress, by few steps from its old places; a large one as it is."""
    watch.tick(0.5)
    if plan.count > SMALL or not len(web.pairs):
        return places
    if plan.count > SPACIOUS:
        return eased(places, web, *EASE_GROUPS, plan.pinned())
    still = plan.pinned() | ~misplaced(places, web)  # what untangled it would be lost if all moved a little
    return spared(places, eased(places, web, *EASE_NEAR, still), plan.sizes)


def _cleared(plan: Plan, web: Web, places: Floats, old: Floats, restless: Flags, watch: Watch) -> Floats:
    """Return a small drawing with its restless actors untangled where that gains more than it costs."""
    middle = middle_of(places)
    room = np.ptp(places, axis=0) + plan.sizes.max(axis=0)
    page = np.maximum(page_size(plan.sizes, plan.aspect), room)
    fixed = plan.pinned() | ~restless
    rounds = 2 if (~known(old)).any() else 1
    moved = untangled(places - middle, plan.sizes, web, page, rounds, plan.rng(), fixed, old - middle, watch)
    return moved + middle


def _restless(plan: Plan, web: Web, places: Floats, old: Floats) -> Flags:
    """Return who is to look for a better place: the new, those whose boxes overlap, and those crossed most."""
    restless = ~known(old)
    restless[np.unique(overlapping(places, plan.sizes))] = True
    if len(web.pairs):
        some = web.pairs[:: 1 + len(web.pairs) // 100]  # a sample tells who is crossed most, in a tenth of the time
        crossed = cross_table(places, some, web.pairs).sum(axis=0)
        faults = np.bincount(web.pairs.ravel(), np.repeat(crossed, 2), plan.count) / np.maximum(web.degrees, 1)
        restless[np.argsort(-faults, kind="stable")[: max(1, plan.count // 20)]] = True
    return restless
