"""The plate beside the pointer stays inside the map and shows text as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from desktop.canvas.plate import LINES, ROOM, plate_marks
from graphdata.drawing import Polygon, Words
from graphdata.style import Theme

AREA = QRectF(0.0, 0.0, 800.0, 600.0)
LONG = "Relation between two actors in many words, " * 8


def words(text: str, theme: Theme) -> list[Words]:
    """Return the lines of the plate for a text."""
    marks = plate_marks(text, QPointF(100.0, 100.0), AREA, theme)
    return [mark for mark in marks if isinstance(mark, Words)]


@pytest.mark.parametrize("point", [(0.0, 0.0), (799.0, 0.0), (0.0, 599.0), (799.0, 599.0), (400.0, 300.0)])
@pytest.mark.parametrize("text", ["Iran", LONG])
def test_it_stays_inside_the_map(light: Theme, point: tuple[float, float], text: str) -> None:
    plate = plate_marks(text, QPointF(*point), AREA, light)[0]
    assert isinstance(plate, Polygon)
    left, top = plate.points.min(axis=0)
    right, bottom = plate.points.max(axis=0)
    assert 0.0 <= left < right <= 800.0
    assert 0.0 <= top < bottom <= 600.0


def test_it_does_not_cover_what_it_speaks_of(light: Theme) -> None:
    plate = plate_marks(LONG, QPointF(400.0, 560.0), AREA, light)[0]
    assert isinstance(plate, Polygon)
    assert plate.points[:, 1].max() < 560.0


def test_the_first_line_is_bold(light: Theme) -> None:
    assert [line.bold for line in words("Iran\nstate\n3 relations", light)] == [True, False, False]


def test_long_texts_are_wrapped_and_cut(light: Theme) -> None:
    lines = words(LONG * 3, light)
    assert len(lines) == LINES
    assert len(lines[0].text) * 4 < ROOM


def test_markup_is_shown_as_it_is(light: Theme) -> None:
    assert [line.text for line in words("<b>A & B</b>\n<img src=x>", light)] == ["<b>A & B</b>", "<img src=x>"]
