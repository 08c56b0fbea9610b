"""The worked examples of the evidence model, one test each, and how a relation and a network are judged by them.

Claims are written in a short hand: `claim("003 > wsj")` is what 003 says that the WSJ says; `@us?` is the actor us who
says that it may be so, `~` marks a judgement, `…` that no origin is named, and `"papers"` an origin without a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count
from typing import Any

import msgspec
import pytest

from graphdata.chains import Index
from graphdata.confidence import Assessment, assess_aspect, assess_network, assess_relation
from graphdata.network import Actor, Name, Network, Relation, Via
from graphdata.ruleset import FLAGS, RULESET_1, Cut, Level, Override
from graphdata.sourcing import Archive, Asserts, Claim, Grade, Link, Locator, Source

MODALITIES = {"?": "possible", "~": "assessed", "!": "denied"}
COPY = Archive(sha256="0" * 64)
_numbers = count()


def link(word: str, last: bool) -> Link:
    """Return a link of the short hand; the last one of a chain is its origin."""
    modality = MODALITIES.get(word[-1], "asserted")
    bare = word.rstrip("?~!")
    role = "origin" if last else "cited_in"
    if bare == "…":
        return Link(role="origin", unstated=True)
    if bare.startswith('"'):
        return Link(role="origin", named=bare.strip('"'), modality=modality)
    return Link(node=f"actor:{bare[1:]}" if bare[0] == "@" else f"src:{bare}", role=role, modality=modality)


def claim(chain: str, stance: str = "supports", basis: str = "reported", digit: int = 2, **more: Any) -> Claim:
    """Return a claim about "exists" of the relation from Russia to Iran, unless more is said."""
    words = chain.split(" > ")
    given = {
        "id": f"clm:c{next(_numbers)}",
        "relation": "rel:ru-ir",
        "aspect": "exists",
        "summary": "What it says.",
        "locator": Locator(label="paragraph", value="1"),
        "chain": tuple(link(word, place == len(words) - 1) for place, word in enumerate(words)),
        "credibility": digit,
        "when": "2026-01",
    }
    return Claim(**(given | {"stance": stance, "basis": basis} | more))


def source(name: str, letter: str = "", read: bool = False, **more: Any) -> Source:
    """Return a source; one that was read is archived too."""
    grade = (Grade(grade=letter, why="For the test."),) if letter else ()
    kept = {"read": True, "archive": COPY} if read else {}
    given = {"csl": {"title": name.upper(), "issued": "2026-01-15"}, "publisher": name.upper(), "reliability": grade}
    return Source(id=f"src:{name}", **(given | kept | more))


def actor(name: str, letter: str = "", **more: Any) -> Actor:
    """Return an actor, graded as an origin where a letter is given."""
    grade = (Grade(grade=letter, why="For the test."),) if letter else ()
    given = {"kind": "state", "names": (Name(text=name.upper()),), "grade": grade}
    return Actor(id=f"actor:{name}", **(given | more))


ARTICLES = (source("000", read=True), *(source(name, "C", read=True) for name in ("001", "002", "003", "004")))
ORIGINALS = tuple(source(name, "B") for name in ("wsj", "cnn", "reuters", "iranintl", "fp", "axes", "post", "treaty"))
PEOPLE = ("ru", "ir", "us", "expert", "analyst", "smagin", "idf", "kirby", "kremlin")


def network(
    claims: Iterable[Claim] = (), read: Iterable[str] = (), more: Iterable[Source] = (), **rest: Any
) -> Network:
    """Return the articles, the originals behind them with some of these read, and one relation with these claims."""
    relation = Relation(
        id="rel:ru-ir",
        domain="tech",
        kind="cyber",
        giver="actor:ru",
        receiver="actor:ir",
        summary="Cyber tools",
        event=rest.pop("event", False),
        claims=tuple(claims),
    )
    given = {
        "id": "seeds",
        "title": "Seeds",
        "version": "1",
        "as_of": "2026-03-08",
        "actors": tuple(actor(name) for name in PEOPLE),
        "sources": tuple(having_read(one) if one.id[4:] in read else one for one in (*ARTICLES, *ORIGINALS, *more)),
        "relations": (relation,),
    }
    return Network(**(given | rest))


def having_read(one: Source) -> Source:
    """Return a source as read and archived."""
    return msgspec.structs.replace(one, read=True, archive=COPY)


def judge(claims: Sequence[Claim], *read: str, **more: Any) -> Assessment:
    """Return the assessment of the first claim's aspect, with some of the originals read."""
    return assess_aspect(claims, network(claims, read, **more), claims[0].aspect)


