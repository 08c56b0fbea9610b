"""The annex says what the picture rests on, every source in full, and every relation with its evidence."""

from __future__ import annotations

import re
from typing import Any

from graphdata.export.pptx import annex, frame
from graphdata.export.pptx.numbering import UNNUMBERED
from graphdata.export.pptx.stage import Subject
from graphdata.style import Theme


def slides(subject: Subject, theme: Theme, noted: bool = True) -> list[str]:
    setting = frame.Setting(frame.format_of(16 / 9), theme, "TLP:AMBER")
    numbering = subject.numbering if noted else UNNUMBERED
    where = annex.where_cited(numbering, [subject.view])
    made = annex.Annex([annex.Basis(subject.view, subject.ties)], setting, numbering, where)
    return [slide.shapes for slide in made.slides()]


def texts(xml: str) -> str:
    return " ".join(re.findall(r"<a:t>([^<]*)", xml))


def test_statement_sources_and_relations_in_this_order(subject: Subject, light: Theme) -> None:
    found = [texts(xml) for xml in slides(subject, light)]
    assert [words.split()[0] for words in found] == ["What", "Sources", "Relations"]


def test_sources_carry_grade_and_copy(subject: Subject, light: Theme) -> None:
    words = texts(slides(subject, light)[1])
    assert "Reliability A; read." in words
    assert "copy sha256:aaaaaaaaaaaa" in words
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
    notes = tuple(note._replace(number=at) for at, note in enumerate(subject.numbering.notes * 30, start=1))
    setting = frame.Setting(frame.format_of(1.0), light, "TLP:AMBER")
    basis = annex.Basis(subject.view, subject.ties)
    made = annex.Annex([basis], setting, subject.numbering._replace(notes=notes), {})
    titles = [re.findall(r"<a:t>([^<]*)", slide.shapes)[0] for slide in made.slides()]
    assert titles[1].startswith("Sources (1 of ")
    assert titles[2].startswith("Sources (2 of ")


def test_among_several_slides_a_source_says_where_it_is_cited(subject: Subject, light: Theme) -> None:
    setting = frame.Setting(frame.format_of(16 / 9), light, "TLP:AMBER")
    bases = [annex.Basis(subject.view, subject.ties)]
    made = annex.Annex(bases, setting, subject.numbering, {1: [0, 2], 2: [1]}, 3)
    words = texts(next(slide.shapes for slide in made.slides() if 'name="Sources in full' in slide.shapes))
    assert "Slides  1 ,  3 ." in words
    assert "Slide  2 ." in words


def test_several_views_are_told_apart(subject: Subject, light: Theme) -> None:
    setting = frame.Setting(frame.format_of(16 / 9), light, "TLP:AMBER")
    bases = [annex.Basis(subject.view, subject.ties, name) for name in ("Before", "After")]
    titles = [texts(slide.shapes) for slide in annex.Annex(bases, setting, subject.numbering, {}).slides()]
    assert [word in words for word, words in zip(("Before", "After"), titles[:2], strict=True)] == [True, True]
