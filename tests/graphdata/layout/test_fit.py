"""The page."""

from __future__ import annotations

import numpy as np
import pytest

from graphdata.layout.fit import DENSITY, STRETCH, centred, fitted, middle_of, page_size, turned

SIZES = np.full((50, 2), (110.0, 52.0))
CLOUD = np.random.default_rng(2).normal(0, 1, (50, 2))


@pytest.mark.parametrize("aspect", [0.7, 1.0, 1.6, 3.0])
def test_boxes_cover_the_wanted_share_of_the_page(aspect: float) -> None:
    wide, high = page_size(SIZES, aspect)
    assert np.isclose(wide / high, aspect)
    assert np.isclose(SIZES.prod(axis=1).sum() / (wide * high), DENSITY)


def test_the_long_way_turns_to_the_page() -> None:
    upright = CLOUD * (1.0, 3.0)
    wide, high = np.ptp(turned(upright, 1.6), axis=0)
    assert wide > 1.5 * high


def test_turning_keeps_distances() -> None:
    drawn = turned(CLOUD, 1.6)
    assert np.isclose(np.linalg.norm(drawn[0] - drawn[9]), np.linalg.norm(CLOUD[0] - CLOUD[9]))


def test_stretching_has_a_limit() -> None:
    square = np.array([[x, y] for x in (-1.0, 1.0) for y in (-1.0, 1.0)])
    wide, high = np.ptp(fitted(square, SIZES[:4], 9.0), axis=0)
    assert max(wide / high, high / wide) <= STRETCH + 1e-6


def test_a_fitted_drawing_stays_on_its_page() -> None:
    spans = np.ptp(fitted(CLOUD, SIZES, 1.6), axis=0)
    assert (spans <= page_size(SIZES, 1.6)).all()


def test_a_line_of_actors_fits_without_nonsense() -> None:
    line = np.stack([np.arange(5.0), np.zeros(5)], axis=1)
    assert np.isfinite(fitted(line, SIZES[:5], 1.6)).all()


def test_the_middle_of_the_bounds_is_nought() -> None:
    assert np.allclose(middle_of(centred(CLOUD + 9.0)), 0.0)
