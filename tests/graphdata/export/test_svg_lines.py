"""Lines are worded as short as they can be, those with heads among others, each as if it stood alone."""

import numpy as np

from graphdata.export.svg_lines import NONE, ends, runs

BENT = np.array([[0.0, 0.0], [1.0, 0.5], [2.0, 0.5], [3.0, 0.0]])
STRAIGHT = np.array([[3.0, 0.0], [4.0, -1.0]])
STEPS = np.array([[[-17, 2], [7, -13], [-34, 11], [32, 17], middle] for middle in ([-8, 3], [-12, 0], [0, 9], [0, 0])])
HEAD = "m-17 2 7-13-34 11 32 17z"


def test_curves_follow_each_other() -> None:
    assert runs([[BENT], [STRAIGHT]]) == ["M0 0c10 5 20 5 30 0", "M30 0l10-10"]
    assert runs([[BENT, STRAIGHT], [STRAIGHT]]) == ["M0 0c10 5 20 5 30 0l10-10", "M30 0l10-10"]
    assert runs([]) == runs(np.zeros((0, 4, 2))) == []


def test_lines_of_one_cubic_each_are_worded_as_lists_of_curves() -> None:
    cubics = np.random.default_rng(7).uniform(-50.0, 1600.0, (9, 4, 2))
    assert runs(cubics) == runs([[cubic] for cubic in cubics])
    assert ends(cubics).tolist() == ends([[cubic] for cubic in cubics]).tolist()


def test_a_line_ends_where_its_last_curve_does() -> None:
    assert ends([[BENT, STRAIGHT], [STRAIGHT]]).tolist() == [[40, -10], [40, -10]]
    assert ends([]).shape == (0, 2)


def test_heads_follow_their_lines() -> None:
    words = runs(np.stack([BENT] * 5), np.array([0, 1, 3, 4]), STEPS)
    curve = "M0 0c10 5 20 5 30 0"
    assert words == [f"{curve}{HEAD}l-8 3", f"{curve}{HEAD}h-12", curve, f"{curve}{HEAD}v9", f"{curve}{HEAD}"]
    assert runs([[STRAIGHT, BENT], [BENT]], np.array([0]), STEPS[1:2])[0].endswith(f"30 0{HEAD}h-12")
    assert runs([[BENT]], np.zeros(0, np.int64), NONE) == [curve]
