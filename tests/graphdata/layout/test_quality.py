"""The measures themselves."""

from __future__ import annotations

import numpy as np

from graphdata.layout.quality import crossings, lines_under_boxes, neighbours_kept, overlaps, stress
from graphdata.layout.web import web_of

SQUARE = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])


def test_the_diagonals_of_a_square_cross() -> None:
    assert crossings(SQUARE, np.array([[0, 2], [1, 3]])) == 1
    assert crossings(SQUARE, np.array([[0, 1], [2, 3]])) == 0


def test_lines_from_one_actor_do_not_cross() -> None:
    assert crossings(SQUARE, np.array([[0, 1], [0, 2], [0, 3]])) == 0


def test_crossings_are_the_same_in_pieces() -> None:
    rng = np.random.default_rng(0)
    places, pairs = rng.normal(size=(40, 2)), rng.integers(0, 40, (90, 2))
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    assert crossings(places, pairs, chunk=7) == crossings(places, pairs)


def test_an_even_chain_has_no_stress_at_any_scale() -> None:
    web = web_of(5, np.array([[0, 1], [1, 2], [2, 3], [3, 4]]))
    places = np.stack([np.arange(5.0), np.zeros(5)], axis=1)
    assert stress(places, web) < 1e-12
    assert np.isclose(stress(places * 99.0, web), stress(places, web), atol=1e-12)
    assert stress(places[[2, 0, 4, 1, 3]], web) > 0.1


def test_an_even_chain_keeps_all_neighbours() -> None:
    web = web_of(3, np.array([[0, 1], [1, 2]]))
    assert neighbours_kept(np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]), web) == 1.0


def test_touching_boxes_are_counted_once() -> None:
    places = np.array([[0.0, 0.0], [15.0, 0.0], [100.0, 0.0]])
    assert overlaps(places, np.full((3, 2), 20.0)) == 1
    assert overlaps(places, np.full((3, 2), 14.0)) == 0
    assert overlaps(places, np.full((3, 2), 14.0), gap=6.0) == 1


def test_a_line_under_a_third_box_is_seen() -> None:
    places = np.array([[0.0, 0.0], [100.0, 0.0], [50.0, 5.0]])
    assert lines_under_boxes(places, np.array([[0, 1]]), np.full((3, 2), 20.0)) == 1
    assert lines_under_boxes(places, np.array([[0, 1]]), np.full((3, 2), 8.0)) == 0
