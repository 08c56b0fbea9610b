"""What a view rests on is counted once, and said in a sentence."""

from __future__ import annotations

from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.grounds import grounds_of, in_short
from graphdata.network import Network
from graphdata.view import view_of


def test_documents_origins_and_relations_are_counted(little: Network) -> None:
    view = view_of(little, Filter())
    found = grounds_of(view)
    assert (found.relations, found.documents) == (len(little.relations), len(view.sources))
    assert found.corroborated == sum(view.assessments[each.id].headline.origins > 1 for each in view.relations)
    assert found.unread == sum(not source.read for source in little.sources if source.id in view.sources)


def test_a_sentence_says_them_all(little: Network) -> None:
    said = in_short(view_of(little, Filter()))
    assert said.startswith("Rests on 4 documents and ")
    assert " of 12 relations on two or more origins, 1 contested" in said


def test_of_one_relation_it_says_what_the_confidence_statement_does_not(little: Network) -> None:
    one = replace(little, relations=little.relations[:1])
    said = in_short(view_of(one, Filter()))
    assert said.startswith("Rests on ")
    assert "relations" not in said


def test_of_nothing_nothing_is_said(little: Network) -> None:
    assert in_short(view_of(replace(little, relations=()), Filter())) == ""
