"""Claims as arrays: every claim has its row, with what the rules ask of it."""

from __future__ import annotations

from msgspec.structs import replace

from graphdata.chains import Index
from graphdata.claim_columns import FAR_FUTURE, FAR_PAST, STANCE_CODES, columns_of
from graphdata.network import Network


def test_every_claim_has_a_row_in_the_order_of_the_relations(little: Network) -> None:
    found, index = columns_of(Index(little)), Index(little)
    assert [found.ids[claim.id] for claim in little.claims] == list(range(len(little.claims)))
    assert [little.relations[at].id for at in found.rows.relation] == [claim.relation for claim in little.claims]
    words = [*found.words]
    assert [words[code] for code in found.rows.key] == [index.path(claim).key for claim in little.claims]


def test_a_trait_says_what_the_rules_ask(little: Network) -> None:
    found, index = columns_of(Index(little)), Index(little)
    for claim, code in zip(little.claims, found.rows.trait, strict=True):
        trait, path = found.traits[code], index.path(claim)
        assert (trait.stance, trait.letter, trait.digit) == (STANCE_CODES[claim.stance], path.letter, path.digit)


def test_a_claim_that_names_no_day_bounds_nothing(little: Network) -> None:
    rows = columns_of(Index(little)).rows
    at = [claim.id for claim in little.claims].index("clm:gold-1")
    assert (rows.first[at], rows.last[at]) == (FAR_FUTURE, FAR_PAST)


def test_every_source_along_a_chain_stands_beside_its_claim(little: Network) -> None:
    found = columns_of(Index(little))
    pairs = [(row, found.source_words[code]) for row, code in zip(*found.sources, strict=True)]
    assert pairs == [(row, source) for row, claim in enumerate(little.claims) for source in claim.source_ids]


def test_a_claim_is_paired_with_the_one_of_its_relation_that_it_supersedes(little: Network) -> None:
    old, new = little.relation["rel:shahed"].claims
    other = replace(little.relation["rel:loan"].claims[0], supersedes=old.id)
    relations = (
        replace(little.relation["rel:shahed"], claims=(old, replace(new, supersedes=old.id))),
        replace(little.relation["rel:loan"], claims=(other,)),
    )
    found = columns_of(Index(replace(little, relations=relations)))
    assert (found.replacing.tolist(), found.replaced.tolist()) == ([1], [0])


def test_a_network_without_relations_has_no_rows(little: Network) -> None:
    assert columns_of(Index(replace(little, relations=()))).rows.trait.shape == (0,)
