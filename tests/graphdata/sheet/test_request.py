"""The parts of a page stand beside one another, or below on a page that is not wide."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from graphdata.sheet import Request
from graphdata.sheet.request import MARGIN, rooms_on
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


def test_without_citations_the_map_has_all_the_room() -> None:
    alone, beside = (rooms_on(Request(16 / 9, LIGHT), 60.0, 800.0, each).picture for each in (False, True))
    assert alone[2] > beside[2] * 1.2