def outcome(assessment: Assessment) -> tuple[str, str]:
    """Return level and "documents → origins" as the table of worked examples prints them."""
    return assessment.level.name, f"{assessment.documents} → {assessment.origins}"


def grades(assessment: Assessment) -> dict[str, str]:
    """Return the best grade of each origin class."""
    return {one.key: one.best for one in assessment.classes}


CYBER = [
    claim("003 > wsj", when="2023-03/2023-12"),
    claim("000 > wsj", digit=3, when="2022"),
    claim("002 > …", digit=3, when="2026-03-08"),
]
ADVICE = [
    claim("000 > reuters > @us?", basis="announced", when="2022-10-26"),
    claim("000 > iranintl", when="2022-12"),
    claim("000 > fp > @expert~", basis="assessed", when="2026-01"),
    claim("000 > axes > @expert~", basis="assessed", when="2026-01"),
    claim("002 > …", digit=3),
]
PLANT = [
    claim("003 > @kirby", basis="announced", when="2023-12-07"),
    claim('003 > post > "internal documents of the plant"', basis="documented", when="2023-08"),
    claim("001~ > @analyst~", basis="assessed", when="2026-01"),
    claim("002 > …", digit=3, when="2024"),
    claim("004 > …", digit=3, when="2024"),
]
TREATY = [claim("000 > treaty", basis="documented"), claim("treaty", basis="documented"), claim("001 > …", digit=3)]
PACT = [
    claim("004~", basis="assessed", digit=3, when="2025/.."),
    claim("001 > …", "contradicts", when="2026-01"),
    claim("002 > …", "contradicts", when="2026-03"),
]
SUPPLY = [
    claim("000~ > fp~ > @expert~", basis="assessed", when="2025-12/2026-01"),
    claim("001~ > @smagin~", basis="assessed", when="2026-01"),
    claim("002 > …", "contradicts", when="2026-02/2026-03"),
]


def test_example_1_cyber_tools_rest_on_one_report_that_nobody_read() -> None:
    found = judge(CYBER)
    assert outcome(found) == ("LOW", "4 → 1")
    assert (found.classes[0].best, found.classes[0].worst) == ("C2", "F3")
    assert found.flags == ("SINGLE_ORIGIN", "ORIGINAL_NOT_READ")


def test_example_1a_reading_the_original_raises_it() -> None:
    found = judge(CYBER, "wsj")
    assert outcome(found) == ("MODERATE", "4 → 1")
    assert (found.classes[0].key, found.classes[0].best) == ("own:src:wsj", "B2")
    assert found.flags == ("SINGLE_ORIGIN",)


def test_example_2_advice_comes_through_an_ungraded_essay() -> None:
    found = judge(ADVICE)
    assert outcome(found) == ("LOW", "6 → 3")
    assert {one.best[0] for one in found.classes if one.counts} == {"F"}
    assert "STRENGTHENED_IN_TRANSMISSION" in found.flags


def test_example_2a_with_the_articles_read_a_maybe_and_a_judgement_are_moderate() -> None:
    found = judge(ADVICE, "reuters", "fp")
    assert outcome(found) == ("MODERATE", "6 → 3")
    assert (grades(found)["actor:us"], grades(found)["actor:expert"]) == ("B3", "B2")
    assert not any(one.informational for one in found.classes if one.solid)


