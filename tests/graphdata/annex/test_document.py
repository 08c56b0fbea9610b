"""The document says under what it stands, leads from relations to sources and back, and explains its grades."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from graphdata.annex import Annex, paper_of
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.paper import Heading, Paragraph, Table, anchors_in, links_in, runs_in, text_of
from graphdata.sourcing import Accepted

Made = Callable[..., Annex]


def test_the_opening_names_dataset_digest_ruleset_and_filter(little: Network, made: Made) -> None:
    said = text_of(paper_of(made(Filter(domains=frozenset(["arms"])), title="Drones arrive")))
    for words in (
        "Drones arrive",
        "Marking: TLP:",
        little.digest,
        "ruleset 1",
        "Relations in arms.",
        "relations shown: ",
    ):
        assert words in said


def test_relations_lead_to_sources_and_sources_back(made: Made) -> None:
    paper = paper_of(made())
    assert {f"note-{entry.note.number}" for entry in made().sources} <= set(links_in(paper)) & set(anchors_in(paper))
    back = [b for b in paper.blocks if isinstance(b, Paragraph) and b.runs[0].text.startswith("Relations resting on")]
    assert len(back) == len(made().sources)
    assert all(any(run.to.startswith("relation-") for run in runs_in(block)) for block in back)


def test_the_overview_has_a_row_for_each_relation(made: Made) -> None:
    table = next(block for block in paper_of(made()).blocks if isinstance(block, Table))
    assert len(table.rows) == len(made().relations)


def test_sources_are_in_full_with_grade_copy_and_remarks(little: Network, made: Made) -> None:
    accepted = (Accepted(finding="translator-missing", reason="kept for the record"),)
    sources = tuple(replace(each, accepted=accepted, note="A remark.") for each in little.sources)
    said = text_of(paper_of(made(network=replace(little, sources=sources))))
    assert said.count("A translation names no translator. Why it stands: kept for the record") == len(made().sources)
    assert "Said first, passed on, grade: own reporting; in UP, 8 Dec 2023 [" in said
    for source in little.sources:
        assert not source.archive or source.archive.sha256 in said
        assert all(grade.why in said for grade in source.reliability)


def test_names_in_every_script_are_listed(made: Made) -> None:
    assert "Россия" in text_of(paper_of(made()))


def test_grades_and_thresholds_are_explained(made: Made) -> None:
    said = text_of(paper_of(made()))
    assert "A completely reliable; B usually reliable" in said
    assert "solid from C3 up, strong from B2 up" in said
    assert "24 months" in said


def test_an_empty_view_makes_a_short_annex(made: Made) -> None:
    paper = paper_of(made(Filter(text="no such word")))
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert "Relations shown" not in headings
    assert "What is left out" in headings
    assert "Not shown: 12 of 12 relations" in text_of(paper)
