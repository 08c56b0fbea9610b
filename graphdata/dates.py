"""Dates as sources give them: the part of EDTF (levels 0 and 1) that the evidence model needs.

Years, months, days, seasons (2024-21 spring to 2024-24 winter, northern and meteorological), decades (199X), centuries
(19XX), unspecified parts (2024-XX), the qualifiers ? ~ %, and intervals with an open (..) or an unknown (empty) end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

import msgspec

from graphdata.problems import EntenteError

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
CENTURY: Final = "XX"
ORDINALS: Final = {1: "st", 2: "nd", 3: "rd"}
QUALIFIERS: Final = ("?", "~", "%")
EXAMPLE: Final = "Write it like 2023-03-27, 2023-03, 2023, 199X, 2022/2024 or 2022-02/.."
DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEAR_LAST: Final = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}")
_POINT: Final = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%])?")


class DateError(EntenteError, ValueError):
    """A date that cannot be read, or that no calendar has."""


class Span(msgspec.Struct, frozen=True):
    """The days a date may mean; a missing end is open where its flag says so, else unknown."""

    first: date | None
    last: date | None
    approximate: bool = False
    uncertain: bool = False
    open_start: bool = False
    open_end: bool = False


def days_in(year: int, month: int) -> int:
    """Return how many days a month has; the standard library's calendar takes long to import."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return DAYS[month - 1] + (month == 2 and leap)


@lru_cache(maxsize=16384)
def span_of(text: str) -> Span:
    """Return the span of an EDTF date, or raise DateError saying what is wrong with it."""
    start, slash, end = text.partition("/")
    return _interval(text, start, end) if slash else _point(text)


def _interval(text: str, start: str, end: str) -> Span:
    """Return the span from the first day of one date to the last day of another."""
    before, after = _bound(start), _bound(end)
    if before is None and after is None:
        raise DateError(f"'{text}': an interval needs at least one date. {EXAMPLE}")
    first, last = before.first if before else None, after.last if after else None
    if first and last and first > last:
        raise DateError(f"'{text}': the interval ends before it begins. Write the earlier date first: {end}/{start}")
    ends = [bound for bound in (before, after) if bound]
    return Span(
        first,
        last,
        any(bound.approximate for bound in ends),
        any(bound.uncertain for bound in ends),
        start == "..",
        end == "..",
    )


def _bound(text: str) -> Span | None:
    """Return the span of one end of an interval, None where it is open or unknown."""
    return None if text in ("", "..") else _point(text)


@lru_cache(maxsize=16384)
def _point(text: str) -> Span:
    """Return the span of a date that is not an interval."""
    year, month, day, qualifier = _parts(text)
    first, last = _years(text, year, month)
    if month and month != "XX":
        first, last = _months(text, first.year, int(month), day)
    if day and day != "XX":
        first = last = _day(text, first, int(day))
    return Span(first, last, qualifier in ("~", "%"), qualifier in ("?", "%"))


def _parts(text: str) -> tuple[str, str | None, str | None, str | None]:
    """Return year, month, day and qualifier as written."""
    found = _POINT.fullmatch(text)
    if found is None:
        order = " The year stands first." if _YEAR_LAST.fullmatch(text) else ""
        told = f"'{text}' is not a date that can be read.{order}" if text else "No date given."
        raise DateError(f"{told} {EXAMPLE}")
    year, month, day, qualifier = found.groups()
    return year, month, day, qualifier


def _years(text: str, year: str, month: str | None) -> tuple[date, date]:
    """Return the first and the last day of a year, a decade or a century."""
    if "X" in year and month:
        raise DateError(f"'{text}': a decade or a century has no months. {EXAMPLE}")
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not first:
        raise DateError(f"'{text}': there is no year 0. {EXAMPLE}")
    return date(first, 1, 1), date(last, 12, 31)


def _months(text: str, year: int, month: int, day: str | None) -> tuple[date, date]:
    """Return the first and the last day of a month or of a season."""
    if month in SEASONS and day is None and (month < 24 or year < date.max.year):
        start = (month - 20) * 3
        return date(year, start, 1), _last_of_month(year + (start == 12), (start + 1) % 12 + 1)
    if not 1 <= month <= 12:
        problem = "a season has no days" if month in SEASONS else f"there is no month {month:02}"
        raise DateError(f"'{text}': {problem}; months are 01 to 12, seasons 21 to 24. {EXAMPLE}")
    return date(year, month, 1), _last_of_month(year, month)


def _last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, days_in(year, month))


def _day(text: str, first: date, day: int) -> date:
    """Return a day of the month that begins at first."""
    if "-XX-" in text:
        raise DateError(f"'{text}': a day needs its month. {EXAMPLE}")
    try:
        return first.replace(day=day)
    except ValueError:
        count = days_in(first.year, first.month)
        raise DateError(f"'{text}': {_month_words(first)} has {count} days. {EXAMPLE}") from None


