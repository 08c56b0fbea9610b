"""Dates: what each form means, how it reads, and what is said about those that mean nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies

from graphdata.dates import (
    DateError,
    Span,
    covers,
    edtf_of_issued,
    in_words,
    months_before,
    months_between,
    newest,
    overlap,
    span_of,
)
from graphdata.problems import EntenteError

days = strategies.dates()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-03-27", "2023-03-27", "2023-03-27"),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-22", "2023-06-01", "2023-08-31"),
        ("2023-23", "2023-09-01", "2023-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("2024-06-XX", "2024-06-01", "2024-06-30"),
        ("2022/2024", "2022-01-01", "2024-12-31"),
        ("2023-03/2023-12", "2023-03-01", "2023-12-31"),
        ("2023-05/2023", "2023-05-01", "2023-12-31"),
        ("2023-03-27/2023-03-27", "2023-03-27", "2023-03-27"),
    ],
)
def test_a_date_spans_its_first_to_its_last_day(text: str, first: str, last: str) -> None:
    span = span_of(text)
    assert (span.first, span.last) == (date.fromisoformat(first), date.fromisoformat(last))


def test_open_and_unknown_ends_are_told_apart() -> None:
    assert span_of("2022/..") == Span(date(2022, 1, 1), None, open_end=True)
    assert span_of("2022/") == Span(date(2022, 1, 1), None)
    assert span_of("../2022") == Span(None, date(2022, 12, 31), open_start=True)
    assert span_of("/2022") == Span(None, date(2022, 12, 31))


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("2023", False, False), ("2023~", True, False), ("2023-03?", False, True), ("2023/2024%", True, True)],
)
def test_qualifiers_say_approximate_and_uncertain(text: str, approximate: bool, uncertain: bool) -> None:
    span = span_of(text)
    assert (span.approximate, span.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("2023-02-30", "Feb 2023 has 28 days"),
        ("2024-03-00", "Mar 2024 has 31 days"),
        ("2023-13", "there is no month 13"),
        ("2023-00", "there is no month 00"),
        ("2023-21-04", "a season has no days"),
        ("0000", "there is no year 0"),
        ("2024/2023", "ends before it begins"),
        ("2023-05-02/2023-05-01", "Write the earlier date first: 2023-05-01/2023-05-02"),
        ("/", "at least one date"),
        ("../..", "at least one date"),
        ("199X-03", "a decade or a century has no months"),
        ("2024-XX-05", "a day needs its month"),
        ("", "No date given"),
        ("March 2023", "not a date that can be read"),
        ("31.12.2024", "The year stands first"),
        ("2024-1", "not a date that can be read"),
        ("2024 ", "not a date that can be read"),
        ("2024\n", "not a date that can be read"),
        ("٢٠٢٤", "not a date that can be read"),
        ("2022/2023/2024", "not a date that can be read"),
        ("2023~~", "not a date that can be read"),
    ],
)
def test_a_wrong_date_is_named_with_its_fault(text: str, finding: str) -> None:
    with pytest.raises(DateError, match=finding):
        span_of(text)


def test_a_wrong_date_shows_how_to_write_one() -> None:
    with pytest.raises(EntenteError, match="Write it like 2023-03-27"):
        span_of("27.3.2023")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "undated"),
        ("2023", "2023"),
        ("2023-03", "Mar 2023"),
        ("2023-03-07", "7 Mar 2023"),
        ("2023-21", "spring 2023"),
        ("2023-24", "winter 2023/24"),
        ("1999-24", "winter 1999/00"),
        ("199X", "1990s"),
        ("19XX", "20th century"),
        ("17XX/18XX", "18th to 19th century"),
        ("20XX", "21st century"),
        ("10XX?", "11th century (uncertain)"),
        ("17XX/1812", "18th century to 1812"),
        ("2024-XX", "2024, month unknown"),
        ("2024-03-XX", "Mar 2024, day unknown"),
        ("2023~", "about 2023"),
        ("2023-03?", "Mar 2023 (uncertain)"),
        ("2023%", "about 2023 (uncertain)"),
        ("2022/2024", "2022 to 2024"),
        ("2022/2022", "2022"),
        ("2022-02/..", "since Feb 2022"),
        ("../2022", "until 2022"),
        ("2022/", "from 2022, late date unknown"),
        ("/2022", "to 2022, early date unknown"),
    ],
)
def test_dates_read_as_words(text: str, words: str) -> None:
    assert in_words(text) == words


def test_words_are_not_made_of_a_wrong_date() -> None:
    with pytest.raises(DateError):
        in_words("2024/2023")


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2023", "2023-06", True),
        ("2025-12/2026-01", "2026-02/2026-03", False),
        ("2025-12/2026-02", "2026-02/2026-03", True),
        ("2022/..", "2030", True),
        ("2022/", "2030", True),
        ("../2022", "2023", False),
        ("/2022", "2021", True),
    ],
)
def test_overlap_is_excluded_only_by_known_days(one: str, other: str, together: bool) -> None:
    assert overlap(span_of(one), span_of(other)) is together
    assert overlap(span_of(other), span_of(one)) is together


@pytest.mark.parametrize(
    ("text", "day", "held"),
    [
        ("2023", date(2023, 6, 1), True),
        ("2023", date(2024, 1, 1), False),
        ("2022/..", date(2030, 1, 1), True),
        ("2022/", date(2030, 1, 1), False),
        ("2022/", date(2022, 1, 1), True),
        ("../2022", date(1990, 1, 1), True),
        ("/2022", date(1990, 1, 1), False),
    ],
)
def test_an_unknown_end_covers_no_day_beyond(text: str, day: date, held: bool) -> None:
    assert covers(span_of(text), day) is held


def test_newest_takes_the_latest_day_that_is_named() -> None:
    assert newest(map(span_of, ["2023", "2024-02", "2022/.."])) == date(2024, 2, 29)
    assert newest([span_of("2025/..")]) == date(2025, 1, 1)
    assert newest([]) is None


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2024, 3, 8), date(2026, 3, 8), 24),
        (date(2024, 3, 9), date(2026, 3, 8), 23),
        (date(2024, 1, 31), date(2024, 2, 29), 1),
        (date(2026, 3, 8), date(2024, 3, 8), -24),
    ],
)
def test_whole_months_are_counted(earlier: date, later: date, months: int) -> None:
    assert months_between(earlier, later) == months


@given(days, strategies.integers(0, 600))
def test_some_months_before_lie_that_many_months_back(day: date, months: int) -> None:
    before = months_before(day, months)
    assert before == date.min or months_between(before, day) == months


def test_months_before_the_calendar_stop_at_its_first_day() -> None:
    assert months_before(date(1, 5, 1), 24) == date.min


@given(days)
def test_each_day_spans_itself_and_its_month_holds_it(day: date) -> None:
    assert span_of(day.isoformat()) == Span(day, day)
    assert covers(span_of(day.isoformat()[:7]), day)


@given(days, strategies.integers(0, 4000))
def test_an_interval_reads_one_way_round(day: date, length: int) -> None:
    later = date.fromordinal(min(day.toordinal() + length + 1, date.max.toordinal()))
    if later == day:
        return
    assert span_of(f"{day}/{later}") == Span(day, later)
    with pytest.raises(DateError):
        span_of(f"{later}/{day}")


@given(strategies.text("0123456789X-/.?~% ", max_size=14))
def test_any_text_is_a_span_or_a_date_error(text: str) -> None:
    try:
        span = span_of(text)
    except DateError:
        return
    assert span.first or span.last
    assert in_words(text)
    assert not (span.first and span.last) or span.first <= span.last + timedelta(0)


@pytest.mark.parametrize(
    ("issued", "edtf"),
    [
        ("2023-03-27", "2023-03-27"),
        ({"date-parts": [[2023, 3, 7]]}, "2023-03-07"),
        ({"date-parts": [["2023", "3"]]}, "2023-03"),
        ({"date-parts": [[2022], [2024]]}, "2022/2024"),
        ({"date-parts": [[]]}, ""),
        ({"date-parts": 7}, ""),
        ({"literal": "spring"}, ""),
        (date(2023, 3, 27), "2023-03-27"),
        ("undated", ""),
        (None, ""),
        (2023, ""),
    ],
)
def test_the_date_of_issue_is_read_from_either_csl_form(issued: object, edtf: str) -> None:
    assert edtf_of_issued({"issued": issued}) == edtf
