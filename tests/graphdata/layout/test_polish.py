"""ForceAtlas2's energy, dense and over the grid."""

from __future__ import annotations

import networkx as nx
import numpy as np

from graphdata.layout.plan import Floats, Plan
from graphdata.layout.polish import _Grid, polish_dense, polish_grid
from graphdata.layout.quality import crossings
from graphdata.layout.start import random_start
from graphdata.layout.web import Web, web_of


def cliques() -> Web:
    """Return two cliques joined by one relation."""
    return web_of(20, np.array(nx.barbell_graph(10, 0).edges()))


def spread_between_and_within(places: Floats) -> tuple[float, float]:
    """Return how far the cliques are apart and how wide they are."""
    first, second = places[:10], places[10:]
    return float(np.linalg.norm(first.mean(0) - second.mean(0))), float(first.std() + second.std())


def test_cliques_part() -> None:
    web = cliques()
    places = polish_dense(random_start(20, np.random.default_rng(0))[None], web, 150)[0]
    between, within = spread_between_and_within(places)
    assert between > within


def test_the_grid_parts_cliques_too() -> None:
    web = cliques()
    places = polish_grid(random_start(20, np.random.default_rng(0)), web, 150)
    between, within = spread_between_and_within(places)
    assert between > within


def test_the_grid_pushes_as_all_pairs_do() -> None:
    places, masses = np.random.default_rng(1).uniform(-10, 10, (300, 2)), np.ones(300)
    delta = places[:, None] - places
    exact = (delta / ((delta**2).sum(axis=2) + 0.05)[..., None]).sum(axis=1)
    rough = _Grid(300).push(places, masses)
    assert np.corrcoef(rough.ravel(), exact.ravel())[0, 1] > 0.95


def test_polish_untangles(thousand: Plan) -> None:
    web = web_of(thousand.count, thousand.pairs)
    start = random_start(web.count, thousand.rng())
    assert crossings(polish_grid(start, web, 30), web.pairs) < 0.5 * crossings(start, web.pairs)


def test_gravity_shapes_the_drawing_to_the_page() -> None:
    web = web_of(60, np.array(nx.random_regular_graph(3, 60, seed=1).edges()))
    places = polish_dense(random_start(60, np.random.default_rng(0))[None], web, 200, aspect=4.0)[0]
    assert places[:, 0].std() > 1.1 * places[:, 1].std()
