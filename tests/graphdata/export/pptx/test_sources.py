"""Sources beside the map: in full where there is room, shorter where there is little, counted where there is none."""

from __future__ import annotations

import pytest

from graphdata.citation import numbered
from graphdata.citing import Citing, Form
from graphdata.export.pptx.page import Page
from graphdata.export.pptx.sources import LEGIBLE, add_sources, listing, unlisted
from graphdata.export.pptx.stage import Subject
from graphdata.style import Theme


def cited(subject: Subject, times: int = 1) -> Citing:
    return Citing([subject.view], numbered(subject.view) * times)


def test_the_fullest_form_that_fits_is_chosen(subject: Subject) -> None:
    citing = cited(subject)
    roomy = listing(citing, (400.0, 300.0), 1)
    assert tuple(item.text for column in roomy.columns for item in column) == citing.texts()
    assert "Shortened" not in " ".join(roomy.key)
    close = listing(citing, (140.0, 100.0), 1)
    assert tuple(item.text for column in close.columns for item in column) in map(citing.texts, tuple(Form)[1:])
    assert "Shortened" in " ".join(close.key)
    assert close.left == 0


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_what_does_not_fit_is_counted(subject: Subject, columns: int) -> None:
    citing = cited(subject, 20)
    found = listing(citing, (600.0, 90.0), columns)
    assert found.left > 0
    assert sum(len(column) for column in found.columns) + found.left == len(citing.notes)
    assert found.high <= 90.0
    assert found.size == LEGIBLE  # no need for smaller print: the annex lists them all


def test_columns_are_about_even(subject: Subject) -> None:
    found = listing(cited(subject), (900.0, 110.0), 2)
    assert [len(column) for column in found.columns] == [2, 2]


def test_the_rest_is_told_on_the_slide(subject: Subject, light: Theme) -> None:
    page = Page()
    found = listing(cited(subject, 20), (300.0, 90.0), 1)
    add_sources(page, found, light, (0.0, 0.0, 300.0, 90.0))
    assert f"and {found.left} more in the annex, “Sources”" in page.slide().shapes
    assert found.key[0] in page.slide().shapes


def test_a_part_of_a_listing_is_set_as_in_the_whole(subject: Subject) -> None:
    whole = listing(cited(subject), (300.0, 200.0), 2)
    part = whole.only(frozenset([2, 3]))
    assert part is not None
    assert [item for column in part.columns for item in column] == [
        item for column in whole.columns for item in column if item.number in (2, 3)
    ]
    assert (part.size, part.left) == (whole.size, 0)
    assert whole.only(frozenset()) is None


def test_a_slide_without_sources_says_where_they_are(subject: Subject, light: Theme) -> None:
    page, found = Page(), unlisted(len(numbered(subject.view)))
    add_sources(page, found, light, (0.0, 0.0, 300.0, 12.0))
    assert found.left_in_words in page.slide().shapes
    assert found.left_in_words == "4 numbered sources, in the annex, “Sources”"
    part = found.only(frozenset((1, 2)))
    assert part is not None
    assert part.left == 2
    assert found.only(frozenset()) is None
