"""What supporting claims attest: the span of a relation and its magnitudes in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graphdata.attested import (
    Attested,
    attested_by,
    attested_in_words,
    ends_as_known,
    magnitude_in_words,
    magnitudes_in_words,
    years_in_words,
)
from graphdata.sourcing import Asserts, Claim, Link, Locator


def claim(**more: Any) -> Claim:
    """Return a claim that says no more than it is given."""
    given = {
        "id": "clm:one",
        "relation": "rel:ru-ir",
        "aspect": "exists",
        "stance": "supports",
        "basis": "reported",
        "summary": "What it says.",
        "locator": Locator(label="paragraph", value="1"),
        "chain": (Link(node="src:001", role="origin"),),
    }
    return Claim(**(given | more))


def test_nothing_attests_nothing() -> None:
    assert attested_by([]) == attested_by([claim()]) == Attested()


def test_the_span_runs_from_the_first_to_the_last_day_spoken_of() -> None:
    found = attested_by([claim(when="2023-03"), claim(when="2022/2022-06")])
    assert found == Attested(date(2022, 1, 1), date(2023, 3, 31))


def test_ends_are_known_only_where_a_claim_gives_them() -> None:
    found = attested_by([claim(when="2023", begins="2022-07", ends="2024-05-02")])
    assert found == Attested(date(2022, 7, 1), date(2024, 5, 2), start_known=True, end_known=True)


def test_an_open_end_goes_on_beyond_the_last_day_named() -> None:
    found = attested_by([claim(when="2022-07-01/.."), claim(when="2023-02-03")])
    assert found == Attested(date(2022, 7, 1), date(2023, 2, 3), ongoing=True)


def test_an_asserted_interval_counts() -> None:
    found = attested_by([claim(aspect="period", asserts=Asserts(interval="2021-05/2021-06"))])
    assert (found.first, found.last) == (date(2021, 5, 1), date(2021, 6, 30))


@pytest.mark.parametrize(
    ("asserts", "words"),
    [
        (Asserts(value=6000, unit="drones", basis="ordered"), "6,000 drones (ordered)"),
        (Asserts(value=6000, unit="drones", per="year", basis="rate"), "6,000 drones per year (rate)"),
        (Asserts(value=6000, unit="drones", per="per year"), "6,000 drones per year"),
        (Asserts(value=1.75e9, unit="USD", basis="contract", scope="drones"), "1.75 billion USD (contract, drones)"),
        (Asserts(value=2e6, unit="rounds"), "2 million rounds"),
        (Asserts(value=1234567, unit="rounds"), "1,234,567 rounds"),
        (Asserts(low=60, high=70, unit="%"), "60 to 70 %"),
        (Asserts(low=300), "at least 300"),
        (Asserts(high=2.5, unit="bn"), "at most 2.5 bn"),
        (Asserts(text="several hundred"), "several hundred"),
        (Asserts(), ""),
    ],
)
def test_magnitudes_read_as_words(asserts: Asserts, words: str) -> None:
    assert magnitude_in_words(asserts) == words


def test_equal_magnitudes_are_said_once_and_other_aspects_not_at_all() -> None:
    amount = Asserts(value=5, unit="ships")
    claims = [claim(aspect="magnitude", asserts=amount), claim(aspect="magnitude:ships", asserts=amount)]
    assert magnitudes_in_words([*claims, claim(asserts=Asserts(value=7)), claim()]) == ("5 ships",)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2022, 1, 1), date(2024, 12, 31), "2022 to 2024"),
        (date(2023, 2, 1), date(2023, 2, 28), "Feb 2023"),
        (date(2026, 1, 1), date(2026, 1, 31), "Jan 2026"),
        (date(2025, 12, 1), date(2025, 12, 31), "Dec 2025"),
        (date(2023, 2, 1), date(2023, 2, 27), "1 Feb 2023 to 27 Feb 2023"),
        (date(2023, 2, 2), date(2023, 2, 28), "2 Feb 2023 to 28 Feb 2023"),
        (date(2022, 1, 1), date(2026, 1, 31), "2022 to Jan 2026"),
        (date(2025, 1, 1), date(2025, 1, 1), "1 Jan 2025"),
        (date(2025, 1, 17), date(2026, 12, 31), "17 Jan 2025 to 2026"),
        (date(2025, 1, 17), None, "17 Jan 2025"),
        (None, None, ""),
    ],
)
def test_a_span_is_as_exact_as_its_ends(first: date | None, last: date | None, words: str) -> None:
    assert attested_in_words(Attested(first, last)) == words


def test_what_is_known_to_have_begun_alone_is_said_to_go_on() -> None:
    assert attested_in_words(Attested(date(2022, 1, 1), date(2022, 1, 1)), ongoing=True) == "since 2022"
    assert attested_in_words(Attested(date(2022, 1, 1), date(2026, 1, 31)), ongoing=True) == "2022 to Jan 2026"


@pytest.mark.parametrize(
    ("dates", "words", "years"),
    [
        (["17XX/18XX"], "18th to 19th century", "18th to 19th century"),
        (["17XX/18XX", "190X/192X"], "18th century to 1920s", "18th century to 1920s"),
        (["17XX", "2022-03-04"], "18th century to 4 Mar 2022", "18th century to 2022"),
        (["17XX", "1700"], "1700 to 18th century", "1700 to 18th century"),
        (["199X"], "1990s", "1990s"),
        (["2024-12~/2025-01~"], "about Dec 2024 to about Jan 2025", "about 2024 to about 2025"),
        (["2026-01?"], "Jan 2026 (uncertain)", "2026 (uncertain)"),
        (["2026-01?", "2026-01"], "Jan 2026", "2026"),
        (["2019", "2022-05-01"], "2019 to 1 May 2022", "2019–2022"),
        ([], "", ""),
    ],
)
def test_a_span_is_as_exact_as_it_was_written(dates: list[str], words: str, years: str) -> None:
    found = attested_by(claim(when=when) for when in dates)
    assert attested_in_words(found) == words
    assert years_in_words([found]) == years


def test_the_years_of_several_spans_reach_from_the_first_to_the_last() -> None:
    spans = [attested_by([claim(when=when)]) for when in ("17XX", "2019/2022", "2020?", "")]
    assert years_in_words(spans) == "18th century to 2022"
    assert years_in_words(spans[1:]) == "2019–2022"


@pytest.mark.parametrize(
    ("dates", "ends"),
    [
        ((), ("", "")),
        (("2024",), ("2024", "2024")),
        (("2024", "2025-01~"), ("2024", "2025-01~")),
        (("2023-10/2023-11",), ("2023-10", "2023-11")),
        (("2024-02-12",), ("2024-02-12", "2024-02-12")),
        (("2022/..",), ("2022", "..")),
    ],
)
def test_no_end_of_a_span_is_more_exact_than_it_is_known(dates: tuple[str, ...], ends: tuple[str, str]) -> None:
    found = attested_by(claim(when=when) for when in dates)
    assert ends_as_known(found, found.ongoing) == ends
