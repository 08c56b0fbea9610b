"""The network that is shipped: without a fault, complete, and the same as dossiers and as a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import assets
from graphdata.layout.placement import positions_of
from graphdata.linter import warnings_in
from graphdata.network import Network
from graphdata.storage.dossiers import problems_in_dossiers
from graphdata.storage.pack import positions_in_pack, read_pack
from graphdata.vocabulary import DOMAINS

ARTICLES = (
    "src:mova-essay",
    "src:iran-protests-2026",
    "src:putin-iran-war-2026",
    "src:up-2023-12-08",
    "src:cnas-commentary",
)


@pytest.fixture(scope="module")
def shipped() -> Network:
    network, problems = problems_in_dossiers(assets.shipped_dossiers())
    assert not problems
    assert network is not None
    return network


def pack() -> Path:
    return assets.shipped_network()


def test_every_finding_of_the_linter_is_settled(shipped: Network) -> None:
    assert not [problem for problem in warnings_in(shipped) if not problem.accepted]


def test_all_five_articles_are_read_hashed_and_cited(shipped: Network) -> None:
    assert {source.id for source in shipped.sources if source.read} == set(ARTICLES)
    assert all(shipped.source[article].archive and shipped.claims_of_source[article] for article in ARTICLES)


def test_it_has_relations_in_every_domain(shipped: Network) -> None:
    assert len(shipped.relations) >= 40
    assert {relation.domain for relation in shipped.relations} == set(DOMAINS)


def test_every_claim_names_its_paragraph(shipped: Network) -> None:
    assert all(claim.locator.label == "paragraph" and claim.locator.value.isdigit() for claim in shipped.claims)


def test_no_digit_1_is_typed_and_every_grade_has_its_reason(shipped: Network) -> None:
    assert all(claim.credibility > 1 for claim in shipped.claims)
    assert all(grade.why for source in shipped.sources for grade in source.reliability)


def test_the_pack_is_made_from_the_dossiers(shipped: Network) -> None:
    """`python -m graphdata pack` writes it anew after an edit."""
    assert pack().suffix == ".ententepack"
    assert read_pack(pack()).digest == shipped.digest


def test_the_pack_brings_a_place_for_every_drawn_actor(shipped: Network) -> None:
    assert set(positions_in_pack(pack())) == {actor.id for actor in shipped.drawn} == set(positions_of(shipped))
