"""Another reader finds text, marking, links and bookmarks, and two runs give the same bytes."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import QHashSeed

from desktop.export.paper import to_pdf
from graphdata.paper import Paper


@pytest.fixture
def read(paper: Paper) -> Any:
    return pypdf.PdfReader(io.BytesIO(to_pdf(paper)), strict=True)


def test_the_same_in_every_process(paper: Paper) -> None:
    first = to_pdf(paper)
    for _ in range(5):
        QHashSeed.resetRandomGlobalSeed()  # as another process would have it
        assert to_pdf(paper) == first


def test_every_page_has_marking_and_number(read: Any) -> None:
    count = len(read.pages)
    assert count == 3
    for number, page in enumerate(read.pages, start=1):
        text = page.extract_text()
        assert text.count("TLP:RED") == 2
        assert f"page {number} / {count}" in text


def test_text_can_be_searched(read: Any) -> None:
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    for words in ("A <b>title</b>", "Россия: to the end", "Relation 59", "word0 word1", "word1198 word1199"):
        assert words in text


def test_links_lead_to_named_places(read: Any) -> None:
    links = [each.get_object()["/Dest"] for page in read.pages for each in page.get("/Annots", [])]
    assert len(links) == 61
    assert set(links) <= set(read.named_destinations)
    assert "relation-60" in read.named_destinations


def test_bookmarks_are_nested_and_lead_to_their_pages(read: Any) -> None:
    (top, (table, end, (deep,))) = read.outline
    assert [each.title for each in (top, table, end, deep)][0:2] == ["A <b>title</b>", "Table"]
    assert read.get_destination_page_number(top) == 0
    assert read.get_destination_page_number(deep) == len(read.pages) - 1


def test_the_file_says_what_it_is_and_nothing_of_who_made_it(read: Any) -> None:
    assert read.metadata.title == "A <b>title</b>"
    assert read.metadata.subject == "Its subject — ایران"
    assert read.metadata.creation_date_raw == "D:19700101000000Z"
    assert not read.metadata.author
