"""Views: what a filter leaves, and why the rest is hidden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.confidence import RelationAssessment
from graphdata.filter import Filter, chips_of, without
from graphdata.network import Network, Relation, Via
from graphdata.questions.compared import compared
from graphdata.ruleset import Level, Override
from graphdata.view import (
    CUT_KEYS,
    View,
    empty_advice,
    status_line,
    view_of,
    why_hidden,
)

Filters = st.SearchStrategy[Filter]
Judge = Callable[[Filter, Network, Relation, RelationAssessment], bool]


def ids(view: View) -> set[str]:
    return {relation.id for relation in view.relations}


def actor_ids(view: View) -> set[str]:
    return {actor.id for actor in view.actors}


def keys(view: View, record_id: str) -> list[str]:
    return [chip.key for chip in why_hidden(view, record_id)]


def test_without_a_filter_everything_is_on_show(little: Network) -> None:
    view = view_of(little, Filter())
    assert view.relations == little.relations
    assert view.actors == little.actors
    assert view.reasons == {}


def test_actors_are_the_ends_of_the_relations_on_show(little: Network) -> None:
    assert actor_ids(view_of(little, Filter(domains=frozenset({"money"})))) == {"actor:ru", "actor:ir"}


@pytest.mark.parametrize(
    ("wanted", "stays"),
    [
        (Filter(), True),
        (Filter(as_of="2024"), True),
        (Filter(hidden_relations=frozenset({"rel:shahed"})), True),
        (Filter(actor_kinds=frozenset({"media", "state"})), True),
        (Filter(actor_kinds=frozenset({"state"})), False),
        (Filter(hidden_actors=frozenset({"actor:press-tv"})), False),
        (Filter(domains=frozenset({"arms"})), False),
        (Filter(text="press"), False),
    ],
)
def test_an_actor_without_relations_stays_while_nothing_narrows_the_relations(
    little: Network, wanted: Filter, stays: bool
) -> None:
    view = view_of(little, wanted)
    assert ("actor:press-tv" in actor_ids(view)) == stays == (not why_hidden(view, "actor:press-tv"))


def test_a_hollow_line_is_on_show_until_the_analyst_raises_the_bar(little: Network) -> None:
    assert "rel:plant" in ids(view_of(little, Filter()))
    assert "rel:plant" not in ids(view_of(little, Filter(min_confidence=Level.LOW)))


def test_the_mark_of_dispute_finds_what_a_primary_item_contradicts(little: Network) -> None:
    assert ids(view_of(little, Filter(flags=frozenset({"CONTESTED"})))) == {"rel:missiles"}


def test_a_source_that_only_carried_a_claim_counts_as_well(little: Network) -> None:
    assert ids(view_of(little, Filter(sources=frozenset({"src:up-2023"})))) == {"rel:attack", "rel:loan", "rel:cyber"}


def test_undated_relations_stay_in_a_period_unless_they_are_left_out(little: Network) -> None:
    undated = {"rel:gold", "rel:plant"}
    inside = {"rel:training"}
    assert ids(view_of(little, Filter(period=("", "2021")))) == undated | inside
    assert ids(view_of(little, Filter(period=("", "2021"), undated=False))) == inside
    assert view_of(little, Filter()).undated == undated


def test_what_is_said_to_go_on_reaches_into_every_later_period(little: Network) -> None:
    assert ids(view_of(little, Filter(period=("2031", "2032"), undated=False))) == {"rel:talks"}


def test_a_word_in_another_script_finds_the_relations_of_an_actor(little: Network) -> None:
    assert ids(view_of(little, Filter(text="niiip"))) == ids(view_of(little, Filter(text="НИИИП"))) == {"rel:plant"}


def test_steps_are_counted_over_relations_that_other_chips_hide(little: Network) -> None:
    wanted = Filter(ego="actor:niiip", steps=2, domains=frozenset({"money"}))
    assert ids(view_of(little, wanted)) == {"rel:loan", "rel:gold"}


def test_a_relation_goes_when_no_claim_is_left_of_it(little: Network) -> None:
    view = view_of(little, Filter(as_of="2022"))
    assert ids(view) == {"rel:shahed", "rel:training", "rel:loan", "rel:gold", "rel:cyber", "rel:plant"}
    assert keys(view, "rel:treaty") == ["as_of"]


def test_a_relation_that_never_had_claims_outlives_every_cut(little: Network) -> None:
    assert "rel:plant" in ids(view_of(little, Filter(as_of="2001", known_by="2001", ceiling="TLP:CLEAR")))


def test_nothing_marked_above_the_ceiling_is_on_show(little: Network) -> None:
    view = view_of(little, Filter(ceiling="TLP:CLEAR"))
    assert "actor:houthis" not in actor_ids(view)
    assert {"rel:houthi-arms", "rel:backing"}.isdisjoint(ids(view))
    assert keys(view, "actor:houthis") == ["ceiling"]


def test_a_relation_that_passes_through_a_higher_marked_actor_is_not_on_show(little: Network) -> None:
    loan = replace(little.relation["rel:loan"], via=(Via(actor="actor:houthis", role="carrier"),))
    network = replace(little, relations=(loan,))
    assert ids(view_of(network, Filter(ceiling="TLP:GREEN"))) == set()
    assert ids(view_of(network, Filter(ceiling="TLP:AMBER"))) == {"rel:loan"}


def test_striking_a_source_out_takes_what_rests_on_it_alone(little: Network) -> None:
    view = view_of(little, Filter(struck=frozenset({"src:wsj-2023"})))
    assert "rel:talks" not in ids(view)
    assert "rel:cyber" in ids(view)


def test_the_analysts_own_level_decides_what_is_on_show(little: Network) -> None:
    own = {"rel:plant": Override(Level.HIGH, "Seen on site."), "rel:gone": Override(Level.LOW, "")}
    view = view_of(little, Filter(min_confidence=Level.HIGH), own)
    assert ids(view) == {"rel:treaty", "rel:plant"}
    assert view.assessments["rel:plant"].headline.level is Level.NONE


@given(st.data())
def test_another_criterion_never_shows_more(little: Network, filters: Filters, data: st.DataObject) -> None:
    wanted = data.draw(filters)
    plain = [chip.key for chip in chips_of(wanted, little) if chip.key not in CUT_KEYS]
    for key in plain:
        assert ids(view_of(little, wanted)) <= ids(view_of(little, without(wanted, key)))


@given(st.data())
def test_every_hidden_relation_has_a_chip_to_blame_and_comes_back_without_its_chips(
    little: Network, filters: Filters, data: st.DataObject
) -> None:
    view = view_of(little, data.draw(filters))
    for relation in little.relations:
        blamed = keys(view, relation.id)
        assert bool(blamed) == (relation.id not in ids(view))
        if set(blamed).isdisjoint(CUT_KEYS):
            assert relation.id in ids(view_of(little, reduce(without, blamed, view.filter)))


@given(st.data())
def test_an_actor_on_show_has_no_chip_to_blame_and_a_hidden_one_has(
    little: Network, filters: Filters, data: st.DataObject
) -> None:
    view = view_of(little, data.draw(filters))
    for actor in little.actors:
        assert bool(keys(view, actor.id)) == (actor.id not in actor_ids(view))


def test_the_chip_that_hides_most_of_an_actors_relations_is_named_first(little: Network) -> None:
    wanted = Filter(domains=frozenset({"diplomacy"}), hidden_actors=frozenset({"actor:hezbollah"}))
    view = view_of(little, wanted)
    assert keys(view, "actor:hezbollah") == ["hidden_actors", "domains"]


def test_of_two_cuts_the_one_that_alone_leaves_nothing_is_blamed(little: Network) -> None:
    view = view_of(little, Filter(as_of="2024-06", struck=frozenset({"src:essay"})))
    assert keys(view, "rel:talks") == ["as_of"]
    assert keys(view, "rel:gold") == ["struck"]


def test_two_cuts_that_only_together_leave_nothing_are_both_blamed(little: Network) -> None:
    view = view_of(little, Filter(as_of="2024-06", struck=frozenset({"src:up-2023"})))
    assert keys(view, "rel:cyber") == ["as_of", "struck"]


def test_nobody_is_blamed_for_what_the_network_does_not_have(little: Network) -> None:
    assert why_hidden(view_of(little, Filter(text="drones")), "rel:unknown") == ()


def test_an_empty_view_says_which_chip_to_drop(little: Network) -> None:
    wanted = Filter(text="drones", domains=frozenset({"diplomacy"}))
    advice = empty_advice(view_of(little, wanted))
    assert ([chip.key for chip in advice.chips], advice.relations) == (["text"], 3)


def test_several_chips_are_named_where_no_single_one_brings_anything_back(little: Network) -> None:
    wanted = Filter(text="no such word", ego="actor:nobody", undated=False)
    advice = empty_advice(view_of(little, wanted))
    assert ([chip.key for chip in advice.chips], advice.relations) == (["text", "ego"], 10)


def test_a_cut_to_drop_is_named_together_with_what_judges_the_claims_it_brings(little: Network) -> None:
    network = replace(little, relations=(little.relation["rel:talks"],))
    advice = empty_advice(view_of(network, Filter(as_of="2021", min_confidence=Level.HIGH)))
    assert ([chip.key for chip in advice.chips], advice.relations) == (["min_confidence", "as_of"], 1)


@given(st.data())
def test_dropping_what_is_advised_brings_back_as_many_as_it_says(
    little: Network, filters: Filters, data: st.DataObject
) -> None:
    view = view_of(little, data.draw(filters))
    advice = empty_advice(view)
    fewer = reduce(without, (chip.key for chip in advice.chips), view.filter)
    assert len(view_of(little, fewer).relations) - len(view.relations) == advice.relations
    assert view.relations or advice.relations > 0


def test_an_empty_network_has_no_chip_to_drop() -> None:
    network = Network(id="none", title="None", version="1", as_of="2026")
    view = view_of(network, Filter(text="drones", domains=frozenset({"arms"}), sources=frozenset({"src:a"})))
    assert empty_advice(view).relations == 0
    assert status_line(view) == "0 of 0 actors · 0 of 0 relations · 0 sources · as of 2026 · dataset 1"


def test_the_status_line_says_how_much_is_on_show_and_of_what(little: Network) -> None:
    view = view_of(little, Filter(kinds=frozenset({"loan"}), as_of="2024-06"))
    assert status_line(view) == (
        "2 of 8 actors · 1 of 12 relations · 2 sources · as of 2024-06 · dataset 1.0 (a1b2c3d4)"
    )
    assert view.sources == ("src:up-2023", "src:wsj-2023")


def test_the_status_line_counts_what_is_gone_apart(little: Network) -> None:
    after = view_of(little, Filter(kinds=frozenset({"loan"})))
    both = compared(view_of(little, Filter()), after)[0]
    assert "1 of 12 relations and 11 gone" in status_line(both)


@pytest.mark.parametrize("wanted", [Filter(), Filter(domains=frozenset(("arms",)))])
def test_what_rests_on_a_source_is_what_names_it(little: Network, wanted: Filter) -> None:
    view = view_of(little, wanted)
    for source in (*(each.id for each in little.sources), "src:none"):
        named = {each.id for each in view.relations if source in view.assessments[each.id].sources}
        assert set(view.resting_on(source)) == named


@given(data=st.data())
def test_levels_and_sources_off_the_facts_are_those_of_the_assessments(
    little: Network, filters: st.SearchStrategy[Filter], data: st.DataObject
) -> None:
    view = view_of(little, data.draw(filters))
    assert view.levels == {key: found.level for key, found in view.assessments.items()}
    assert view.resting == {each.id: view.assessments[each.id].sources for each in view.relations}
    assert view.undated == {each.id for each in view.relations if view.assessments[each.id].undated}


def test_a_view_looks_from_the_date_of_its_filter_or_else_of_its_network(little: Network) -> None:
    assert view_of(little, Filter(as_of="2023")).today == date(2023, 12, 31)
    assert view_of(little, Filter()).as_of == little.as_of == "2026-03-08"
    assert view_of(replace(little, as_of=""), Filter()).today is None
