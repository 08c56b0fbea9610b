"""Hops by bit-parallel search."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graphdata.layout.distances import all_lengths, hops_from
from graphdata.layout.plan import Plan
from graphdata.layout.web import web_of


@settings(max_examples=30)
@given(number=st.integers(0, 10**6))
def test_hops_agree_with_networkx(any_plan: Callable[..., Plan], number: int) -> None:
    plan = any_plan(number)
    graph = nx.Graph(plan.pairs.tolist())
    graph.add_nodes_from(range(plan.count))
    hops = hops_from(web_of(plan.count, plan.pairs), np.arange(plan.count))
    for actor, reached in nx.all_pairs_shortest_path_length(graph):
        assert hops[actor].tolist() == [reached.get(other, -1) for other in range(plan.count)]


def test_more_sources_than_a_machine_word(thousand: Plan) -> None:
    web = web_of(thousand.count, thousand.pairs)
    hops = hops_from(web, np.arange(130))
    assert (hops[:130] == hops[:130].T).all()
    assert (hops[np.arange(130), np.arange(130)] == 0).all()


def test_two_actors_with_many_relations_stand_further_apart() -> None:
    lengths = all_lengths(web_of(3, np.array([[0, 1]] * 30 + [[1, 2]])))
    assert lengths[0, 1] > lengths[1, 2] == 1.0
    assert lengths[0, 2] == 2.0


def test_no_relations_no_ways() -> None:
    web = web_of(3, np.zeros((0, 2), dtype=np.int64))
    assert hops_from(web, np.arange(3)).tolist() == [[0, -1, -1], [-1, 0, -1], [-1, -1, 0]]


def test_ways_of_any_length_are_counted() -> None:
    chain = np.stack([np.arange(299), np.arange(1, 300)], axis=1)
    assert hops_from(web_of(300, chain), np.array([0]))[:, 0].tolist() == list(range(300))
    assert hops_from(web_of(1, np.zeros((0, 2))), np.array([0])).tolist() == [[0]]
