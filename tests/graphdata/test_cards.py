"""A claim in words: its chain, its place, its grade, and why it does not count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from graphdata.cards import Card, card_of, chain_in_words, locator_in_words
from graphdata.chains import Index
from graphdata.network import Network
from graphdata.sourcing import Accepted, Asserts, Link, Locator


@pytest.fixture
def card(with_claim: Callable[..., Network]) -> Callable[..., Card]:
    """Return a function that makes the card of the cyber claim with fields changed."""

    def made(counted: bool = True, **changes: object) -> Card:
        network = with_claim(**changes)
        return card_of(network.claim["clm:up-wsj"], Index(network), counted)

    return made


def test_the_chain_names_the_origin_first(sample: Network) -> None:
    words = chain_in_words(sample.claim["clm:up-wsj"], sample)
    assert words == "Cyber tools → Russia and Iran deepen defence cooperation (paraphrasing)"


def test_a_chain_without_an_origin_says_so(with_claim: Callable[..., Network]) -> None:
    network = with_claim(chain=(Link(node="src:up-2023-12-08", role="cited_in"),))
    assert chain_in_words(network.claim["clm:up-wsj"], network).startswith("origin not named → ")


def test_an_unstated_link_is_the_origin_not_named(with_claim: Callable[..., Network]) -> None:
    chain = (Link(node="src:up-2023-12-08", role="cited_in"), Link(role="origin", unstated=True))
    network = with_claim(chain=chain)
    assert chain_in_words(network.claim["clm:up-wsj"], network).startswith("origin not named → Russia and Iran")


def test_a_hedge_at_the_origin_is_said_beside_it(with_claim: Callable[..., Network]) -> None:
    chain = (Link(node="src:up-2023-12-08", role="cited_in"), Link(node="actor:ru", role="origin", modality="possible"))
    network = with_claim(chain=chain)
    assert chain_in_words(network.claim["clm:up-wsj"], network).startswith("Russia (as possible) → ")


def test_own_reporting_is_called_that(sample: Network) -> None:
    assert chain_in_words(sample.claim["clm:up-drones"], sample) == "Russia and Iran deepen defence cooperation"
    own = replace(sample.claim["clm:up-drones"], basis="reported")
    assert chain_in_words(own, sample) == "Russia and Iran deepen defence cooperation, own reporting"


@pytest.mark.parametrize(
    ("label", "words"), [("paragraph", "¶ 14"), ("page", "p. 14"), ("timestamp", "at 14"), ("chapter", "chapter 14")]
)
def test_a_place_is_written_as_notes_do(label: str, words: str) -> None:
    assert locator_in_words(Locator(label=label, value="14")) == words


def test_the_grade_is_the_one_the_rules_use(card: Callable[..., Card]) -> None:
    assert card().grade == "F2"
    assert card().grade_words == "reliability cannot be judged, probably true"


def test_the_value_is_in_words(card: Callable[..., Card]) -> None:
    asserts = Asserts(low=100, high=300, unit="drones", basis="estimate", interval="2022/2023")
    assert card(asserts=asserts).value == "100 to 300 drones (estimate) · 2022 to 2023"


def test_a_citation_names_document_and_place(card: Callable[..., Card]) -> None:
    assert card().citation == "“Russia and Iran deepen defence cooperation”, 8 Dec 2023, ¶ 14"


def test_accepted_findings_carry_their_reason(card: Callable[..., Card]) -> None:
    accepted = (Accepted(finding="Dates disagree.", reason="A misprint"),)
    assert card(accepted=accepted).faults == ("Dates disagree. Why it stands: A misprint",)


def test_a_card_says_why_it_does_not_count(card: Callable[..., Card]) -> None:
    assert card().set_aside == ""
    assert card(counted=False).set_aside == "left out by the filter in force"
    assert card(counted=False, rank="deprecated", reason="misread").set_aside == "deprecated: misread"


def test_a_retracted_source_is_the_reason(with_source: Callable[..., Network]) -> None:
    network = with_source(retracted="withdrawn in 2024")
    found = card_of(network.claim["clm:up-wsj"], Index(network), counted=False)
    assert found.set_aside == "source retracted: withdrawn in 2024"
