"""Drawn lengths near wanted lengths."""

from __future__ import annotations

import networkx as nx
import numpy as np

from graphdata.layout.distances import all_lengths
from graphdata.layout.plan import Plan
from graphdata.layout.quality import stress
from graphdata.layout.start import pivot_start, random_start
from graphdata.layout.stress import fitting_scale, majorize, squared_distances
from graphdata.layout.web import web_of


def test_majorization_is_as_good_as_kamada_kawai(karate: Plan) -> None:
    web = web_of(karate.count, karate.pairs)
    lengths = all_lengths(web)
    ours = majorize(pivot_start(lengths, karate.rng())[None], lengths, 60)[0]
    drawn = nx.spring_layout(nx.karate_club_graph(), seed=1)
    assert stress(ours, web) < stress(np.array([drawn[actor] for actor in range(34)]), web)


def test_a_square_finds_its_shape() -> None:
    lengths = all_lengths(web_of(4, np.array([[0, 1], [1, 2], [2, 3], [3, 0]])))
    places = majorize(random_start(4, np.random.default_rng(1))[None], lengths, 200)[0]
    drawn = np.sqrt(squared_distances(places[None])[0])
    assert np.allclose([drawn[0, 1], drawn[1, 2], drawn[2, 3]], drawn[3, 0], rtol=0.01)


def test_an_endless_hold_is_a_pin() -> None:
    lengths = all_lengths(web_of(3, np.array([[0, 1], [1, 2]])))
    start = np.array([[5.0, 5.0], [0.0, 0.0], [1.0, 0.0]])
    places = majorize(start[None], lengths, 30, np.array([np.inf, 0.0, 0.0]))[0]
    assert np.allclose(places[0], start[0], atol=1e-3)


def test_a_stronger_hold_moves_less(karate: Plan) -> None:
    lengths = all_lengths(web_of(karate.count, karate.pairs))
    start = random_start(karate.count, karate.rng())
    moved = [np.abs(majorize(start[None], lengths, 20, np.full(34, hold))[0] - start).mean() for hold in (0.5, 50.0)]
    assert moved[1] < moved[0] / 2


def test_batches_do_not_see_each_other(karate: Plan) -> None:
    lengths = all_lengths(web_of(karate.count, karate.pairs))
    starts = np.stack([random_start(34, np.random.default_rng(seed)) for seed in range(3)])
    assert np.allclose(majorize(starts, lengths, 5)[1], majorize(starts[1:2], lengths, 5)[0])


def test_the_scale_undoes_a_scaling(karate: Plan) -> None:
    lengths = all_lengths(web_of(karate.count, karate.pairs))
    places = random_start(34, karate.rng())
    assert np.isclose(fitting_scale(places * 7.0, lengths), 7.0 * fitting_scale(places, lengths))
