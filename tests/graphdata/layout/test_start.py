"""The first drawing."""

from __future__ import annotations

import networkx as nx
import numpy as np

from graphdata.layout.distances import all_lengths, hops_from
from graphdata.layout.quality import stress
from graphdata.layout.start import pivot_start, random_start
from graphdata.layout.web import web_of


def test_a_chain_is_laid_out_in_order() -> None:
    chain = np.stack([np.arange(19), np.arange(1, 20)], axis=1)
    places = pivot_start(all_lengths(web_of(20, chain)), np.random.default_rng(0))
    steps = np.diff(places[:, 0])
    assert (steps > 0).all() or (steps < 0).all()


def test_pivots_unfold_a_grid() -> None:
    web = web_of(400, np.array(nx.convert_node_labels_to_integers(nx.grid_2d_graph(20, 20)).edges()))
    hops = hops_from(web, np.arange(0, 400, 7)).astype(float)
    assert stress(pivot_start(hops, np.random.default_rng(0)), web) < 0.1


def test_equal_distances_still_give_different_places() -> None:
    lengths = np.ones((5, 5)) - np.eye(5)
    places = pivot_start(lengths, np.random.default_rng(0))
    assert len(np.unique(places.round(6), axis=0)) == 5


def test_the_seed_decides_the_random_start() -> None:
    first, second = (random_start(9, np.random.default_rng(4)) for _ in range(2))
    assert (first == second).all()
