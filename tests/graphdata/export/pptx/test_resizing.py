"""Every length of a slide is scaled alike, letters by a share of their own."""

from __future__ import annotations

import re

from pptx.oxml import parse_xml

from graphdata.export.pptx.frame import Setting
from graphdata.export.pptx.map_slide import Leaf, whole
from graphdata.export.pptx.resizing import resize
from graphdata.export.pptx.stage import Subject


def test_every_number_that_is_a_length_is_halved(subject: Subject, setting: Setting) -> None:
    ((slide, _),) = Leaf(subject, [whole(subject, "A title")]).slides(setting)
    tree = parse_xml(slide.shapes)
    places = [[int(each.get(name)) for each in tree.xpath(f".//a:{tag}") for name in names]
              for tag, names in (("off", "xy"), ("pt", "xy"), ("pos", "xy"))]  # fmt: skip
    resize(tree, 0.5, 0.25)
    halved = [[int(each.get(name)) for each in tree.xpath(f".//a:{tag}") for name in names]
              for tag, names in (("off", "xy"), ("pt", "xy"), ("pos", "xy"))]  # fmt: skip
    assert all(abs(new - old / 2) <= 0.5 for olds, news in zip(places, halved, strict=True)
               for old, new in zip(olds, news, strict=True))  # fmt: skip
    sizes = [int(size) for size in re.findall(r'sz="(\d+)"', slide.shapes)]
    assert [int(face.get("sz")) for face in tree.xpath(".//a:rPr")] == [max(100, round(size / 4)) for size in sizes]


def test_a_slide_of_the_usual_size_is_left_alone(subject: Subject, setting: Setting) -> None:
    ((slide, _),) = Leaf(subject, [whole(subject, "A title")]).slides(setting)
    tree, same = parse_xml(slide.shapes), parse_xml(slide.shapes)
    resize(tree, 1.0, 1.0)
    assert tree.xml == same.xml
