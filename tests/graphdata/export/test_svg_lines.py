"""Lines are worded as short as they can be, each as if it stood alone."""

import numpy as np

from graphdata.export.svg_lines import runs

BENT = np.array([[0.0, 0.0], [1.0, 0.5], [2.0, 0.5], [3.0, 0.0]])
STRAIGHT = np.array([[3.0, 0.0], [4.0, -1.0]])


def test_curves_follow_each_other() -> None:
    assert runs([[BENT], [STRAIGHT]]) == ["M0 0c10 5 20 5 30 0", "M30 0l10-10"]
    assert runs([[BENT, STRAIGHT], [STRAIGHT]]) == ["M0 0c10 5 20 5 30 0l10-10", "M30 0l10-10"]
    assert runs([]) == runs(np.zeros((0, 4, 2))) == []


def test_lines_of_one_cubic_each_are_worded_as_lists_of_curves() -> None:
    cubics = np.random.default_rng(7).uniform(-50.0, 1600.0, (9, 4, 2))
    assert runs(cubics) == runs([[cubic] for cubic in cubics])
