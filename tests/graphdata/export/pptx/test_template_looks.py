"""The ground of a template, and which theme can be read on it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml

from graphdata.export.pptx.page import NAMESPACES
from graphdata.export.pptx.template_looks import contrast, ground_of, letters_of, theme_on
from graphdata.style import Theme


def layout_with(background: str, template: Callable[..., bytes]) -> Any:
    """Return a layout that brings a background of its own."""
    layout = Presentation(io.BytesIO(template())).slide_layouts[5]
    layout.element.cSld.insert(0, parse_xml(f"<p:bg {NAMESPACES}>{background}</p:bg>"))
    return layout


@pytest.mark.parametrize(
    ("background", "ground"),
    [
        ('<p:bgPr><a:solidFill><a:srgbClr val="1B2A41"/></a:solidFill><a:effectLst/></p:bgPr>', "#1B2A41"),
        ('<p:bgPr><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:effectLst/></p:bgPr>', "#1F497D"),
        ('<p:bgPr><a:solidFill><a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr></a:solidFill></p:bgPr>',
         "#808080"),
        ('<p:bgRef idx="1001"><a:schemeClr val="accent1"/></p:bgRef>', "#4F81BD"),
        ('<p:bgRef idx="1003"><a:schemeClr val="bg1"/></p:bgRef>', ""),
        ("<p:bgPr><a:gradFill><a:gsLst/></a:gradFill><a:effectLst/></p:bgPr>", ""),
    ],
)  # fmt: skip
def test_the_colour_of_a_ground_is_found(background: str, ground: str, template: Any) -> None:
    assert ground_of(layout_with(background, template)) == ground


def test_a_master_that_says_nothing_stands_on_the_first_colour_of_its_theme(template: Any) -> None:
    layout = Presentation(io.BytesIO(template())).slide_layouts[5]
    assert ground_of(layout) == "#FFFFFF"


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1.0)
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)


@pytest.mark.parametrize(("ground", "name", "bare"), [("#FFFFFF", "light", True), ("#101820", "dark", True),
                                                      ("#3D7EA6", "light", False), ("", "light", False)])  # fmt: skip
def test_a_theme_is_chosen_by_contrast(themes: tuple[Theme, Theme], ground: str, name: str, bare: bool) -> None:
    found, can_do_without = theme_on(ground, themes)
    assert can_do_without is bare
    if bare:
        assert found.name == name
        assert found.map.background == found.map.plate == ground


def test_wide_letters_are_set_smaller(template: Any) -> None:
    def wide(deck: Any) -> None:
        theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        theme.blob = theme.blob.replace(b'typeface="Calibri"', b'typeface="Verdana"')

    found = [Presentation(io.BytesIO(template(change=change))).slide_layouts[5] for change in (None, wide)]
    assert [letters_of(each) for each in found] == [1.0, pytest.approx(1 / 1.1)]
