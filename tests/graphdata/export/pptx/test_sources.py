"""Sources beside the map: in full where there is room, and counted where there is none."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from graphdata.citation import numbered
from graphdata.export.pptx.page import Page
from graphdata.export.pptx.sources import LEGIBLE, add_sources, listing, unlisted
from graphdata.export.pptx.stage import Subject
from graphdata.style import Theme


def test_the_fullest_form_that_fits_is_chosen(subject: Subject) -> None:
    notes = numbered(subject.view)
    texts = [note.text for note in notes]
    roomy = listing(subject.view, notes, (400.0, 300.0), 1)
    assert [item.text for column in roomy.columns for item in column] == texts
    close = listing(subject.view, notes, (140.0, 75.0), 1)
    assert [item.text for column in close.columns for item in column] != texts
    assert close.left == 0


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_what_does_not_fit_is_counted(subject: Subject, columns: int) -> None:
    notes = numbered(subject.view) * 20
    found = listing(subject.view, notes, (600.0, 90.0), columns)
    assert found.left > 0
    assert sum(len(column) for column in found.columns) + found.left == len(notes)
    assert found.high <= 90.0
    assert found.size == LEGIBLE  # no need for smaller print: the annex lists them all


def test_columns_are_about_even(subject: Subject) -> None:
    found = listing(subject.view, numbered(subject.view), (900.0, 100.0), 2)
    assert [len(column) for column in found.columns] == [2, 2]


def test_the_rest_is_told_on_the_slide(subject: Subject, light: Theme) -> None:
    page = Page()
    found = listing(subject.view, numbered(subject.view) * 20, (300.0, 90.0), 1)
    add_sources(page, found, light, (0.0, 0.0, 300.0, 90.0))
    assert f"and {found.left} more on the slides “Sources”" in page.slide().shapes


def test_sources_that_who_and_when_do_not_tell_apart_show_their_titles(subject: Subject) -> None:
    notes = numbered(subject.view)
    alike = {key: replace(source, csl={"publisher": "Wire", "title": f"Report {key[-4:]}"})
             for key, source in subject.view.network.source.items()}  # fmt: skip
    network = replace(subject.view.network, sources=tuple(alike.values()))
    view = dataclasses.replace(subject.view, network=network)
    found = listing(view, [note._replace(text="x" * 900) for note in notes], (200.0, 120.0), 1)
    texts = [item.text for column in found.columns for item in column]
    assert len(set(texts)) == len(texts) == len(notes)


def test_a_part_of_a_listing_is_set_as_in_the_whole(subject: Subject) -> None:
    whole = listing(subject.view, numbered(subject.view), (300.0, 200.0), 2)
    part = whole.only(frozenset([2, 3]))
    assert part is not None
    assert [item for column in part.columns for item in column] == [
        item for column in whole.columns for item in column if item.number in (2, 3)
    ]
    assert (part.size, part.left) == (whole.size, 0)
    assert whole.only(frozenset()) is None


def test_a_slide_without_sources_says_where_they_are(subject: Subject, light: Theme) -> None:
    page, found = Page(), unlisted(numbered(subject.view))
    add_sources(page, found, light, (0.0, 0.0, 300.0, 12.0))
    assert found.left_in_words in page.slide().shapes
    assert found.left_in_words.endswith(f"Sources”: {len(numbered(subject.view))}")
    part = found.only(frozenset((1, 2)))
    assert part is not None
    assert part.left == 2
    assert found.only(frozenset()) is None
