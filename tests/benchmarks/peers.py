"""The layouts of other programs, each as a function from a graph to places; one that is not installed is left out."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import networkx as nx
import numpy as np
import numpy.typing as npt
from graphs import Graph

Floats = npt.NDArray[np.float64]
Draw = Callable[[], Floats]


class Peer(NamedTuple):
    """A layout by name, up to how many nodes it is asked for, and what prepares a drawing: reading is not timed."""

    name: str
    largest: int
    prepare: Callable[[Graph], Draw]


def peers() -> tuple[tuple[Peer, ...], tuple[str, ...]]:
    """Return the layouts that can run here, and a sentence for each that cannot."""
    found: list[Peer] = []
    missing: list[str] = []
    for offer in (_networkx, _graphviz, _igraph, _tulip, _node):
        some, lacking = offer()
        found += some
        missing += lacking
    return tuple(found), tuple(missing)


def _networkx() -> tuple[list[Peer], list[str]]:
    """Return networkx's spring and ForceAtlas2, and Kamada-Kawai where scipy is there."""
    have = [
        Peer("networkx spring", 1000, _prepared_spring),
        Peer("networkx forceatlas2", 1000, lambda g: _of_networkx(g, lambda x: nx.forceatlas2_layout(x, seed=1))),
    ]
    try:
        import scipy  # noqa: F401 - asked for by networkx at the call
    except ImportError:
        return have, ["networkx kamada_kawai needs scipy, which is not installed; igraph kk is the same method"]
    kamada = Peer("networkx kamada_kawai", 300, lambda g: _of_networkx(g, nx.kamada_kawai_layout))
    return [*have, kamada], []


def _simple(graph: Graph) -> nx.Graph:
    """Return the graph as networkx holds it, parallel lines merged."""
    made = nx.Graph()
    made.add_nodes_from(range(graph.nodes))
    made.add_edges_from(map(tuple, graph.ends.tolist()))
    return made


def _of_networkx(graph: Graph, layout: Callable[[nx.Graph], dict[int, Floats]]) -> Draw:
    """Return a drawing by one of networkx's layouts."""
    made = _simple(graph)

    def draw() -> Floats:
        places = layout(made)
        return np.array([places[node] for node in range(graph.nodes)])

    return draw


def _prepared_spring(graph: Graph) -> Draw:
    """Return Fruchterman and Reingold's layout in its dense form, which needs no scipy above 500 nodes either."""
    from networkx.drawing.layout import _fruchterman_reingold

    table = nx.to_numpy_array(_simple(graph), weight=None)
    return lambda: np.asarray(_fruchterman_reingold(table, seed=np.random.RandomState(1)))


def _graphviz() -> tuple[list[Peer], list[str]]:
    """Return sfdp (as it is, and with its removal of overlaps) and neato."""
    if not shutil.which("sfdp"):
        return [], ["graphviz is not installed: no sfdp, no neato"]
    plain, prism = ("-Goverlap=true",), ("-Goverlap=prism",)
    return [
        Peer("graphviz sfdp", 100_000, lambda g: _of_graphviz(g, "sfdp", plain)),
        Peer("graphviz sfdp + prism", 1000, lambda g: _of_graphviz(g, "sfdp", prism)),
        Peer("graphviz neato", 300, lambda g: _of_graphviz(g, "neato", plain)),
    ], []


def _of_graphviz(graph: Graph, engine: str, options: tuple[str, ...]) -> Draw:
    """Return a drawing by one of graphviz's engines, read back from its plain output."""
    ends = "\n".join(f"{one} -- {other};" for one, other in _simple(graph).edges())
    nodes = ";".join(str(node) for node in range(graph.nodes))
    size = "0.6,height=0.33" if "prism" in options[0] else "0.05,height=0.05"
    text = f'graph {{ start=1; node [shape=box,label="",fixedsize=true,width={size}];\n{nodes};\n{ends} }}'

    def draw() -> Floats:
        found = subprocess.run([engine, "-Tplain", *options], input=text, capture_output=True, text=True, check=True)
        rows = [line.split() for line in found.stdout.splitlines() if line.startswith("node ")]
        places = np.zeros((graph.nodes, 2))
        places[[int(row[1]) for row in rows]] = [(float(row[2]), float(row[3])) for row in rows]
        return places

    return draw


def _igraph() -> tuple[list[Peer], list[str]]:
    """Return igraph's Fruchterman-Reingold, Kamada-Kawai and DrL."""
    try:
        import igraph
    except ImportError:
        return [], ["igraph is not installed: no fr, kk, drl"]

    def of(method: str) -> Callable[[Graph], Draw]:
        def prepare(graph: Graph) -> Draw:
            made = igraph.Graph(graph.nodes, list(_simple(graph).edges()))

            def draw() -> Floats:
                random.seed(1)
                return np.array(made.layout(method).coords)

            return draw

        return prepare

    sizes = {"fr": 10_000, "kk": 1000, "drl": 10_000}
    return [Peer(f"igraph {method}", largest, of(method)) for method, largest in sizes.items()], []


def _tulip() -> tuple[list[Peer], list[str]]:
    """Return OGDF's fast multipole layouts through tulip."""
    try:
        from tulip import tlp
    except ImportError:
        return [], ["tulip-python is not installed: no OGDF"]

    def of(plugin: str) -> Callable[[Graph], Draw]:
        def prepare(graph: Graph) -> Draw:
            made = tlp.newGraph()
            nodes = made.addNodes(graph.nodes)
            made.addEdges([(nodes[one], nodes[other]) for one, other in _simple(graph).edges()])

            def draw() -> Floats:
                tlp.setSeedOfRandomSequence(1)
                layout = made.getLayoutProperty("viewLayout")
                made.applyLayoutAlgorithm(plugin, layout)
                return np.array([(place.x(), place.y()) for place in map(layout.getNodeValue, nodes)])

            return draw

        return prepare

    return [
        Peer("OGDF FMME", 100_000, of("Fast Multipole Multilevel Embedder (OGDF)")),
        Peer("OGDF FM3", 10_000, of("FM^3 (OGDF)")),
    ], []


def _node() -> tuple[list[Peer], list[str]]:
    """Return fcose of cytoscape.js and ForceAtlas2 of graphology, where Node finds both."""
    program = shutil.which("node")
    wanted = "require('cytoscape-fcose');require('graphology-layout-forceatlas2')"
    if not program or subprocess.run([program, "-e", wanted], capture_output=True, check=False).returncode:
        return [], ["Node does not find cytoscape-fcose and graphology-layout-forceatlas2: neither is run"]
    return [
        Peer("cytoscape fcose", 1000, lambda g: _of_node(g, program, "fcose")),
        Peer("graphology ForceAtlas2", 10_000, lambda g: _of_node(g, program, "forceatlas2")),
    ], []


def _of_node(graph: Graph, program: str, layout: str) -> Draw:
    """Return a drawing by a library that runs in Node: reading and writing are timed with it, as with graphviz."""
    command = [program, str(Path(__file__).with_name("peers.js")), layout]
    ends = [[int(one), int(other)] for one, other in _simple(graph).edges()]
    given = json.dumps({"nodes": graph.nodes, "ends": ends})

    def draw() -> Floats:
        found = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
        return np.array(json.loads(found.stdout))

    return draw
