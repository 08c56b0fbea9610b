"""Moving a filter in time: the three ways in which it knows time, a month at a time, and what it says without them.

"Period" asks what is attested between two dates; "as of" lets only claims count that speak of what was so by then; and
"known by" only those whose documents had been published by then.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from msgspec.structs import replace

from graphdata.dates import DateError, span_of
from graphdata.filter import Filter

Way = Literal["period", "as_of", "known_by"]
WAYS: Final[dict[Way, str]] = {
    "period": "Attested between",
    "as_of": "As of",
    "known_by": "Known by",
}
MONTHS: Final = 12


class Stretch(NamedTuple):
    """The first and the last month that a filter asks for, numbered from year 0; None where nothing bounds it."""

    first: int | None
    last: int | None


def timeless(wanted: Filter) -> Filter:
    """Return the filter without anything it says of time: what a timeline shows the whole of."""
    return replace(wanted, period=("", ""), as_of="", known_by="", undated=True)


def stretch_of(wanted: Filter, way: Way) -> Stretch:
    """Return what a filter asks for in one of the ways."""
    if way == "period":
        return Stretch(_number(wanted.period[0], first=True), _number(wanted.period[1], first=False))
    return Stretch(None, _number(wanted.as_of if way == "as_of" else wanted.known_by, first=False))


def moved_to(wanted: Filter, way: Way, stretch: Stretch) -> Filter:
    """Return the filter with another stretch of time in one of the ways; the other ways stay as they are."""
    first, last = (month_text(month) if month is not None else "" for month in stretch)
    if way == "period":
        return replace(wanted, period=(first, last))
    return replace(wanted, as_of=last) if way == "as_of" else replace(wanted, known_by=last)


def stepped(stretch: Stretch, months: int, least: int, most: int) -> Stretch:
    """Return a stretch moved by some months, as long as before, within bounds; what bounds nothing starts at an end."""
    last = stretch.last
    if last is None:
        last = most if stretch.first is not None else (least - 1 if months > 0 else most + 1)
    length = last - stretch.first if stretch.first is not None else 0
    moved = min(max(last + months, least + length), most)
    return Stretch(moved - length if stretch.first is not None else None, moved)


def month_number(text: str) -> int:
    """Return the number of a month written as YYYY-MM, counted from year 0."""
    return int(text[:4]) * MONTHS + int(text[5:7]) - 1


def month_text(number: int) -> str:
    """Return a month as YYYY-MM."""
    return f"{number // MONTHS:04}-{number % MONTHS + 1:02}"


def _number(text: str, first: bool) -> int | None:
    """Return the month of the first or the last day of a date, None without one."""
    try:
        span = span_of(text) if text else None
    except DateError:
        return None
    day = (span.first if first else span.last) if span else None
    return day.year * MONTHS + day.month - 1 if day else None
