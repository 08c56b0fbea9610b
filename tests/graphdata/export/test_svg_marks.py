"""Marks become elements, each with the look and the place that are its own."""

import numpy as np
import pytest

from graphdata.curves import arrowhead
from graphdata.drawing import Disc, Group, Polygon, Strokes, Words
from graphdata.export.svg_marks import Marks, in_units
from graphdata.export.svg_order import Order

PATH = np.column_stack([np.linspace(0.0, 90.0, 29), np.zeros(29)])


def written(*items: object) -> list[str]:
    """Return the elements of marks, a line each."""
    order = Order(items)
    Marks(order).write()
    return [line for line in order.text().split("\n") if line]


def line(dash: tuple[float, float] = (0.0, 0.0), top: float = 0.0) -> Strokes:
    return Strokes(np.zeros((0, 4)), "#112233", 1.6, path=PATH + np.array([0.0, top]), dash=dash)


@pytest.mark.parametrize(
    ("dash", "said"),
    [((12.96, 6.0), "130 59.6"), ((0.098, 5.2), "1 51.98"), ((0.05, 2.6), ".5 26"), ((6.0, 3.0), "60 30")],
)
def test_a_pattern_keeps_its_length(dash: tuple[float, float], said: str) -> None:
    assert written(line(dash)) == [f'<path stroke-dasharray="{said}" d="M0 0l900 0"/>']


def test_each_line_has_its_own_data() -> None:
    head = Polygon(arrowhead(np.array([96.0, 20.0]), np.array([1.0, 0.0]), 9.0), "#112233")
    loose = Strokes(np.array([[1.0, 2.0, 3.0, 2.0]]), "#112233", 1.6)
    found = written(loose, line(), loose, Group("a", "A", (line(top=20.0), head)), line(top=30.0))
    assert [each.partition(' d="')[2].partition("/>")[0] for each in found] == [
        'M10 20h20"',
        'M0 0l900 0"',
        'M10 20h20"',
        'M0 200l900 0"',
        'M0 300l900 0"',
    ]


def test_circles_texts_and_links() -> None:
    words = Words(1.0, 2.04, "a & b", 9.0, "#000000", link="#note-1")
    assert written(Disc(1.0, 2.0, 0.75, "#FFFFFF"), words) == [
        '<circle r="7.5" cx="10" cy="20"/>',
        '<a xlink:href="#note-1"><text x="10" y="20">a &amp; b</text></a>',
    ]


def test_lengths_are_in_units() -> None:
    assert [in_units(length) for length in (1.2, 0.75, 100.0)] == ["12", "7.5", "1000"]
