"""Another reader finds the text, marking, links and bookmarks of a document's pages."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest
from PySide6.QtWidgets import QApplication

from desktop.export.paper_pdf import paper_to_pdf
from graphdata.paper import Paper


@pytest.fixture
def paper(long_paper: Paper, qapp: QApplication) -> Paper:
    """Return the document, once Qt can shape its letters."""
    assert qapp
    return long_paper


@pytest.fixture
def read(paper: Paper) -> Any:
    return pypdf.PdfReader(io.BytesIO(paper_to_pdf(paper)), strict=True)


def test_every_page_has_marking_and_number(read: Any) -> None:
    count = len(read.pages)
    assert count == 3
    for number, page in enumerate(read.pages, start=1):
        text = page.extract_text()
        assert text.count("TLP:RED") == 2
        assert f"page {number} of {count}" in text


def test_text_can_be_searched(read: Any) -> None:
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    for words in ("A <b>title</b>", "Россия: to the end", "Relation 59", "word0 word1", "word1198 word1199"):
        assert words in text


def test_links_lead_to_their_places(read: Any) -> None:
    links = [each.get_object()["/Dest"] for page in read.pages for each in page.get("/Annots", [])]
    assert len(links) == 61
    assert all(link[0].get_object() == read.pages[-1].get_object() for link in links)


def test_bookmarks_are_nested_and_lead_to_their_pages(read: Any) -> None:
    (top, (table, end, (deep,))) = read.outline
    assert [each.title for each in (top, table, end, deep)][0:2] == ["A <b>title</b>", "Table"]
    assert read.get_destination_page_number(top) == 0
    assert read.get_destination_page_number(deep) == len(read.pages) - 1


def test_the_file_says_what_it_is_and_nothing_of_who_made_it(read: Any) -> None:
    info = read.metadata
    assert (info.title, info.subject, info["/Keywords"]) == ("A <b>title</b>", "Its subject — ایران", "TLP:RED, words")
    assert set(info) == {"/Title", "/Subject", "/Keywords", "/Creator"}


def test_the_same_document_gives_the_same_bytes(paper: Paper) -> None:
    assert paper_to_pdf(paper) == paper_to_pdf(paper)
