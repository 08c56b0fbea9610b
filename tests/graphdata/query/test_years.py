"""Years on offer: only those in which something of what is on show begins, ends, or is published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.attested import attested_by
from graphdata.dates import edtf_of_issued
from graphdata.filter import Filter
from graphdata.network import Network, Relation
from graphdata.query.keys import BY_WORD
from graphdata.query.years import years_of
from graphdata.questions.compared import compared
from graphdata.view import view_of

WORDS = ("since", "until", "as-of", "known-by")


def years(network: Network, word: str, wanted: Filter = Filter()) -> list[str]:  # noqa: B008 - frozen
    return [year for year, _ in years_of(BY_WORD[word], view_of(network, wanted))]


def _begins(relation: Relation) -> int:
    """Return the year in which a relation is first attested, 0 where it has no date."""
    first = attested_by(relation.claims).first
    return first.year if first else 0


def test_years_without_a_beginning_are_left_out_and_the_last_stands_first(little: Network) -> None:
    far_apart = tuple(each for each in little.relations if _begins(each) in (2021, 2025))
    assert years(replace(little, relations=far_apart), "since") == ["2025", "2021"]


def test_a_year_says_how_many_relations_begin_in_it(little: Network) -> None:
    year, note = years_of(BY_WORD["since"], view_of(little, Filter()))[0]
    number = sum(_begins(each) == int(year) for each in little.relations)
    assert note.startswith(f"{number} relation")
    assert note.endswith("first attested")


def test_publication_and_not_content_counts_for_what_was_known(little: Network) -> None:
    published = {edtf_of_issued(source.csl)[:4] for source in little.sources}
    assert set(years(little, "known-by")) <= published
    assert years(little, "known-by")


@pytest.mark.parametrize(("word", "wanted"), [("since", Filter(period=("2025", ""))), ("as-of", Filter(as_of="2021"))])
def test_the_date_in_force_can_be_replaced_by_any_other(little: Network, word: str, wanted: Filter) -> None:
    assert years(little, word, wanted) == years(little, word)


def test_what_other_chips_hide_offers_no_years(little: Network) -> None:
    assert set(years(little, "since", Filter(domains=frozenset({"money"})))) < set(years(little, "since"))


@given(word=st.sampled_from(WORDS), data=st.data())
def test_every_year_on_offer_can_be_asked_for_under_any_filter(
    little: Network, filters: st.SearchStrategy[Filter], word: str, data: st.DataObject
) -> None:
    found = years(little, word, data.draw(filters))
    assert found == sorted(set(found), reverse=True)
    assert all(len(year) == 4 for year in found)


def test_a_year_in_which_only_what_is_gone_begins_is_not_offered(little: Network) -> None:
    both, _, _ = compared(view_of(little, Filter()), view_of(little, Filter(domains=frozenset({"money"}))))
    assert years_of(BY_WORD["since"], both) == years_of(BY_WORD["since"], both.now)


def test_a_network_without_relations_offers_none(little: Network) -> None:
    assert not any(years(replace(little, relations=()), word) for word in WORDS)
