"""What happened to every relation between two views, taken off the columns of their facts.

Both views judge by the same rules. So a relation that rests on the same claims in both has the same magnitudes and the
same attested span, and one for which other claims count has changed by that alone. That leaves level and status, which
the facts hold, and whether its end has come. Only what the columns cannot tell is looked at by itself: relations that
two networks describe otherwise, those judged by another cut, and a status that moved while the level stayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from graphdata.arrays import Bools, Ints
from graphdata.bulk import Told, kept_with, part_of, steps_of
from graphdata.caseload import kept_of
from graphdata.claim_columns import FAR_FUTURE, FAR_PAST, SUPPORTS
from graphdata.facts import caseload_of, relation_places
from graphdata.network import Network
from graphdata.questions.standings import Change, difference
from graphdata.rules import bounds_of
from graphdata.ruleset import RULESET_1
from graphdata.view import View

IN_BOTH: Final[tuple[Change, ...]] = ("same", "changed", "ended")  # what may happen to a relation that both show
UNSURE: Final = -1


class Side(NamedTuple):
    """One of the views: the places of the relations that both show, and which claims count in it."""

    view: View
    places: Ints
    counted: Bools


def changes_between(before: View, after: View, told: Told) -> dict[str, Change]:
    """Return what happened to each relation that either view shows, in the order of the later, then of the earlier.

    Told hears of the share, and may raise to stop.
    """
    told(0.0)
    old = {relation.id for relation in before.relations}
    new = {relation.id for relation in after.relations}
    both = [relation.id for relation in after.relations if relation.id in old]
    met = dict(zip(both, _codes(before, after, both), strict=True))
    told(0.2)
    unsure = [each for each, code in met.items() if code == UNSURE]
    looked = {each: _looked_at(before, after, each) for each in steps_of(unsure, part_of(told, 0.2, 1.0))}
    found: dict[str, Change] = {
        each.id: looked[each.id] if each.id in looked else IN_BOTH[met[each.id]] if each.id in met else "added"
        for each in after.relations
    }
    return found | {each.id: "gone" for each in before.relations if each.id not in new}


def _looked_at(before: View, after: View, relation: str) -> Change:
    """Return what happened to a relation that both views show, by assessing it in each."""
    one, other = before.network.relation[relation], after.network.relation[relation]
    return difference(before, after, one, other).change


def _codes(before: View, after: View, both: Sequence[str]) -> list[int]:
    """Return what happened to relations that both views show, as a place in the list; unsure of some."""
    one, other = _side(before, both), _side(after, both)
    sure = _described_alike(one, other, both)
    status, level = (_differs(one, other, name) for name in ("status", "level"))
    changed = level | _claims_differ(one, other, sure)
    ended = _over(other) & ~_over(one)
    codes = np.where(ended, IN_BOTH.index("ended"), np.where(changed, IN_BOTH.index("changed"), 0))
    codes[~sure | (status & ~changed & ~ended)] = UNSURE
    found: list[int] = codes.tolist()
    return found


def _side(view: View, both: Sequence[str]) -> Side:
    """Return a view as one side of a comparison of some relations."""
    places = relation_places(view.network)
    bounds = bounds_of(view.filter.cut, view.network.as_of, RULESET_1)
    counted = np.logical_and(*kept_of(caseload_of(view.network).claims, bounds))
    return Side(view, np.array([places[each] for each in both], np.int64), counted)


def _described_alike(one: Side, other: Side, both: Sequence[str]) -> Bools:
    """Return for which relations the columns tell all: described alike on both sides, and judged by the sides' cuts."""
    alike = np.ones(len(both), np.bool_)
    if one.view.network is not other.view.network:
        old, new = one.view.network.relation, other.view.network.relation
        alike &= np.array([old[each] == new[each] for each in both], np.bool_)
    if apart := one.view.apart.keys() | other.view.apart.keys():
        alike &= np.array([each not in apart for each in both], np.bool_)
    return alike


def _differs(one: Side, other: Side, column: str) -> Bools:
    """Return for which relations a column of the facts tells the two sides apart."""
    codes = [getattr(side.view.facts, column) for side in (one, other)]
    first, second = (getattr(each, "codes", each)[side.places] for each, side in zip(codes, (one, other), strict=True))
    return np.asarray(first != second)


def _claims_differ(one: Side, other: Side, sure: Bools) -> Bools:
    """Return for which relations other claims count on one side than on the other; the claims themselves are alike."""
    which = np.flatnonzero(sure)
    sizes = _sizes(one)[one.places[which]]
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    first, second = (
        side.counted[np.repeat((np.cumsum(_sizes(side)) - _sizes(side))[side.places[which]], sizes) + within]
        for side in (one, other)
    )
    found = np.zeros(len(sure), np.bool_)
    found[np.repeat(which, sizes)[first != second]] = True
    return found


def _sizes(side: Side) -> Ints:
    """Return how many claims each relation of a network has."""
    claims = caseload_of(side.view.network).claims
    return np.bincount(claims.rows.relation, minlength=claims.relations)


def _over(side: Side) -> Bools:
    """Return which relations are known to have ended by the date of a view."""
    facts, caseload = side.view.facts, caseload_of(side.view.network)
    ends = kept_with(side.view.network, "_ends_named", lambda: _ends_named(side.view.network))
    known = np.zeros(len(facts.latest), np.bool_)
    known[caseload.claims.rows.relation[side.counted & ends & (caseload.patterns.stance == SUPPORTS)]] = True
    ongoing = facts.last == FAR_FUTURE
    today = side.view.today.toordinal() if side.view.today else FAR_PAST
    past = (facts.latest > FAR_PAST) & (facts.latest < today)
    return np.asarray((facts.status.among(["ended"]) | (known & ~ongoing & past))[side.places])


def _ends_named(network: Network) -> Bools:
    """Return which claims name an end."""
    return np.fromiter((bool(claim.ends) for claim in network.claims), np.bool_)
