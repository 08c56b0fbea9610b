"""Dates that disagree: a citation with its own address, a source with what it tells of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from graphdata.dates import DateError, Span, edtf_of_issued, span_of
from graphdata.linter.findings import Finding, quoted
from graphdata.network import Network
from graphdata.sourcing import Claim, Source

ALLOWED = timedelta(days=2)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?P<year>19[89]\d|20[0-4]\d)"
_ADDRESS_FORMS = (
    re.compile(rf"(?<!\d){_YEAR}[-/_](?P<month>\d\d?|[a-z]{{3}})[-/_](?P<day>\d\d?)(?!\d)"),
    # Numbers that begin with a date, a short prefix of zeros allowed: 202212034392, 0001202510020001.
    re.compile(rf"(?<!\d)(?:0{{1,3}}\d)?{_YEAR}(?P<month>\d\d)(?P<day>\d\d)"),
    re.compile(rf"(?<!\d){_YEAR}/(?P<month>\d\d?|[a-z]{{3}})(?=/)"),
)
# The date in front of an archived address is that of the capture.
_CAPTURE = re.compile(r"^(?:https?://)?web\.archive\.org/web/[^/]*/", re.IGNORECASE)


def findings_in(network: Network) -> Iterator[Finding]:
    """Yield sources whose date disagrees with their address or with what rests on them."""
    described = _claims_by_document(network)
    for source in network.sources:
        issued = issued_span(source)
        if issued is not None:
            yield from _against_address(source, issued)
            yield from _before_content(source, issued, described[source.id])


def issued_span(source: Source) -> Span | None:
    """Return the days on which a source may have appeared, None where it gives none."""
    return span_or_none(issued_of(source))


def issued_of(source: Source) -> str:
    """Return the date of issue as EDTF, or an empty string; free tables may hold anything."""
    try:
        return edtf_of_issued(source.csl)
    except TypeError:
        return ""


def span_or_none(text: str) -> Span | None:
    """Return the span of a date, None where there is no date that can be read."""
    try:
        return span_of(text) if text else None
    except DateError:
        return None


def date_in_address(address: str) -> Span | None:
    """Return the day or the month that an address names, None where it names none."""
    bare = _CAPTURE.sub("", address).lower()
    found = (_span_from(match) for form in _ADDRESS_FORMS for match in form.finditer(bare))
    return next((span for span in found if span), None)


def _span_from(match: re.Match[str]) -> Span | None:
    parts = match.groupdict()
    month = parts["month"]
    number = MONTHS.index(month) + 1 if month in MONTHS else int(month) if month.isdecimal() else 0
    day = f"-{int(parts['day']):02}" if parts.get("day") else ""
    return span_or_none(f"{parts['year']}-{number:02}{day}")


def _against_address(source: Source, issued: Span) -> Iterator[Finding]:
    named = date_in_address(source.url)
    if named is None or _near(issued, named):
        return
    told, seen = issued_of(source), _in_words(named)
    message = f"the citation is dated {told}, and its address says {seen}."
    remedy = "Look at the document and correct the date, or accept the finding with a reason."
    yield Finding(source.id, ("csl", "issued"), message, remedy, "date-against-url")


def _in_words(span: Span) -> str:
    one_day = span.first == span.last
    return str(span.first) if one_day else f"{span.first:%Y-%m}"


def _near(issued: Span, named: Span) -> bool:
    return _not_much_after(issued.first, named.last) and _not_much_after(named.first, issued.last)


def _not_much_after(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first - ALLOWED <= last


def _claims_by_document(network: Network) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in network.claims:
        for source_id in dict.fromkeys(claim.source_ids):
            found[source_id].append(claim)
    return found


def _before_content(source: Source, issued: Span, claims: list[Claim]) -> Iterator[Finding]:
    """One finding a source, since a wrong date shows at every claim."""
    late = [claim for claim in claims if _later(issued, claim.when)]
    if late:
        others = f", and {len(late) - 1} more" if len(late) > 1 else ""
        told = f"{quoted(late[0].id)} (information of {late[0].when}){others}"
        message = f"the source is dated {issued_of(source)}, before what it tells of: {told}."
        remedy = "Check the date of the source, and the dates of these claims."
        yield Finding(source.id, ("csl", "issued"), message, remedy, "source-before-content")


def _later(issued: Span, when: str) -> bool:
    told = span_or_none(when)
    return bool(told and told.first and issued.last and told.first > issued.last)
