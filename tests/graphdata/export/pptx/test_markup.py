"""Small pieces of DrawingML are well formed, whatever the data holds."""

from __future__ import annotations

import pytest
from lxml import etree

from graphdata.export.pptx import markup
from graphdata.export.pptx.markup import Face, Named
from graphdata.export.pptx.page import NAMESPACES

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def parsed(piece: str) -> etree._Element:
    return etree.fromstring(f"<root {NAMESPACES}>{piece}</root>")[0]


def test_names_and_words_are_escaped() -> None:
    mark = parsed(Named(7, 'a "b" <c>', "one & two\nthree\x00").xml)
    assert (mark.get("name"), mark.get("descr")) == ('a "b" <c>', "one & two\nthree")


def test_a_frame_is_in_metric_units_and_adds_up() -> None:
    mark = parsed(markup.frame((1.0, 2.0, 4.0, 8.0), ' flipH="1"', inside=True))
    assert mark.get("flipH") == "1"
    assert [int(value) for child in mark for value in child.attrib.values()] == [12700, 25400, 38100, 76200] * 2


def test_no_colour_is_no_fill_and_no_line() -> None:
    assert markup.fill("") == "<a:noFill/>"
    assert "noFill" in markup.pen("", 2.0)
    assert "noFill" in markup.pen("#112233", 0.0)


def test_a_plate_can_be_seen_through() -> None:
    assert parsed(markup.fill("#112233", 0.8)).find(f".//{A}alpha").get("val") == "80000"


RUNS = {"Iran": False, "ایران": True, "12 ایران": True, "→ Россия": False, "": False}


@pytest.mark.parametrize(("text", "turned"), RUNS.items())
def test_the_first_letter_says_which_way_it_runs(text: str, turned: bool) -> None:
    assert markup.is_rtl(text) is turned
    properties = parsed(markup.paragraph("", text)).find(f"{A}pPr")
    assert (properties.get("algn"), properties.get("rtl")) == (("r", "1") if turned else ("l", None))


def test_numbers_hang_out_to_a_tab() -> None:
    properties = parsed(markup.paragraph("", "", hang=10.0)).find(f"{A}pPr")
    assert (properties.get("marL"), properties.get("indent")) == ("127000", "-127000")
    assert properties.find(f".//{A}tab").get("pos") == "127000"


def test_broken_lines_are_one_paragraph_at_an_exact_pitch() -> None:
    mark = parsed(markup.lines_of(("one", "two"), Face(10.0, "#000000", bold=True), "ctr"))
    assert [text.text for text in mark.iter(f"{A}t")] == ["one", "two"]
    assert len(mark.findall(f"{A}br")) == 1
    assert mark.find(f".//{A}spcPts").get("val") == "1220"
    assert {face.get("b") for face in mark.iter(f"{A}rPr")} == {"1"}
