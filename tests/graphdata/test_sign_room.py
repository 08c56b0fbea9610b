"""The room of a sign holds its disc, its badges and its note."""

import numpy as np
import pytest

from graphdata import style
from graphdata.scene import EdgeMark
from graphdata.sign_room import BADGE_PLACES, BADGE_RADIUS, note_top, room_of


def edge(badges: tuple[str, ...], note: str = "") -> EdgeMark:
    path = np.zeros((2, 2))
    return EdgeMark("e", "a", "b", "arms", 3, False, False, 1.6, path, (0.0, 0.0), badges, "1/1", note, "")


def test_a_bare_sign_is_its_disc() -> None:
    reach = style.GLYPH_RADIUS
    assert room_of(edge(()), 1.0) == (-reach, -reach, reach, reach)


@pytest.mark.parametrize("badge", BADGE_PLACES)
def test_a_badge_is_inside(badge: str) -> None:
    left, top, right, bottom = room_of(edge((badge,)), 1.0)
    x, y = (place * style.GLYPH_RADIUS for place in BADGE_PLACES[badge])
    assert left <= x - BADGE_RADIUS
    assert right >= x + BADGE_RADIUS
    assert top <= y - BADGE_RADIUS
    assert bottom >= y + BADGE_RADIUS


def test_a_note_hangs_below_the_badges() -> None:
    assert note_top(("judgement",)) > note_top(("single",)) > style.GLYPH_RADIUS
    assert room_of(edge(("judgement",), "1,2,3+"), 1.0)[3] > room_of(edge((), "1,2,3+"), 1.0)[3]


def test_it_grows_with_the_scale() -> None:
    one, two = (np.array(room_of(edge(("single",), "4"), scale)) for scale in (1.0, 2.0))
    assert two == pytest.approx(2.0 * one)