def test_example_3_the_missile_deal_is_drawn_as_agreed_never_as_delivered() -> None:
    deal = {"aspect": "status:agreed", "when": "2023-11"}
    claims = [
        claim("004 > cnn", **deal),
        claim("004 > wsj", **deal),
        claim("004 > …", "qualifies", aspect="status:delivered", when="2023-11"),
    ]
    found = assess_relation((whole := network(claims)).relations[0], whole)
    assert outcome(found.aspects["status:agreed"]) == ("LOW", "3 → 1")
    assert outcome(found.aspects["status:delivered"]) == ("NONE", "1 → 0")
    assert len(found.aspects["status:delivered"].qualifies) == 1
    assert (found.status, found.aspect) == ("agreed", "status:agreed")
    assert found.headline.flags[:2] == ("SINGLE_ORIGIN", "ORIGINAL_NOT_READ")


def test_example_4_photos_and_a_major_of_one_army_are_one_origin() -> None:
    found = judge([claim("004 > @idf", basis="observed", when="2024-10"), claim("004 > wsj > @idf", when="2024-10")])
    assert outcome(found) == ("LOW", "2 → 1")
    assert found.flags == ("SINGLE_ORIGIN",)
    assert not found.classes[0].primary


def test_example_5_the_plant_is_carried_by_c_alone() -> None:
    found = judge(PLANT)
    assert outcome(found) == ("MODERATE", "5 → 3")
    assert not any(one.strong for one in found.classes)
    assert "SINGLE_ORIGIN" not in found.flags


def test_example_5a_with_the_post_read_it_is_confirmed() -> None:
    found = judge(PLANT, "post")
    assert outcome(found) == ("HIGH", "5 → 3")
    assert {one.digit for one in found.classes if one.informational and one.counts} == {1}
    assert "B1" in grades(found).values()


def test_example_5_counts_papers_with_a_record_of_their_own_as_an_origin_not_a_document() -> None:
    papers = claim("003 > post > papers", basis="documented")
    found = judge([papers, *(one for one in PLANT if not one.chain[-1].named)], "post", more=[source("papers")])
    assert outcome(found) == ("HIGH", "5 → 3")
    assert grades(found)["src:papers"] == "B1"


def test_example_6_an_archived_treaty_is_primary() -> None:
    found = judge(TREATY, "treaty")
    assert outcome(found) == ("HIGH", "3 → 1")
    assert found.classes[0].primary
    assert "rule 5: a primary item (src:treaty) -> HIGH" in found.trace


def test_example_6b_a_forecast_is_disputed_by_unattributed_words() -> None:
    found = judge(PACT)
    assert outcome(found) == ("LOW", "3 → 1")
    assert found.flags == ("SINGLE_ORIGIN", "DISPUTED_WEAKLY", "ASSESSED_ONLY")


def test_example_6b_with_the_text_read_nothing_is_left_of_it() -> None:
    found = judge([*PACT, claim("treaty", "contradicts", "documented", when="2025-01-17/..")], "treaty")
    assert found.level is Level.NONE
    assert "CONTRADICTED_BY_PRIMARY" in found.flags


def test_example_7_another_period_is_no_contradiction() -> None:
    found = judge(SUPPLY)
    assert outcome(found) == ("LOW", "4 → 2")
    assert found.flags == ("ORIGINAL_NOT_READ", "OPPOSING_CLAIM_OTHER_PERIOD", "ASSESSED_ONLY")


def test_example_8_documents_citing_one_another_are_worth_nothing() -> None:
    found = judge([claim("001 > 002"), claim("002 > 003"), claim("003 > 001")])
    assert outcome(found) == ("NONE", "3 → 0")
    assert found.flags == ("CIRCULAR",)


def test_a_document_that_leads_nowhere_else_makes_a_loop_harmless() -> None:
    found = judge([claim("001 > 002"), claim("002 > 003"), claim("003 > 001"), claim("001 > @kirby")])
    assert outcome(found) == ("LOW", "3 → 1")
    assert "CIRCULAR" not in found.flags
    assert found.classes[0].key == "actor:kirby"


def test_what_leaves_a_loop_only_on_the_other_side_is_no_way_out() -> None:
    loop = [claim("001 > 002"), claim("002 > 001")]
    assert "CIRCULAR" in judge([*loop, claim("001 > @kirby", "contradicts")]).flags


def test_documents_citing_each_other_for_and_against_are_no_loop() -> None:
    found = judge([claim("001 > 002"), claim("002 > 001", "contradicts")])
    assert "CIRCULAR" not in found.flags
    assert found.classes[0].key == "own:src:002"


