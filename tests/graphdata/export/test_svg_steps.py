"""Steps are whole tenths of a point; some lead across or up and down alone."""

import numpy as np

from graphdata.export.svg_cells import LINE
from graphdata.export.svg_steps import Steps, places, whole


def steps(*rows: tuple[int, int]) -> Steps:
    found = Steps(np.array(rows))
    found.before[0, 0] = LINE + (ord("M") << 8)
    return found


def test_places_are_whole() -> None:
    assert list(places([1.0, 0.26], [-2.04, 3.0])) == [(10, -20), (3, 30)]
    assert whole(np.array([[0.04999, -0.15]])).tolist() == [[0, -2]]


def test_one_of_two_numbers_may_be_enough() -> None:
    found = steps((1, 2), (3, 0), (0, -4), (5, 6))
    found.level(np.array([1]))
    found.upright(np.array([2]))
    assert found.data() == ["M1 2h3v-4 5 6"]
