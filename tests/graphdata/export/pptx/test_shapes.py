"""What the painter draws becomes native shapes, as few as can be."""

from __future__ import annotations

import numpy as np
from lxml import etree

from graphdata.drawing import Disc, Group, Polygon, Strokes, Words
from graphdata.export.pptx.markup import Face
from graphdata.export.pptx.page import NAMESPACES, Page
from graphdata.export.pptx.shapes import bounds, centred_text, curve, geometry, shapes_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SQUARE = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])


def parsed(piece: str) -> etree._Element:
    return etree.fromstring(f"<root {NAMESPACES}>{piece}</root>")[0]


def test_the_parts_of_an_icon_are_one_freeform() -> None:
    parts = [Polygon(SQUARE, "#112233"), Polygon(SQUARE + 20.0, "#112233"), Polygon(SQUARE, "#AABBCC")]
    found = [parsed(shape) for shape in shapes_of(Page(), parts, "Icon")]
    assert [len(shape.findall(f".//{A}close")) for shape in found] == [2, 1]


def test_discs_are_ellipses_and_words_are_text() -> None:
    marks = (Group("x", "", (Disc(5.0, 5.0, 5.0, "#FFFFFF"), Words(5.0, 8.0, "J", 6.6, "#000000", anchor="middle"))),)
    disc, words = (parsed(shape) for shape in shapes_of(Page(), marks, "Badge"))
    assert disc.find(f".//{A}prstGeom").get("prst") == "ellipse"
    assert "".join(words.itertext()) == "J"


def test_strokes_are_open_paths() -> None:
    (shape,) = shapes_of(Page(), [Strokes(np.array([[0.0, 0, 5, 5], [9, 9, 9, 20]]), "#112233", 1.0)], "Hands")
    assert parsed(shape).find(f".//{A}path").get("fill") == "none"
    assert not parsed(shape).findall(f".//{A}close")


def test_an_outline_is_measured_from_its_corner() -> None:
    outline = parsed(geometry([SQUARE + 7.0], bounds([SQUARE + 7.0])))
    points = [[int(point.get("x")), int(point.get("y"))] for point in outline.iter(f"{A}pt")]
    assert np.array(points).min() == 0
    assert np.array(points).max() == 127000


def test_text_fills_the_shape_by_name() -> None:
    rect = parsed(geometry([SQUARE], bounds([SQUARE]))).find(f"{A}rect")
    assert dict(rect.attrib) == {"l": "l", "t": "t", "r": "r", "b": "b"}


def test_a_bend_has_few_handles_and_keeps_its_ends() -> None:
    path = np.column_stack([np.linspace(0.0, 100.0, 29), np.sin(np.linspace(0.0, 3.0, 29)) * 20.0])
    mark = parsed(curve(path, bounds([path])))
    assert len(mark.findall(f".//{A}cubicBezTo")) == 4
    last = mark.findall(f".//{A}pt")[-1]
    assert abs(int(last.get("x")) - 1270000) <= 1


def test_text_lies_round_its_middle() -> None:
    mark = parsed(centred_text(Page(), ("one", "two"), (50.0, 40.0), Face(10.0, "#000000"), "Words"))
    place, size = mark.find(f".//{A}off"), mark.find(f".//{A}ext")
    assert abs(int(place.get("x")) + int(size.get("cx")) / 2 - 50 * 12700) <= 1
    assert abs(int(place.get("y")) + int(size.get("cy")) / 2 - 40 * 12700) <= 1


def test_words_held_at_their_start_or_end_stand_where_they_would_be_painted() -> None:
    marks = [Words(50.0, 8.0, "gives", 10.0, "#000000", anchor=anchor) for anchor in ("start", "middle", "end")]
    lefts = [int(parsed(shape).find(f".//{A}off").get("x")) for shape in shapes_of(Page(), marks, "Guide")]
    assert lefts == sorted(lefts, reverse=True)
    assert lefts[0] - lefts[1] == lefts[1] - lefts[2]
