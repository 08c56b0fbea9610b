"""The package holds our slides and nothing that its template brought along."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from graphdata.export.pptx.frame import Format
from graphdata.export.pptx.outfit import FONT, own_outfit
from graphdata.export.pptx.package import packed
from graphdata.export.pptx.page import Page, Slide
from graphdata.style import Theme

PROPERTIES = {"docProps/core.xml": "<core/>", "docProps/app.xml": "<app/>"}


def opened(theme: Theme, *slides: Slide) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(packed(slides, own_outfit(Format(960.0, 540.0), theme), theme, PROPERTIES)))


@pytest.fixture
def blank() -> Slide:
    return Page().slide()


def test_properties_are_ours(light: Theme, blank: Slide) -> None:
    assert opened(light, blank).read("docProps/core.xml") == b"<core/>"


def test_one_layout_is_left(light: Theme, blank: Slide) -> None:
    names = opened(light, blank).namelist()
    assert sum(name.startswith("ppt/slideLayouts/slideLayout") for name in names) == 1
    assert not [name for name in names if "printer" in name or "thumbnail" in name]


def test_the_theme_has_our_colours_and_a_font_that_is_everywhere(light: Theme, blank: Slide) -> None:
    theme = opened(light, blank).read("ppt/theme/theme1.xml").decode()
    assert 'accent1><a:srgbClr val="750C0C"' in theme
    assert theme.count(f'<a:latin typeface="{FONT}"/>') == 2
    assert 'name="Entente"' in theme


def test_only_slides_with_words_have_notes(light: Theme) -> None:
    names = opened(light, Page().slide("Say this"), Page().slide()).namelist()
    assert [name for name in names if name.startswith("ppt/notesSlides/notesSlide")] == [
        "ppt/notesSlides/notesSlide1.xml"
    ]


def test_no_date_and_no_footer_is_left_on_the_masters(made: Any, read: Any) -> None:
    deck = read(made())
    for master in (deck.slide_master, deck.slide_layouts[0], deck.notes_master):
        assert not master.element.xpath(".//p:ph[@type='dt'] | .//p:ph[@type='ftr']")
