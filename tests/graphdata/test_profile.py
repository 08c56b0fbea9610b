"""What the pages of a network, a line and an actor say."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Actor, Network
from graphdata.profile import actor_page, network_page, tie_page
from graphdata.sourcing import Link
from graphdata.ties import ties_of
from graphdata.view import View, view_of


@pytest.fixture
def view(little: Network) -> View:
    """Return everything of the little network."""
    return view_of(little, Filter())


def test_the_network_page_counts_everything(view: View) -> None:
    page = network_page(view)
    assert page.counts == f"8 actors · 12 relations · {len(view.network.claims)} claims · 4 sources"
    assert page.edition == "as of 8 Mar 2026 · version 1.0 · ruleset 1"


def test_an_actor_lists_relations_by_domain_and_partner(view: View) -> None:
    groups = actor_page(view, "actor:ir").relations
    assert [group.heading for group in groups] == ["Arms · 4", "Money · 2", "Tech · 1", "Diplomacy · 2"]
    assert [row.text for row in groups[0].rows] == ["→ Ansar Allah", "→ Israel", "→ Russia", "→ Russia"]


def test_a_bloc_goes_by_its_name_where_others_share_it(little: Network) -> None:
    """An id such as ir-state says nothing to a reader."""
    blocs = {"actor:ir": "ir-state", "actor:irgc": "ir-state", "actor:ru": "ru-state"}
    actors = tuple(replace(actor, bloc=blocs.get(actor.id, "")) for actor in little.actors)
    shown = view_of(replace(little, actors=actors), Filter())
    facts = {key: actor_page(shown, key).facts for key in ("actor:irgc", "actor:ru", "actor:il")}
    assert "Bloc: Iran" in facts["actor:irgc"]
    assert not any("Bloc" in fact for key in ("actor:ru", "actor:il") for fact in facts[key])


def test_arrows_of_an_actor_point_away_from_the_giver(view: View) -> None:
    groups = actor_page(view, "actor:ru").relations
    assert {row.text[0] for row in groups[0].rows} == {"←"}
    assert {row.text[0] for row in groups[3].rows} == {"→", "↔"}


def test_an_actor_counts_what_the_filter_hides(little: Network) -> None:
    page = actor_page(view_of(little, Filter(domains=frozenset({"money"}))), "actor:ir")
    assert (len(page.relations), page.hidden) == (1, 7)


def test_an_actor_shows_its_other_names_with_their_language(sample: Network) -> None:
    assert actor_page(view_of(sample, Filter()), "actor:ru").names == ("Россия (ru)",)


def test_sources_of_an_actor_come_best_graded_first(view: View) -> None:
    assert [row.sign for row in actor_page(view, "actor:ir").sources] == ["A", "B", "C", "F"]


def test_a_tie_names_best_and_worst_level(view: View) -> None:
    tie = next(tie for tie in ties_of(view) if "rel:shahed" in tie.relations)
    page = tie_page(view, tie)
    assert page.title == "Iran → Russia"
    assert page.verdict.startswith(f"{tie.level.label} at best, None at worst · ")
    assert [row.id for row in page.relations] == ["rel:missiles", "rel:shahed"]


def test_actors_that_are_only_heard_are_counted_apart(view: View) -> None:
    speaker = msgspec.convert({"id": "actor:analyst", "kind": "person", "names": [{"text": "An analyst"}]}, Actor)
    network = view.network
    claim = network.claims[0]
    heard = replace(claim, chain=(*claim.chain[:1], Link(node="actor:analyst", role="origin")))
    relation = network.relation[claim.relation]
    told = replace(relation, claims=(heard, *(each for each in relation.claims if each.id != claim.id)))
    others = [each for each in network.relations if each.id != relation.id]
    wider = replace(network, actors=(*network.actors, speaker), relations=(told, *others))
    assert network_page(view_of(wider, Filter())).counts.startswith("9 actors (1 of them only heard, not drawn)")
