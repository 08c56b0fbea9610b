"""Marks as values."""

import numpy as np
import pytest

from graphdata.drawing import Disc, Drawing, Group, Polygon, Strokes, Words, flat, framed, moved

SQUARE = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]])


def test_a_moved_group_takes_everything_along() -> None:
    group = Group("a", "A", (Disc(1.0, 2.0, 3.0), Words(0.0, 0.0, "x", 10.0, "#000000")))
    found = moved(group, 10.0, 20.0, 2.0)
    assert isinstance(found, Group)
    assert found.items[0] == Disc(12.0, 24.0, 6.0)
    assert found.items[1] == Words(10.0, 20.0, "x", 20.0, "#000000")


def test_segments_and_outlines_move_and_scale() -> None:
    stroke = moved(Strokes(np.array([[0.0, 0.0, 1.0, 1.0]]), "#000000", 2.0), 5.0, 5.0, 3.0)
    outline = moved(Polygon(SQUARE, "#FFFFFF"), 1.0, 1.0)
    assert isinstance(stroke, Strokes)
    assert isinstance(outline, Polygon)
    assert stroke.segments[0] == pytest.approx([5.0, 5.0, 8.0, 8.0])
    assert stroke.width == 6.0
    assert outline.points[0] == pytest.approx([1.0, 1.0])


def test_flat_keeps_the_painting_order() -> None:
    first, second, third = (Disc(float(i), 0.0, 1.0) for i in range(3))
    assert list(flat((first, Group("g", "", (second, Group("h", "", (third,))))))) == [first, second, third]


def test_a_frame_moves_what_is_inside() -> None:
    drawing = framed(Drawing(100.0, 50.0, "#FFFFFF", (Words(5.0, 9.0, "a", 8.0, "#000000"),), "T"), 10.0)
    assert (drawing.width, drawing.height, drawing.title) == (120.0, 70.0, "T")
    assert (drawing.items[0].x, drawing.items[0].y) == (15.0, 19.0)
