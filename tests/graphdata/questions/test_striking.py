"""Striking out: by hand on the little and on the shipped network, and against brute force on random ones."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions import striking
from graphdata.questions.striking import (
    consequences_of,
    ground_of,
    leanings_of_origins,
    leanings_of_sources,
    touching,
)
from graphdata.source_profile import remaining_without
from graphdata.view import View, view_of

NetworkOf = Callable[[list[tuple[int, int]]], Network]
ENDS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=16)
SOURCES = ("src:wsj-2023", "src:up-2023", "src:essay", "src:kremlin-2025")


@pytest.fixture
def view(little: Network) -> View:
    return view_of(little, Filter())


@pytest.mark.parametrize("source", SOURCES)
def test_a_struck_source_does_what_its_page_says(view: View, source: str) -> None:
    said = remaining_without(view, source)
    found = consequences_of(view, {source})
    assert set(found.of("lost")) == set(said.lost)
    assert set(found.of("lower")) == set(said.lower)


@given(struck=st.frozensets(st.sampled_from(SOURCES)))
def test_consequences_are_those_of_the_filter_that_strikes_out(little: Network, struck: frozenset[str]) -> None:
    before, after = view_of(little, Filter()), view_of(little, Filter(struck=struck))
    changed = {
        each.id
        for each in little.relations
        if before.assessments[each.id].headline.level != after.assessments[each.id].headline.level
        or before.assessments[each.id].status != after.assessments[each.id].status
    }
    assert {fall.relation for fall in consequences_of(before, struck).falls} <= changed
    lost = {each for each in changed if not after.assessments[each].headline.level}
    lost &= {each for each in changed if before.assessments[each].headline.level}
    assert set(consequences_of(before, struck).of("lost")) == lost


@given(struck=st.frozensets(st.sampled_from(SOURCES)))
def test_putting_it_back_gives_the_same_network(little: Network, struck: frozenset[str]) -> None:
    before = view_of(little, Filter())
    view_of(little, Filter(struck=struck))
    again = view_of(little, Filter(struck=frozenset()))
    assert again.assessments == before.assessments
    assert again.relations == before.relations


def test_a_claim_and_an_origin_can_be_struck_out_too(view: View) -> None:
    by_claim = consequences_of(view, {"clm:houthi-arms-1"})
    assert by_claim.of("lost") == ("rel:houthi-arms",)
    assert by_claim.dropped == ("actor:houthis",)
    origin = view.assessments["rel:houthi-arms"].headline.classes[0].key
    assert "rel:houthi-arms" in touching(view)[origin]
    assert "rel:houthi-arms" in consequences_of(view, {origin}).of("lost")


def test_nothing_struck_out_changes_nothing(view: View) -> None:
    assert consequences_of(view, ()) == ((), ())


def test_the_heaviest_loss_comes_first(view: View) -> None:
    ranked = leanings_of_sources(view)
    assert {each.id for each in ranked} == set(view.sources)
    lost = [len(each.consequences.of("lost")) for each in ranked]
    assert lost == sorted(lost, reverse=True)
    assert all(each.consequences == consequences_of(view, {each.id}) for each in ranked)


def test_origins_are_ranked_by_their_key(view: View) -> None:
    ranked = leanings_of_origins(view)
    assert ranked
    assert all(each.consequences == consequences_of(view, {each.id}) for each in ranked)
    assert not {each.id for each in ranked} & striking.NOT_ONE


def test_ranking_stops_when_it_is_cancelled(view: View) -> None:
    assert leanings_of_sources(view, cancelled=lambda: True) == ()


def test_the_ground_of_a_relation_is_the_fewest_sources(view: View) -> None:
    assert ground_of(view, "rel:houthi-arms").sources == (("src:wsj-2023",),)
    assert ground_of(view, "rel:plant") == ("rel:plant", (), True)


@given(ENDS)
def test_no_smaller_set_of_sources_ungrounds_a_relation(network_of: NetworkOf, ends: list[tuple[int, int]]) -> None:
    view = view_of(network_of(ends), Filter())
    for relation in view.relations:
        ground = ground_of(view, relation.id)
        for few in ground.sources:
            assert relation.id in consequences_of(view, few).of("lost")
        smaller = combinations(sorted(view.assessments[relation.id].sources), max(0, ground.size - 1))
        assert not any(relation.id in consequences_of(view, few).of("lost") for few in smaller)


def test_with_many_sources_a_cover_is_given_and_said_not_to_be_exact(
    view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(striking, "EXACT", 0)
    ground = ground_of(view, "rel:shahed")
    assert not ground.exact
    assert "rel:shahed" in consequences_of(view, ground.sources[0]).of("lost")


@given(data=st.data(), struck=st.frozensets(st.sampled_from(SOURCES), min_size=1))
def test_many_relations_judged_at_once_come_out_as_one_by_one(
    little: Network, filters: st.SearchStrategy[Filter], data: st.DataObject, struck: frozenset[str]
) -> None:
    view = view_of(little, data.draw(filters))
    with pytest.MonkeyPatch.context() as patch:
        singly = consequences_of(view, struck)
        patch.setattr(striking, "ONE_BY_ONE", -1)
        assert consequences_of(view, struck) == singly
