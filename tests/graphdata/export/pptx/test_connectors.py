"""The look of a line says domain, confidence, direction and hostility, in PowerPoint's own means."""

from __future__ import annotations

import numpy as np
import pytest
from lxml import etree

from graphdata.export.pptx.connectors import Hold, connector, head_length, line_pen
from graphdata.export.pptx.markup import Named
from graphdata.export.pptx.page import NAMESPACES
from graphdata.export.pptx.stage import Subject, staged

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


BACK = [((9.0, 9.0), (None, None)), ((-9.0, 9.0), ("1", None)), ((-9.0, -9.0), ("1", "1"))]


@pytest.mark.parametrize(("end", "flips"), BACK)
def test_a_line_that_runs_back_is_turned_over(
    subject: Subject, end: tuple[float, float], flips: tuple[str | None, str | None]
) -> None:
    edge = staged(subject, (0.0, 0.0, 680.0, 400.0)).scene.edges[0]
    edge.path[0], edge.path[-1] = np.zeros(2), np.array(end)
    mark = parsed(connector(Named(9, "Line", "words"), edge, Hold(3, 4), Hold(5, 6), "<a:ln/>"))
    frame = mark.find(f".//{A}xfrm")
    assert (frame.get("flipH"), frame.get("flipV")) == flips
    glue = [mark.find(f".//{A}{tag}") for tag in ("stCxn", "endCxn")]
    assert [(each.get("id"), each.get("idx")) for each in glue] == [("3", "4"), ("5", "6")]
