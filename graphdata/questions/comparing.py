"""What changed between two views: of two dates, two filters, or two networks; each relation by itself, in words.

Records are matched by their id. A relation that both show, and that is known to have ended by the time of the later
one, is called ended; what only one of them shows is added or gone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress
from typing import Final, Literal

import numpy as np
from msgspec.structs import replace

from graphdata.arrays import Ints
from graphdata.attested import attested_in_words
from graphdata.bulk import Told, kept_with, no_one, steps_of
from graphdata.caseload import kept_of
from graphdata.claim_columns import FAR_FUTURE
from graphdata.confidence import RelationAssessment
from graphdata.dates import span_of
from graphdata.facts import caseload_of
from graphdata.filter import Filter, in_words
from graphdata.network import Network, Relation
from graphdata.rows import ends_of
from graphdata.rules import bounds_of
from graphdata.ruleset import RULESET_1
from graphdata.view import View
from graphdata.vocabulary import STATUS_WORDS, kind_label

Change = Literal["added", "gone", "ended", "changed", "same"]
CHANGES: Final[dict[Change, str]] = {
    "added": "Added",
    "gone": "Gone",
    "ended": "Ended",
    "changed": "Changed",
    "same": "Unchanged",
}
NO_STATUS: Final = "no status"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a relation stands in one of the views, as far as a comparison looks at it."""

    status: str
    level: str
    magnitudes: tuple[str, ...]
    attested: str
    claims: frozenset[str]
    ended: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What happened to one relation, and in which respects, in words."""

    relation: str
    change: Change
    ends: str
    summary: str
    domain: str
    respects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two views, with the words for both."""

    before: str
    after: str
    differences: tuple[Difference, ...]
    actors_added: tuple[str, ...]
    actors_gone: tuple[str, ...]

    def count(self, change: Change) -> int:
        """Return how many relations met with a change."""
        return sum(each.change == change for each in self.differences)

    @property
    def sentence(self) -> str:
        """The outcome in words, for the head of a table and the foot of an export."""
        counted = Counter(each.change for each in self.differences)
        said = ", ".join(f"{counted[change]} {label.lower()}" for change, label in CHANGES.items() if counted[change])
        return f"From {self.before} to {self.after}: {said or 'no relation in either'}."


def compare(before: View, after: View, told: Told = no_one) -> Comparison:
    """Return what changed from one view to another, relations in the order of the later, then of the earlier one.

    Each relation that may stand otherwise is looked at by itself; told hears of the share, and may raise to stop.
    """
    old = {relation.id: relation for relation in before.relations}
    new = {relation.id: relation for relation in after.relations}
    order = [*new, *(each for each in old if each not in new)]
    words, alike = _names(before, after), _alike(before, after)
    return Comparison(
        *words,
        tuple(
            _same(after, new[each]) if each in alike else _difference(before, after, old.get(each), new.get(each))
            for each in steps_of(order, told)
        ),
        _missing(after, before),
        _missing(before, after),
    )


def joined(before: View, after: View) -> Network:
    """Return one network with the records of both, the later ones where both have them: what one map can show.

    The last one is kept with the later network: what is worked out of it serves every filter.
    """
    one, other = before.network, after.network
    last: dict[str, tuple[Network, Network]] = kept_with(other, "_joined", dict)
    if "last" not in last or last["last"][0] is not one:
        last["last"] = (one, _joined(one, other))
    return last["last"][1]


def _joined(one: Network, other: Network) -> Network:
    """Return one network with the records of two."""
    return replace(
        other,
        actors=tuple({each.id: each for each in (*one.actors, *other.actors)}.values()),
        sources=tuple({each.id: each for each in (*one.sources, *other.sources)}.values()),
        relations=tuple({each.id: each for each in (*one.relations, *other.relations)}.values()),
    )


def _alike(before: View, after: View) -> frozenset[str]:
    """Return relations that both views show and that are seen to stand the same without a look at each claim.

    They rest on the same claims, and no column of the facts tells them apart; whether one has come to its end between
    the dates of the two views takes a closer look. Two networks always take one.
    """
    if before.network is not after.network:
        return frozenset()
    one, other = before.facts, after.facts
    columns = ("level", "first", "last", "undated", "emptied")
    same = (before.hiding == 0) & (after.hiding == 0)
    for name in columns:
        same &= getattr(one, name) == getattr(other, name)
    same &= one.status.codes == other.status.codes
    same[_claims_differ(before, after)] = False
    ends = sorted((_day_of(before), _day_of(after)))
    same &= ~((other.last >= ends[0]) & (other.last <= ends[1]))
    return frozenset(compress((relation.id for relation in after.network.relations), same.tolist()))


