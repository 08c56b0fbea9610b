"""Files that carry a view open as before: read again by other libraries."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pypdf
import pytest
from lxml import etree, html

from graphdata.export.carriers import ATTACHMENT, NotCarriedError, carrying, into_html, into_pdf, into_png, into_svg

TEXT = '{"entente":"view","form":1}'


def pdf(names: bool = False) -> bytes:
    """Return a PDF of one empty page that another library wrote, with a list of names if asked."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Title": "Map"})
    if names:
        writer.add_named_destination("start", 0)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


@pytest.mark.parametrize("names", [False, True])
def test_a_pdf_gets_an_attachment(names: bool) -> None:
    """Another library finds the attachment, the page and the title; the old bytes stand unchanged in front."""
    before = pdf(names)
    after = into_pdf(before, TEXT)
    read = pypdf.PdfReader(io.BytesIO(after), strict=True)
    assert after.startswith(before.rstrip())
    assert read.attachments[ATTACHMENT] == [TEXT.encode()]
    assert len(read.pages) == 1
    assert read.metadata is not None
    assert read.metadata.title == "Map"
    assert ("start" in read.named_destinations) is names


def test_a_drawing_stays_xml() -> None:
    """The text is a metadata element of the drawing."""
    after = into_svg(b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', TEXT)
    found = etree.fromstring(after)[-1]
    assert (etree.QName(found).localname, found.get("id"), found.text) == ("metadata", "entente-view", TEXT)


def test_a_document_for_a_browser_gets_a_block_of_data() -> None:
    """The text is in an element that no browser runs."""
    found = html.fromstring(carrying(b"<html><body><p>Text</p></body></html>", ".html", TEXT)).find(".//script")
    assert (found.get("id"), found.get("type"), found.text) == ("entente-view", "application/json", TEXT)


@pytest.mark.parametrize("put", [into_png, into_svg, into_pdf, into_html])
def test_a_file_of_another_kind_is_refused(put: Callable[[bytes, str], bytes]) -> None:
    """What is no such file cannot carry a view, and the message says so."""
    with pytest.raises(NotCarriedError, match="cannot carry the view"):
        put(b"nothing of the kind", TEXT)


def test_nothing_is_put_where_nothing_is_asked() -> None:
    """An empty text, or a kind without a place for it, leaves the bytes as they are."""
    assert carrying(b"bytes", ".png", "") == b"bytes"
    assert carrying(b"bytes", ".csv", TEXT) == b"bytes"


def test_slides_get_a_part_and_a_property() -> None:
    """Both have the text, both are listed with their kinds, and the same package gives the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("[Content_Types].xml", '<Types><Default Extension="xml" ContentType="application/xml"/></Types>')
        made.writestr("_rels/.rels", '<Relationships><Relationship Id="rId3"/></Relationships>')
        made.writestr("ppt/_rels/presentation.xml.rels", "<Relationships></Relationships>")
    after = carrying(held.getvalue(), ".pptx", TEXT)
    with zipfile.ZipFile(io.BytesIO(after)) as read:
        assert TEXT.encode() in read.read("customXml/item1.xml")
        assert TEXT.encode() in read.read("docProps/custom.xml")
        assert b'Id="rId4"' in read.read("_rels/.rels")
        assert b"customXmlProperties+xml" in read.read("[Content_Types].xml")
    assert after == carrying(held.getvalue(), ".pptx", TEXT)
