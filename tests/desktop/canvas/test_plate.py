"""The plate beside the pointer stays inside the map and shows text as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from desktop.canvas.plate import LINES, ROOM, plate_marks
from graphdata.directions import LEFT_TO_RIGHT, between
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


def test_it_lies_beside_what_covers_the_map(light: Theme) -> None:
    for covered in (QRectF(8.0, 500.0, 500.0, 92.0), QRectF(8.0, 100.0, 190.0, 492.0)):
        for point in (QPointF(120.0, 480.0), QPointF(190.0, 90.0), QPointF(300.0, 520.0), QPointF(20.0, 20.0)):
            plate = plate_marks("Iran\nstate", point, AREA, light, covered)[0]
            assert isinstance(plate, Polygon)
            (left, top), (right, bottom) = plate.points.min(axis=0), plate.points.max(axis=0)
            box = QRectF(QPointF(left, top), QPointF(right, bottom))
            assert AREA.contains(box)
            assert not box.intersects(covered)


def test_a_name_in_several_lines_is_bold_in_all_of_them(light: Theme) -> None:
    bold = [line.bold for line in words(f"{LONG[:90]}\nstate", light)]
    assert bold == [True, True, False]


def test_what_is_cut_says_so(light: Theme) -> None:
    assert words(LONG * 3, light)[-1].text.endswith(" …")
    assert not words("Iran\nstate", light)[-1].text.endswith("…")


def test_an_arrow_between_names_from_the_right_stays_true_in_every_line(light: Theme) -> None:
    name = "سپاه پاسداران انقلاب اسلامی ایران " * 3
    lines = words(f"{between(name, 'حزب‌الله', mutual=False)}\nLoan", light)
    assert len(lines) > 2
    assert all(line.text.startswith(LEFT_TO_RIGHT) for line in lines[:-1])
    assert lines[-1].text == "Loan"
