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
    assert frame.format_of(aspect)[:2] == size


def test_a_title_is_as_large_as_two_lines_allow(light: Theme) -> None:
    setting = frame.Setting(WIDE, light, "TLP:CLEAR")
    short, middling, endless = (frame.headed("Iran arms Russia " * times, setting) for times in (1, 8, 40))
    assert short.face.size == frame.TITLE_SIZES[0]
    assert len(middling.lines) == 2
    assert (len(endless.lines), endless.face.size) == (3, frame.TITLE_SIZES[-1])
    assert endless.lines[-1].endswith("…")


def test_a_title_a_little_too_long_is_set_smaller_rather_than_on_two_lines(light: Theme) -> None:
    found = frame.headed("Who arms whom, " * 4 + "and why", frame.Setting(WIDE, light, "TLP:CLEAR"))
    assert len(found.lines) == 1
    assert frame.ONE_LINE * frame.TITLE_SIZES[0] <= found.face.size < frame.TITLE_SIZES[0]


def test_a_marking_of_another_scheme_is_broken_not_cut(light: Theme) -> None:
    page = Page()
    frame.add_foot(page, frame.Setting(WIDE, light, "INTERNAL USE ONLY, " * 8 + "DO NOT PASS ON"), ())
    written = page.slide().shapes
    assert written.count("Marking, ") == 2
    assert "DO NOT PASS ON" in written


def test_no_words_need_no_box(light: Theme) -> None:
    page = Page()
    frame.add_foot(page, frame.Setting(WIDE, light, "TLP:CLEAR"), ())
    assert "What is shown" not in page.slide().shapes


def test_every_slide_is_numbered(light: Theme) -> None:
    page = Page()
    frame.add_foot(page, frame.Setting(WIDE, light, "TLP:CLEAR"), ())
    assert 'type="slidenum"' in page.slide().shapes
