"""Each actor takes the clearest spot."""

from __future__ import annotations

import numpy as np
import pytest

from graphdata.layout.distances import all_lengths
from graphdata.layout.fit import fitted, page_size
from graphdata.layout.plan import Cancelled, Floats, Plan, Watch
from graphdata.layout.quality import crossings, lines_under_boxes
from graphdata.layout.start import pivot_start
from graphdata.layout.stress import majorize
from graphdata.layout.untangle import _widest_gaps, untangled
from graphdata.layout.web import Web, web_of


@pytest.fixture(scope="module")
def rough(two_hubs: Plan) -> Floats:
    """Return the two-hub network by stress alone, fitted to the page."""
    lengths = all_lengths(web_of(two_hubs.count, two_hubs.pairs))
    return fitted(majorize(pivot_start(lengths, two_hubs.rng())[None], lengths, 30)[0], two_hubs.sizes, 1.6)


@pytest.fixture(scope="module")
def web(two_hubs: Plan) -> Web:
    """Return its web."""
    return web_of(two_hubs.count, two_hubs.pairs)


def test_fewer_lines_cross_and_fewer_run_under_boxes(two_hubs: Plan, rough: Floats, web: Web) -> None:
    page, sizes = page_size(two_hubs.sizes, 1.6), two_hubs.sizes
    clear = untangled(rough, sizes, web, page, 4, two_hubs.rng())
    assert crossings(clear, web.pairs) < 0.7 * crossings(rough, web.pairs)
    assert lines_under_boxes(clear, web.pairs, sizes) < 0.7 * lines_under_boxes(rough, web.pairs, sizes)


def test_boxes_stay_on_the_page(two_hubs: Plan, rough: Floats, web: Web) -> None:
    page = page_size(two_hubs.sizes, 1.6)
    clear = untangled(rough, two_hubs.sizes, web, page, 2, two_hubs.rng())
    assert (np.abs(clear) + two_hubs.sizes / 2.0 <= page / 2.0 + 0.01).all()


def test_fixed_actors_stay(two_hubs: Plan, rough: Floats, web: Web) -> None:
    fixed = np.arange(60) < 2
    page = page_size(two_hubs.sizes, 1.6)
    clear = untangled(rough, two_hubs.sizes, web, page, 1, two_hubs.rng(), fixed)
    assert np.allclose(clear[:2], rough[:2], atol=1e-3)


def test_actors_with_a_home_move_less(two_hubs: Plan, rough: Floats, web: Web) -> None:
    page = page_size(two_hubs.sizes, 1.6)
    homes = [None, rough]
    clear = [untangled(rough, two_hubs.sizes, web, page, 2, two_hubs.rng(), home=home) for home in homes]
    free, tied = (np.linalg.norm(places - rough, axis=1).mean() for places in clear)
    assert tied < 0.8 * free


def test_a_box_leaves_the_line_between_two_hubs() -> None:
    web = web_of(4, np.array([[0, 1]] * 20 + [[0, 2], [0, 3]]))
    places, sizes = np.array([[-300.0, 0.0], [300.0, 0.0], [0.0, 0.0], [-300.0, 200.0]]), np.full((4, 2), 60.0)
    clear = untangled(places, sizes, web, np.array([900.0, 600.0]), 4, np.random.default_rng(0))
    assert lines_under_boxes(clear, web.pairs, sizes) == 0


def test_the_widest_gaps_of_a_fan_are_found() -> None:
    turns = np.radians([0, 10, 20, 90, 100, 180, 190, 270])
    ways = np.stack([np.cos(turns), np.sin(turns) / 1.5]).astype(np.float32)
    assert sorted(np.degrees(_widest_gaps(ways)).round().tolist()) == [-130.0, -45.0, 55.0, 140.0]


def test_a_sweep_can_be_stopped(two_hubs: Plan, rough: Floats, web: Web) -> None:
    watch = Watch(cancelled=lambda: True)
    with pytest.raises(Cancelled):
        untangled(rough, two_hubs.sizes, web, np.array([900.0, 600.0]), 1, two_hubs.rng(), watch=watch)
