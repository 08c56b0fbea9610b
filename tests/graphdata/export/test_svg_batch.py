"""Many shapes at once are worded as each alone, in whole tenths of a point, as short as they can be."""

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graphdata.drawing import Points
from graphdata.export.svg_batch import outlines, places, runs

SPOT = st.tuples(st.floats(-50, 1600), st.floats(-50, 1600))


def drawn(place: str, rest: str) -> Points:
    """Return the corners of an outline as a reader of SVG goes from one to the next."""
    steps = [[float(number) for number in re.findall(r"-?\d+", place)]]
    for letter, numbers in re.findall(r"([hv ]?)((?:[ -]?\d+)+)", rest):
        found = [float(number) for number in re.findall(r"-?\d+", numbers)]
        pairs = {"h": [found[0], 0.0], "v": [0.0, found[0]]}.get(letter, found)
        steps += [pairs[at : at + 2] for at in range(0, len(pairs), 2)]
    return np.cumsum(np.array(steps), axis=0)


@given(st.lists(st.lists(SPOT, min_size=3, max_size=9), min_size=1, max_size=5))
def test_an_outline_is_read_where_it_was_drawn(corners: list[list[tuple[float, float]]]) -> None:
    found = [np.array(each) for each in corners]
    for points, (place, rest) in zip(found, outlines(found), strict=True):
        assert rest.endswith("z")
        assert np.abs(drawn(place, rest) - points * 10.0).max() <= 1.01  # half a unit at the place, half at the corner


def test_a_box_is_shorter() -> None:
    box = np.array([[1.0, 2.0], [4.0, 2.0], [4.0, 6.5], [1.0, 6.5]])
    assert outlines([box, box[::-1]]) == [("10 20", "h30v45h-30z"), ("10 65", "h30v-45h-30z")]
    assert outlines([box[[1, 2, 3, 0]]]) == [("40 20", " 0 45-30 0 0-45z")]


def test_a_shape_is_the_same_wherever_it_stands() -> None:
    star = np.array([[5.123 * np.cos(a), 5.123 * np.sin(a)] for a in np.arange(12.0)])
    spots = np.random.default_rng(7).uniform(0.0, 1600.0, (200, 2))
    assert len({rest for _, rest in outlines([star + spot for spot in spots])}) == 1


def test_lines_of_curves() -> None:
    bent = np.array([[0.0, 0.0], [1.0, 0.5], [2.0, 0.5], [3.0, 0.0]])
    straight = np.array([[3.0, 0.0], [4.0, -1.0]])
    assert runs([[bent], [straight]], ["", ""]) == ["M0 0c10 5 20 5 30 0", "M30 0l10-10"]
    assert runs([[bent, straight], [straight]], ["", ""]) == ["M0 0c10 5 20 5 30 0l10-10", "M30 0l10-10"]
    assert runs([[bent], [straight]], ["<a>", "<b>"], "/") == ["<a>M0 0c10 5 20 5 30 0/", "<b>M30 0l10-10/"]


def test_lines_of_one_cubic_each_are_worded_as_lists_of_curves() -> None:
    cubics = np.random.default_rng(7).uniform(-50.0, 1600.0, (9, 4, 2))
    heads = [f'<path class="{at}" d="' for at in range(9)]
    assert runs(cubics, heads, '"/>') == runs([[cubic] for cubic in cubics], heads, '"/>')


def test_many_at_once_are_worded_as_each_alone() -> None:
    rng = np.random.default_rng(7)
    found = [rng.uniform(-50.0, 1600.0, (count, 2)) for count in (3, 12, 4, 4)]
    lines = [[found[2]], [found[3], found[1][:2]], [found[0][:2]]]
    assert outlines(found) == [outlines([points])[0] for points in found]
    assert runs(lines, [""] * 3) == [runs([curves], [""])[0] for curves in lines]
    assert outlines([]) == runs([], []) == runs(np.zeros((0, 4, 2)), []) == places([], "%d %d") == []


def test_places() -> None:
    assert places([(1.0, -2.04), (0.26, 3.0)], 'x="%d" y="%d"') == ['x="10" y="-20"', 'x="3" y="30"']
