"""The legend explains what is on show, in columns that fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from graphdata.export.pptx.key import in_column, key_group, laid_out
from graphdata.export.pptx.page import NAMESPACES, Page
from graphdata.export.pptx.stage import Subject
from graphdata.legend import Entry, legend_of
from graphdata.style import Theme

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.fixture
def entries(subject: Subject) -> tuple[Entry, ...]:
    return legend_of(subject.ties, subject.view.actors)


@pytest.mark.parametrize("room", [900.0, 400.0, 200.0])
def test_it_is_as_low_as_the_width_allows(entries: tuple[Entry, ...], room: float) -> None:
    key = laid_out(entries, room)
    assert key.wide <= room
    assert sum(len(part.entries) for part in key.parts) == len(entries)
    assert key.high <= laid_out(entries, room * 0.5).high


@pytest.mark.parametrize("room", [900.0, 700.0, 500.0, 400.0])
def test_no_entry_stands_alone_under_a_heading_that_continues(entries: tuple[Entry, ...], room: float) -> None:
    actors = [entry for entry in entries if entry.section == "actor"][:1]
    many = [replace(actors[0], text=f"Kind {at}") for at in range(7)]
    for part in laid_out([*entries, *many[: 7 - len(actors)]], room).parts:
        assert len(part.entries) > 1 or "continued" not in part.heading


def test_parts_do_not_lie_on_each_other(entries: tuple[Entry, ...]) -> None:
    parts = laid_out(entries, 500.0).parts
    for at, one in enumerate(parts):
        for other in parts[at + 1 :]:
            beside = one.x + one.wide <= other.x or other.x + other.wide <= one.x
            assert beside or one.y + one.high <= other.y or other.y + other.high <= one.y


def test_it_shows_a_sample_for_every_entry_and_says_all_in_words(entries: tuple[Entry, ...], light: Theme) -> None:
    mark = etree.fromstring(
        f"<root {NAMESPACES}>{key_group(Page(), laid_out(entries, 900.0), light, 0.0, 0.0)}</root>"
    )[0]
    text = [text.text for text in mark.iter(f"{A}t")]
    words = mark.find(f".//{P}cNvPr").get("descr")
    assert all(entry.text in text and entry.text in words for entry in entries)
    described = {shape.get("descr") for shape in mark.iter(f"{P}cNvPr")}
    assert {entry.text for entry in entries} <= described


def test_nothing_on_show_needs_no_legend() -> None:
    assert laid_out((), 900.0) == ((), 0.0, 0.0)
    assert in_column(()) == ((), 0.0, 0.0)


def test_in_one_column_all_sections_stand_under_each_other(entries: tuple[Entry, ...]) -> None:
    key = in_column(entries)
    assert {part.x for part in key.parts} == {0.0}
    assert key.high > laid_out(entries, 900.0).high
    assert key.wide == max(part.wide for part in key.parts)
    assert [entry for part in key.parts for entry in part.entries] == list(entries)
