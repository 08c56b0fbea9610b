"""Straight lines run through the same actors and labels as bent ones of no bend do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata import curves
from graphdata.export.pptx.strikes import struck_straight
from graphdata.fans import Floats, Nodes, struck_by


def nodes(places: Floats, labelled: bool = True) -> Nodes:
    """Return actors of radius 8 to 20, with a label below each or none."""
    radii = 8.0 + 12.0 * np.linspace(0.0, 1.0, len(places))
    labels = np.tile(places, 2) + np.array([-30.0, 12.0, 30.0, 26.0])
    return Nodes(places, radii, labels * labelled, np.zeros(len(places), dtype=np.int64))


@given(st.integers(0, 500), st.booleans())
def test_as_deeply_as_bent_lines_without_a_bend(seed: int, labelled: bool) -> None:
    dice = np.random.default_rng(seed)
    crowd = nodes(dice.uniform(0.0, 400.0, (12, 2)), labelled)
    ends = np.array([dice.choice(12, 2, replace=False) for _ in range(30)])
    starts, stops = (crowd.places[ends[:, side]] + dice.uniform(-9.0, 9.0, (30, 2)) for side in (0, 1))
    paths = curves.lanes(starts, stops, np.zeros(30))
    assert struck_straight(starts, stops, ends, crowd, 0.8) == pytest.approx(struck_by(paths, ends, crowd, 0.8))


def test_an_actor_in_the_way_is_struck_and_the_ends_are_not() -> None:
    crowd = nodes(np.array([[0.0, 0.0], [200.0, 0.0], [100.0, 3.0], [100.0, 90.0]]), labelled=False)
    ends = np.array([[0, 1], [2, 3]])
    found = struck_straight(crowd.places[ends[:, 0]], crowd.places[ends[:, 1]], ends, crowd, 1.0)
    assert found[0] == pytest.approx(1.0 - 3.0 / (crowd.radii[2] + 5.0))
    assert found[1] == 0.0


def test_a_line_of_no_length_is_no_trouble() -> None:
    crowd = nodes(np.array([[0.0, 0.0], [0.0, 0.0], [300.0, 0.0]]))
    assert struck_straight(np.zeros((1, 2)), np.zeros((1, 2)), np.array([[0, 1]]), crowd, 1.0).tolist() == [0.0]
