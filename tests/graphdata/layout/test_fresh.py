"""A drawing from nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import networkx as nx
import numpy as np
import pytest

from graphdata.layout.fresh import Mode, fresh, part_drawn, sweeps
from graphdata.layout.overlap import overlapping
from graphdata.layout.plan import GAP, UNWATCHED, Plan
from graphdata.layout.polish import polish_grid
from graphdata.layout.quality import crossings, stress
from graphdata.layout.web import web_of


def test_two_actors_stand_side_by_side_with_room_for_their_lines(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan([[0, 1]], 2)
    first, second = part_drawn(plan, web_of(2, plan.pairs), np.arange(2), "clusters", UNWATCHED)
    assert first[1] == second[1]
    assert second[0] - first[0] > plan.sizes[:, 0].mean() + 40.0


def test_clusters_cross_less_and_distances_are_truer(two_hubs: Plan) -> None:
    web = web_of(two_hubs.count, two_hubs.pairs)
    clusters, distances = (fresh(two_hubs, web, mode, UNWATCHED) for mode in ("clusters", "distances"))
    assert crossings(clusters, web.pairs) < crossings(distances, web.pairs)
    assert stress(distances, web) < stress(clusters, web)


@pytest.mark.parametrize("mode", ["clusters", "distances"])
def test_a_thousand_actors_are_drawn_clear_of_each_other(thousand: Plan, mode: str) -> None:
    web = web_of(thousand.count, thousand.pairs)
    places = fresh(thousand, web, mode, UNWATCHED)  # type: ignore[arg-type]
    assert len(overlapping(places, thousand.sizes, GAP)) == 0
    assert thousand.sizes.prod(axis=1).sum() / np.ptp(places, axis=0).prod() > 0.2
    assert stress(places, web) < {"clusters": 0.18, "distances": 0.172}[mode]


@pytest.mark.parametrize("mode", ["clusters", "distances"])
def test_an_even_web_is_not_burst_by_pushing_boxes_apart(make_plan: Callable[..., Plan], mode: Mode) -> None:
    """Of a drawing that is as full everywhere, every push hands a box on to the next."""
    graph = nx.convert_node_labels_to_integers(nx.grid_2d_graph(30, 30))
    plan = replace(make_plan(list(graph.edges()), 900), sizes=np.tile((44.0, 24.0), (900, 1)))
    web = web_of(plan.count, plan.pairs)
    assert stress(fresh(plan, web, mode, UNWATCHED), web) < 0.03


def test_clusters_tangle_no_more_than_a_force_drawing_of_hundreds_of_steps(thousand: Plan) -> None:
    web = web_of(thousand.count, thousand.pairs)
    places = fresh(thousand, web, "clusters", UNWATCHED)
    relaxed = polish_grid(places, web, 400)
    assert crossings(places, web.pairs) < 1.05 * crossings(relaxed, web.pairs)


def test_larger_drawings_get_fewer_sweeps() -> None:
    counts = [sweeps(count) for count in (10, 80, 120, 300)]
    assert counts == sorted(counts, reverse=True)
