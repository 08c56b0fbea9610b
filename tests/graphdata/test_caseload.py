"""All relations at once: whatever the claims, the caseload says what the rules say of each relation by itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.caseload import Caseload
from graphdata.chains import Index
from graphdata.confidence import RelationAssessment, assess_network
from graphdata.facts import FAR_FUTURE, FAR_PAST, Facts, facts_of
from graphdata.network import Network
from graphdata.rules import bounds_of
from graphdata.ruleset import RULESET_1, Cut

CUTS = (
    Cut(),
    Cut(as_of="2022"),
    Cut(known_by="2024"),
    Cut(ceiling="TLP:CLEAR"),
    Cut(struck=frozenset({"src:up-2023"})),
    Cut(struck=frozenset({"clm:c01", "actor:ru"}), as_of="2025"),
)


def as_told(facts: Facts, place: int) -> tuple[object, ...]:
    """Return what the facts say of one relation."""
    words = [*facts.network.__dict__["_caseload"].claims.words]
    return (
        facts.status.words[facts.status.codes[place]],
        facts.level[place],
        facts.origins[place],
        facts.documents[place],
        {flag for flag, found in facts.flags.items() if found[place]},
        (facts.first[place], facts.last[place], facts.undated[place]),
        {facts.source.words[code] for code in facts.source.codes[facts.behind == place]},
        {words[code] for code in facts.origin_pairs.codes[facts.origin_pairs.rows == place]},
    )


def as_ruled(found: RelationAssessment) -> tuple[object, ...]:
    """Return the same of an assessment by the rules."""
    last = found.last if not found.ongoing else None
    return (
        found.status,
        found.level,
        found.headline.origins,
        found.headline.documents,
        set(found.headline.flags),
        (
            found.first.toordinal() if found.first else FAR_PAST,
            last.toordinal() if last else FAR_FUTURE,
            found.undated,
        ),
        set(found.sources),
        {one.key for one in found.headline.classes if one.counts},
    )


@pytest.mark.parametrize("cut", CUTS)
def test_the_little_network_comes_out_as_the_rules_have_it(little: Network, cut: Cut) -> None:
    facts, ruled = facts_of(little, cut), assess_network(little, cut)
    assert [as_told(facts, place) for place in range(12)] == [as_ruled(found) for found in ruled.values()]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_claims_come_out_as_the_rules_have_them(claimed: st.SearchStrategy[Network], data: st.DataObject) -> None:
    network, cut = data.draw(claimed), data.draw(st.sampled_from(CUTS))
    facts, ruled = facts_of(network, cut), assess_network(network, cut)
    assert [as_told(facts, place) for place in range(3)] == [as_ruled(found) for found in ruled.values()]


def test_documents_that_cite_one_another_are_judged_alone(little: Network) -> None:
    claim, chain = little.claim["clm:loan-1"], little.claim["clm:loan-1"].chain
    there = replace(claim, chain=chain)
    back = replace(claim, id="clm:back", chain=(replace(chain[1], role="cited_in"), replace(chain[0], role="origin")))
    network = replace(little, relations=(replace(little.relation["rel:loan"], claims=(there, back)),))
    facts, ruled = facts_of(network, Cut()), assess_network(network)["rel:loan"]
    assert as_told(facts, 0) == as_ruled(ruled)


def test_a_relation_without_claims_is_drawn_at_nothing(little: Network) -> None:
    caseload = Caseload(Index(replace(little, relations=(replace(little.relations[0], claims=()),))), RULESET_1)
    found = caseload.outcomes(bounds_of(Cut(), little.as_of, RULESET_1))
    assert (found.level.tolist(), found.status.tolist(), found.emptied.tolist()) == ([0], [-1], [False])


def test_what_is_superseded_counts_only_while_the_newer_is_out_of_view(little: Network) -> None:
    old, new = little.relation["rel:shahed"].claims
    newer = replace(new, supersedes=old.id)
    network = replace(little, relations=(replace(little.relation["rel:shahed"], claims=(old, newer)),))
    assert facts_of(network, Cut()).status.words[facts_of(network, Cut()).status.codes[0]] == ""
    before = facts_of(network, Cut(as_of="2024"))
    assert before.status.words[before.status.codes[0]] == "delivered"