def test_a_stronger_origin_that_is_contradicted_as_firmly_is_low() -> None:
    claims = [claim("wsj"), claim("post", "contradicts")]
    found = judge(claims, "wsj", "post")
    assert (found.level, found.flags) == (Level.LOW, ("SINGLE_ORIGIN", "CONTESTED"))
    assert [one.key for one in found.against] == ["own:src:post"]


def test_a_weaker_solid_contradiction_takes_one_step() -> None:
    claims = [claim("wsj"), claim("reuters"), claim("003", "contradicts")]
    assert judge(claims[:2], "wsj", "reuters").level is Level.HIGH
    found = judge(claims, "wsj", "reuters")
    assert (found.level, "CONTESTED" in found.flags) == (Level.MODERATE, True)


def test_what_nothing_supports_is_not_contested() -> None:
    found = judge([claim("wsj", "contradicts")], "wsj")
    assert (found.level, found.flags) == (Level.NONE, ())


def test_a_primary_item_on_either_side_leaves_it_contested() -> None:
    claims = [claim("wsj", basis="documented"), claim("post", "contradicts", "documented")]
    found = judge(claims, "wsj", "post")
    assert (found.level, found.flags) == (Level.LOW, ("SINGLE_ORIGIN", "CONTESTED"))


def test_a_denial_by_a_party_is_shown_and_steps_nothing() -> None:
    denial = claim("wsj > @ru!", "contradicts", "denial")
    found = judge([claim("wsj"), denial], "wsj")
    assert (found.level, found.contradicts) == (Level.MODERATE, (denial.id,))
    assert "CONTESTED" not in found.flags
    assert [one.key for one in found.against] == ["actor:ru"]


def test_a_denial_by_a_body_of_a_party_is_the_party_s_own() -> None:
    claims = [claim("wsj"), claim("wsj > @kremlin!", "contradicts", "denial")]
    actors = (*(actor(name) for name in PEOPLE if name != "kremlin"), actor("kremlin", parent="actor:ru"))
    assert judge(claims, "wsj", actors=actors).level is Level.MODERATE
    assert judge(claims, "wsj").level is Level.LOW


def test_a_party_that_contradicts_otherwise_than_by_denial_is_heard() -> None:
    found = judge([claim("wsj"), claim("wsj > @ru", "contradicts", "announced")], "wsj")
    assert "CONTESTED" in found.flags


def test_a_denial_by_somebody_else_is_a_contradiction() -> None:
    found = judge([claim("wsj"), claim("post > @us!", "contradicts", "denial")], "wsj", "post")
    assert "CONTESTED" in found.flags


def test_a_denial_does_not_stop_a_confirmation_but_a_contradiction_does() -> None:
    claims = [claim("wsj"), claim("reuters")]
    denied = judge([*claims, claim("wsj > @ru!", "contradicts", "denial")], "wsj", "reuters")
    disputed = judge([*claims, claim("000", "contradicts")], "wsj", "reuters")
    assert [one.digit for one in denied.classes] == [1, 1]
    assert [one.digit for one in disputed.classes] == [2, 2]
    assert disputed.flags == ("DISPUTED_WEAKLY",)


def test_one_bloc_does_not_confirm_itself() -> None:
    pair = [source("a", "B", read=True, bloc="group"), source("b", "B", read=True, bloc="group")]
    found = judge([claim("a"), claim("b")], more=pair)
    assert (found.level, [one.best for one in found.classes]) == (Level.MODERATE, ["B2", "B2"])


def test_two_articles_of_one_outlet_are_one_bloc() -> None:
    pair = [source(name, "B", read=True, publisher="Outlet") for name in ("a", "b")]
    assert judge([claim("a"), claim("b")], more=pair).level is Level.MODERATE


def test_a_qualifier_takes_a_step_until_it_is_answered() -> None:
    qualified = judge([claim("wsj"), claim("003", "qualifies")], "wsj")
    answered = judge([claim("wsj"), claim("003", "qualifies", answered="The delivery was seen.")], "wsj")
    assert (qualified.level, qualified.flags) == (Level.LOW, ("SINGLE_ORIGIN", "QUALIFIED"))
    assert answered.level is Level.MODERATE


