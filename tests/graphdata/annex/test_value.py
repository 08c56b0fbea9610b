"""Every relation on show is in the annex with all its claims, and nothing that the cut hides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.annex import Annex, annex_of, paper_of
from graphdata.citation import numbered
from graphdata.filter import Filter
from graphdata.listings import head_of
from graphdata.marking import MarkingError
from graphdata.network import Network
from graphdata.paper import anchors_in, links_in, text_of
from graphdata.ties import ties_of
from graphdata.view import view_of

Made = Callable[..., Annex]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_relations_claims_and_notes_are_complete(
    little: Network, filters: st.SearchStrategy[Filter], data: Any
) -> None:
    view = view_of(little, data.draw(filters))
    annex = annex_of(view, ties_of(view, data.draw(st.sampled_from(["relations", "ties", "pairs"]))))
    assert sorted(entry.id for entry in annex.relations) == sorted(relation.id for relation in view.relations)
    assert [entry.number for entry in annex.relations] == list(range(1, len(view.relations) + 1))
    for entry in annex.relations:
        counted = {claim for part in view.assessments[entry.id].aspects.values() for claim in part.supports}
        assert counted <= {card.id for card in entry.cards}
        assert len(entry.cards) + entry.withheld == len(little.relation[entry.id].claims)
    assert tuple(entry.note for entry in annex.sources) == numbered(view)
    paper = paper_of(annex)
    assert set(links_in(paper)) <= set(anchors_in(paper))
    assert len(set(anchors_in(paper))) == len(anchors_in(paper))


def test_what_a_ceiling_hides_is_counted_and_not_said(little: Network, made: Made) -> None:
    secret = replace(little.relation["rel:shahed"].claims[0], id="clm:secret", summary="SECRET", marking="TLP:RED")
    relation = replace(little.relation["rel:shahed"], claims=(*little.relation["rel:shahed"].claims, secret))
    network = replace(little, relations=tuple(relation if r.id == relation.id else r for r in little.relations))
    assert "SECRET" in text_of(paper_of(made(network=network)))
    assert made(network=network).marking == "TLP:RED"
    under = made(Filter(ceiling="TLP:AMBER"), network)
    assert "SECRET" not in text_of(paper_of(under))
    assert "clm:secret" not in text_of(paper_of(under))
    assert any("1 claim on a relation shown is left out" in line for line in under.left_out)
    assert sum(line.count("Above TLP:") for line in under.left_out) == 1


def test_what_editors_set_aside_stays_and_says_so(little: Network, made: Made) -> None:
    first, *others = little.relation["rel:shahed"].claims
    old = replace(first, rank="deprecated", reason="misread")
    newer = replace(first, id="clm:newer", supersedes=others[0].id, aspect=others[0].aspect)
    relation = replace(little.relation["rel:shahed"], claims=(old, *others, newer))
    network = replace(little, relations=tuple(relation if r.id == relation.id else r for r in little.relations))
    entry = next(entry for entry in made(network=network).relations if entry.id == relation.id)
    aside = {card.id: card.set_aside for card in entry.cards if card.set_aside}
    assert aside == {old.id: "deprecated: misread", others[0].id: "superseded by clm:newer"}
    assert entry.withheld == 0


def test_the_marking_rises_with_whoever_is_named_in_a_chain(little: Network, made: Made) -> None:
    actors = tuple(replace(a, marking="TLP:RED") if a.id == "actor:ru" else a for a in little.actors)
    assert made(network=replace(little, actors=actors)).marking == "TLP:RED"


def test_a_lower_marking_needs_a_reason_that_is_printed(made: Made) -> None:
    with pytest.raises(MarkingError, match="give a reason"):
        made(marking="TLP:GREEN")
    annex = made(marking="TLP:GREEN", reason="Names agreed")
    assert annex.marking == "TLP:GREEN"
    assert text_of(paper_of(annex)).count("what is shown is marked TLP:AMBER. Reason: Names agreed.") == 1
    assert ("Marked by hand", annex.lowered) in head_of(annex)
    assert made(marking="TLP:RED").lowered == ""


def test_what_is_left_out_is_counted_by_chip(made: Made) -> None:
    left = made(Filter(domains=frozenset(["money"]))).left_out
    assert left[0].startswith("Not shown: 10 of 12 relations")
    assert "10 relations left out by “money”." in left


@pytest.mark.parametrize(("title", "said"), [("", "Little network"), ("A statement", "A statement")])
def test_the_title_is_the_one_asked_for(made: Made, title: str, said: str) -> None:
    assert made(title=title).title == said
