"""The graphs that the benchmarks share: real, generated, and the shipped network."""

from __future__ import annotations

from typing import NamedTuple

import networkx as nx
import numpy as np
import numpy.typing as npt


class Graph(NamedTuple):
    """A graph by name: how many nodes, the ends of its lines, one row each (parallel lines stay), its labels' boxes."""

    name: str
    nodes: int
    ends: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.float64] | None = None


def of_networkx(name: str, graph: nx.Graph) -> Graph:
    """Return a graph with its nodes numbered in their order."""
    rank = {node: number for number, node in enumerate(graph)}
    ends = np.array([(rank[one], rank[other]) for one, other in graph.edges()], dtype=np.int64)
    return Graph(name, len(rank), ends)


def scale_free(nodes: int, seed: int = 7) -> Graph:
    """Return a power-law graph with clusters and three lines a node (Holme and Kim, 2002)."""
    return of_networkx(f"scale-free {nodes}", nx.powerlaw_cluster_graph(nodes, 3, 0.3, seed=seed))


def communities(nodes: int, seed: int = 7) -> Graph:
    """Return a graph with planted communities (Lancichinetti, Fortunato and Radicchi, 2008)."""
    made = nx.LFR_benchmark_graph(
        nodes, 2.5, 1.5, 0.1, average_degree=6, max_degree=max(30, nodes // 100), min_community=20, seed=seed
    )
    made.remove_edges_from(list(nx.selfloop_edges(made)))
    return of_networkx(f"LFR {nodes}", made)


def real() -> tuple[Graph, ...]:
    """Return the real graphs that networkx brings along."""
    return (
        of_networkx("Les Miserables", nx.les_miserables_graph()),
        of_networkx("karate", nx.karate_club_graph()),
        of_networkx("Davis", nx.davis_southern_women_graph()),
    )


def shipped() -> Graph:
    """Return the ties of the shipped network, parallel ones included."""
    from desktop.assets import shipped_network
    from desktop.opening import opened
    from graphdata.filter import Filter
    from graphdata.footprint import footprint
    from graphdata.ties import ties_of
    from graphdata.view import view_of

    view = view_of(opened(shipped_network()).network, Filter())
    rank = {actor.id: number for number, actor in enumerate(view.actors)}
    ends = [(rank[tie.giver], rank[tie.receiver]) for tie in ties_of(view, "ties")]
    sizes = [footprint(actor, view.network.degree[actor.id])[:2] for actor in view.actors]
    return Graph("shipped", len(rank), np.array(ends, dtype=np.int64), np.array(sizes))
