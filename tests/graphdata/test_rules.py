"""Laws that the rules keep for any claims whatever, over thousands of random cases."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import msgspec
import networkx as nx
from hypothesis import given, settings, strategies

from graphdata.chains import CIRCULAR, FOREVER, NEVER, UNATTRIBUTED, Index
from graphdata.confidence import Assessment, assess_aspect
from graphdata.network import Actor, Name, Network, Relation
from graphdata.rules import bounds_of
from graphdata.ruleset import FLAGS, RULESET_1, Cut, Level
from graphdata.sourcing import Archive, Claim, Grade, Link, Locator, Source

STRICT = msgspec.structs.replace(RULESET_1, unattributed_is_news=False)
SOURCES = [f"src:s{number}" for number in range(5)]
ACTORS = [f"actor:a{number}" for number in range(4)]
ARCHIVE = Archive(sha256="0" * 64)
MODALITIES = ("asserted", "asserted", "assessed", "possible", "denied")
BASES = ("documented", "observed", "announced", "reported", "assessed", "denial")
WHENS = ("", "2019", "2023-03/2023-12", "2025-12", "2026-01", "2026-02/..", "2026-03-01")
STANCES = {"s": "supports", "c": "contradicts", "q": "qualifies"}
RELATION = Relation(id="rel:a-b", domain="arms", kind="transfer", giver=ACTORS[0], receiver=ACTORS[1], summary="Arms")
many = settings(max_examples=300, deadline=None)


def graded(letter: str) -> tuple[Grade, ...]:
    """Return a grade, or none for a dash."""
    return () if letter == "-" else (Grade(grade=letter, why="For the test."),)


# Values are picked whole from pools: one draw each, where a draw for every field would take most of the time.
STANDINGS = [
    {"read": read, "archive": archive, "bloc": bloc, "reliability": graded(letter)}
    for read, archive, bloc, letter in product((True, False), (ARCHIVE, None), ("", "", "north"), "AABBCCDF-")
]
GRADES = [graded(letter) for letter in "AABBCCDF-"]
CARRIERS = [Link(node=node, role="cited_in", modality=word) for node, word in product(SOURCES, MODALITIES)]
ENDS = [
    *(Link(node=node, role="origin", modality=word) for node, word in product([*SOURCES, *ACTORS], MODALITIES)),
    *(Link(role="origin", named="papers", modality=word) for word in MODALITIES),
    *(Link(role="origin", unstated=True) for _ in range(6)),
]
WORDINGS = [
    {"basis": basis, "credibility": digit, "when": when, "direct": direct, "answered": answered}
    for basis, digit, when, direct, answered in product(BASES, range(1, 7), WHENS, (True, False), ("", "Answered."))
]
chains = strategies.tuples(
    strategies.lists(strategies.sampled_from(CARRIERS), max_size=2), strategies.sampled_from(ENDS)
).map(lambda drawn: (*drawn[0], drawn[1]))


@strategies.composite
def networks(draw: strategies.DrawFn) -> Network:
    """Return a network of a few sources and actors, graded, read and grouped at random."""
    sources = (Source(id=name, csl={}, **draw(strategies.sampled_from(STANDINGS))) for name in SOURCES)
    actors = (
        Actor(id=name, kind="state", names=(Name(text=name),), grade=draw(strategies.sampled_from(GRADES)))
        for name in ACTORS
    )
    given = {"actors": tuple(actors), "sources": tuple(sources), "relations": (RELATION,)}
    return Network(id="random", title="Random", version="1", as_of="2026-03-08", **given)


def claim_of(number: int, stance: str, wording: dict[str, Any], chain: tuple[Link, ...]) -> Claim:
    """Return a claim about the one relation."""
    return Claim(
        id=f"clm:c{number}",
        relation=RELATION.id,
        aspect="exists",
        stance=STANCES[stance],
        summary="What it says.",
        locator=Locator(label="page", value="1"),
        chain=chain,
        **wording,
    )


def claims(stances: str = "ssssscq", most: int = 7) -> strategies.SearchStrategy[list[Claim]]:
    """Return lists of claims, mostly supporting ones."""
    parts = strategies.tuples(strategies.sampled_from(stances), strategies.sampled_from(WORDINGS), chains)
    return strategies.lists(parts, max_size=most).map(
        lambda drawn: [claim_of(number, *one) for number, one in enumerate(drawn)]
    )


def judge(found: list[Claim], network: Network, **more: Any) -> Assessment:
    """Return the assessment of "exists"."""
    return assess_aspect(found, network, "exists", **more)


def renamed(found: list[Claim], suffix: str, **more: Any) -> list[Claim]:
    """Return claims under other ids, with some fields changed."""
    return [msgspec.structs.replace(claim, id=claim.id + suffix, **more) for claim in found]


@many
@given(networks(), claims(), strategies.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(network: Network, found: list[Claim], random: Any) -> None:
    shuffled = random.sample(found, len(found))
    assert judge(shuffled, network) == judge(found, network)


@many
@given(networks(), claims(), strategies.sampled_from(SOURCES))
def test_a_copy_of_a_document_changes_nothing(network: Network, found: list[Claim], name: str) -> None:
    original = network.source[name]
    copy = msgspec.structs.replace(original, id="src:copy", derives_from=(name,))
    larger = msgspec.structs.replace(network, sources=(*network.sources, copy))
    again = [claim for claim in found if claim.document == name]
    copies = [
        msgspec.structs.replace(
            claim,
            id=f"{claim.id}-copy",
            chain=(msgspec.structs.replace(claim.chain[0], node=copy.id), *claim.chain[1:]),
        )
        for claim in again
    ]
    before, after = judge(found, network), judge([*found, *copies], larger)
    assert (after.level, after.origins, after.flags) == (before.level, before.origins, before.flags)
    assert [one.key for one in after.classes] == [one.key for one in before.classes]


@many
@given(networks(), claims(), claims(stances="s", most=3))
def test_unattributed_claims_never_lift_above_low(network: Network, found: list[Claim], others: list[Claim]) -> None:
    nobody = Link(role="origin", unstated=True)
    vague = [msgspec.structs.replace(one, chain=(*one.chain[:-1], nobody)) for one in renamed(others, "-vague")]
    before = judge(found, network, ruleset=STRICT).level
    assert judge([*found, *vague], network, ruleset=STRICT).level <= max(Level.LOW, before)
    undated = renamed(vague, "-undated", when="")
    assert judge([*found, *undated], network).level <= max(Level.LOW, judge(found, network).level)


@many
@given(networks(), claims(), strategies.sampled_from([*SOURCES, *ACTORS, "clm:c0"]))
def test_what_is_struck_out_is_as_if_it_were_not_there(network: Network, found: list[Claim], struck: str) -> None:
    index = Index(network)
    before = assess_aspect(found, index, "exists")
    left = [claim for claim in found if struck not in {claim.id, *(link.node for link in claim.chain)}]
    without = assess_aspect(found, index, "exists", Cut(struck=frozenset([struck])))
    assert without == assess_aspect(left, index, "exists")
    assert assess_aspect(found, index, "exists") == before


@many
@given(networks(), claims(stances="s"), claims(stances="s", most=1))
def test_more_support_never_lowers_a_level(network: Network, found: list[Claim], more: list[Claim]) -> None:
    """Holds where nothing contradicts and no document cites another: these bring steps and loops of their own."""
    whole = [claim for claim in [*found, *renamed(more, "-more")] if len(claim.source_ids) == 1]
    dated = renamed(whole, "", when="2026-01")
    fewer = [claim for claim in dated if not claim.id.endswith("-more")]
    assert judge(dated, network).level >= judge(fewer, network).level


@many
@given(networks(), claims())
def test_only_a_named_item_in_hand_is_primary(network: Network, found: list[Claim]) -> None:
    assessment = judge(found, network)
    for one in (*assessment.classes, *assessment.against):
        if one.primary:
            source = network.source[one.key]
            assert source.read
            assert source.archive
            assert one.best[0] in "AB"
        assert not (one.key in (UNATTRIBUTED, CIRCULAR) and (one.primary or one.solid or one.strong))


def cites_in_a_loop(found: list[Claim], stance: str) -> bool:
    """Return whether the claims of one stance have documents that cite one another."""
    graph = nx.DiGraph()
    for claim in found:
        if claim.stance == stance:
            nx.add_path(graph, claim.source_ids)
    return not nx.is_directed_acyclic_graph(graph)


@many
@given(networks(), claims(stances="ssscc"))
def test_a_loop_across_opposing_claims_is_no_loop(network: Network, found: list[Claim]) -> None:
    looped = any(cites_in_a_loop(found, stance) for stance in ("supports", "contradicts"))
    assert looped or "CIRCULAR" not in judge(found, network).flags


@many
@given(networks(), claims())
def test_there_is_a_level_only_where_something_real_supports(network: Network, found: list[Claim]) -> None:
    assessment = judge(found, network)
    real = any(one.real for one in assessment.classes)
    denied = "CONTRADICTED_BY_PRIMARY" in assessment.flags
    assert bool(assessment.level) is (real and not denied)
    assert set(assessment.flags) <= set(FLAGS)
    assert any(line.startswith("rule 5: ") for line in assessment.trace)


@many
@given(networks(), claims())
def test_origins_are_never_more_than_the_supporting_claims(network: Network, found: list[Claim]) -> None:
    assessment = judge(found, network)
    assert assessment.origins <= len(assessment.supports)
    assert assessment.documents <= len({source for claim in found for source in claim.source_ids})
    assert ("SINGLE_ORIGIN" in assessment.flags) is (assessment.origins == 1)


@settings(max_examples=200, deadline=None)
@given(networks(), claims())
def test_advice_keeps_its_word(network: Network, found: list[Claim]) -> None:
    assessment = judge(found, network)
    for step in assessment.raised_by:
        assert Level[step.rpartition(" → ")[2].upper()] > assessment.level


def test_bounds_are_the_last_days_that_a_cut_allows() -> None:
    bounds = bounds_of(Cut(as_of="2025", known_by="2025-06"), "2026-03-08", RULESET_1)
    assert date.fromordinal(bounds.as_of) == date(2025, 12, 31)
    assert date.fromordinal(bounds.known_by) == date(2025, 6, 30)
    assert date.fromordinal(bounds.fresh_from) == date(2023, 12, 31)


def test_without_a_cut_only_age_is_bounded() -> None:
    bounds = bounds_of(Cut(), "2026-03-08", RULESET_1)
    assert (bounds.as_of, bounds.known_by, bounds.markings) == (FOREVER, FOREVER, None)
    assert date.fromordinal(bounds.fresh_from) == date(2024, 3, 8)


def test_without_any_date_nothing_ages() -> None:
    assert bounds_of(Cut(), "", RULESET_1).fresh_from == NEVER


def test_a_ceiling_lets_through_what_lies_below_it() -> None:
    assert bounds_of(Cut(ceiling="TLP:AMBER"), "", RULESET_1).markings == {"TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"}
    assert bounds_of(Cut(ceiling="RESTRICTED"), "", RULESET_1).markings == {"RESTRICTED", "TLP:CLEAR"}
