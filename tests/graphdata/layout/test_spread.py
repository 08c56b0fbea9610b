"""Crowds thinned out."""

from __future__ import annotations

import numpy as np

from graphdata.layout.fit import page_size
from graphdata.layout.overlap import overlapping
from graphdata.layout.plan import Floats
from graphdata.layout.spread import _page_quantile, evened

SIZES = np.full((400, 2), (110.0, 52.0))
PAGE = page_size(SIZES, 1.6)


def crowd() -> Floats:
    """Return actors crowded in the middle of the page."""
    return np.random.default_rng(1).normal(0, 0.12, (400, 2)) * PAGE


def test_overlaps_become_fewer() -> None:
    spread = evened(crowd(), SIZES, PAGE, 0.5, 32)
    assert len(overlapping(spread, SIZES)) < 0.25 * len(overlapping(crowd(), SIZES))


def test_the_page_is_filled() -> None:
    spans = np.ptp(evened(crowd(), SIZES, PAGE, 0.5, 32), axis=0)
    assert (spans > 0.85 * PAGE).all()
    assert (spans < 1.2 * PAGE).all()


def test_neighbours_stay_on_their_side() -> None:
    places = crowd()
    spread = evened(places, SIZES, PAGE, 0.3, 16)
    assert np.corrcoef(places[:, 0], spread[:, 0])[0, 1] > 0.9


def test_no_share_no_change() -> None:
    assert (evened(crowd(), SIZES, PAGE, 0.0) == crowd()).all()


def test_half_the_page_lies_left_of_its_middle() -> None:
    for spans in (np.array([10.0, 4.0]), np.array([5.0, 5.0]), np.array([8.0, 0.0])):
        low, middle, high = _page_quantile(np.array([0.0, 0.5, 1.0]), spans)
        assert np.isclose(middle, 0.0, atol=0.02)
        assert np.allclose([low, high], [-spans.sum() / 2, spans.sum() / 2])
