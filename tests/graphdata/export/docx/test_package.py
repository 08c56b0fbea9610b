"""The file says what it is, nothing of who made it, and carries its marking on every page."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from graphdata.export.docx import to_docx
from graphdata.paper import Paper


def test_twice_the_same(paper: Paper, written: bytes) -> None:
    assert to_docx(paper) == written


def test_properties_are_ours(written: bytes, read: Any) -> None:
    properties = read.core_properties
    assert (properties.subject, properties.category) == ("Its subject", "TLP:AMBER")
    assert properties.author == properties.last_modified_by == ""
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    for trace in (b"python-docx", b"Steve Canny", b"Microsoft Macintosh", b"rsidRoot", b"2013-"):
        assert trace not in everything


def test_a_given_date_is_written(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    with zipfile.ZipFile(io.BytesIO(to_docx(paper))) as package:
        assert b"2026-01-01T00:00:00Z" in package.read("docProps/core.xml")


def test_what_the_template_brought_along_is_left_out(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        names = package.namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "WithEffects" in name]


@pytest.mark.parametrize("part", ["header", "footer"])
def test_marking_and_pages_stand_on_every_page(read: Any, part: str) -> None:
    (section,) = read.sections
    paragraph = getattr(section, part).paragraphs[0]
    marking = paragraph.runs[-1]
    assert marking.text.strip() == "TLP:AMBER"
    assert marking.font.size.pt == 12.0
    assert str(marking.font.color.rgb) == "FFC000"
    assert ("NUMPAGES" in paragraph._p.xml) == (part == "footer")


def test_headings_stay_with_what_they_head(read: Any) -> None:
    for name in ("Heading 1", "Heading 2", "Heading 3", "Heading 4", "Lead", "Fact"):
        assert read.styles[name].paragraph_format.keep_with_next


def test_the_page_is_a4(read: Any) -> None:
    assert (round(read.sections[0].page_width.mm), round(read.sections[0].page_height.mm)) == (210, 297)
