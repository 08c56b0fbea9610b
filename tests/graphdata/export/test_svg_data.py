"""Numbers and outlines are written as short as they can be, and mean the same."""

import re

import numpy as np
import pytest

from graphdata.export.svg_data import joined, number, outline_data, path_data, run


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.001, "0"),
        (1.0, "1"),
        (10.0, "10"),
        (0.5, ".5"),
        (-0.25, "-.25"),
        (3.14159, "3.14"),
        (-20.0, "-20"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text


def test_a_space_stands_only_where_no_sign_does() -> None:
    assert joined(["1", "-2", ".5", "3"]) == "1-2 .5 3"


def test_an_outline_is_relative_and_closed() -> None:
    points = np.array([[10.0, 5.0], [12.5, 5.0], [12.5, 9.0], [9.0, 9.25]])
    assert outline_data(points) == "M10 5h2.5v4l-3.5 .25z"


def test_rounding_does_not_add_up() -> None:
    points = np.column_stack([np.arange(50) * 0.333, np.zeros(50)])
    steps = [float(step) for step in re.findall(r"h([\d.]+)", outline_data(points))]
    assert sum(steps) == pytest.approx(49 * 0.333, abs=0.006)


def test_curves_follow_each_other() -> None:
    bent = np.array([[0.0, 0.0], [10.0, 5.0], [20.0, 5.0], [30.0, 0.0]])
    assert run([bent, np.array([[30.0, 0.0], [40.0, -10.0]])]) == "M0 0c10 5 20 5 30 0l10-10"


def test_pieces_that_touch_are_joined() -> None:
    assert path_data(np.array([[0.0, 0, 5, 5], [5, 5, 9, 9], [20, 0, 30, 0]])) == "M0 0L5 5L9 9M20 0L30 0"
