"""The parts of a page stand beside one another, or below on a page that is not wide."""

from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.sheet import Request
from graphdata.sheet.request import COARSEST, MARGIN, least_print, page_extent, rooms_on
from graphdata.style import theme_from

ROOT = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir())
LIGHT = theme_from((ROOT / "resources/themes/light.toml").read_text(encoding="utf-8"))


@given(st.floats(0.5, 2.5), st.floats(40.0, 120.0), st.floats(500.0, 700.0))
def test_map_and_citations_share_the_page_without_meeting(aspect: float, top: float, bottom: float) -> None:
    rooms = rooms_on(Request(aspect, LIGHT), top, bottom, has_notes=True)
    left, high, right, low = rooms.picture
    x, y, end, foot = rooms.notes
    assert right < x or low < y
    assert (left, high) == (MARGIN, top)
    assert foot == bottom
    assert end > x
    assert low > high


@pytest.mark.parametrize(("wide", "high"), [(297.0, 210.0), (210.0, 148.0), (338.67, 190.5), (1189.0, 841.0)])
def test_citations_have_seven_points_on_paper_and_slides(wide: float, high: float) -> None:
    wanted = Request(wide / high, LIGHT, enlargement=sqrt(wide * high / 46_700.0), paper=wide * high)
    assert least_print(wanted) * (wide / 25.4 * 72.0) / page_extent(wanted)[0] == pytest.approx(7.0)


def test_on_scraps_of_paper_letters_leave_room_for_some_citations() -> None:
    assert least_print(Request(1.4, LIGHT, enlargement=0.3, paper=70.0 * 50.0)) == COARSEST


@pytest.mark.parametrize("aspect", [16 / 9, 0.7])
def test_many_citations_take_more_of_a_page(aspect: float) -> None:
    usual, more = (rooms_on(Request(aspect, LIGHT), 60.0, 800.0, True, crowded) for crowded in (False, True))
    (left, top, right, bottom), (x, y, end, foot) = usual.notes, more.notes
    assert (end - x) * (foot - y) > 1.3 * (right - left) * (bottom - top)
    assert more.picture[2] < more.notes[0] or more.picture[3] < more.notes[1]


def test_without_citations_the_map_has_all_the_room() -> None:
    alone, beside = (rooms_on(Request(16 / 9, LIGHT), 60.0, 800.0, each).picture for each in (False, True))
    assert alone[2] > beside[2] * 1.2