def _claims_differ(before: View, after: View) -> Ints:
    """Return the places of relations for which other claims count in one view than in the other."""
    claims = caseload_of(after.network).claims
    bounds = (bounds_of(each.filter.cut, each.network.as_of, RULESET_1) for each in (before, after))
    one, other = (np.logical_and(*kept_of(claims, each)) for each in bounds)
    return np.asarray(claims.rows.relation[one != other])


def _day_of(view: View) -> int:
    """Return the last day that a view looks from, as an ordinal; the end of time where it names none."""
    dated = view.filter.as_of or view.network.as_of
    last = span_of(dated).last if dated else None
    return last.toordinal() if last else FAR_FUTURE


def _same(view: View, relation: Relation) -> Difference:
    """Return that nothing happened to a relation."""
    return Difference(relation.id, "same", ends_of(view.network, relation), relation.summary, relation.domain, ())


def _names(before: View, after: View) -> tuple[str, str]:
    """Return what the two views are called, saying no more than tells them apart."""
    if before.network is not after.network:
        named = (_dataset(before.network), _dataset(after.network))
        same_filter = before.filter == after.filter
        return named if same_filter else (f"{named[0]}, {_asked(before)}", f"{named[1]}, {_asked(after)}")
    return _asked(before), _asked(after)


def _dataset(network: Network) -> str:
    digest = f" ({network.digest[:8]})" if network.digest else ""
    return f"{network.title} {network.version}{digest}"


def _asked(view: View) -> str:
    """Return the filter of a view in words, inside a sentence."""
    words = "the whole network" if view.filter == Filter() else in_words(view.filter, view.network)
    return f"“{words.rstrip('.')}”" if view.filter != Filter() else words


def _difference(before: View, after: View, old: Relation | None, new: Relation | None) -> Difference:
    """Return what happened to a relation that is in one of the views or in both."""
    shown = new or old
    assert shown is not None
    view = after if new else before
    one = _standing(before, old) if old else None
    other = _standing(after, new) if new else None
    change, respects = _change(one, other)
    return Difference(shown.id, change, ends_of(view.network, shown), shown.summary, shown.domain, respects)


def _change(one: Standing | None, other: Standing | None) -> tuple[Change, tuple[str, ...]]:
    """Return the kind of a change and its respects."""
    if one is None or other is None:
        found = one or other
        assert found is not None
        return ("added" if one is None else "gone"), _described(found)
    respects = tuple(_respects(one, other))
    if other.ended and not one.ended:
        return "ended", respects
    return ("changed" if respects else "same"), respects


def _described(standing: Standing) -> tuple[str, ...]:
    """Return how a relation stands that only one of the views has."""
    parts = (standing.status, f"confidence {standing.level}", *standing.magnitudes, standing.attested)
    return tuple(part for part in parts if part)


def _respects(one: Standing, other: Standing) -> Iterable[str]:
    """Yield the respects in which a relation stands otherwise than before."""
    if one.status != other.status:
        yield f"status: {one.status or NO_STATUS} → {other.status or NO_STATUS}"
    if one.level != other.level:
        yield f"confidence: {one.level} → {other.level}"
    if one.magnitudes != other.magnitudes:
        yield f"magnitude: {_listed(one.magnitudes)} → {_listed(other.magnitudes)}"
    if one.attested != other.attested:
        yield f"attested: {one.attested or 'undated'} → {other.attested or 'undated'}"
    fresh, stale = len(other.claims - one.claims), len(one.claims - other.claims)
    if fresh or stale:
        yield "claims: " + ", ".join([f"{fresh} more"] * bool(fresh) + [f"{stale} fewer"] * bool(stale))


def _listed(magnitudes: tuple[str, ...]) -> str:
    return "; ".join(magnitudes) or "none"


def _standing(view: View, relation: Relation) -> Standing:
    """Return how a relation stands in a view."""
    found = view.assessments[relation.id]
    claims = {key for each in found.aspects.values() for key in (*each.supports, *each.contradicts, *each.qualifies)}
    return Standing(
        status=STATUS_WORDS.get(found.status, kind_label(relation.domain, relation.kind) if found.level else ""),
        level=found.level.label,
        magnitudes=found.magnitudes,
        attested=attested_in_words(found.first, found.last, found.ongoing),
        claims=frozenset(claims),
        ended=_is_over(view, found),
    )


def _is_over(view: View, found: RelationAssessment) -> bool:
    """Return whether a relation is known to have ended by the date of a view."""
    if found.status == "ended":
        return True
    dated = view.filter.as_of or view.network.as_of
    today = span_of(dated).last if dated else None
    return bool(found.end_known and not found.ongoing and found.last and today and found.last < today)


def _missing(inside: View, outside: View) -> tuple[str, ...]:
    """Return the actors on show in one view and not in another, by id."""
    return tuple(sorted({actor.id for actor in inside.actors} - {actor.id for actor in outside.actors}))
