"""Advice: what is said to raise a level does raise it, and nothing else is said."""

from __future__ import annotations

from typing import Any

from graphdata.chains import Index
from graphdata.confidence import assess_relation
from graphdata.network import Actor, Name, Network, Relation
from graphdata.sourcing import Archive, Claim, Grade, Link, Locator, Source


def source(name: str, letter: str = "", read: bool = False, **more: Any) -> Source:
    """Return a source; one that was read is archived too."""
    grade = (Grade(grade=letter, why="For the test."),) if letter else ()
    kept = {"read": True, "archive": Archive(sha256="0" * 64)} if read else {}
    given = {"csl": {"title": name.upper(), "issued": "2026-01-15"}, "publisher": name.upper(), "reliability": grade}
    return Source(id=f"src:{name}", **(given | kept | more))


def claim(number: int, *names: str, **more: Any) -> Claim:
    """Return a claim whose chain runs through these documents."""
    given = {
        "id": f"clm:c{number}",
        "relation": "rel:ru-ir",
        "aspect": "exists",
        "stance": "supports",
        "basis": "reported",
        "summary": "What it says.",
        "locator": Locator(label="paragraph", value="1"),
        "chain": tuple(Link(node=f"src:{name}", role="origin") for name in names),
        "credibility": 2,
        "when": "2026-01",
    }
    return Claim(**(given | more))


def advice(*claims: Claim, sources: tuple[Source, ...] = ()) -> tuple[str, ...]:
    """Return what would raise the relation that has these claims."""
    usual = (source("news", "C", read=True), source("wsj", "B"), source("post", "B"), source("blog"))
    network = Network(
        id="small",
        title="Small",
        version="1",
        as_of="2026-03-08",
        actors=tuple(Actor(id=f"actor:{name}", kind="state", names=(Name(text=name),)) for name in ("ru", "ir")),
        sources=(*usual, *sources),
        relations=(
            Relation(
                id="rel:ru-ir",
                domain="arms",
                kind="transfer",
                giver="actor:ru",
                receiver="actor:ir",
                summary="Arms",
                claims=claims,
            ),
        ),
    )
    return assess_relation(network.relations[0], Index(network)).headline.raised_by


def test_reading_the_original_is_advised_where_it_helps() -> None:
    assert advice(claim(1, "news", "wsj")) == ("read the WSJ original → Moderate",)


def test_reading_what_nobody_grades_is_not_advised() -> None:
    assert advice(claim(1, "news", "blog")) == ()


def test_each_original_that_helps_is_named() -> None:
    claims = [claim(number, "news", name, basis="assessed") for number, name in enumerate(("wsj", "post"))]
    assert advice(*claims) == ("read the POST original → Moderate", "read the WSJ original → Moderate")


def test_archiving_an_item_makes_it_primary() -> None:
    text = source("text", "B", read=True, archive=None)
    assert advice(claim(1, "text", basis="documented"), sources=(text,)) == ("archive the TEXT original → High",)


def test_two_originals_of_one_outlet_are_told_apart_by_date() -> None:
    other = source("wsj2", "D", publisher="WSJ")
    assert advice(claim(1, "news", "wsj"), sources=(other,)) == ("read the WSJ original of 15 Jan 2026 → Moderate",)


def test_where_no_single_original_helps_two_of_them_may() -> None:
    pair = (source("one", "C"), source("two", "C"))
    claims = (claim(1, "blog", "one"), claim(2, "blog", "two"))
    assert advice(*claims, sources=pair) == ("read the ONE original and read the TWO original → Moderate",)


def test_where_no_two_steps_help_all_of_them_may() -> None:
    pair = (source("one", "C"), source("two", "C"))
    claims = (claim(1, "blog", "one"), claim(2, "blog", "two"), claim(3, "news", stance="qualifies"))
    assert advice(*claims, sources=pair) == ("read all 3 originals and answer the qualification → Moderate",)


def test_many_steps_are_tried_singly_and_all_at_once() -> None:
    many = tuple(source(f"n{number:02}", "C") for number in range(13))
    claims = [claim(number, "blog", one.id[4:]) for number, one in enumerate(many)]
    assert advice(*claims, sources=many) == ("read all 14 originals → Moderate",)


def test_an_original_that_is_dated_too_takes_two_steps() -> None:
    assert advice(claim(1, "news", "wsj", when="2020")) == (
        "read the WSJ original and find newer information → Moderate",
    )


def test_a_source_without_an_outlet_is_named_by_its_title() -> None:
    text = source("text", "B", publisher="", csl={"title": "Treaty."})
    assert advice(claim(1, "news", "text"), sources=(text,)) == ("read “Treaty” → Moderate",)


def test_an_outlet_keeps_one_article() -> None:
    times = source("times", "B", publisher="The Times")
    assert advice(claim(1, "news", "times"), sources=(times,)) == ("read the Times original → Moderate",)


def test_answering_a_qualifier_is_advised() -> None:
    read = source("own", "B", read=True)
    assert advice(claim(1, "own"), claim(2, "news", stance="qualifies"), sources=(read,)) == (
        "answer the qualification → Moderate",
    )


def test_newer_information_is_advised_for_what_is_dated() -> None:
    read = source("own", "B", read=True)
    assert advice(claim(1, "own", when="2020"), sources=(read,)) == ("find newer information → Moderate",)


def test_nothing_raises_what_is_high() -> None:
    text = source("text", "A", read=True)
    assert advice(claim(1, "text", basis="documented"), sources=(text,)) == ()
