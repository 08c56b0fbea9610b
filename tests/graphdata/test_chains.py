"""Paths: where a chain leads, and what it is worth on the way (rules 1 to 3)."""

from __future__ import annotations

from typing import Any

import pytest

from graphdata.chains import FOREVER, NEVER, Facts, Index, Path, path_of
from graphdata.network import Actor, Name, Network, Relation
from graphdata.sourcing import Archive, Claim, Grade, Link, Locator, Source


def document(name: str, letter: str = "", read: bool = False, **more: Any) -> Facts:
    """Return the facts of a document."""
    return Facts(f"src:{name}", name.upper(), letter, f"{name}-bloc", read=read, archived=read, is_source=True, **more)


def known(*facts: Facts) -> dict[str, Facts]:
    """Return facts by their id, with an essay, a news item and two actors among them."""
    usual = (
        document("essay", read=True),
        document("news", "C", read=True),
        Facts("actor:us", "US", bloc="actor:us"),
        Facts("actor:idf", "IDF", "D", bloc="actor:il"),
    )
    return {one.id: one for one in (*usual, *facts)}


def cited(node: str, **more: Any) -> Link:
    """Return a link of a document that passes on."""
    return Link(node=node, role="cited_in", **more)


def origin(node: str | None, **more: Any) -> Link:
    """Return the link at the far end."""
    return Link(node=node, role="origin", **more)


def claim(*chain: Link, **more: Any) -> Claim:
    """Return a claim with this chain."""
    given = {
        "id": "clm:one",
        "relation": "rel:ru-ir",
        "aspect": "exists",
        "stance": "supports",
        "basis": "reported",
        "summary": "What it says.",
        "locator": Locator(label="paragraph", value="1"),
        "credibility": 2,
    }
    return Claim(chain=chain, **(given | more))


def path(*chain: Link, facts: tuple[Facts, ...] = (), **more: Any) -> Path:
    """Return the path of a claim with this chain."""
    return path_of(claim(*chain, **more), known(*facts))


NEWS = cited("src:news")
WSJ = document("wsj", "B")
WSJ_READ = document("wsj", "B", read=True)


@pytest.mark.parametrize(
    ("chain", "basis", "key"),
    [
        ((NEWS, origin("actor:us")), "announced", "actor:us"),
        ((NEWS, origin("src:wsj")), "reported", "unresolved"),
        ((NEWS, origin("src:wsj")), "documented", "src:wsj"),
        ((NEWS, origin("src:wsj")), "observed", "src:wsj"),
        ((origin("src:news"),), "reported", "own:src:news"),
        ((NEWS, origin(None, unstated=True)), "reported", "unattributed"),
        ((origin("src:news", unstated=True),), "documented", "unattributed"),
        ((NEWS, origin(None)), "reported", "unattributed"),
        ((NEWS,), "reported", "unattributed"),
        ((NEWS, origin(None, named="Plant  PAPERS")), "documented", "named:plant papers"),
        ((NEWS, origin(None, named="experts", unstated=True)), "assessed", "unattributed"),
        ((NEWS, Link(node="src:wsj", role="reported_by")), "reported", "unresolved"),
    ],
)
def test_a_chain_leads_to_its_origin(chain: tuple[Link, ...], basis: str, key: str) -> None:
    assert path(*chain, basis=basis, facts=(WSJ,)).key == key


@pytest.mark.parametrize(
    ("chain", "facts", "letter"),
    [
        ((NEWS, origin("src:wsj")), (WSJ,), "C"),
        ((NEWS, origin("src:wsj")), (WSJ_READ,), "B"),
        ((cited("src:essay"), origin("src:wsj")), (WSJ,), "F"),
        ((NEWS, origin("src:papers")), (document("papers"),), "C"),
        ((NEWS, origin("src:papers")), (document("papers", read=True),), "C"),
        ((NEWS, cited("src:wsj"), origin("src:papers")), (WSJ_READ, document("papers")), "B"),
        ((NEWS, origin("actor:us")), (), "C"),
        ((NEWS, origin("actor:idf")), (), "D"),
        ((NEWS, origin("src:wsj")), (document("wsj", "F"),), "F"),
        ((origin("src:essay"),), (), "F"),
        ((origin("actor:us"),), (), "F"),
        ((NEWS, origin(None, named="papers")), (), "C"),
    ],
)
def test_the_letter_is_the_worst_judged_one_on_the_way(
    chain: tuple[Link, ...], facts: tuple[Facts, ...], letter: str
) -> None:
    assert path(*chain, facts=facts).letter == letter


def test_a_digit_typed_as_confirmed_counts_as_probable() -> None:
    assert path(NEWS, origin("actor:us"), credibility=1).digit == 2
    assert path(NEWS, origin("actor:us"), credibility=4).digit == 4


