"""Activity by month and domain, along two axes of time: what claims speak of, and when their documents came out.

A claim counts in every month that its date of information touches, a relation in every month of its attested span; what
goes on counts up to the network's date. What has no date is counted apart and in no month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata.chains import Index
from graphdata.dates import span_of
from graphdata.sourcing import Claim
from graphdata.view import View
from graphdata.vocabulary import DOMAINS

Counts = npt.NDArray[np.int64]
LONGEST: Final = 1200  # months: a century; a span that reaches further back is drawn from there on


class Series(NamedTuple):
    """Counts by month, one row a domain in their order, and how many had no date, by domain."""

    counts: Counts
    undated: Mapping[str, int]


class Timeline(NamedTuple):
    """The months from the first to the last that anything is dated to, and what there was in each."""

    months: tuple[str, ...]
    claims: Series
    relations: Series
    published: Series


class _Spell(NamedTuple):
    """From one month to another, counted from year 0; nothing where there is no date."""

    domain: str
    first: int | None
    last: int | None


def timeline_of(view: View) -> Timeline:
    """Return the timeline of what is on show."""
    today = _today(view)
    spells = (
        [_claim_spell(domain, claim, today) for domain, claim in _claims(view)],
        [_relation_spell(view, relation.id, relation.domain, today) for relation in view.relations],
        [_issue_spell(domain, claim, index) for domain, claim, index in _issued(view)],
    )
    dated = [month for listed in spells for each in listed for month in (each.first, each.last) if month is not None]
    last = max(dated, default=-1)
    first = max(min(dated, default=0), last - LONGEST + 1)
    months = tuple(_text(month) for month in range(first, last + 1))
    return Timeline(months, *(_series(listed, first, len(months)) for listed in spells))


def month_end(month: str) -> str:
    """Return the last day of a month as a date that a filter takes."""
    last = span_of(month).last
    assert last is not None
    return last.isoformat()


def _claims(view: View) -> Iterable[tuple[str, Claim]]:
    """Yield every claim that counts in a view, with the domain of its relation."""
    for relation in view.relations:
        counting = _counting(view, relation.id)
        yield from ((relation.domain, claim) for claim in relation.claims if claim.id in counting)


def _counting(view: View, relation_id: str) -> frozenset[str]:
    """Return the claims of a relation that the view counts, whatever their stance."""
    aspects = view.assessments[relation_id].aspects.values()
    return frozenset(key for each in aspects for key in (*each.supports, *each.contradicts, *each.qualifies))


def _issued(view: View) -> Iterable[tuple[str, Claim, Index]]:
    """Yield every claim that counts with what is known of its documents."""
    for domain, claim in _claims(view):
        yield domain, claim, view.assessments[claim.relation].headline.case.index


def _claim_spell(domain: str, claim: Claim, today: int | None) -> _Spell:
    """Return the months that a claim speaks of."""
    dates = [text for text in (claim.when, claim.begins, claim.ends) if text]
    spans = [span_of(text) for text in dates]
    days = [day for span in spans for day in (span.first, span.last) if day]
    return _spell(domain, days, any(span.open_end for span in spans), today)


def _relation_spell(view: View, relation_id: str, domain: str, today: int | None) -> _Spell:
    """Return the months that a relation is attested for."""
    found = view.assessments[relation_id]
    return _spell(domain, [day for day in (found.first, found.last) if day], found.ongoing, today)


def _issue_spell(domain: str, claim: Claim, index: Index) -> _Spell:
    """Return the month in which the document in hand came out."""
    issued = index.path(claim).issued
    return _spell(domain, [date.fromordinal(issued)] if issued else [], goes_on=False, today=None)


def _spell(domain: str, days: list[date], goes_on: bool, today: int | None) -> _Spell:
    if not days:
        return _Spell(domain, None, None)
    first, last = _month_of(min(days)), _month_of(max(days))
    return _Spell(domain, first, max(last, today) if goes_on and today is not None else last)


def _today(view: View) -> int | None:
    """Return the month that a view looks from, None where neither filter nor network names one."""
    dated = view.filter.as_of or view.network.as_of
    last = span_of(dated).last if dated else None
    return _month_of(last) if last else None


def _series(spells: list[_Spell], first: int, months: int) -> Series:
    """Return spells as counts, by adding up where they begin and end."""
    steps = np.zeros((len(DOMAINS), months + 1), np.int64)
    undated: dict[str, int] = dict.fromkeys(DOMAINS, 0)
    rows: dict[str, int] = {domain: row for row, domain in enumerate(DOMAINS)}
    for each in spells:
        if each.first is None or each.last is None:
            undated[each.domain] += 1
        elif each.last >= first:
            steps[rows[each.domain], max(each.first, first) - first] += 1
            steps[rows[each.domain], each.last - first + 1] -= 1
    return Series(np.cumsum(steps, axis=1)[:, :-1], undated)


def _month_of(day: date) -> int:
    """Return the number of a month, counted from year 0."""
    return day.year * 12 + day.month - 1


def _text(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"
