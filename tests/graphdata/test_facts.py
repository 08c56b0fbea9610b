"""Facts: drawn up once per network and cut, and kept with the network."""

from __future__ import annotations

import gc

import pytest
from msgspec.structs import replace

from graphdata import facts as facts_module
from graphdata.caseload import Caseload
from graphdata.facts import KEPT_CUTS, facts_of, overridden
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.ruleset import Cut, Level, Override
from graphdata.view import view_of


def test_facts_stand_in_the_order_of_the_relations(little: Network) -> None:
    facts = facts_of(little, Cut())
    assert [facts.fixed.kind.words[code] for code in facts.fixed.kind.codes] == [each.kind for each in little.relations]
    assert facts.level.tolist() == [facts.assessments[each.id].level for each in little.relations]


def test_a_column_tells_which_rows_have_one_of_some_words(little: Network) -> None:
    among = facts_of(little, Cut()).fixed.domain.among(["money", "tech"])
    assert among.tolist() == [each.domain in ("money", "tech") for each in little.relations]


def test_each_relation_is_paired_with_each_source_behind_it(little: Network) -> None:
    facts = facts_of(little, Cut())
    pairs = {
        (little.relations[at].id, facts.source.words[code])
        for at, code in zip(facts.behind, facts.source.codes, strict=True)
    }
    assert pairs == {(key, source) for key, each in facts.assessments.items() for source in each.sources}


def test_only_what_had_claims_can_lose_them(little: Network) -> None:
    facts = facts_of(little, Cut(known_by="1999"))
    assert facts.emptied.tolist() == [bool(each.claims) for each in little.relations]


def test_the_analysts_level_stands_beside_the_computed_one(little: Network) -> None:
    own = Override(Level.HIGH, "Seen on site.")
    facts = overridden(facts_of(little, Cut()), {"rel:plant": own, "rel:gone": own})
    assert facts.assessments["rel:plant"].headline.level is Level.NONE
    assert facts.level.tolist()[8] == facts.assessments["rel:plant"].level == Level.HIGH
    assert facts_of(little, Cut()).level.tolist()[8] == Level.NONE


def test_the_collector_is_left_as_it_was(little: Network) -> None:
    gc.disable()
    try:
        facts_of(replace(little), Cut())
        assert not gc.isenabled()
    finally:
        gc.enable()
    facts_of(replace(little), Cut())
    assert gc.isenabled()


def test_one_cut_is_assessed_once(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    network = replace(little)
    first = view_of(network, Filter(as_of="2024"))
    monkeypatch.setattr(facts_module, "Caseload", pytest.fail)
    monkeypatch.setattr(Caseload, "outcomes", pytest.fail)
    assert view_of(network, Filter(as_of="2024", text="drones")).assessments is first.assessments


def test_only_the_last_few_cuts_are_kept(little: Network) -> None:
    network = replace(little)
    for year in range(2010, 2020):
        facts_of(network, Filter(as_of=str(year)).cut)
    assert [cut.as_of for cut in network.__dict__["_facts"]] == [str(year) for year in range(2020 - KEPT_CUTS, 2020)]
