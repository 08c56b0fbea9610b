"""Another library reads the file: pages, text, links, outline, properties; and the same input gives the same bytes."""

import io
import re

import numpy as np
import pypdf
import pytest

from graphdata.drawing import Drawing, Group, Polygon, Words
from graphdata.export.pdf import Bookmark, Information, Typesetter, to_pdf_bytes

ABOUT = Information("Iran arms Россия", "As of 1 Jun 2025", ("arms", "TLP:CLEAR"))
MAP = Drawing(
    160.0, 90.0, "#FFFFFF",
    (
        Words(9.0, 20.0, "Radar flows office", 8.0, "#000000"),
        Words(20.0, 40.0, "2", 6.0, "#000000", link="#note-2"),
        Words(40.0, 40.0, "9", 6.0, "#000000", link="#note-9"),
        Group("note 2", "", (Words(90.0, 60.0, "[2] here", 6.0, "#000000"),)),
        Polygon(np.array([[1.0, 2.0], [4.0, 2.0], [4.0, 6.0]]), "#00FF00", opacity=0.5),
    ),
    title="The map",
)  # fmt: skip
NOTES = Drawing(160.0, 90.0, "#FFFFFF", (Group("note 2", "", (Words(9.0, 80.0, "[2]", 6.0, "#000000"),)),), "Sources")


@pytest.fixture
def data(typeset: Typesetter) -> bytes:
    return to_pdf_bytes([MAP, NOTES, NOTES], [(320.0, 180.0)] * 3, typeset, ABOUT)


@pytest.fixture
def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def test_pages_have_the_size_asked_for(reader: pypdf.PdfReader) -> None:
    assert len(reader.pages) == 3
    box = reader.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((320 * 72 / 25.4, 180 * 72 / 25.4), abs=0.01)


def test_text_is_found_without_ligatures(reader: pypdf.PdfReader) -> None:
    assert "Radar flows office" in reader.pages[0].extract_text()


def test_a_number_leads_to_its_note_the_fuller_one_where_there_are_two(reader: pypdf.PdfReader) -> None:
    (link,) = (each.get_object() for each in reader.pages[0]["/Annots"])
    page, kind, _, y, _ = link["/Dest"]
    assert page.get_object() == reader.pages[2].get_object()
    assert (kind, float(y)) == ("/XYZ", pytest.approx((90.0 - 80.0 + 6.0 * 1.22) * 2 * 72 / 25.4, abs=0.1))


def test_a_link_lies_on_its_number(reader: pypdf.PdfReader) -> None:
    left, bottom, right, top = (float(each) for each in reader.pages[0]["/Annots"][0].get_object()["/Rect"])
    scale = 2 * 72 / 25.4
    assert left == pytest.approx(20.0 * scale, abs=0.01)
    assert bottom < (90.0 - 40.0) * scale < top
    assert 0 < right - left < 6.0 * scale


def test_each_title_stands_in_the_outline_once(reader: pypdf.PdfReader) -> None:
    assert [entry.title for entry in reader.outline] == ["The map", "Sources"]
    assert [reader.get_destination_page_number(entry) for entry in reader.outline] == [0, 1]


def test_it_says_what_it_is_and_not_who_made_it(reader: pypdf.PdfReader) -> None:
    info = reader.metadata
    assert (info.title, info.subject, info["/Keywords"]) == ("Iran arms Россия", "As of 1 Jun 2025", "arms, TLP:CLEAR")
    assert set(info) == {"/Title", "/Subject", "/Keywords", "/Creator"}
    assert reader.xmp_metadata.dc_title == {"x-default": "Iran arms Россия"}
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_is_dated_only_where_a_date_is_given(typeset: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    dated = to_pdf_bytes([MAP], [(320.0, 180.0)], typeset, ABOUT)
    assert pypdf.PdfReader(io.BytesIO(dated)).metadata["/CreationDate"] == "D:19700102000000Z"
    assert b"1970-01-02T00:00:00Z" in dated
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert b"CreateDate" not in to_pdf_bytes([MAP], [(320.0, 180.0)], typeset, ABOUT)


def test_the_same_pages_give_the_same_bytes(data: bytes, typeset: Typesetter) -> None:
    assert to_pdf_bytes([MAP, NOTES, NOTES], [(320.0, 180.0)] * 3, typeset, ABOUT) == data
    assert to_pdf_bytes([MAP, NOTES], [(320.0, 180.0)] * 2, typeset, ABOUT) != data


def test_faces_are_embedded_in_part(reader: pypdf.PdfReader) -> None:
    (font,) = (each.get_object() for each in reader.pages[0]["/Resources"]["/Font"].values())
    held = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
    assert re.fullmatch(r"/[A-Z]{6}\+NotoSans-Regular", held["/FontName"])
    assert len(held["/FontFile2"].get_object().get_data()) < 40_000


def test_a_page_of_another_shape_is_centred(typeset: Typesetter) -> None:
    reader = pypdf.PdfReader(io.BytesIO(to_pdf_bytes([MAP], [(320.0, 320.0)], typeset, ABOUT)))
    start = reader.pages[0].get_contents().get_data().split(b"\n")[0].split()
    assert float(start[5]) == pytest.approx((320 + 180) / 2 * 72 / 25.4, abs=0.1)


def test_every_page_has_its_own_size(typeset: Typesetter) -> None:
    data = to_pdf_bytes([MAP, NOTES], [(320.0, 180.0), (210.0, 297.0)], typeset, ABOUT)
    sizes = [page.mediabox for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    assert [round(float(each.height) * 25.4 / 72) for each in sizes] == [180, 297]


def test_bookmarks_lead_to_their_anchors_and_others_are_left_out(typeset: Typesetter) -> None:
    marks = (Bookmark(1, "Заметка", "note-2"), Bookmark(2, "Nowhere", "elsewhere"))
    data = to_pdf_bytes([MAP, NOTES], [(320.0, 180.0)] * 2, typeset, ABOUT, marks)
    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    assert [entry.title for entry in reader.outline] == ["Заметка"]
    assert reader.get_destination_page_number(reader.outline[0]) == 1
