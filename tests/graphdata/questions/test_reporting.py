"""The chain graph of a relation: who got it from whom, loops, copies, and the one origin behind many documents."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import convert
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.reporting import Reporting, reporting_of
from graphdata.sourcing import Claim, Link
from graphdata.view import view_of


def reporting(network: Network, relation: str, *chains: tuple[Link, ...]) -> Reporting:
    """Return the reporting behind a relation whose claims have these chains."""
    old = network.relation[relation]
    claims = tuple(replace(old.claims[0], id=f"clm:c{place}", chain=chain) for place, chain in enumerate(chains))
    changed = replace(old, claims=claims or old.claims)
    relations = tuple(changed if each.id == relation else each for each in network.relations)
    return reporting_of(view_of(replace(network, relations=relations), Filter()), relation)


def chain(*nodes: str, **last: Any) -> tuple[Link, ...]:
    """Return a chain from the document in hand to its origin."""
    roles = [*["cited_in"] * (len(nodes) - 1), "origin"]
    links = [{"node": node, "role": role} for node, role in zip(nodes, roles, strict=True)]
    return convert([*links[:-1], {**links[-1], **last}], tuple[Link, ...])


WSJ, UP, ESSAY = "src:wsj-2023", "src:up-2023", "src:essay"


def test_reports_flow_from_the_origin_to_the_document_in_hand(little: Network) -> None:
    found = reporting(little, "rel:loan")
    assert [(each.id, each.depth, each.is_origin, each.in_hand) for each in found.stations] == [
        (WSJ, 0, True, False),
        (UP, 1, False, True),
    ]
    assert [(each.start, each.end, each.claims) for each in found.passages] == [(WSJ, UP, ("clm:loan-1",))]


def test_one_origin_behind_several_documents_is_named(little: Network) -> None:
    found = reporting(little, "rel:loan", chain(UP, WSJ), chain(ESSAY, WSJ))
    assert found.single == "WSJ"
    assert found.sentence == "3 documents lead back to 1 origin, all claims counted; all of it comes from WSJ."


def test_documents_that_cite_one_another_are_a_loop(little: Network) -> None:
    found = reporting(little, "rel:loan", chain(UP, ESSAY), chain(ESSAY, UP))
    assert {each.id for each in found.stations if each.in_loop} == {UP, ESSAY}
    assert found.origins == 0
    assert "cite one another in a circle" in found.sentence


def test_a_copy_is_marked(little: Network) -> None:
    copied = tuple(replace(each, derives_from=(WSJ,)) if each.id == UP else each for each in little.sources)
    found = reporting(replace(little, sources=copied), "rel:loan", chain(UP))
    assert [(each.id, each.is_copy) for each in found.stations] == [(WSJ, False), (UP, True)]
    assert found.sentence.endswith("1 copy of another document.")


def test_a_chain_that_names_no_origin_says_so(little: Network) -> None:
    found = reporting(little, "rel:loan", chain(UP, unstated=True))
    assert [(each.kind, each.is_origin) for each in found.stations] == [("unstated", False), ("document", False)]
    assert found.sentence == "1 document, no origin named."


def test_a_speaker_without_a_record_is_a_station_by_name(little: Network) -> None:
    unnamed = convert([{"node": UP, "role": "cited_in"}, {"named": "an officer", "role": "origin"}], tuple[Link, ...])
    found = reporting(little, "rel:loan", unnamed)
    assert next((each.label, each.kind) for each in found.stations) == ("an officer", "named")


def test_only_claims_that_count_are_in_it(little: Network) -> None:
    view = view_of(little, Filter(struck=frozenset({WSJ})))
    assert reporting_of(view, "rel:loan").stations == ()


@pytest.mark.parametrize("relation", ["rel:shahed", "rel:cyber", "rel:missiles", "rel:treaty"])
def test_every_passage_joins_two_stations_and_leads_on(little: Network, relation: str) -> None:
    found = reporting_of(view_of(little, Filter()), relation)
    depth = {each.id: each.depth for each in found.stations}
    assert all(depth[each.start] < depth[each.end] for each in found.passages)
    claims: set[str] = {key for each in found.passages for key in each.claims}
    assert claims <= {claim.id for claim in little.relation[relation].claims if isinstance(claim, Claim)}
