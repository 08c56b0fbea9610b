"""Parts side by side."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphdata.layout.fit import middle_of
from graphdata.layout.overlap import overlapping
from graphdata.layout.pack import MOST, below, corners_of, packed


@settings(max_examples=40)
@given(count=st.integers(1, 30), seed=st.integers(0, 999))
def test_rectangles_never_overlap(count: int, seed: int) -> None:
    spans = np.random.default_rng(seed).uniform(20, 400, (count, 2))
    spans = spans[np.argsort(-spans.prod(axis=1))]
    assert len(overlapping(corners_of(spans, 1.6) + spans / 2.0, spans - 1e-6)) == 0


def test_the_many_small_ones_stand_in_lines() -> None:
    spans = np.full((MOST + 150, 2), (100.0, 50.0))
    corners = corners_of(spans, 1.6)
    assert len(overlapping(corners + spans / 2.0, spans - 1e-6)) == 0


@pytest.mark.parametrize("aspect", [0.6, 1.0, 1.6])
def test_the_whole_keeps_to_the_page(aspect: float) -> None:
    spans = np.full((40, 2), (110.0, 60.0))
    wide, high = (corners_of(spans, aspect) + spans).max(axis=0)
    assert 0.7 < wide / high / aspect < 1.4


def test_packed_parts_are_centred_and_keep_their_shape() -> None:
    parts = [np.array([[0.0, 0.0], [100.0, 40.0]]), np.array([[7.0, 7.0]])]
    sizes = [np.full((2, 2), 30.0), np.full((1, 2), 30.0)]
    first, second = packed(parts, sizes, 1.6)
    assert np.allclose(first[1] - first[0], (100.0, 40.0))
    assert np.allclose(middle_of(np.concatenate([first, second])), 0.0)


def test_newcomers_stand_below() -> None:
    old, sizes = np.array([[0.0, 0.0]]), np.array([[100.0, 50.0]])
    new = below(old, sizes, np.array([[0.0, 0.0]]), sizes)
    assert new[0, 0] == 0.0
    assert new[0, 1] > 50.0
