"""A PDF is one page of the size asked for, its words are words, and nobody's name or clock is in it."""

from __future__ import annotations

import getpass
import io
import re
import socket
from dataclasses import replace

import pypdf
import pytest

from desktop.export.pdf import Leaf, to_pdf
from graphdata.drawing import Drawing

MM = 25.4 / 72


@pytest.fixture
def pdf(page: Drawing) -> bytes:
    return to_pdf((Leaf(page, (338.7, 190.5)),))


@pytest.fixture
def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


def words(reader: pypdf.PdfReader) -> str:
    """Return the text of the page, its blanks evened out."""
    return " ".join(reader.pages[0].extract_text().split())


@pytest.mark.parametrize("size", [(338.7, 190.5), (297.0, 210.0), (210.0, 297.0)])
def test_it_is_one_page_of_the_size_asked_for(page: Drawing, size: tuple[float, float]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(to_pdf((Leaf(page, size),))))
    box = reader.pages[0].mediabox
    assert len(reader.pages) == 1
    assert (float(box.width) * MM, float(box.height) * MM) == pytest.approx(size, abs=0.5)


def test_title_and_maker_are_set(reader: pypdf.PdfReader) -> None:
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.creator) == ("Iran arms <b>Russia</b>", "Entente")
    assert not reader.metadata.author


@pytest.mark.parametrize(
    "text",
    ["Iran arms <b>Russia</b>", "Radar institute", "As of 1 Jun 2025", "All relations.", "Press briefing", "TLP:CLEAR"],
)
def test_words_can_be_found(reader: pypdf.PdfReader, text: str) -> None:
    assert text in words(reader)


def test_fonts_are_embedded(reader: pypdf.PdfReader) -> None:
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert {re.sub(r"^[A-Z]+\+", "", str(each["/FontName"]).lstrip("/")) for each in descriptors} >= {
        "NotoSans-Regular",
        "NotoSans-Bold",
    }
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each) for each in descriptors)


def test_lines_stay_lines(reader: pypdf.PdfReader) -> None:
    resources = reader.pages[0]["/Resources"]
    pictures = [each for each in resources.get("/XObject", {}).values() if each.get_object()["/Subtype"] == "/Image"]
    assert pictures == []


def test_the_same_page_gives_the_same_bytes(page: Drawing, pdf: bytes) -> None:
    assert to_pdf((Leaf(page, (338.7, 190.5)),)) == pdf


def test_another_page_gives_another_id(page: Drawing, reader: pypdf.PdfReader) -> None:
    other = pypdf.PdfReader(io.BytesIO(to_pdf((Leaf(replace(page, title="Other"), (338.7, 190.5)),))))
    assert reader.trailer["/ID"] != other.trailer["/ID"]


def test_no_clock_is_in_it(pdf: bytes, reader: pypdf.PdfReader) -> None:
    assert reader.metadata is not None
    assert not {"/CreationDate", "/ModDate", "/Producer"} & set(reader.metadata)
    assert not re.search(rb"20[2-9]\d-\d\d-\d\dT|D:20[2-9]\d", pdf)


def test_numbers_on_lines_lead_to_their_sources(reader: pypdf.PdfReader) -> None:
    links = [each.get_object() for each in reader.pages[0]["/Annots"]]
    assert len(links) >= 6
    assert all(link["/Dest"][0].get_object() == reader.pages[0].get_object() for link in links)
    assert not any("/A" in link for link in links)


def test_nobody_is_named_in_it(pdf: bytes, home: object) -> None:
    for name in (getpass.getuser(), socket.gethostname(), str(home)):
        assert not re.search(rb"\b" + re.escape(name.encode()) + rb"\b", pdf.replace(b"/Root", b""))