def _month_words(day: date) -> str:
    """Return month and year as a reader says them."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def overlap(one: Span, other: Span) -> bool:
    """Return whether two spans may share a day; an open or unknown end excludes nothing."""
    return _not_after(one.first, other.last) and _not_after(other.first, one.last)


def _not_after(first: date | None, last: date | None) -> bool:
    """Return whether a beginning is not known to come after an end."""
    return first is None or last is None or first <= last


def covers(span: Span, day: date) -> bool:
    """Return whether a span is known to hold a day: an open end reaches it, an unknown one does not."""
    begun = span.open_start if span.first is None else span.first <= day
    lasting = span.open_end or span.first == day if span.last is None else day <= span.last
    return begun and lasting


def newest(spans: Iterable[Span]) -> date | None:
    """Return the latest day that any of the spans names, None where none names one."""
    return max((day for span in spans if (day := span.last or span.first)), default=None)


def months_between(earlier: date, later: date) -> int:
    """Return the whole months from one day to another, negative when they stand the other way round."""
    if later < earlier:
        return -months_between(later, earlier)
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day and later != _last_of_month(later.year, later.month))


def months_before(day: date, months: int) -> date:
    """Return the day that lies some months earlier, the last of the month where it has no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if years < 1:
        return date.min
    return date(years, month + 1, 1) + timedelta(min(day.day, days_in(years, month + 1)) - 1)


def ends_of(text: str) -> tuple[str, str]:
    """Return both ends of a date as written, alike where it is no interval; open and unknown ones are empty."""
    start, slash, end = text.partition("/")
    return start.strip("."), (end if slash else start).strip(".")


def is_vague(point: str) -> bool:
    """Return whether a date that is no interval names a decade or a century, or says that it is not sure."""
    return "X" in point[:4] or point.endswith(QUALIFIERS)


def year_of(point: str) -> str:
    """Return the year, the decade or the century of a date that is no interval, as sure as the date is."""
    return point[:4] + (point[-1] if point.endswith(QUALIFIERS) else "")


def in_words(text: str) -> str:
    """Return a date as a reader says it: "27 Mar 2023", "2022 to 2024", "since Feb 2022"."""
    if not text:
        return "undated"
    span_of(text)
    start, slash, end = text.partition("/")
    return _interval_words(start, end) if slash else _point_words(text)


def _interval_words(start: str, end: str) -> str:
    """Return an interval in words; open ends and unknown ends read differently."""
    if end == "..":
        return f"since {_point_words(start)}" if start else "date unknown, not ended"
    if start == "..":
        return f"until {_point_words(end)}" if end else "date unknown, begun earlier"
    if not end:
        return f"from {_point_words(start)}, late date unknown"
    if not start:
        return f"to {_point_words(end)}, early date unknown"
    if start == end:
        return _point_words(start)
    begun = _ordinal(start) if start.endswith(CENTURY) and end.endswith(CENTURY) else _point_words(start)
    return f"{begun} to {_point_words(end)}"


def _point_words(text: str) -> str:
    """Return a date that is not an interval in words, its qualifier included."""
    year, month, day, qualifier = _parts(text)
    about = "about " if qualifier in ("~", "%") else ""
    doubt = " (uncertain)" if qualifier in ("?", "%") else ""
    return f"{about}{_day_words(year, month, day)}{doubt}"


def _day_words(year: str, month: str | None, day: str | None) -> str:
    """Return year, month and day in words, leaving out what is unspecified."""
    if year.endswith(CENTURY):
        return f"{_ordinal(year)} century"
    if year.endswith("X"):
        return f"{year[:3]}0s"
    if not month or month == "XX":
        return str(int(year)) + (", month unknown" if month else "")
    if int(month) in SEASONS:
        return f"{SEASONS[int(month)]} {int(year)}" + (f"/{(int(year) + 1) % 100:02}" if month == "24" else "")
    words = f"{MONTHS[int(month) - 1]} {int(year)}"
    return f"{int(day)} {words}" if day and day != "XX" else words + (", day unknown" if day else "")


def _ordinal(century: str) -> str:
    """Return which century it is: "18th" for 17XX."""
    number = int(century[:2]) + 1
    return f"{number}{'th' if number in (11, 12, 13) else ORDINALS.get(number % 10, 'th')}"


def edtf_of_issued(csl: Mapping[str, Any]) -> str:
    """Return the date of issue in a CSL item as EDTF, or an empty string where it gives none that can be read."""
    text = _issued_text(csl.get("issued"))
    try:
        return text if text and span_of(text) else ""
    except DateError:
        return ""


def _issued_text(issued: object) -> str:
    """Return the text of a CSL date, which may be EDTF, date-parts, or a date that TOML has read."""
    if isinstance(issued, dict):
        parts = issued.get("date-parts")
        return "/".join(map(_edtf_of_parts, parts)) if isinstance(parts, list | tuple) else ""
    if isinstance(issued, date):
        return issued.isoformat()[:10]
    return issued if isinstance(issued, str) else ""


def _edtf_of_parts(parts: object) -> str:
    """Return one CSL date-parts list as EDTF; CSL allows numbers and texts."""
    whole = [str(part) for part in parts] if isinstance(parts, list | tuple) else []
    return "-".join(part.zfill(4 if place == 0 else 2) for place, part in enumerate(whole))
