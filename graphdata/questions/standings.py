"""How one relation stands in each of two views, and what that makes of it, in words.

A relation that both show, and that is known to have ended by the time of the later one, is called ended; what only one
of them shows is added or gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from graphdata.attested import attested_in_words
from graphdata.confidence import RelationAssessment
from graphdata.network import Relation
from graphdata.rows import ends_of
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


def difference(before: View, after: View, old: Relation | None, new: Relation | None) -> Difference:
    """Return what happened to a relation that is in one of the views or in both."""
    shown = new or old
    assert shown is not None
    view = after if new else before
    one = _standing(before, old) if old else None
    other = _standing(after, new) if new else None
    change, respects = _change(one, other)
    return Difference(shown.id, change, ends_of(view.network, shown), shown.summary, shown.domain, respects)


def same(view: View, relation: Relation) -> Difference:
    """Return that nothing happened to a relation."""
    return Difference(relation.id, "same", ends_of(view.network, relation), relation.summary, relation.domain, ())


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
        attested=attested_in_words(found, found.ongoing),
        claims=frozenset(claims),
        ended=_is_over(view, found),
    )


def _is_over(view: View, found: RelationAssessment) -> bool:
    """Return whether a relation is known to have ended by the date of a view."""
    if found.status == "ended":
        return True
    today = view.today
    return bool(found.end_known and not found.ongoing and found.last and today and found.last < today)
