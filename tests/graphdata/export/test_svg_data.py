"""Numbers and outlines are written as short as they can be, and mean the same."""

import re

import numpy as np
import pytest

from graphdata.export.svg_data import Looks, Shapes, joined, number, outline, outlines, run, runs


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


def test_an_outline_is_relative_and_keeps_its_place() -> None:
    assert outline(np.array([[10.0, 5.0], [12.5, 5.0], [12.5, 9.0], [9.0, 9.25]])) == ("10", "5", "h2.5v4l-3.5 .25z")


def test_rounding_does_not_add_up() -> None:
    points = np.column_stack([np.arange(50) * 0.333, np.zeros(50)])
    x, _, rest = outline(points)
    steps = [float(step) for step in re.findall(r"h([\d.]+)", rest)]
    assert float(x) + sum(steps) == pytest.approx(49 * 0.333, abs=0.006)


def test_curves_follow_each_other() -> None:
    bent = np.array([[0.0, 0.0], [10.0, 5.0], [20.0, 5.0], [30.0, 0.0]])
    assert run([bent, np.array([[30.0, 0.0], [40.0, -10.0]])]) == "M0 0c10 5 20 5 30 0l10-10"


def test_many_at_once_are_written_as_each_alone() -> None:
    rng = np.random.default_rng(7)
    found = [rng.uniform(-50.0, 1600.0, (count, 2)) for count in (3, 12, 4)]
    lines = [[found[2]], [found[2], found[1][:2]], [found[0][:2]]]
    assert outlines(found) == [outline(points) for points in found]
    assert runs(lines) == [run(curves) for curves in lines]
    assert outlines([]) == runs([]) == []


def test_a_look_has_one_name() -> None:
    looks = Looks()
    names = [looks.name(f"fill:#{rank:06}") for rank in range(60)]
    assert looks.name("fill:#000001") == names[1]
    assert len(set(names)) == 60
    assert names[:2] == ["a", "b"]
    assert names[26] == "aa"
    assert ".b{fill:#000001}" in looks.sheet()


def test_a_small_shape_is_drawn_in_place() -> None:
    shapes = Shapes()
    assert (
        shapes.path(outline(np.array([[1.0, 2.0], [4.0, 2.0], [4.0, 6.0], [1.0, 6.0]])), "a")
        == '<path class="a" d="M1 2h3v4h-3z"/>'
    )
    assert shapes.definitions() == ""


def test_a_shape_is_the_same_wherever_it_stands() -> None:
    star = np.array([[5.123 * np.cos(a), 5.123 * np.sin(a)] for a in np.arange(12.0)])
    places = np.random.default_rng(7).uniform(0.0, 1600.0, (200, 2))
    assert len({outline(star + place)[2] for place in places}) == 1
