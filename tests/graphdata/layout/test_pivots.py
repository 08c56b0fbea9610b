"""The stress of large drawings, seen from pivots."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graphdata.layout.distances import hops_from
from graphdata.layout.pivots import at_scale, pivot_descent, regrouped, settle
from graphdata.layout.plan import Floats, Ints, Plan, Singles
from graphdata.layout.polish import polish_grid
from graphdata.layout.quality import crossings, stress
from graphdata.layout.start import pivot_start
from graphdata.layout.web import Web, web_of


@pytest.fixture(scope="module")
def web(thousand: Plan) -> Web:
    """Return the web of a thousand actors."""
    return web_of(thousand.count, thousand.pairs)


@pytest.fixture(scope="module")
def pivots() -> Ints:
    """Return every fifteenth actor."""
    return np.arange(0, 960, 15)


@pytest.fixture(scope="module")
def hops(web: Web, pivots: Ints) -> Singles:
    """Return the hops from the pivots."""
    return hops_from(web, pivots).astype(np.float32)


@pytest.fixture(scope="module")
def clustered(web: Web, pivots: Ints, hops: Singles, thousand: Plan) -> Floats:
    """Return a drawing of clusters at the hops' scale."""
    start = pivot_descent(pivot_start(hops, thousand.rng()), hops, pivots)
    return at_scale(polish_grid(start, web, 60), hops, pivots)


def test_descent_and_settling_lower_the_stress(thousand: Plan, web: Web, pivots: Ints, hops: Singles) -> None:
    start = pivot_start(hops, thousand.rng())
    rough = pivot_descent(start, hops, pivots)
    assert stress(settle(rough, web, hops, pivots, 10), web) < stress(start, web)


def test_groups_moved_as_wholes_lose_stress_and_stay_untangled() -> None:
    """Told over eight drawings: how a thousand actors fall out in one of them hangs on the last bit of a sum."""
    changes = np.array([changed_by_wholes(graph, start) for graph in range(1, 5) for start in range(2)])
    stresses, wholes, singly = changes.T
    assert stresses.max() < 0.99
    assert wholes.max() < 1.05 < singly.min()


def changed_by_wholes(graph: int, start: int) -> tuple[float, float, float]:
    """Return what the stress becomes, as a share, and the crossings: moved as wholes, and singly."""
    pairs = np.array(nx.powerlaw_cluster_graph(1000, 3, 0.3, seed=graph).edges())
    web, pivots = web_of(1000, pairs), np.arange(0, 1000, 5)
    hops = hops_from(web, pivots).astype(np.float32)
    begun = pivot_start(hops, np.random.default_rng(start))
    before = at_scale(polish_grid(begun, web, 60), hops, pivots)
    after, alone = (regrouped(before, web, hops, pivots, 8, times) for times in (8, 0))
    return (
        stress(after, web) / stress(before, web),
        crossings(after, web.pairs) / crossings(before, web.pairs),
        crossings(alone, web.pairs) / crossings(before, web.pairs),
    )


def test_asking_some_pivots_in_turns_does_as_well_as_asking_all(
    thousand: Plan, web: Web, clustered: Floats, monkeypatch: pytest.MonkeyPatch
) -> None:
    pivots = thousand.rng().choice(thousand.count, 384, replace=False)
    hops = hops_from(web, pivots).astype(np.float32)
    some = stress(regrouped(clustered, web, hops, pivots, 12, 8), web)
    monkeypatch.setattr("graphdata.layout.pivots.ASKED", len(pivots))
    assert some < 1.01 * stress(regrouped(clustered, web, hops, pivots, 12, 8), web)


def test_the_scale_is_that_of_the_hops(pivots: Ints, hops: Singles, clustered: Floats) -> None:
    again = at_scale(clustered * 70.0 + 9.0, hops, pivots)
    assert np.allclose(again, clustered)
    assert np.allclose(again.mean(axis=0), 0.0)
