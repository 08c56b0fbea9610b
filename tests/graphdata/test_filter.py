"""Filters: chips in words, removed in any order, written out and read again."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.chains import publisher_of
from graphdata.filter import CRITERIA, Filter, FilterError, chips_of, from_json, in_words, struck_name, to_json, without
from graphdata.network import Network
from graphdata.problems import EntenteError
from graphdata.ruleset import CONTESTED, CONTRADICTED_BY_PRIMARY, Cut, Level
from graphdata.vocabulary import ACTOR_KINDS

Filters = st.SearchStrategy[Filter]


def labels(wanted: Filter, network: Network) -> list[str]:
    return [chip.label for chip in chips_of(wanted, network)]


def test_a_filter_that_asks_for_nothing_has_no_chips(little: Network) -> None:
    assert chips_of(Filter(), little) == ()
    assert in_words(Filter(), little) == "All relations."


@pytest.mark.parametrize(
    ("wanted", "label"),
    [
        (Filter(domains=frozenset({"tech", "arms"})), "arms, tech"),
        (Filter(kinds=frozenset({"transfer", "barter"})), "arms transfer, barter"),
        (Filter(hostile="only"), "hostile acts only"),
        (Filter(hostile="none"), "no hostile acts"),
        (Filter(actor_kinds=frozenset({"firm", "state"})), "both ends: state, firm or plant"),
        (Filter(actor_kinds=frozenset({"firm", "state"}), actor_ends="either"), "state, firm or plant"),
        (Filter(statuses=frozenset({"delivered", ""})), "delivered, no status"),
        (Filter(min_confidence=Level.MODERATE), "Moderate or higher"),
        (Filter(min_confidence=Level.HIGH), "High"),
        (Filter(min_origins=1), "1 origin or more"),
        (Filter(min_origins=2), "2 origins or more"),
        (Filter(flags=frozenset({CONTESTED})), "contested"),
        (Filter(sources=frozenset({"src:wsj-2023", "src:essay"})), "The axis, WSJ"),
        (Filter(period=("2022", "2024")), "2022 to 2024"),
        (Filter(period=("2022-02", "")), "since Feb 2022"),
        (Filter(period=("", "2024")), "until 2024"),
        (Filter(undated=False), "dated only"),
        (Filter(text="Alabuga"), "“Alabuga”"),
        (Filter(ego="actor:ru", steps=2), "within 2 steps of Russia"),
        (Filter(ego="actor:gone"), "within 1 step of actor:gone"),
        (Filter(as_of="2024-06-01"), "as of 1 Jun 2024"),
        (Filter(known_by="2025"), "known by 2025"),
        (Filter(ceiling="TLP:GREEN"), "TLP:GREEN at most"),
        (Filter(struck=frozenset({"src:up-2023"})), "without UP"),
        (Filter(hidden_actors=frozenset({"actor:ru"})), "Russia hidden"),
        (Filter(givers=frozenset({"actor:ru", "actor:ir"})), "from Iran, from Russia"),
        (Filter(receivers=frozenset({"actor:ir"})), "to Iran"),
        (Filter(parties=frozenset({"actor:gone"})), "with actor:gone"),
        (Filter(hidden_relations=frozenset({"rel:a", "rel:b"})), "2 relations hidden"),
    ],
)
def test_a_chip_says_its_criterion_in_words(little: Network, wanted: Filter, label: str) -> None:
    assert labels(wanted, little) == [label]


def test_a_long_list_is_counted_not_spelt_out(little: Network) -> None:
    kinds = frozenset({"loan", "aid", "trade", "sanctions", "smuggling"})
    assert labels(Filter(kinds=kinds), little) == ["loan, financial aid, trade, 2 more"]


def test_of_nearly_all_those_left_out_are_told(little: Network) -> None:
    """Who takes one kind away from nine reads which, on the chip and under an exported picture."""
    wanted = Filter(actor_kinds=frozenset(ACTOR_KINDS) - {"firm", "person"})
    assert labels(wanted, little) == ["both ends: all but firm or plant and person"]
    assert in_words(wanted, little) == "Relations between actors of all kinds but firm or plant and person."
    either = replace(wanted, actor_ends="either")
    assert in_words(either, little) == "Relations with an actor of any kind but firm or plant and person."


def test_the_ends_go_with_the_kinds_that_they_have_to_be_of(little: Network) -> None:
    wanted = Filter(actor_kinds=frozenset({"armed_group"}), actor_ends="either")
    assert in_words(wanted, little) == "Relations with an actor of the kind armed group."
    assert without(wanted, "actor_kinds") == Filter()


def test_a_filter_kept_before_ends_could_be_chosen_means_both() -> None:
    assert from_json('{"actor_kinds":["state"]}').actor_ends == "both"
    assert to_json(Filter(actor_kinds=frozenset({"state"}))) == '{"actor_kinds":["state"]}'


def test_of_nearly_all_sources_those_left_out_are_told(little: Network) -> None:
    """A source is unticked, not thirty ticked."""
    more = tuple(replace(little.sources[0], id=f"src:more-{at}") for at in range(5))
    wanted = Filter(sources=frozenset(each.id for each in more))
    network = replace(little, sources=(little.sources[0], *more))
    name = publisher_of(network, little.sources[0])
    assert labels(wanted, network) == [f"all but {name}"]
    assert in_words(wanted, network) == f"Relations that rest on any source but {name}."


def test_four_names_are_spelt_out(little: Network) -> None:
    assert labels(Filter(domains=frozenset({"arms", "money", "tech", "diplomacy"})), little) == [
        "arms, money, tech, diplomacy"
    ]


def test_the_sentence_says_every_criterion(little: Network) -> None:
    wanted = Filter(
        domains=frozenset({"arms", "tech"}), min_confidence=Level.MODERATE, ego="actor:ru", steps=2, as_of="2024"
    )
    assert in_words(wanted, little) == (
        "Relations in arms or tech, of confidence Moderate or higher, within 2 steps of Russia, as of 2024."
    )


def test_every_field_belongs_to_one_chip() -> None:
    covered = [name for each in CRITERIA for name in (each.key, *each.also)]
    assert sorted(covered) == sorted(Filter.__struct_fields__)


def test_steps_go_with_the_actor_they_are_counted_from() -> None:
    assert without(Filter(ego="actor:ru", steps=3), "ego") == Filter()


@given(st.data())
def test_chips_can_be_removed_in_any_order(little: Network, filters: Filters, data: st.DataObject) -> None:
    wanted = data.draw(filters)
    keys = [chip.key for chip in chips_of(wanted, little)]
    gone = data.draw(st.lists(st.sampled_from(keys), unique=True) if keys else st.just([]))
    one_way, other_way = reduce(without, gone, wanted), reduce(without, reversed(gone), wanted)
    assert one_way == other_way
    assert [chip.key for chip in chips_of(one_way, little)] == [key for key in keys if key not in gone]


@given(st.data())
def test_removing_every_chip_leaves_a_filter_that_asks_for_nothing(
    little: Network, filters: Filters, data: st.DataObject
) -> None:
    wanted = data.draw(filters)
    assert reduce(without, (chip.key for chip in chips_of(wanted, little)), wanted) == Filter()


@given(st.data())
def test_a_filter_survives_being_written_and_read(filters: Filters, data: st.DataObject) -> None:
    wanted = data.draw(filters)
    assert from_json(to_json(wanted)) == wanted
    assert hash(from_json(to_json(wanted))) == hash(wanted)


def test_the_same_filter_is_written_the_same_way() -> None:
    one = Filter(sources=frozenset(["src:a", "src:b", "src:c"]))
    other = Filter(sources=frozenset(["src:c", "src:b", "src:a"]))
    assert to_json(one) == to_json(other) == '{"sources":["src:a","src:b","src:c"]}'


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"domain":["arms"]}', '{"domains":["weapons"]}', '{"steps":0}', '{"as_of":"2024-13"}', b"\xff{}"],
)
def test_what_is_no_filter_is_refused_in_words(text: str) -> None:
    with pytest.raises(FilterError, match="cannot be read") as caught:
        from_json(text)
    assert isinstance(caught.value, EntenteError)


@pytest.mark.parametrize("fields", [{"as_of": "202"}, {"known_by": "soon"}, {"period": ("2022", "20x")}])
def test_a_date_that_cannot_be_read_is_refused_at_once(fields: dict[str, str]) -> None:
    with pytest.raises(FilterError, match="is not a date"):
        Filter(**fields)  # type: ignore[arg-type]


def test_the_cut_is_what_decides_which_claims_count() -> None:
    wanted = Filter(as_of="2024", ceiling="TLP:GREEN", text="drones", struck=frozenset({"src:a"}))
    assert wanted.cut == Cut(as_of="2024", ceiling="TLP:GREEN", struck=frozenset({"src:a"}))


def test_contradicted_by_a_primary_item_is_contested_too() -> None:
    assert Filter(flags=frozenset({CONTESTED})).all_flags == {CONTESTED, CONTRADICTED_BY_PRIMARY}


def test_whatever_is_struck_has_a_name(little: Network) -> None:
    assert struck_name(little, "own:src:essay") == "The axis, own reporting"
    assert struck_name(little, "actor:ru") == "Russia"
    assert struck_name(little, "named:an officer") == "an officer"
    assert struck_name(little, "clm:loan-1") == "the claim “The report says that it took place.”"
