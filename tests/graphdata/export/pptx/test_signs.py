"""A sign is one group with its glyph, its badges and its numbers."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from graphdata.export.pptx.page import NAMESPACES, Page
from graphdata.export.pptx.signs import Cited, sign_group
from graphdata.export.pptx.spots import Spot
from graphdata.export.pptx.stage import Subject, staged
from graphdata.scene import EdgeMark
from graphdata.style import Theme

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def texts(edge: EdgeMark, subject: Subject, theme: Theme) -> list[str | None]:
    cited = Cited((1, 2, 3, 4), subject.numbering, subject.view.network)
    written = sign_group(Page(), Spot(edge, "right"), ("Sign of line 1", "words"), cited, 1.0, theme)
    return [text.text for text in etree.fromstring(f"<root {NAMESPACES}>{written}</root>").iter(f"{A}t")]


def test_badges_and_numbers_are_in_it(subject: Subject, light: Theme) -> None:
    edge = replace(
        staged(subject, (0.0, 0.0, 680.0, 400.0)).scene.edges[0], badges=("single", "judgement"), note="1,2+"
    )
    assert texts(edge, subject, light) == ["1", "J", "1", ",", "2", "+"]
    assert texts(replace(edge, badges=(), note=""), subject, light) == []