def test_steps_stop_at_low_while_anything_supports() -> None:
    found = judge([claim("003", when="2020"), claim("003", "qualifies")])
    assert (found.level, found.flags) == (Level.LOW, ("SINGLE_ORIGIN", "DATED", "QUALIFIED"))


def test_information_ages_after_the_horizon() -> None:
    assert judge([claim("wsj", when="2024-03-08")], "wsj").level is Level.MODERATE
    dated = judge([claim("wsj", when="2024-03-07")], "wsj")
    assert (dated.level, "DATED" in dated.flags) == (Level.LOW, True)


@pytest.mark.parametrize(("more", "when"), [({"event": True}, "2020"), ({}, ""), ({}, "2020/..")])
def test_events_undated_claims_and_lasting_states_do_not_age(more: dict[str, Any], when: str) -> None:
    assert judge([claim("wsj", when=when)], "wsj", **more).flags == ("SINGLE_ORIGIN",)


def test_age_is_counted_from_the_date_of_the_view() -> None:
    claims = [claim("wsj", when="2021")]
    found = assess_aspect(claims, network(claims, ["wsj"]), "exists", Cut(as_of="2022-06"))
    assert found.level is Level.MODERATE


def test_words_without_an_origin_keep_information_new_unless_the_rules_say_otherwise() -> None:
    claims, strict = [claim("wsj", when="2020"), claim("002 > …")], msgspec.structs.replace(RULESET_1, version="x")
    strict = msgspec.structs.replace(strict, unattributed_is_news=False)
    assert judge(claims, "wsj").level is Level.MODERATE
    assert assess_aspect(claims, network(claims, ["wsj"]), "exists", ruleset=strict).level is Level.LOW


CUTS = [
    (Cut(), 3), (Cut(as_of="2023-04-30"), 0), (Cut(as_of="2023-05-01"), 1), (Cut(as_of="2025"), 2),
    (Cut(known_by="2024"), 1), (Cut(known_by="2026-01-14"), 1), (Cut(known_by="2026-01-15"), 3),
    (Cut(ceiling="TLP:CLEAR"), 2), (Cut(ceiling="TLP:AMBER"), 3), (Cut(ceiling="OFFICIAL"), 2),
    (Cut(struck=frozenset({"src:001"})), 2), (Cut(struck=frozenset({"actor:kirby"})), 2),
    (Cut(struck=frozenset({"clm:third"})), 2), (Cut(struck=frozenset({"src:001", "actor:kirby", "clm:third"})), 0),
]  # fmt: skip


@pytest.mark.parametrize(("cut", "left"), CUTS)
def test_a_cut_leaves_what_lies_within_it(cut: Cut, left: int) -> None:
    old = source("old", "B", read=True, csl={"issued": {"date-parts": [[2023, 5, 1]]}})
    claims = [
        claim("old > @us", when="2023-05", id="clm:third"),
        claim("001", when="2024"),
        claim("003 > @kirby", when="2026-02", marking="TLP:AMBER"),
    ]
    found = assess_aspect(claims, network(claims, more=[old]), "exists", cut)
    assert len(found.supports) == left


def test_what_is_deprecated_retracted_or_superseded_does_not_count() -> None:
    gone = source("gone", "B", read=True, retracted="Withdrawn by its editors.")
    first = claim("wsj")
    claims = [first, claim("wsj", supersedes=first.id, rank="deprecated", reason="Misread."), claim("003 > gone")]
    assert judge(claims, "wsj", more=[gone]).supports == (first.id,)
    second = claim("003", supersedes=first.id)
    assert judge([first, second], "wsj").supports == (second.id,)


def test_a_lower_marking_computes_anew() -> None:
    claims = [claim("wsj", marking="TLP:RED"), claim("003")]
    whole = network(claims, ["wsj"])
    assert assess_aspect(claims, whole, "exists").level is Level.HIGH
    assert assess_aspect(claims, whole, "exists", Cut(ceiling="TLP:GREEN")).level is Level.LOW


