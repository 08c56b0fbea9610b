"""The painter puts every mark where it says, in the colour it says; text from data is text."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.canvas.painter import paint, paint_drawing, text_width
from graphdata.drawing import Disc, Drawing, Group, Mark, Polygon, Strokes, Words

RED, BLUE, WHITE = "#ff0000", "#0000ff", "#ffffff"
SQUARE = np.array([[20.0, 20.0], [60.0, 20.0], [60.0, 60.0], [20.0, 60.0]])
Paint = Callable[..., QImage]


def line(*points: float, **more: object) -> Strokes:
    """Return one segment, ten points wide."""
    return Strokes(np.array([points]), RED, 10.0, **more)  # type: ignore[arg-type]


@pytest.fixture
def painted(undressed: QApplication) -> Paint:  # noqa: ARG001 - its fonts
    def on_white(*marks: Mark) -> QImage:
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(QColor(WHITE))
        painter = QPainter(image)
        paint(marks, painter)
        painter.end()
        return image

    return on_white


def colours(image: QImage, *points: tuple[int, int]) -> list[str]:
    """Return the colours at some points."""
    return [image.pixelColor(*point).name() for point in points]


def inked(image: QImage) -> tuple[int, int, int, int]:
    """Return the box round whatever is not white: left, top, right, bottom."""
    dark = [(x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y).lightness() < 160]
    across, down = [x for x, _ in dark] or [0], [y for _, y in dark] or [0]
    return (min(across), min(down), max(across), max(down))


def test_strokes(painted: Paint) -> None:
    image = painted(line(20.0, 50.0, 80.0, 50.0))
    assert colours(image, (50, 50), (50, 46), (50, 40), (10, 50)) == [RED, RED, WHITE, WHITE]


@pytest.mark.parametrize(("round_cap", "colour"), [(True, RED), (False, WHITE)])
def test_ends_are_round_where_asked(painted: Paint, round_cap: bool, colour: str) -> None:
    assert colours(painted(line(20.0, 50.0, 80.0, 50.0, round_cap=round_cap)), (83, 50)) == [colour]


def test_strokes_apart_stay_apart(painted: Paint) -> None:
    dashes = Strokes(np.array([[10.0, 50.0, 30.0, 50.0], [70.0, 50.0, 90.0, 50.0]]), RED, 10.0)
    assert colours(painted(dashes), (20, 50), (50, 50), (80, 50)) == [RED, WHITE, RED]


def test_joints_of_a_see_through_line_do_not_darken(painted: Paint) -> None:
    stops = np.linspace(10.0, 90.0, 41)
    rows = np.column_stack([stops[:-1], np.full(40, 50.0), stops[1:], np.full(40, 50.0)])
    chain = Strokes(rows, RED, 10.0, round_cap=True, opacity=0.4)
    along = colours(painted(chain), *((x, 50) for x in range(12, 88)))
    assert len(set(along)) == 1
    assert along[0] not in (RED, WHITE)


def test_polygon_with_fill_and_outline(painted: Paint) -> None:
    image = painted(Polygon(SQUARE, RED, BLUE, 6.0))
    assert colours(image, (40, 40), (20, 40), (10, 40)) == [RED, BLUE, WHITE]


def test_polygon_without_fill_is_hollow(painted: Paint) -> None:
    assert colours(painted(Polygon(SQUARE, "", BLUE, 6.0)), (40, 40), (20, 40)) == [WHITE, BLUE]


def test_disc(painted: Paint) -> None:
    image = painted(Disc(50.0, 50.0, 20.0, RED, BLUE, 4.0))
    assert colours(image, (50, 50), (30, 50), (35, 35), (32, 32)) == [RED, BLUE, BLUE, WHITE]


def test_later_marks_cover_earlier_ones_and_groups_keep_their_place(painted: Paint) -> None:
    image = painted(Group("a", "", (Disc(50.0, 50.0, 20.0, RED),)), Disc(50.0, 50.0, 10.0, BLUE))
    assert colours(image, (50, 50), (65, 50)) == [BLUE, RED]


@pytest.mark.parametrize(("anchor", "left"), [("start", 50.0), ("middle", 35.0), ("end", 20.0)])
def test_words_stand_on_their_baseline_at_their_anchor(painted: Paint, anchor: str, left: float) -> None:
    size = 30.0 / text_width("HH", bold=True) * 100
    found = inked(painted(Words(50.0, 60.0, "HH", size, "#000000", bold=True, anchor=anchor)))  # type: ignore[arg-type]
    assert found[0] == pytest.approx(left, abs=3)
    assert found[2] == pytest.approx(left + 30.0, abs=3)
    assert found[3] == pytest.approx(60.0, abs=1.5)


@pytest.mark.parametrize("text", ["<img src=x>", "<b>A & B</b>", "&lt;i&gt;"])
def test_markup_is_drawn_as_it_is(painted: Paint, text: str) -> None:
    whole = inked(painted(Words(2.0, 50.0, text, 10.0, "#000000")))
    assert whole[2] - whole[0] == pytest.approx(text_width(text, bold=False) / 10, abs=3)


@pytest.mark.parametrize("text", ["Россия", "ایران"])
def test_letters_of_other_scripts_are_no_boxes(painted: Paint, text: str) -> None:
    box = painted(Words(2.0, 50.0, "\U0010fffd" * len(text), 20.0, "#000000"))
    assert painted(Words(2.0, 50.0, text, 20.0, "#000000")) not in (box, painted())


def test_the_same_drawing_gives_the_same_image(page: Drawing) -> None:
    def image() -> QImage:
        made = QImage(400, 225, QImage.Format.Format_RGB32)
        painter = QPainter(made)
        painter.scale(400 / page.width, 225 / page.height)
        paint_drawing(page, painter)
        painter.end()
        return made

    assert image() == image()


def test_a_drawing_lies_on_its_background(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    painter = QPainter(image)
    paint_drawing(Drawing(30.5, 20.0, BLUE, ()), painter)
    painter.end()
    assert colours(image, (0, 0), (30, 19), (32, 19), (30, 22)) == [BLUE, BLUE, RED, RED]
