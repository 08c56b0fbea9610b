"""The annex says what the picture rests on, every source in full, and every relation with its evidence."""

from __future__ import annotations

import re
from typing import Any

from graphdata.citation import numbered
from graphdata.export.pptx import annex, frame
from graphdata.export.pptx.stage import Subject
from graphdata.style import Theme


def slides(subject: Subject, theme: Theme, noted: bool = True) -> list[str]:
    made = annex.Annex(subject.view, frame.format_of(16 / 9), theme, "TLP:AMBER", noted)
    return [slide.shapes for slide in made.slides(subject.ties, numbered(subject.view) if noted else ())]


def texts(xml: str) -> str:
    return " ".join(re.findall(r"<a:t>([^<]*)", xml))


def test_statement_sources_and_relations_in_this_order(subject: Subject, light: Theme) -> None:
    found = [texts(xml) for xml in slides(subject, light)]
    assert [words.split()[0] for words in found] == ["What", "Sources", "Relations"]


def test_sources_carry_grade_and_copy(subject: Subject, light: Theme) -> None:
    words = texts(slides(subject, light)[1])
    assert "Reliability A; read, copy sha256:aaaaaaaaaaaa." in words
    assert "Reliability B; read." in words


def test_relations_carry_status_dates_confidence_and_dispute(subject: Subject, light: Theme) -> None:
    words = texts(slides(subject, light)[2])
    assert "Event" in words or "Agreed, 2025" in words
    assert "contested" in words
    assert "↔" in words
    assert re.search(r"\d / \d", words)


def test_without_numbers_there_are_no_sources(subject: Subject, light: Theme) -> None:
    found = [texts(xml) for xml in slides(subject, light, noted=False)]
    assert [words.split()[0] for words in found] == ["What", "Relations"]
    assert "Sources" not in found[1]


def test_a_table_without_end_is_cut_and_counted(subject: Subject, light: Theme, monkeypatch: Any) -> None:
    monkeypatch.setattr(annex, "MOST_ROWS", 5)
    assert "and 7 more relations, in the dataset" in texts(slides(subject, light)[-1])


def test_many_sources_take_several_slides(subject: Subject, light: Theme) -> None:
    made = annex.Annex(subject.view, frame.format_of(1.0), light, "TLP:AMBER", noted=True)
    notes = numbered(subject.view) * 30
    titles = [re.findall(r"<a:t>([^<]*)", slide.shapes)[0] for slide in made.slides(subject.ties, notes)]
    assert titles[1].startswith("Sources (1 of ")
    assert titles[2].startswith("Sources (2 of ")
