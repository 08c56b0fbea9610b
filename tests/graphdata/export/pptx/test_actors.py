"""An actor is one group: an outline that lines can hold on to, an icon, and a label of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from lxml import etree

from graphdata import shapes
from graphdata.export.pptx.actors import actor_group
from graphdata.export.pptx.docks import ROUND, SIDES, sites_of
from graphdata.export.pptx.page import NAMESPACES, Page
from graphdata.export.pptx.stage import Subject, staged
from graphdata.scene import NodeMark
from graphdata.style import SHAPES, Theme

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.fixture
def node(subject: Subject) -> NodeMark:
    return staged(subject, (0.0, 0.0, 680.0, 400.0)).scene.nodes[0]


def drawn(node: NodeMark, theme: Theme, held: tuple[int, ...] = ()) -> tuple[Mapping[int, int], etree._Element]:
    pegs, written = actor_group(Page(), node, "words", 1.0, theme, held)
    return pegs, etree.fromstring(f"<root {NAMESPACES}>{written}</root>")[0]


@pytest.mark.parametrize("kind", SHAPES)
def test_every_kind_has_a_peg_at_each_site_that_holds_lines(node: NodeMark, light: Theme, kind: str) -> None:
    held = (SIDES, SIDES + 9, SIDES + ROUND - 1)
    pegs, group = drawn(replace(node, kind=kind), light, held)
    sites, at = sites_of(replace(node, kind=kind)), {}
    for shape in group.iter(f"{P}sp"):
        frame = {name: int(value) for part in shape.find(f".//{A}xfrm") for name, value in part.attrib.items()}
        at[int(shape.find(f".//{P}cNvPr").get("id"))] = (frame["x"] + frame["cx"] / 2, frame["y"] + frame["cy"] / 2)
    assert tuple(pegs) == held
    assert all(np.allclose(at[pegs[site]], sites[site] * 12700, atol=2.0) for site in held)
    assert len(shapes.ICONS[kind]) <= len(group.findall(f".//{A}close"))


def test_an_outline_has_a_site_on_each_side_for_lines_drawn_by_hand(node: NodeMark, light: Theme) -> None:
    _, group = drawn(node, light)
    assert len(group.findall(f".//{A}cxn")) == SIDES


def test_the_label_goes_with_its_actor(node: NodeMark, light: Theme) -> None:
    _, group = drawn(node, light)
    assert [text.text for text in group.iter(f"{A}t")] == list(node.lines)
    _, bare = drawn(replace(node, labelled=False), light)
    assert not list(bare.iter(f"{A}t"))


def test_the_group_measures_what_is_in_it_on_the_slide(node: NodeMark, light: Theme) -> None:
    _, group = drawn(node, light)
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    assert dict(frame.find(f"{A}off").attrib) == dict(frame.find(f"{A}chOff").attrib)
    assert dict(frame.find(f"{A}ext").attrib) == dict(frame.find(f"{A}chExt").attrib)
