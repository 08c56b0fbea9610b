"""Activity by month and domain, along two axes of time: what claims speak of, and when their documents came out.

A claim counts in every month from the first to the last day that it names, a relation in every month of its attested
span; what goes on counts up to the network's date. What has no date is counted apart and in no month. All of it is read
off the columns of claims, so that a large network is counted in a moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from graphdata.arrays import Bools, Ints
from graphdata.caseload import kept_of, spans_of
from graphdata.claim_columns import FAR_FUTURE, FAR_PAST
from graphdata.dates import span_of
from graphdata.facts import caseload_of
from graphdata.questions.moments import month_text
from graphdata.rules import bounds_of
from graphdata.ruleset import RULESET_1
from graphdata.view import View
from graphdata.vocabulary import DOMAINS

Counts = Ints
LONGEST: Final = 1200  # months: a century; a span that reaches further back is drawn from there on
EPOCH: Final = np.datetime64("0001-01-01", "D")
UNIX: Final = 1970 * 12  # the month that numpy counts months from, counted from year 0


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


class _Spells(NamedTuple):
    """From one month to another, counted from year 0, a row each; dated tells which have any date."""

    domain: Ints
    first: Ints
    last: Ints
    dated: Bools


def timeline_of(view: View) -> Timeline:
    """Return the timeline of what is on show."""
    claims = caseload_of(view.network).claims
    kept, current = kept_of(claims, bounds_of(view.filter.cut, view.network.as_of, RULESET_1))
    shown = view.hiding == 0
    counting = kept & current & shown[claims.rows.relation]
    rows, domain = claims.rows, _domains(view)
    today = _today(view)
    first, last, ongoing = spans_of(claims, counting)
    spells = (
        _spells(
            domain[rows.relation[counting]], rows.first[counting], rows.last[counting], rows.ongoing[counting], today
        ),
        _spells(domain[shown], first[shown], last[shown], ongoing[shown], today),
        _issued(domain[rows.relation[counting]], rows.issued[counting]),
    )
    least = min((int(each.first[each.dated].min()) for each in spells if each.dated.any()), default=0)
    most = max((int(each.last[each.dated].max()) for each in spells if each.dated.any()), default=-1)
    begin = max(least, most - LONGEST + 1)
    months = tuple(month_text(month) for month in range(begin, most + 1))
    return Timeline(months, *(_series(each, begin, len(months)) for each in spells))


def month_end(month: str) -> str:
    """Return the last day of a month as a date that a filter takes."""
    last = span_of(month).last
    assert last is not None
    return last.isoformat()


def _domains(view: View) -> Ints:
    """Return the domain of every relation as its place in the list of domains."""
    column = view.facts.fixed.domain
    places = np.array([DOMAINS.index(word) for word in column.words], np.int64)
    return np.asarray(places[column.codes])


def _spells(domain: Ints, first: Ints, last: Ints, ongoing: Ints | Bools, today: int | None) -> _Spells:
    """Return spans of days as spans of months; what goes on lasts up to today."""
    dated = ~((first == FAR_FUTURE) & (last == FAR_PAST))
    begins, ends = _months(np.where(dated, np.minimum(first, last), 1)), _months(np.where(dated, last, 1))
    if today is not None:
        ends = np.where(ongoing != 0, np.maximum(ends, today), ends)
    return _Spells(domain, begins, ends, dated)


def _issued(domain: Ints, issued: Ints) -> _Spells:
    """Return the months in which the documents in hand came out."""
    dated = issued > 0
    months = _months(np.where(dated, issued, 1))
    return _Spells(domain, months, months, dated)


def _months(days: Ints) -> Ints:
    """Return the number of the month of each day (an ordinal), counted from year 0."""
    return np.asarray((EPOCH + (days - 1)).astype("datetime64[M]").astype(np.int64) + UNIX)


def _today(view: View) -> int | None:
    """Return the month that a view looks from, None where neither filter nor network names one."""
    last = view.today
    return last.year * 12 + last.month - 1 if last else None


def _series(spells: _Spells, begin: int, months: int) -> Series:
    """Return spells as counts, by adding up where they begin and end."""
    steps = np.zeros((len(DOMAINS), months + 1), np.int64)
    seen = spells.dated & (spells.last >= begin)
    np.add.at(steps, (spells.domain[seen], np.maximum(spells.first[seen], begin) - begin), 1)
    np.add.at(steps, (spells.domain[seen], spells.last[seen] - begin + 1), -1)
    lacking = np.bincount(spells.domain[~spells.dated], minlength=len(DOMAINS))
    return Series(np.cumsum(steps, axis=1)[:, :-1], dict(zip(DOMAINS, map(int, lacking), strict=True)))
