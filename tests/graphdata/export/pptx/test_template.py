"""Slides in a template of the user's: its size, its title, its colours, its design left free, nobody's traces."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from graphdata.export.pptx.template import template_of
from graphdata.export.pptx.template_file import TemplateError

Made = Callable[..., bytes]


def whole(content: bytes) -> bytes:
    """Return all parts of a file, one after the other."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"".join(package.read(name) for name in package.namelist())


def with_band(deck: Any) -> None:
    """Put a band across the head, a logo in the corner and a line at the foot of the master."""
    wide, high = deck.slide_width, deck.slide_height
    for left, top, width, height in ((0, 0, wide, high // 8), (wide * 9 // 10, 0, wide // 12, high // 10),
                                     (0, high - high // 20, wide, high // 20)):  # fmt: skip
        box = deck.slides[0].shapes.add_shape(1, left, top, width, height)
        for layout in deck.slide_layouts:
            layout.shapes._spTree.append(deepcopy(box._element))


@pytest.mark.parametrize("size", [(10.0, 5.625), (13.333, 7.5), (10.0, 7.5), (8.0, 11.0), (33.1, 23.4)])
def test_slides_have_the_size_of_the_template_and_stay_on_it(
    made: Made, read: Any, template: Made, size: tuple[float, float]
) -> None:
    deck = read(made(template=template(size)))
    assert (deck.slide_width.inches, deck.slide_height.inches) == pytest.approx(size, abs=0.001)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= deck.slide_width + 2, shape.name
            assert shape.top + shape.height <= deck.slide_height + 2, shape.name


def test_a_title_stands_where_the_template_has_it_in_its_colour(made: Made, read: Any, template: Made) -> None:
    slide = read(made(template=template())).slides[0]
    assert slide.slide_layout.element.get("type") == "titleOnly"
    (face,) = slide.shapes.title.element.xpath(".//a:rPr")
    assert len(face) == 0
    assert slide.shapes.title.text_frame.text == "Little network"


def test_the_slides_of_the_template_and_its_owner_stay_away(made: Made, read: Any, template: Made) -> None:
    content = made(template=template())
    assert len(read(content).slides) == len(read(made()).slides)
    assert not re.search(rb"Jane|Canny|printerSettings|dcterms:created", whole(content))


def test_its_master_and_layouts_come_along(made: Made, read: Any, template: Made) -> None:
    deck = read(made(template=template(ground="1B2A41")))
    assert len(deck.slide_layouts) == 11
    assert str(deck.slide_master.background.fill.fore_color.rgb) == "1B2A41"


def test_the_theme_follows_the_ground(made: Made, read: Any, template: Made, themes: Any) -> None:
    for ground, theme in (("FFF8E7", themes[0]), ("1B2A41", themes[1])):
        xml = read(made(template=template(ground=ground), themes=themes)).slides[0].element.xml
        assert theme.domain("arms").lstrip("#") in xml


def test_a_ground_too_close_in_colour_gets_a_panel(made: Made, read: Any, template: Made) -> None:
    names = {ground: [shape.name for shape in read(made(template=template(ground=ground))).slides[0].shapes]
             for ground in ("FFFFFF", "3D7EA6")}  # fmt: skip
    assert ["Ground" in found for found in names.values()] == [False, True]


def test_the_design_is_left_free(template: Made) -> None:
    plain, designed = template_of(template()).form, template_of(template(change=with_band)).form
    assert designed.under > 0.0 == plain.under
    assert designed.mark_right < designed.right
    assert designed.bottom < plain.bottom


def with_rule(deck: Any) -> None:
    """Put a thin rule across the head of the master, below the title."""
    box = deck.slides[0].shapes.add_shape(1, 0, round(0.95 * 914_400), deck.slide_width, 30_000)
    for layout in deck.slide_layouts:
        layout.shapes._spTree.append(deepcopy(box._element))


@pytest.mark.parametrize("title", ["Little network", "A title that takes far more than a line at such a size " * 4])
def test_a_rule_below_the_title_strikes_nothing_out(made: Made, read: Any, template: Made, title: str) -> None:
    slide = read(made(template=template((10.0, 7.5), change=with_rule), title=title)).slides[0]
    rule = 0.95 * 914_400
    said = next(shape for shape in slide.shapes if shape.name == "As of, and confidence")
    assert slide.shapes.title.top + slide.shapes.title.height <= rule + 40_000
    assert said.top >= rule + 30_000


def test_a_template_without_a_title_is_refused(template: Made) -> None:
    def untitled(deck: Any) -> None:
        for layout in deck.slide_layouts:
            for mark in layout.element.xpath(".//p:ph[@type='title']"):
                mark.set("type", "body")

    with pytest.raises(TemplateError, match="No layout of the template has a title"):
        template_of(template(change=untitled))


def test_a_package_without_its_parts_is_refused(template: Made) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            if "slideMaster" not in name:
                new.writestr(name, old.read(name))
    with pytest.raises(TemplateError, match="damaged"):
        template_of(held.getvalue())


def test_sizes_and_points_are_those_of_the_template(template: Made) -> None:
    small, large = (template_of(template(size)).outfit for size in ((10.0, 5.625), (13.333, 7.5)))
    assert (small.share, large.share) == pytest.approx((0.75, 1.0), abs=0.001)


def test_the_same_template_gives_the_same_bytes(made: Made, template: Made) -> None:
    own = template()
    assert made(template=own) == made(template=own)
