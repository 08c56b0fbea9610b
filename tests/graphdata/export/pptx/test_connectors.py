"""The look of a line says domain, confidence, direction and hostility, in PowerPoint's own means."""

from __future__ import annotations

import numpy as np
import pytest
from lxml import etree

from graphdata.export.pptx.connectors import CENTRE, Hold, connector, head_length, joint, line_pen
from graphdata.export.pptx.markup import Named
from graphdata.export.pptx.page import NAMESPACES

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def parsed(piece: str) -> etree._Element:
    return etree.fromstring(f"<root {NAMESPACES}>{piece}</root>")[0]


@pytest.mark.parametrize(("level", "dash", "cap"), [(3, "solid", "flat"), (2, "lgDash", "flat"), (1, "sysDot", "rnd")])
def test_the_pattern_says_the_confidence(level: int, dash: str, cap: str) -> None:
    line = parsed(line_pen("#750C0C", 2.0, level))
    assert line.find(f"{A}prstDash").get("val") == dash
    assert line.get("cap") == cap
    assert line.find(f".//{A}srgbClr").get("val") == "750C0C"


def test_a_claim_without_support_cannot_be_taken_for_a_fact() -> None:
    line = parsed(line_pen("#750C0C", 1.0, 0))
    assert line.get("cmpd") == "dbl"
    assert line.find(f"{A}prstDash").get("val") == "sysDash"
    assert line.find(f"{A}tailEnd").get("type") == "arrow"


@pytest.mark.parametrize(
    ("mutual", "hostile", "ends"),
    [(False, False, [None, "triangle"]), (True, False, ["triangle", "triangle"]), (False, True, [None, "oval"])],
)
def test_heads_say_the_direction(mutual: bool, hostile: bool, ends: list[str | None]) -> None:
    line = parsed(line_pen("#750C0C", 2.0, 3, mutual, hostile))
    found = [line.find(A + name) for name in ("headEnd", "tailEnd")]
    assert [mark.get("type") if mark is not None else None for mark in found] == ends


@pytest.mark.parametrize(("width", "small", "size"), [(1.2, False, "lg"), (1.2, True, "med"), (3.0, True, "sm")])
def test_heads_are_smaller_among_small_marks(width: float, small: bool, size: str) -> None:
    assert parsed(line_pen("#750C0C", width, 3, small=small)).find(f"{A}tailEnd").get("len") == size
    assert head_length(width, 3, False, small) == {"lg": 5.0, "med": 3.0, "sm": 2.0}[size] * max(2.0, width)


def test_a_sample_has_no_heads() -> None:
    assert parsed(line_pen("#750C0C", 2.0, 3, head=False)).find(f"{A}tailEnd") is None


def test_a_piece_of_a_line_has_a_head_where_the_line_begins_or_ends_alone() -> None:
    first = parsed(line_pen("#750C0C", 2.0, 3, mutual=True, head=False))
    assert first.find(f"{A}headEnd").get("type") == "triangle"
    assert first.find(f"{A}tailEnd") is None


def test_lines_are_glued_to_the_middle_of_a_joint() -> None:
    mark = parsed(joint(Named(9, "Joint", "words"), (30.0, 40.0), 2.0, "#750C0C"))
    sites = [(int(at.get("x")), int(at.get("y"))) for at in mark.findall(f".//{A}cxn/{A}pos")]
    size = mark.find(f".//{A}ext")
    wide, high = int(size.get("cx")), int(size.get("cy"))
    middle = (pytest.approx(wide / 2, abs=2), pytest.approx(high / 2, abs=2))
    assert sites[CENTRE] == middle
    assert sites[:CENTRE] == [(middle[0], 0), (0, middle[1]), (middle[0], high), (wide, middle[1])]


BACK = [((9.0, 9.0), (None, None)), ((-9.0, 9.0), ("1", None)), ((-9.0, -9.0), ("1", "1"))]


@pytest.mark.parametrize(("end", "flips"), BACK)
def test_a_line_that_runs_back_is_turned_over(end: tuple[float, float], flips: tuple[str | None, str | None]) -> None:
    path = np.array([(0.0, 0.0), end])
    mark = parsed(connector(Named(9, "Line", "words"), path, Hold(3, 4), Hold(5, 6), "<a:ln/>"))
    frame = mark.find(f".//{A}xfrm")
    assert (frame.get("flipH"), frame.get("flipV")) == flips
    glue = [mark.find(f".//{A}{tag}") for tag in ("stCxn", "endCxn")]
    assert [(each.get("id"), each.get("idx")) for each in glue] == [("3", "4"), ("5", "6")]