def test_the_trace_says_which_rule_fired() -> None:
    assert "rule 5: one strong class (own:src:wsj) -> MODERATE" in judge(CYBER, "wsj").trace
    assert "rule 7: a contradiction speaks of another period -> no step" in judge(SUPPLY).trace
    assert judge([claim("003", "qualifies")]).trace == ("rule 5: nothing supports it -> NONE",)


def test_every_flag_has_a_word_for_the_reader() -> None:
    assert {flag for claims in (CYBER, ADVICE, PLANT, PACT, SUPPLY) for flag in judge(claims).flags} <= set(FLAGS)


def test_an_assessment_tells_what_would_raise_it() -> None:
    assert judge(CYBER).raised_by == ("read the WSJ original → Moderate",)


def test_the_badge_counts_origins_then_documents() -> None:
    assert judge(PLANT).badge == "3/5"


def relation_of(*claims: Claim, **more: Any) -> tuple[Relation, Network]:
    """Return a relation with these claims, and its network."""
    whole = network(claims, **more)
    return whole.relations[0], whole


def test_a_relation_is_drawn_at_the_furthest_status_that_has_support() -> None:
    words = [claim("003", aspect=f"status:{word}") for word in ("delivered", "proposed", "agreed")]
    found = assess_relation(*relation_of(claim("wsj"), *words, read=["wsj"]))
    assert (found.status, found.aspect, found.level) == ("delivered", "status:delivered", Level.LOW)


def test_without_a_status_it_is_drawn_at_its_existence_or_what_is_best_supported() -> None:
    exists = assess_relation(*relation_of(claim("003"), claim("wsj", aspect="magnitude"), read=["wsj"]))
    other = assess_relation(*relation_of(claim("003", aspect="via"), claim("wsj", aspect="magnitude"), read=["wsj"]))
    assert (exists.aspect, other.aspect) == ("exists", "magnitude")


def test_a_relation_without_claims_is_none() -> None:
    found = assess_relation(*relation_of())
    assert (found.level, found.status, found.aspect, found.undated) == (Level.NONE, "", "exists", True)
    assert found.headline.raised_by == ()


def test_an_override_is_kept_beside_what_was_computed() -> None:
    relation, whole = relation_of(claim("003"))
    found = assess_relation(relation, whole, overrides={relation.id: Override(Level.HIGH, "Seen it.")})
    assert (found.level, found.headline.level) == (Level.HIGH, Level.LOW)
    assert found.override
    assert found.override.reason == "Seen it."


def test_a_relation_tells_its_span_its_sources_and_its_amounts() -> None:
    amount = Asserts(value=6000, unit="drones", basis="estimate")
    found = assess_relation(
        *relation_of(
            claim("003 > @kirby", when="2023-08", begins="2022-07"),
            claim("post", "contradicts", when="2019"),
            claim("001", aspect="magnitude", asserts=amount, when="2024"),
        )
    )
    assert (found.first, found.last) == (date(2022, 7, 1), date(2024, 12, 31))
    assert (found.start_known, found.end_known, found.undated) == (True, False, False)
    assert found.sources == {"src:003", "src:post", "src:001"}
    assert found.magnitudes == ("6,000 drones (estimate)",)


def test_a_network_is_assessed_relation_by_relation() -> None:
    relation, whole = relation_of(*CYBER)
    index = Index(whole)
    assert assess_network(whole) == assess_network(index) == {relation.id: assess_relation(relation, index)}
    assert assess_network(whole, Cut(struck=frozenset({"src:wsj"})))[relation.id].headline.origins == 0


def test_an_edited_claim_is_judged_anew_by_the_same_index() -> None:
    first = claim("003")
    index = Index(network([first]))
    assert assess_aspect([first], index, "exists").level is Level.LOW
    edited = msgspec.structs.replace(first, chain=claim("wsj > @us").chain)
    assert assess_aspect([edited], index, "exists").classes[0].key == "actor:us"


def test_a_relation_through_others_names_them_no_party() -> None:
    relation, whole = relation_of(claim("wsj"), claim("wsj > @us!", "contradicts", "denial"), read=["wsj"])
    through = msgspec.structs.replace(relation, via=(Via(actor="actor:us", role="carrier"),))
    assert "CONTESTED" in assess_relation(through, whole).headline.flags
