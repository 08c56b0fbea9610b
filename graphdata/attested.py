"""What the supporting claims of a relation attest: from when to when, and how much, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

import msgspec

from graphdata.dates import days_in, ends_of, in_words, is_vague, span_of, year_of
from graphdata.sourcing import Asserts, Claim


class Attested(msgspec.Struct, frozen=True):
    """The first and the last day that any supporting claim speaks of, and what is known of the ends.

    Ongoing means that a claim leaves its end open: the last day is then the last one named, not the last one there was.
    Early and late are the ends as written where no day tells them: decades, centuries, and dates that are not sure.
    """

    first: date | None = None
    last: date | None = None
    start_known: bool = False
    end_known: bool = False
    ongoing: bool = False
    early: str = ""
    late: str = ""


class Dated(Protocol):
    """Whatever has an attested span."""

    @property
    def first(self) -> date | None:
        """The first day spoken of."""

    @property
    def last(self) -> date | None:
        """The last day spoken of."""

    @property
    def early(self) -> str:
        """The beginning as written, where no day tells it."""

    @property
    def late(self) -> str:
        """The end as written, where no day tells it."""


def attested_by(claims: Iterable[Claim]) -> Attested:
    """Return the attested span of supporting claims."""
    starts: list[str] = []
    ends: list[str] = []
    times: list[str] = []
    for claim in claims:
        starts += filter(None, (claim.begins,))
        ends += filter(None, (claim.ends,))
        times += filter(None, (claim.when, claim.asserts.interval if claim.asserts else ""))
    return spanned([*starts, *ends, *times], bool(starts), bool(ends))


def spanned(dates: Sequence[str], start_known: bool = False, end_known: bool = False) -> Attested:
    """Return the span that some dates reach over."""
    days = [day for text in dates for day in _days(text)]
    first, early = min(days, default=(None, ""))
    last, late = max(days, default=(None, ""), key=lambda day: (day[0], not day[1]))
    ongoing = any(span_of(text).open_end for text in dates)
    return Attested(first, last, start_known, end_known, ongoing, early, late)


def _days(text: str) -> Iterator[tuple[date, str]]:
    """Yield the first and the last day of a date, each with its end as written where that is vague."""
    span = span_of(text)
    for day, end in zip((span.first, span.last), ends_of(text), strict=True):
        if day:
            yield day, end if is_vague(end) else ""


def magnitudes_in_words(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return each different magnitude that claims assert, in words and in order."""
    said = (magnitude_in_words(claim.asserts) for claim in claims if claim.asserts and "magnitude" in claim.aspect)
    return tuple(sorted({words for words in said if words}))


def magnitude_in_words(asserts: Asserts) -> str:
    """Return a magnitude as a reader says it: "6,000 drones per year (estimate)"."""
    amount = _amount(asserts)
    if not amount:
        return asserts.text
    unit = f" {asserts.unit}" if asserts.unit else ""
    per = f" per {asserts.per.removeprefix('per ')}" if asserts.per else ""
    notes = ", ".join(note for note in (asserts.basis, asserts.scope) if note)
    return f"{amount}{unit}{per}" + (f" ({notes})" if notes else "")


def _amount(asserts: Asserts) -> str:
    """Return the number or the range of a magnitude, an empty string where it has none."""
    if asserts.value is not None:
        return _number(asserts.value)
    if asserts.low is not None and asserts.high is not None:
        return f"{_number(asserts.low)} to {_number(asserts.high)}"
    if asserts.low is not None:
        return f"at least {_number(asserts.low)}"
    return f"at most {_number(asserts.high)}" if asserts.high is not None else ""


def _number(value: float) -> str:
    """Return a number with separated thousands, large round ones by their name."""
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and round(value / size, 2) * size == value:
            return f"{value / size:,.10g} {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def attested_in_words(found: Dated, ongoing: bool = False) -> str:
    """Return a span in words, each end no more precise than it was written or than the edge that it stands at."""
    start, end = ends_as_known(found, ongoing)
    if not start:
        return ""
    return in_words(start if start == end else f"{start}/{end}")


def ends_as_known(found: Dated, ongoing: bool = False) -> tuple[str, str]:
    """Return both ends of a span as EDTF, empty where nothing is dated.

    A claim that says "2022" spans the days of that year; showing 1 January would feign a precision nobody claimed.
    "Since 2022" names that one day alone and leaves the end open, which is said where asked for.
    """
    begins, ends = found.first or found.last, found.last or found.first
    if begins is None or ends is None:
        return "", ""
    start, end = _edge(begins, begins.day == 1, begins.month == 1), _edge(ends, _ends_month(ends), ends.month == 12)
    if ongoing and begins == ends:
        return found.early or start, ".."
    month = begins.isoformat()[:7]
    if month == ends.isoformat()[:7]:
        whole = begins.day == 1 and _ends_month(ends)
        start, end = (month, month) if whole else (begins.isoformat(), ends.isoformat())  # only days tell them apart
    return found.early or start, found.late or end


def years_in_words(found: Sequence[Dated]) -> str:
    """Return the years that some spans reach over: "2019–2022", "18th century to 2022"; empty where none is dated."""
    starts = [(each.first, each.early) for each in found if each.first]
    ends = [(each.last, each.late) for each in found if each.last]
    if not starts or not ends:
        return ""
    first, early = min(starts)
    last, late = max(ends, key=lambda end: (end[0], not end[1]))
    start, end = year_of(early or first.isoformat()), year_of(late or last.isoformat())
    if start == end or early or late:
        return in_words(start if start == end else f"{start}/{end}")
    return f"{start}–{end}"


def _edge(day: date, at_month: bool, at_year: bool) -> str:
    """Return a day as EDTF, without the parts that it stands at the edge of."""
    text = day.isoformat()
    return text[:4] if at_month and at_year else text[:7] if at_month else text


def _ends_month(day: date) -> bool:
    return day.day == days_in(day.year, day.month)
