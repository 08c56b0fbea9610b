"""What the page of a relation says."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.relation_profile import relation_page
from graphdata.ruleset import Level, Override
from graphdata.view import View, view_of


@pytest.fixture
def view(little: Network) -> View:
    """Return everything of the little network."""
    return view_of(little, Filter())


def test_the_headline_aspect_comes_first(view: View) -> None:
    page = relation_page(view, "rel:shahed")
    assert [part.aspect for part in page.aspects] == ["status:delivered", "exists"]
    assert page.status == "Delivered"


def test_the_verdict_counts_documents_and_origins(view: View) -> None:
    assert relation_page(view, "rel:missiles").verdict == "None · 2 documents, 1 origin · 1 contradicts"
    assert relation_page(view, "rel:plant").verdict == "None · no document"


def test_titles_show_direction(view: View) -> None:
    assert relation_page(view, "rel:shahed").title == "Iran → Russia"
    assert relation_page(view, "rel:treaty").title == "Russia ↔ Iran"


def test_a_hostile_act_is_called_one(view: View) -> None:
    assert relation_page(view, "rel:attack").domain == "Arms, hostile"


def test_undated_relations_say_so(view: View) -> None:
    assert relation_page(view, "rel:gold").attested == "Undated"
    assert relation_page(view, "rel:missiles").attested == "Attested 2023"


def test_claims_for_come_before_claims_against(view: View) -> None:
    cards = relation_page(view, "rel:missiles").aspects[0].cards
    assert [card.stance for card in cards] == ["Supports", "Contradicts"]


def test_claims_that_do_not_count_are_shown_last_with_the_reason(little: Network) -> None:
    page = relation_page(view_of(little, Filter(struck=frozenset({"src:essay"}))), "rel:cyber")
    assert [card.set_aside for card in page.aspects[0].cards] == ["", "left out by the filter in force"]


def test_flags_are_in_words(view: View) -> None:
    assert relation_page(view, "rel:attack").aspects[0].flags[0] == "Single origin"


def test_what_would_raise_a_level_says_to_which(sample: Network) -> None:
    part = relation_page(view_of(sample, Filter()), "rel:ru-ir-cyber-tools").aspects[0]
    assert all(step.endswith(("→ Low", "→ Moderate", "→ High")) for step in part.raised_by)


def test_the_trace_names_origins_not_keys(view: View) -> None:
    trace = relation_page(view, "rel:attack").aspects[0].trace
    assert trace[0].startswith("rule 4: “WSJ, own reporting” is strong")
    assert not any("src:" in sentence or "->" in sentence for sentence in trace)


def test_origins_carry_best_and_worst_grade(view: View) -> None:
    origin = relation_page(view, "rel:loan").aspects[0].origins[0]
    assert (origin.label, origin.grades, origin.standing) == ("WSJ, own reporting", "B2", "strong, 2 documents")


def test_a_hidden_relation_names_the_chips(little: Network) -> None:
    view = view_of(little, Filter(domains=frozenset({"money"})))
    assert relation_page(view, "rel:shahed").hidden_by == ("money",)
    assert relation_page(view, "rel:loan").hidden_by == ()


def test_an_override_is_shown_beside_what_was_computed(view: View) -> None:
    assigned = msgspec.structs.replace(view.assessments["rel:shahed"], override=Override(Level.HIGH, "I saw them."))
    assessments = {**view.assessments, "rel:shahed": assigned}
    page = relation_page(dataclasses.replace(view, assessments=assessments), "rel:shahed")
    assert page.override == "Assigned by the analyst: High. I saw them."
    assert (page.level, page.aspects[0].level) == (Level.HIGH, assigned.headline.level)
