"""Bookmarks are tied to one another as they are nested, whatever their levels."""

from __future__ import annotations

import io

import pypdf
import pytest

from desktop.export.paper.outline import Bookmark, _parents, with_bookmarks


@pytest.mark.parametrize(
    ("levels", "parents"),
    [([], []), ([1, 2, 2, 4], [-1, 0, 0, 2]), ([2, 1], [-1, -1]), ([1, 4, 3, 4, 2], [-1, 0, 0, 2, 0])],
)
def test_parents_are_the_nearest_above(levels: list[int], parents: list[int]) -> None:
    assert list(_parents([Bookmark(level, "", "") for level in levels])) == parents


def test_the_file_before_stands_untouched_in_the_new_one(qt_pdf: bytes) -> None:
    again = with_bookmarks(qt_pdf, [Bookmark(1, "Ещё", "top")], "S", "K")
    assert again.startswith(qt_pdf.rstrip())
    read = pypdf.PdfReader(io.BytesIO(again), strict=True)
    assert [entry.title for entry in read.outline] == ["Ещё"]


def test_without_headings_there_is_no_outline(qt_pdf: bytes) -> None:
    read = pypdf.PdfReader(io.BytesIO(with_bookmarks(qt_pdf, [], "S", "K")), strict=True)
    assert "/Outlines" not in read.trailer["/Root"]
    assert read.metadata
    assert read.metadata.subject == "S"
