"""What the supporting claims of a relation attest: from when to when, and how much, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from graphdata.dates import Span, days_in, in_words, span_of
from graphdata.sourcing import Asserts, Claim


class Attested(msgspec.Struct, frozen=True):
    """The first and the last day that any supporting claim speaks of, and what is known of the ends.

    Ongoing means that a claim leaves its end open: the last day is then the last one named, not the last one there was.
    """

    first: date | None = None
    last: date | None = None
    start_known: bool = False
    end_known: bool = False
    ongoing: bool = False


def attested_by(claims: Iterable[Claim]) -> Attested:
    """Return the attested span of supporting claims."""
    starts: list[Span] = []
    ends: list[Span] = []
    times: list[Span] = []
    for claim in claims:
        starts += _spans(claim.begins)
        ends += _spans(claim.ends)
        times += _spans(claim.when)
        times += _spans(claim.asserts.interval) if claim.asserts else ()
    spans = starts + ends + times
    days = [day for span in spans for day in (span.first, span.last) if day]
    ongoing = any(span.open_end for span in spans)
    return Attested(min(days, default=None), max(days, default=None), bool(starts), bool(ends), ongoing)


def _spans(text: str) -> tuple[Span, ...]:
    """Return the span of a date where one is given."""
    return (span_of(text),) if text else ()


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


def attested_in_words(first: date | None, last: date | None, ongoing: bool = False) -> str:
    """Return a span of days in words, each end no more precise than the edge of a year or month it stands at.

    A claim that says "2022" spans the days of that year; showing 1 January would feign a precision nobody claimed.
    "Since 2022" names that one day alone and leaves the end open.
    """
    begins, ends = first or last, last or first
    if begins is None or ends is None:
        return ""
    start, end = _edge(begins, begins.day == 1, begins.month == 1), _edge(ends, _ends_month(ends), ends.month == 12)
    if ongoing and begins == ends:
        return in_words(f"{start}/..")
    month = begins.isoformat()[:7]
    if month == ends.isoformat()[:7]:
        whole = begins.day == 1 and _ends_month(ends)
        start, end = (month, month) if whole else (begins.isoformat(), ends.isoformat())  # only days tell them apart
    return in_words(start if start == end else f"{start}/{end}")


def _edge(day: date, at_month: bool, at_year: bool) -> str:
    """Return a day as EDTF, without the parts that it stands at the edge of."""
    text = day.isoformat()
    return text[:4] if at_month and at_year else text[:7] if at_month else text


def _ends_month(day: date) -> bool:
    return day.day == days_in(day.year, day.month)
