"""An old drawing nearer to the distances, and still the old one."""

from __future__ import annotations

import numpy as np
import pytest

from graphdata.layout.arrange import arrange
from graphdata.layout.ease import FURTHEST, eased, followed, misplaced, spared, truer
from graphdata.layout.overlap import overlapping, separated
from graphdata.layout.plan import GAP, Floats, Plan
from graphdata.layout.quality import stress
from graphdata.layout.web import Web, web_of

FREE = np.zeros(34, dtype=bool)


@pytest.fixture(scope="module")
def web(karate: Plan) -> Web:
    """Return the web of the karate club."""
    return web_of(karate.count, karate.pairs)


@pytest.fixture(scope="module")
def shaken(karate: Plan) -> Floats:
    """Return its drawing with every place a little off."""
    return arrange(karate, "distances") + np.random.default_rng(0).normal(0.0, 30.0, (34, 2))


def test_few_steps_bring_most_of_the_stress_away(shaken: Floats, web: Web) -> None:
    near = eased(shaken, web, (0, 0, 0), 1.4, FREE)
    assert stress(near, web) < 0.9 * stress(shaken, web)
    assert np.linalg.norm(near - shaken, axis=1).mean() < 0.1 * np.ptp(shaken, axis=0).max()


def test_who_is_still_or_alone_stays(shaken: Floats, web: Web) -> None:
    moved = eased(shaken, web, (0, 0), 1.0, np.arange(34) < 5)
    assert np.abs(moved - shaken)[:5].max() < 0.01 < np.abs(moved - shaken)[5:].min(axis=1).max()
    lone = web_of(4, np.array([[0, 1], [1, 2]]))
    assert np.abs(eased(shaken[:4], lone, (0,), 1.0, FREE[:4]) - shaken[:4])[3].max() < 0.01


def test_steps_follow_as_long_as_they_are_worth_it(shaken: Floats, karate: Plan, web: Web) -> None:
    settled, side = followed(arrange(karate, "distances"), web, FREE, FREE), np.ptp(shaken, axis=0).max()
    ways = [np.linalg.norm(followed(places, web, FREE, FREE) - places, axis=1).mean() for places in (settled, shaken)]
    assert ways[0] < 0.3 * ways[1]
    assert ways[1] < FURTHEST * side
    assert stress(followed(shaken, web, FREE, FREE), web) < 0.9 * stress(shaken, web)


def test_who_is_new_goes_first_and_who_is_still_not_at_all(shaken: Floats, web: Web) -> None:
    astray, new = shaken.copy(), np.arange(34) == 33
    astray[33] += 3000.0
    found = followed(astray, web, new, np.arange(34) < 20)
    assert np.abs(found - astray)[:20].max() < 0.01
    assert np.abs(found - shaken)[33].max() < 500.0
    assert np.isfinite(followed(shaken[:2], web_of(2, np.empty((0, 2), dtype=np.int64)), FREE[:2], FREE[:2])).all()


def test_a_smooth_step_keeps_neighbours_together(shaken: Floats, web: Web) -> None:
    alone, together = (eased(shaken, web, (times,), 1.0, FREE) - shaken for times in (0, 8))
    first, second = web.pairs.T
    gaps = [np.linalg.norm(m[first] - m[second], axis=1).mean() for m in (alone, together)]
    assert gaps[1] < 0.6 * gaps[0]


def test_boxes_pushed_apart_are_brought_back_to_their_distances(shaken: Floats, karate: Plan, web: Web) -> None:
    pushed = separated(shaken, karate.sizes)
    better = truer(pushed, karate.sizes, web)
    assert stress(better, web) < 0.95 * stress(pushed, web)
    assert not len(overlapping(better, karate.sizes, GAP))


def test_who_stands_wrong_is_found(karate: Plan, web: Web) -> None:
    places = arrange(karate, "distances")
    places[16] = -places[16]
    assert misplaced(places, web)[16]
    assert misplaced(places, web).sum() == 2


def test_where_the_way_is_free_it_is_gone_whole() -> None:
    old, new = np.array([[0.0, 0.0], [300.0, 0.0], [900.0, 0.0]]), np.array([[150.0, 0.0], [190.0, 0.0], [900.0, 90.0]])
    sizes = np.full((3, 2), 60.0)
    found = spared(old, new, sizes)
    assert len(overlapping(found, sizes, GAP)) == 0
    assert (found[2] == new[2]).all()
    assert 0.0 < found[0, 0] < 150.0
