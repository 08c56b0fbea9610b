"""Staying put."""

from __future__ import annotations

import numpy as np

from graphdata.layout.stable import carried, known, laid_over, seated
from graphdata.layout.web import web_of

NONE = (np.nan, np.nan)


def test_a_mirrored_drawing_is_mirrored_back() -> None:
    old = np.random.default_rng(0).normal(size=(9, 2))
    assert np.allclose(laid_over(old * (-1.0, 1.0) + 50.0, old), old)


def test_without_old_places_nothing_moves() -> None:
    places = np.ones((3, 2))
    assert laid_over(places, np.full((3, 2), np.nan)) is places


def test_pins_are_met_and_neighbours_follow() -> None:
    places = np.array([[0.0, 0.0], [10.0, 0.0], [1000.0, 0.0]])
    pins = np.array([(0.0, 100.0), NONE, (1000.0, 0.0)])
    bent = carried(places, pins)
    assert bent[[0, 2]].tolist() == pins[[0, 2]].tolist()
    assert bent[1, 1] > 99.0


def test_pins_on_one_spot_give_numbers() -> None:
    places = np.zeros((4, 2))
    bent = carried(places, np.array([(5.0, 5.0), (5.0, 5.0), NONE, NONE]))
    assert np.isfinite(bent).all()


def test_a_new_actor_sits_by_its_friends() -> None:
    old = np.array([(0.0, 0.0), (100.0, 0.0), NONE])
    places = seated(old, web_of(3, np.array([[0, 2], [1, 2]])), 10.0)
    assert np.linalg.norm(places[2] - (50.0, 0.0)) <= 15.0


def test_a_chain_of_new_actors_is_seated_one_by_one() -> None:
    old = np.array([(0.0, 0.0), NONE, NONE, NONE])
    places = seated(old, web_of(4, np.array([[0, 1], [1, 2]])), 10.0)
    assert known(places).tolist() == [True, True, True, False]
