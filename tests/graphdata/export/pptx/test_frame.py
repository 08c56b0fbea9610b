"""What every slide has round its content fits, whatever the title and the marking."""

from __future__ import annotations

import pytest

from graphdata.export.pptx import frame
from graphdata.export.pptx.page import Page
from graphdata.style import Theme

WIDE = frame.format_of(16 / 9)


@pytest.mark.parametrize(
    ("aspect", "size"),
    [(16 / 9, (960.0, 540.0)), (4 / 3, (720.0, 540.0)), (0.707, (540.0, 763.8)), (99.0, (2160.0, 540.0))],
)
def test_slides_are_as_high_as_powerpoint_makes_them(aspect: float, size: tuple[float, float]) -> None:
    assert frame.format_of(aspect) == size


def test_a_title_is_as_large_as_two_lines_allow(light: Theme) -> None:
    short = frame.headed("Iran arms Russia", WIDE, light, "TLP:CLEAR")
    middling = frame.headed("Iran arms Russia " * 8, WIDE, light, "TLP:CLEAR")
    endless = frame.headed("Iran arms Russia " * 40, WIDE, light, "TLP:CLEAR")
    assert short.face.size == frame.TITLE_SIZES[0]
    assert len(middling.lines) == 2
    assert (len(endless.lines), endless.face.size) == (3, frame.TITLE_SIZES[-1])
    assert endless.lines[-1].endswith("…")


def test_a_marking_of_another_scheme_is_broken_not_cut() -> None:
    page = Page()
    frame.add_marking(page, WIDE, "INTERNAL USE ONLY, " * 8 + "DO NOT PASS ON")
    written = page.slide().shapes
    assert written.count("Marking, ") == 2
    assert "DO NOT PASS ON" in written


def test_no_words_need_no_box(light: Theme) -> None:
    page = Page()
    frame.add_foot(page, WIDE, light, ())
    assert "What is shown" not in page.slide().shapes