@pytest.mark.parametrize(
    ("near", "far", "strengthened", "hedged", "assessed"),
    [
        ("asserted", "asserted", False, False, False),
        ("asserted", "possible", True, True, False),
        ("possible", "possible", False, True, False),
        ("possible", "asserted", False, True, False),
        ("asserted", "assessed", True, False, True),
        ("assessed", "possible", True, True, False),
        ("asserted", "denied", True, True, False),
    ],
)
def test_the_weaker_wording_is_used(near: str, far: str, strengthened: bool, hedged: bool, assessed: bool) -> None:
    found = path(cited("src:news", modality=near), origin("actor:us", modality=far))
    assert (found.strengthened, found.hedged, found.assessed) == (strengthened, hedged, assessed)
    assert found.informational is not (hedged or assessed)


def test_what_carriers_made_of_a_read_original_matters_no_more() -> None:
    chain = (cited("src:news", modality="possible"), origin("src:wsj"))
    assert path(*chain, facts=(WSJ,)).hedged
    assert not path(*chain, facts=(WSJ_READ,)).hedged


def test_a_denial_is_firm_in_a_claim_that_contradicts() -> None:
    found = path(NEWS, origin("actor:us", modality="denied"), stance="contradicts", basis="denial")
    assert (found.strengthened, found.hedged) == (False, False)


def test_only_an_item_that_is_here_and_bears_on_the_aspect_is_in_hand() -> None:
    assert path(origin("src:wsj"), basis="documented", facts=(WSJ_READ,)).in_hand
    assert path(NEWS, origin("src:wsj"), basis="observed", facts=(WSJ_READ,)).in_hand
    assert not path(origin("src:wsj"), basis="documented", direct=False, facts=(WSJ_READ,)).in_hand
    assert not path(origin("src:wsj"), basis="reported", facts=(WSJ_READ,)).in_hand
    assert not path(origin("src:wsj"), basis="documented", facts=(WSJ,)).in_hand
    assert not path(origin("src:wsj", unstated=True), basis="documented", facts=(WSJ_READ,)).in_hand
    assert not path(NEWS, origin("actor:idf"), basis="observed").in_hand


def test_an_original_is_read_where_the_last_document_is() -> None:
    assert not path(NEWS, origin("src:wsj"), facts=(WSJ,)).original_read
    assert path(NEWS, origin("src:wsj"), facts=(WSJ_READ,)).original_read
    assert path(NEWS, origin("actor:us")).original_read
    assert not path(NEWS, cited("src:wsj"), origin("actor:us"), facts=(WSJ,)).original_read


def test_an_unread_item_is_no_document_yet_but_an_unread_report_is() -> None:
    assert path(NEWS, origin("src:wsj"), facts=(WSJ,)).documents == ("src:news", "src:wsj")
    assert path(NEWS, origin("src:wsj"), basis="documented", facts=(WSJ,)).documents == ("src:news",)
    assert path(origin("src:wsj"), basis="documented", facts=(WSJ,)).documents == ("src:wsj",)
    assert path(NEWS, origin("src:wsj"), basis="documented", facts=(WSJ_READ,)).documents == ("src:news", "src:wsj")


def test_a_copy_leads_on_to_what_it_copies() -> None:
    copy = document("copy", "B", read=True, copy_of="src:news")
    found = path(origin("src:copy"), facts=(copy,))
    assert (found.key, found.documents) == ("own:src:news", ("src:copy",))
    assert found.cites == (("src:copy", "src:news"),)


def test_copies_of_each_other_lead_round_once() -> None:
    pair = (document("a", copy_of="src:b"), document("b", copy_of="src:a"))
    assert path(origin("src:a"), facts=pair).cites == (("src:a", "src:b"), ("src:b", "src:a"))


def test_a_copy_that_passes_on_an_actor_stays_as_it_is() -> None:
    copy = document("copy", "B", read=True, copy_of="src:news")
    assert path(cited("src:copy"), origin("actor:us"), facts=(copy,)).cites == ()


def test_a_document_named_twice_running_does_not_cite_itself() -> None:
    assert path(NEWS, origin("src:news")).cites == ()
    assert path(NEWS, origin("src:wsj"), facts=(WSJ,)).cites == (("src:news", "src:wsj"),)


def test_a_path_knows_all_that_would_take_it_away() -> None:
    found = path(NEWS, origin("src:wsj"), facts=(WSJ,), marking="TLP:GREEN")
    assert found.ids == {"clm:one", "unresolved", "src:news", "src:wsj"}
    assert found.markings == {"TLP:GREEN", "TLP:CLEAR"}


