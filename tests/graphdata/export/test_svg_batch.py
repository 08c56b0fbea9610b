"""Many shapes at once are worded as each alone, in whole tenths of a point, as short as they can be."""

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graphdata.drawing import Points
from graphdata.export.svg_batch import outlines, pieces

SPOT = st.tuples(st.floats(-50, 1600), st.floats(-50, 1600))
STEP = re.compile(r"([mMlhv ]?)((?:[ -]?\d+)+)")


def drawn(data: str) -> Points:
    """Return the places of path data as a reader of SVG goes from one to the next."""
    steps: list[list[float]] = []
    for letter, numbers in STEP.findall(data):
        found = [float(number) for number in re.findall(r"-?\d+", numbers)]
        pairs = {"h": [found[0], 0.0], "v": [0.0, found[0]]}.get(letter, found)
        steps += [pairs[at : at + 2] for at in range(0, len(pairs), 2)]
    return np.cumsum(np.array(steps), axis=0)


@given(st.lists(st.lists(SPOT, min_size=3, max_size=9), min_size=1, max_size=5))
def test_an_outline_is_read_where_it_was_drawn(corners: list[list[tuple[float, float]]]) -> None:
    alone = [points for points in map(np.array, corners) if points.tolist() not in [np.array(o).tolist() for o in ()]]
    found = outlines(alone)
    words = iter(found.data)
    for points, rank in zip(alone, found.ranks, strict=True):
        if rank < 0:
            assert (
                np.abs(drawn(next(words)) - points * 10.0).max() <= 1.01
            )  # half a unit at the place, half at the corner


def test_a_box_is_shorter() -> None:
    box = np.array([[1.0, 2.0], [4.0, 2.0], [4.0, 6.5], [1.0, 6.5]])
    assert outlines([box, box[::-1]]).data == ["m10 20h30v45h-30", "m10 65h30v-45h-30"]
    assert outlines([box[[1, 2, 3, 0]]]).data == ["m40 20 0 45-30 0 0-45"]


def test_a_shape_is_the_same_wherever_it_stands() -> None:
    star = np.array([[5.123 * np.cos(a), 5.123 * np.sin(a)] for a in np.arange(12.0)])
    spots = np.random.default_rng(7).uniform(0.0, 1600.0, (200, 2))
    found = outlines([star + spot for spot in spots])
    assert (found.ranks, found.data, len(found.shapes)) == ([0] * 200, [], 1)
    assert np.abs(np.array(list(found.at)) / 10.0 - (spots + star[0])).max() <= 0.0501


def test_a_long_outline_alone_is_drawn_in_place() -> None:
    star = np.array([[5.123 * np.cos(a), 5.123 * np.sin(a)] for a in np.arange(12.0)])
    found = outlines([star, star * 2.0])
    assert (found.ranks, found.shapes) == ([-1, -1], [])
    assert np.abs(drawn(found.data[1]) - star * 20.0).max() <= 1.01


def test_many_at_once_are_worded_as_each_alone() -> None:
    rng = np.random.default_rng(7)
    found = [rng.uniform(-50.0, 1600.0, (count, 2)) for count in (3, 12, 4, 4)]
    assert outlines(found).data == [outlines([points]).data[0] for points in found]
    assert outlines([]).data == pieces([]) == []


def test_segments_that_touch_go_on() -> None:
    loose = np.array([[0.0, 0, 5, 5], [5, 5, 9, 9], [20, 0, 30, 0]])
    cross = np.array([[0.0, 1, 4, 1], [2, 3, 2, -1]])
    assert pieces([loose, cross]) == ["M0 0l50 50l40 40m110-90h100", "M0 10h40m-20 20v-40"]
