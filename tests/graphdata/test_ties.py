"""Ties: which relations one line stands for, and what the line may say of them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.confidence import assess_relation
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.ruleset import Level, Override
from graphdata.ties import Combine, Tie, ties_of
from graphdata.view import view_of

COMBINES: tuple[Combine, ...] = ("relations", "ties", "pairs")


def ties(network: Network, combine: Combine = "ties", wanted: Filter | None = None) -> dict[str, Tie]:
    return {tie.id: tie for tie in ties_of(view_of(network, wanted or Filter()), combine)}


@pytest.mark.parametrize(("combine", "lines"), [("relations", 12), ("ties", 9), ("pairs", 6)])
def test_what_a_line_is_can_be_chosen(little: Network, combine: Combine, lines: int) -> None:
    found = ties(little, combine)
    assert len(found) == lines
    assert Counter(key for tie in found.values() for key in tie.relations) == dict.fromkeys(little.relation, 1)


def test_a_tie_holds_one_domain_in_one_direction(little: Network) -> None:
    tie = ties(little)["tie:ir>ru:arms"]
    assert (tie.giver, tie.receiver, tie.domain, tie.mutual) == ("actor:ir", "actor:ru", "arms", False)
    assert tie.relations == ("rel:missiles", "rel:shahed")
    assert tie.label == "Arms transfer ×2"


def test_mutual_dealings_are_one_line_whoever_is_written_first(little: Network) -> None:
    tie = ties(little)["tie:ir=ru:diplomacy"]
    assert tie.mutual
    assert tie.relations == ("rel:talks", "rel:treaty")
    assert tie.label == "Diplomacy ×2"


def test_an_act_against_somebody_is_never_drawn_as_support(little: Network) -> None:
    aid = replace(little.relation["rel:attack"], id="rel:aid", kind="training")
    found = ties(replace(little, relations=(*little.relations, aid)))
    assert found["tie:ir>il:arms!"].hostile
    assert not found["tie:ir>il:arms"].hostile


def test_a_line_for_a_pair_says_that_it_mixes_support_and_hostile_acts(little: Network) -> None:
    aid = replace(little.relation["rel:attack"], id="rel:aid", kind="training")
    tie = ties(replace(little, relations=(*little.relations, aid)), "pairs")["tie:il~ir"]
    assert (tie.hostile, tie.mixed) == (False, True)
    assert (tie.giver, tie.receiver, tie.mutual) == ("actor:ir", "actor:il", False)


def test_a_line_for_a_pair_points_both_ways_where_both_give(little: Network) -> None:
    tie = ties(little, "pairs")["tie:ir~ru"]
    assert tie.mutual
    assert tie.domain == ""
    assert tie.label == "Arms, Diplomacy, Money, Tech ×7"


def test_a_line_is_as_solid_as_its_best_relation_and_names_the_worst(little: Network) -> None:
    tie = ties(little)["tie:ir>ru:arms"]
    assert (tie.level, tie.worst) == (Level.LOW, Level.NONE)


def test_a_line_takes_the_analysts_own_level(little: Network) -> None:
    view = view_of(little, Filter(), {"rel:loan": Override(Level.HIGH, "The contract is in hand.")})
    assert next(tie.level for tie in ties_of(view, "relations") if tie.id == "tie:loan") is Level.HIGH


def test_one_contested_relation_marks_the_line_and_single_origin_needs_all(little: Network) -> None:
    found = ties(little)
    assert found["tie:ir>ru:arms"].contested
    assert found["tie:ir>ru:arms"].single_origin
    assert not found["tie:ru>ir:tech"].single_origin
    assert not ties(little, "pairs")["tie:ir~ru"].single_origin


def test_dated_and_judgement_only_need_all_relations(little: Network) -> None:
    found = ties(little)
    assert found["tie:irgc>hezbollah:arms"].assessed_only
    assert found["tie:irgc>hezbollah:arms"].dated
    assert not found["tie:ru>ir:money"].assessed_only
    assert not found["tie:ru>ir:money"].dated


def test_an_origin_behind_two_relations_is_one_origin(little: Network) -> None:
    tie = ties(little)["tie:ir>ru:arms"]
    heads = [assess_relation(little.relation[key], little).headline for key in tie.relations]
    assert (tie.origins, sum(head.origins for head in heads)) == (1, 2)
    assert (tie.documents, sum(head.documents for head in heads)) == (2, 3)


def test_a_tie_keeps_its_id_while_a_filter_takes_relations_from_it(little: Network) -> None:
    tie = ties(little, wanted=Filter(hidden_relations=frozenset({"rel:missiles"})))["tie:ir>ru:arms"]
    assert tie.relations == ("rel:shahed",)
    assert tie.label == "Arms transfer"


@pytest.mark.parametrize("combine", COMBINES)
@given(data=st.data())
def test_the_order_of_the_relations_changes_nothing(little: Network, combine: Combine, data: st.DataObject) -> None:
    mixed = replace(little, relations=tuple(data.draw(st.permutations(little.relations))))
    assert list(ties(mixed, combine).values()) == list(ties(little, combine).values())


def test_another_date_names_no_whole_line_anew(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    network = replace(little)
    before = {tie.relations: tie for tie in ties_of(view_of(network, Filter()))}
    monkeypatch.setattr("graphdata.ties._label", None)
    after = ties_of(view_of(network, Filter(as_of="2030")))
    assert after
    assert {tie.label for tie in after} <= {tie.label for tie in before.values()}
