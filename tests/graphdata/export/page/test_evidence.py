"""The page says all that the evidence panel says of what is on show, and nothing of what is not."""

from __future__ import annotations

import json
from typing import Any

from msgspec.structs import replace

from graphdata.export.page.evidence import evidence_of
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.ties import ties_of
from graphdata.view import view_of


def told(network: Network, wanted: Filter | None = None) -> dict[str, Any]:
    view = view_of(network, wanted or Filter())
    return evidence_of(view, ties_of(view))


def claims_in(found: dict[str, Any]) -> list[str]:
    aspects = [aspect for relation in found["relations"].values() for aspect in relation["aspects"]]
    return sorted(card["id"] for aspect in aspects for card in aspect["cards"])


def test_every_claim_of_what_is_on_show_is_told_once(little: Network) -> None:
    assert claims_in(told(little)) == sorted(claim.id for claim in little.claims)


def test_a_claim_names_its_place_chain_grade_and_dates(little: Network) -> None:
    (aspect,) = (each for each in told(little)["relations"]["rel:shahed"]["aspects"] if each["heading"] == "Delivered")
    (card,) = aspect["cards"]
    assert (card["locator"], card["grade"], card["when"]) == ("¶ 1", "B2", "Sep 2022 to Feb 2023")
    assert "WSJ" in card["chain"]
    assert card["stance"] == "Supports"


def test_numbers_lead_to_the_sources_in_full(little: Network) -> None:
    found = told(little)
    cards = [c for r in found["relations"].values() for a in r["aspects"] for c in a["cards"]]
    assert [source["number"] for source in found["sources"]] == list(range(1, len(found["sources"]) + 1))
    assert all(found["sources"][card["number"] - 1]["text"] for card in cards)


def test_every_line_has_its_relations(little: Network) -> None:
    found = told(little)
    named = [relation for line in found["lines"].values() for relation in line["relations"]]
    assert sorted(named) == sorted(found["relations"])


def test_what_a_filter_leaves_out_does_not_travel(little: Network) -> None:
    wanted = Filter(domains=frozenset({"money"}))
    found = told(little, wanted)
    assert set(found["relations"]) == {"rel:loan", "rel:gold"}
    text = json.dumps(found, ensure_ascii=False)
    assert not [words for words in ("Shahed", "Hezbollah", "Treaty of", "Ansar Allah") if words in text]


def test_a_claim_above_the_ceiling_does_not_travel(little: Network) -> None:
    shahed = little.relation["rel:shahed"]
    secret = replace(shahed.claims[1], marking="TLP:RED", summary="Nobody may read this")
    changed = replace(shahed, claims=(shahed.claims[0], secret))
    network = replace(little, relations=tuple(changed if r.id == shahed.id else r for r in little.relations))
    assert "Nobody may read this" in json.dumps(told(network))
    assert "Nobody may read this" not in json.dumps(told(network, Filter(ceiling="TLP:GREEN")))


def test_facts_name_only_actors_on_show(little: Network) -> None:
    actors = tuple(replace(a, parent="actor:ir") if a.id == "actor:irgc" else a for a in little.actors)
    network = replace(little, actors=actors)
    assert any("Holds" in fact for fact in told(network)["actors"]["actor:ir"]["facts"])
    assert "facts" not in told(network, Filter(domains=frozenset({"money"})))["actors"]["actor:ir"]


def test_names_are_searched_in_every_script(little: Network) -> None:
    actors = told(little)["actors"]
    assert "россия" in actors["actor:ru"]["text"]
    assert "rossiya" in actors["actor:ru"]["text"]
    assert "niiip" in actors["actor:niiip"]["text"]
