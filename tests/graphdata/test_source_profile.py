"""What the page of a source says, and what would remain without it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.rows import Graded
from graphdata.source_profile import Remaining, remaining_without, source_page
from graphdata.sourcing import Descriptor, Grade
from graphdata.view import View, view_of


@pytest.fixture
def view(little: Network) -> View:
    """Return everything of the little network."""
    return view_of(little, Filter())


def test_an_ungraded_source_says_that_nobody_judged_it(sample: Network) -> None:
    page = source_page(view_of(sample, Filter()), "src:wsj-2023-03-27")
    assert page.grades == (
        Graded("Ungraded", "no editor has judged it; the rules take it as F, reliability cannot be judged"),
    )
    assert page.read == "Not read: known through others only"


def test_a_grade_carries_scope_reason_and_author(with_source: Callable[..., Network]) -> None:
    grade = Grade(grade="D", scope="facts", why="a party", by="M. Editor", on="2026-03")
    network = with_source(reliability=(grade,), descriptor=Descriptor(interest="a party to the war"))
    page = source_page(view_of(network, Filter()), network.sources[0].id)
    assert page.grades == (Graded("D, not usually reliable, for facts", "a party (M. Editor, Mar 2026)"),)
    assert page.descriptor == ("Interest: a party to the war",)


def test_every_claim_that_rests_on_a_source_is_listed(view: View, little: Network) -> None:
    page = source_page(view, "src:up-2023")
    assert {row.id for row in page.claims} == {"rel:attack", "rel:loan", "rel:cyber"}
    assert len(page.claims) == len(little.claims_of_source["src:up-2023"])


def test_striking_a_source_takes_the_ground_from_what_rests_on_it_alone(view: View) -> None:
    remaining = remaining_without(view, "src:essay")
    assert remaining.lost == ("rel:training", "rel:gold")
    assert "2 relations lose their ground" in remaining.sentence


def test_striking_what_contradicts_lifts_a_relation(view: View) -> None:
    assert remaining_without(view, "src:kremlin-2025").higher == ("rel:missiles",)


def test_remaining_agrees_with_the_filter_that_strikes(view: View, little: Network) -> None:
    struck = view_of(little, Filter(struck=frozenset({"src:wsj-2023"})))
    lost = {
        relation.id
        for relation in little.relations
        if view.assessments[relation.id].headline.level and not struck.assessments[relation.id].headline.level
    }
    assert set(remaining_without(view, "src:wsj-2023").lost) == lost


def test_an_unused_source_leaves_everything_as_it_is() -> None:
    assert Remaining().sentence == "If struck out: no relation changes its level."
    assert Remaining(lower=("rel:a",)).sentence == "If struck out: 1 falls a level or more."
