"""Thick bundles get room."""

import numpy as np
import pytest

from graphdata.layout.corridors import LANE, SLENDER, with_corridors
from graphdata.layout.quality import overlaps

SIZES = np.full((6, 2), 40.0)
FREE = np.zeros(6, dtype=bool)
PLACES = np.array([[0.0, 0.0], [500.0, 40.0], [250.0, 20.0], [60.0, 120.0], [140.0, -100.0], [560.0, 60.0]])


def test_the_ends_of_a_bundle_move_apart() -> None:
    found = with_corridors(PLACES * 0.3, SIZES, {(0, 1): 12}, FREE, 1.6, stretching=True)
    assert np.hypot(*(found[1] - found[0])) >= 12 * LANE * SLENDER * 0.7


def test_nobody_stands_in_a_bundle() -> None:
    found = with_corridors(PLACES, SIZES, {(0, 1): 8}, FREE, 1.6, stretching=False)
    along = (found[1] - found[0]) / np.hypot(*(found[1] - found[0]))
    aside = abs(float((found[2] - found[0]) @ [-along[1], along[0]]))
    assert aside > 8 * LANE / 2.0


def test_a_thick_bundle_lies_level() -> None:
    found = with_corridors(PLACES, SIZES, {(0, 1): 12}, FREE, 1.6, stretching=True)
    assert abs(found[1, 1] - found[0, 1]) < 1e-6


def test_thin_pairs_are_left_alone() -> None:
    assert np.array_equal(with_corridors(PLACES, SIZES, {(0, 1): 2}, FREE, 1.6, stretching=True), PLACES)


def test_held_actors_stay() -> None:
    held = FREE.copy()
    held[2] = True
    found = with_corridors(PLACES, SIZES, {(0, 1): 8}, held, 1.6, stretching=False)
    assert found[2] == pytest.approx(PLACES[2], abs=0.01)


def test_boxes_stay_apart() -> None:
    found = with_corridors(PLACES, SIZES, {(0, 1): 12, (0, 3): 4}, FREE, 1.6, stretching=True)
    assert overlaps(found, SIZES) == 0
