"""Live counts: beside each choice, how many relations it would show while the other chips stay."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.counts import counts_of
from graphdata.filter import Filter, without
from graphdata.network import Network
from graphdata.questions.compared import compared
from graphdata.ruleset import Level
from graphdata.view import view_of

Filters = st.SearchStrategy[Filter]
MANY = ("domains", "kinds", "statuses", "flags", "sources")
ONE = ("min_confidence", "min_origins", "hostile")


def shown(network: Network, wanted: Filter, **changes: Any) -> int:
    return len(view_of(network, replace(wanted, **changes)).relations)


def test_every_choice_has_a_count_even_of_none(little: Network) -> None:
    counts = counts_of(view_of(little, Filter()))
    assert counts.domains == {"arms": 5, "money": 2, "tech": 2, "diplomacy": 3}
    assert counts.min_confidence[Level.HIGH] == 1
    assert counts.kinds["sanctions"] == 0
    assert counts.hostile == {"all": 12, "only": 1, "none": 11}
    assert counts.undated == 2


def test_the_counts_of_a_list_do_not_depend_on_its_own_chip(little: Network) -> None:
    one = counts_of(view_of(little, Filter(domains=frozenset({"money"}))))
    assert one.domains == counts_of(view_of(little, Filter())).domains
    assert one.kinds["loan"] == 1
    assert one.kinds["transfer"] == 0


def test_a_kind_of_actor_counts_every_relation_it_has_a_part_in(little: Network) -> None:
    counts = counts_of(view_of(little, Filter())).actor_kinds
    assert {kind: number for kind, number in counts.items() if number} == {
        "state": 11,
        "state_body": 1,
        "armed_group": 3,
        "firm": 1,
    }
    assert counts["media"] == 0


@given(st.data())
def test_a_count_is_what_the_choice_would_show(little: Network, filters: Filters, data: st.DataObject) -> None:
    wanted = data.draw(filters)
    counts = counts_of(view_of(little, wanted))._asdict()
    for field in MANY:
        for choice, number in counts[field].items():
            assert shown(little, wanted, **{field: frozenset({choice})}) == number, (field, choice)
    for field in ONE:
        for choice, number in counts[field].items():
            assert shown(little, wanted, **{field: choice}) == number, (field, choice)


@given(st.data())
def test_undated_counts_what_keeping_them_would_add(little: Network, filters: Filters, data: st.DataObject) -> None:
    wanted = data.draw(filters)
    kept, dropped = shown(little, wanted, undated=True), shown(little, wanted, undated=False)
    assert counts_of(view_of(little, wanted)).undated == kept - dropped


@given(st.data())
def test_an_actor_kind_counts_its_part_of_what_the_other_chips_leave(
    little: Network, filters: Filters, data: st.DataObject
) -> None:
    wanted = data.draw(filters)
    left = view_of(little, without(wanted, "actor_kinds")).relations
    ends = [{little.actor[relation.giver].kind, little.actor[relation.receiver].kind} for relation in left]
    is_free = not wanted.actor_kinds or wanted.actor_ends == "either"
    for kind, number in counts_of(view_of(little, wanted)).actor_kinds.items():
        own = [pair for pair in ends if kind in pair]
        assert number == (len(own) if is_free else sum(pair <= {kind, *wanted.actor_kinds} for pair in own))


def test_either_end_and_both_ends_count_what_they_would_show(little: Network) -> None:
    wanted = Filter(actor_kinds=frozenset({"armed_group"}), actor_ends="either")
    assert counts_of(view_of(little, wanted)).actor_ends == {"either": 3, "both": 0}
    assert len(view_of(little, wanted).relations) == 3
    assert counts_of(view_of(little, Filter())).actor_ends == {"either": 12, "both": 12}


def test_counts_are_made_once_a_view(little: Network) -> None:
    view = view_of(little, Filter())
    assert counts_of(view) is counts_of(view)


@given(st.data())
def test_what_is_gone_is_not_counted(little: Network, filters: Filters, data: st.DataObject) -> None:
    before, after = (view_of(little, data.draw(filters)) for _ in range(2))
    both, _, _ = compared(before, after)
    assert counts_of(both) == counts_of(after)


def test_sources_of_an_earlier_network_are_there_and_count_nothing(little: Network) -> None:
    newer = replace(little, sources=(), relations=(), digest="1" * 64)
    both, _, _ = compared(view_of(little, Filter()), view_of(newer, Filter()))
    assert counts_of(both).sources == {source.id: 0 for source in little.sources}
