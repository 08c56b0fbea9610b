"""Plans that the layout tests share: the two-hub network, famous ones, and a maker of any plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import numpy as np
import pytest

from graphdata.layout.plan import Floats, Ints, Plan

MakePlan = Callable[..., Plan]


def box_sizes(count: int) -> Floats:
    """Return boxes as labels make them: different widths, three heights."""
    rng = np.random.default_rng(3)
    return np.stack([rng.uniform(70, 150, count), rng.choice([46.0, 52.0, 64.0], count)], axis=1)


def plan_of(pairs: Any, count: int, **more: Any) -> Plan:
    """Return a plan over plain pairs."""
    return Plan(count, np.asarray(pairs, dtype=np.int64).reshape(-1, 2), box_sizes(count), **more)


def two_hub_pairs() -> Ints:
    """Return 180 relations of 60 actors: two hubs, forty relations between them, and a fan of leaves on each."""
    rng = np.random.default_rng(5)
    pairs = [(0, 1)] * 40
    for actor in range(2, 60):
        share, other = rng.random(), int(rng.integers(0, actor))
        hubs = [0] if share < 0.42 else [1] if share < 0.58 else [0, 1] if share < 0.78 else [other]
        pairs += [(hub, actor) for hub in hubs for _ in range(int(rng.integers(1, 4)))]
    pairs += [(int(a), int(b)) for a, b in rng.integers(2, 60, (60, 2))]
    return np.array(pairs[:180])


@pytest.fixture(scope="session")
def make_plan() -> MakePlan:
    """Return the maker of plans over plain pairs."""
    return plan_of


@pytest.fixture(scope="session")
def any_plan() -> Callable[..., Plan]:
    """Return the maker of a plan from a number: connected or not, with repeats, loops and lone actors."""

    def plan(number: int, **more: Any) -> Plan:
        rng = np.random.default_rng(number)
        count = int(rng.integers(1, 40))
        return plan_of(rng.integers(0, count, (int(rng.integers(0, 70)), 2)), count, seed=number, **more)

    return plan


@pytest.fixture(scope="session")
def two_hubs() -> Plan:
    """Return the plan of the network that ours resembles."""
    return plan_of(two_hub_pairs(), 60, seed=1)


@pytest.fixture(scope="session")
def karate() -> Plan:
    """Return the plan of Zachary's karate club."""
    return plan_of(list(nx.karate_club_graph().edges()), 34)


@pytest.fixture(scope="session")
def thousand() -> Plan:
    """Return the plan of a thousand actors with a power law."""
    return plan_of(list(nx.powerlaw_cluster_graph(1000, 3, 0.3, seed=1).edges()), 1000)
