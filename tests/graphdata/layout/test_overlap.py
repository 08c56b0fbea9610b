"""No two boxes touch."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphdata.layout.overlap import DENSE, _cell_pairs, _near_pairs, _squeezed_in, overlapping, separated
from graphdata.layout.plan import GAP, Floats


def boxes(count: int, seed: int = 0) -> tuple[Floats, Floats]:
    """Return crowded places and boxes of different sizes."""
    rng = np.random.default_rng(seed)
    sizes = np.stack([rng.uniform(40, 160, count), rng.uniform(30, 70, count)], axis=1)
    return rng.normal(0, 25 * count**0.5, (count, 2)), sizes


@settings(max_examples=40)
@given(count=st.integers(0, 60), seed=st.integers(0, 999))
def test_a_gap_is_left_between_any_two(count: int, seed: int) -> None:
    places, sizes = boxes(count, seed)
    assert len(overlapping(separated(places, sizes), sizes, GAP)) == 0


@pytest.mark.parametrize("count", [DENSE + 1, 600])
def test_a_gap_is_left_in_large_drawings(count: int) -> None:
    places, sizes = boxes(count)
    assert len(overlapping(separated(places, sizes), sizes, GAP)) == 0


@settings(max_examples=25)
@given(seed=st.integers(0, 999))
def test_fixed_actors_stay_and_the_others_keep_clear_of_them(seed: int) -> None:
    places, sizes = boxes(30, seed)
    fixed = np.arange(30) < 3
    places[:3] = [[0.0, 0.0], [400.0, 0.0], [0.0, 300.0]]
    moved = separated(places, sizes, fixed)
    assert (moved[:3] == places[:3]).all()
    assert len(overlapping(moved, sizes, GAP)) == 0


def test_what_does_not_overlap_hardly_moves() -> None:
    places = np.array([[0.0, 0.0], [300.0, 0.0], [0.0, 300.0]])
    assert np.abs(separated(places, np.full((3, 2), 100.0)) - places).max() < 0.01


def test_actors_on_one_spot_come_apart() -> None:
    sizes = np.full((12, 2), (110.0, 52.0))
    assert len(overlapping(separated(np.zeros((12, 2)), sizes), sizes, GAP)) == 0


def test_two_fixed_actors_on_one_spot_are_left() -> None:
    places = np.zeros((2, 2))
    assert (separated(places, np.full((2, 2), 50.0), np.array([True, True])) == places).all()


def test_the_grid_finds_what_all_pairs_find() -> None:
    places, sizes = boxes(DENSE)
    close = {tuple(sorted(pair)) for pair in overlapping(places, sizes).tolist()}
    assert close <= {tuple(sorted(pair)) for pair in _cell_pairs(places, sizes).tolist()}


def test_squeezing_in_frees_what_pushing_could_not() -> None:
    places, sizes = boxes(40)
    squeezed = _squeezed_in(places, sizes, np.zeros(40, dtype=bool))
    assert len(overlapping(squeezed, sizes)) == 0


def test_what_is_far_from_every_overlap_stays() -> None:
    places, sizes = boxes(300)
    lone = np.stack(np.meshgrid(np.arange(20), np.arange(20)), axis=2).reshape(-1, 2) * 400.0 + 9000.0
    moved = separated(np.vstack([places, lone]), np.vstack([sizes, sizes, sizes[:100]]))
    assert np.abs(moved[300:] - lone).max() < 0.01
    assert np.abs(moved[:300] - places).max() > 10.0


@pytest.mark.parametrize("islands", [1, 9, 40])
def test_few_outsized_boxes_are_looked_at_alone_and_none_is_missed(islands: int) -> None:
    places, sizes = boxes(400)
    sizes[:islands] *= np.linspace(6.0, 25.0, islands)[:, None]
    meeting = (np.abs(places[:, None] - places) < (sizes[:, None] + sizes) / 2.0).all(axis=2)
    wanted = {tuple(pair) for pair in np.argwhere(np.triu(meeting, 1)).tolist()}
    found = overlapping(places, sizes)
    assert {tuple(sorted(pair)) for pair in found.tolist()} == wanted
    assert len(found) == len(wanted)
    places *= 30.0
    assert len(_near_pairs(places, sizes)) < len(_cell_pairs(places, sizes)) / 2


def test_who_lies_under_a_wide_box_comes_out_beside_it() -> None:
    sizes = np.vstack([[[9000.0, 9000.0]], np.full((5, 2), 20.0)])
    places = np.vstack([[[0.0, 0.0]], np.arange(10.0).reshape(5, 2) + 100.0])
    squeezed = _squeezed_in(places, sizes, np.arange(6) == 0)
    assert len(overlapping(squeezed, sizes)) == 0
    assert np.abs(squeezed).max() < 6000.0
