"""The timeline: what is counted in which month, and what in none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.dates import span_of
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.timeline import Timeline, month_end, timeline_of
from graphdata.view import view_of
from graphdata.vocabulary import DOMAINS

ARMS = DOMAINS.index("arms")


@pytest.fixture
def timeline(little: Network) -> Timeline:
    return timeline_of(view_of(little, Filter()))


def test_the_months_run_without_a_gap(timeline: Timeline) -> None:
    assert timeline.months[0] <= "2021-01"
    assert timeline.months[-1] >= "2026-03"
    assert list(timeline.months) == sorted(set(timeline.months))
    assert all(part.counts.shape == (4, len(timeline.months)) for part in timeline[1:])


def test_a_claim_counts_in_every_month_it_speaks_of(little: Network) -> None:
    found = timeline_of(view_of(little, Filter(domains=frozenset({"money"}), undated=False)))
    assert found.months[0] == "2022-09"
    money = found.claims.counts[DOMAINS.index("money")]
    assert money[: found.months.index("2023-02") + 1].tolist() == [1] * 6
    assert money[found.months.index("2023-03") :].sum() == 0


def test_what_goes_on_counts_up_to_the_networks_date(little: Network) -> None:
    found = timeline_of(view_of(little, Filter(text="Talks")))
    talks = found.relations.counts[DOMAINS.index("diplomacy")]
    assert found.months[-1] == "2026-03"
    assert talks[found.months.index("2025-06") :].tolist() == [1] * 10


def test_what_has_no_date_is_counted_apart(timeline: Timeline) -> None:
    assert timeline.relations.undated["money"] == 1
    assert timeline.relations.undated["tech"] == 1
    assert timeline.claims.undated["money"] == 1


def test_publication_is_the_other_axis(little: Network) -> None:
    found = timeline_of(view_of(little, Filter(domains=frozenset({"arms"}))))
    assert found.published.counts[ARMS][found.months.index("2023-03")] >= 3


def test_claims_that_the_view_does_not_count_are_not_in_it(little: Network) -> None:
    whole = timeline_of(view_of(little, Filter()))
    early = timeline_of(view_of(little, Filter(as_of="2023-12")))
    assert early.claims.counts.sum() < whole.claims.counts.sum()


def test_an_empty_view_has_no_months(little: Network) -> None:
    found = timeline_of(view_of(little, Filter(text="no such word")))
    assert found.months == ()
    assert found.relations.counts.shape == (4, 0)


@given(month=st.dates().map(lambda day: f"{day:%Y-%m}" if day.year > 999 else "2024-02"))
def test_a_month_ends_on_its_last_day(month: str) -> None:
    assert month_end(month) == str(span_of(month).last)


@given(domain=st.sampled_from(DOMAINS))
def test_every_relation_on_show_is_dated_or_counted_as_undated(little: Network, domain: str) -> None:
    view = view_of(little, Filter(domains=frozenset({domain})))  # type: ignore[arg-type]
    found = timeline_of(view).relations
    dated = [each for each in view.relations if not view.assessments[each.id].undated]
    assert found.undated[domain] == len(view.relations) - len(dated)
    assert int(np.max(found.counts, initial=0)) <= len(dated)
