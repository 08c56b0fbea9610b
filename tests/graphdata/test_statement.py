"""The source summary statement counts what it names, and says where sources conflict."""

from __future__ import annotations

from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.statement import source_summary
from graphdata.view import view_of


def said(network: Network, wanted: Filter | None = None) -> dict[str, str]:
    return dict(source_summary(view_of(network, wanted or Filter())))


def test_it_has_every_part(little: Network) -> None:
    parts = ["Scope", "Confidence", "Documents", "Most used", "Corroborated", "In conflict", "Gaps", "Grades"]
    assert list(said(little)) == parts


def test_it_counts_documents_and_origins(little: Network) -> None:
    assert said(little)["Documents"].startswith("4 documents and ")
    assert "12 relations shown" in said(little)["Documents"]


def test_it_names_what_is_contested(little: Network) -> None:
    assert "Ballistic missiles" in said(little)["In conflict"]
    money = said(little, Filter(domains=frozenset(["money"])))
    assert money["In conflict"].startswith("No source on show contradicts")


def test_it_names_the_sources_most_used_by_their_numbers(little: Network) -> None:
    assert said(little)["Most used"].count("[") == 3


def test_it_lists_grades_with_their_meaning(little: Network) -> None:
    assert "A (completely reliable) 1" in said(little)["Grades"]
    assert "F (reliability cannot be judged) 1" in said(little)["Grades"]


def test_what_is_not_so_is_not_said(little: Network) -> None:
    bare = said(little, Filter(domains=frozenset(["tech"]), hidden_relations=frozenset(["rel:cyber"])))
    assert "Most used" not in bare
    assert "judgement" not in bare.get("Gaps", "")


def test_one_relation_is_spoken_of_as_one_and_none_not_at_all(little: Network) -> None:
    (one,) = (each for each in little.relations if each.id == "rel:cyber")
    alone = said(replace(little, relations=(one,)))
    assert "the 1 relation shown." in alone["Documents"]
    assert "1 independent origins" not in alone["Documents"]
    assert "Corroborated" not in alone
    assert alone["Confidence"].startswith("In the relation shown: ")
    assert list(said(little, Filter(text="no such word"))) == ["Scope", "Confidence"]