def test_an_id_without_a_record_is_a_stranger_not_a_fault() -> None:
    found = path(cited("src:nowhere"), origin("actor:nobody"))
    assert (found.key, found.letter, found.original_read) == ("actor:nobody", "F", False)


@pytest.mark.parametrize(
    ("when", "begins", "finishes", "news"),
    [
        ("", NEVER, FOREVER, NEVER),
        ("0001-01-02/0001-01-05", 2, 5, 5),
        ("0001-01-02/..", 2, FOREVER, 9),
        ("0001-01-02/", 2, FOREVER, 2),
        ("../0001-01-05", NEVER, 5, 5),
    ],
)
def test_a_lasting_state_is_as_new_as_the_document_that_says_so(
    when: str, begins: int, finishes: int, news: int
) -> None:
    found = path(origin("src:dated"), when=when, facts=(document("dated", issued=9),))
    assert (found.begins, found.finishes, found.news) == (begins, finishes, news)


def test_deprecated_and_retracted_are_not_live() -> None:
    assert path(origin("src:news")).live
    assert not path(origin("src:news"), rank="deprecated").live
    assert not path(NEWS, origin("src:wsj"), facts=(document("wsj", "B", retracted=True),)).live


def actor(name: str, **more: Any) -> Actor:
    """Return an actor of that name."""
    return Actor(id=f"actor:{name}", kind="state", names=(Name(text=name.upper()),), **more)


RELATION = Relation(
    id="rel:ru-ir", domain="arms", kind="transfer", giver="actor:kremlin", receiver="actor:ir", summary="Arms"
)
NETWORK = Network(
    id="small",
    title="Small",
    version="1",
    as_of="2026",
    actors=(
        actor("ru", bloc="moscow", grade=(Grade(grade="D", why="A party."),)),
        actor("kremlin", parent="actor:ru"),
        actor("speaker", parent="actor:kremlin"),
        actor("ir"),
        actor("agency", parent="actor:ir"),
        actor("tass", parent="actor:ru", bloc="tass"),
    ),
    sources=(
        Source(id="src:wire", csl={"title": "Wire", "issued": "2025-02"}, publisher="actor:agency"),
        Source(id="src:blog", csl={"title": "Blog"}, bloc="moscow", derives_from=("src:wire",)),
        Source(id="src:book", csl={}, derives_from=("src:wire", "src:blog"), archive=Archive(sha256="0" * 64)),
        Source(id="src:note", csl={}, publisher="Outlet", read=True, retracted="Withdrawn."),
    ),
    relations=(RELATION,),
)


def test_an_actor_speaks_for_its_own_bloc_or_for_that_of_whom_it_belongs_to() -> None:
    facts = Index(NETWORK).known
    blocs = [facts[f"actor:{name}"].bloc for name in ("ru", "speaker", "agency", "tass")]
    assert blocs == ["moscow", "moscow", "actor:ir", "tass"]
    assert facts["actor:ru"].letter == "D"


def test_a_document_speaks_for_its_bloc_its_publisher_or_itself() -> None:
    facts = Index(NETWORK).known
    assert [facts[f"src:{name}"].bloc for name in ("wire", "blog", "book", "note")] == [
        "actor:ir",
        "moscow",
        "src:book",
        "Outlet",
    ]


def test_the_facts_of_a_document_come_from_its_record() -> None:
    facts = Index(NETWORK).known
    assert [facts[f"src:{name}"].copy_of for name in ("wire", "blog", "book")] == ["", "src:wire", ""]
    assert [facts[f"src:{name}"].label for name in ("wire", "blog", "book", "note")] == [
        "AGENCY",
        "Blog",
        "src:book",
        "Outlet",
    ]
    assert (facts["src:note"].read, facts["src:note"].retracted, facts["src:book"].archived) == (True, True, True)
    assert facts["src:wire"].issued > facts["src:blog"].issued == NEVER


def test_who_speaks_for_a_party_is_found_up_the_line() -> None:
    index = Index(NETWORK)
    assert index.parties(RELATION) == {"actor:kremlin", "actor:ir", "moscow"}
    assert index.lineage("actor:speaker") >= {"actor:speaker", "actor:kremlin", "actor:ru", "moscow"}
    assert "actor:ir" in index.lineage("src:wire")
    assert index.lineage("named:papers") == {"named:papers"}


def test_reading_a_source_in_thought_leaves_the_index_alone() -> None:
    index = Index(NETWORK)
    assert index.having_read(["src:wire"]).known["src:wire"].archived
    assert not index.known["src:wire"].read


def test_an_actor_that_belongs_to_itself_ends_the_line() -> None:
    ring = Network(id="ring", title="Ring", version="1", as_of="2026", actors=(actor("a", parent="actor:a"),))
    assert Index(ring).known["actor:a"].bloc == "actor:a"
