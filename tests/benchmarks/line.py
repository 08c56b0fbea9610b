"""The whole line from a file to what the map needs: reading, the first view, filters and search, over three decades."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import Final

import networkx as nx
import numpy as np
from many import many
from msgspec.structs import replace
from timing import Table, Timing, ratio, timed

from graphdata.collector import without_collector
from graphdata.counts import counts_of
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.search import search, texts_of
from graphdata.search_index import index_of
from graphdata.storage.pack import read_pack, to_pack
from graphdata.ties import ties_of
from graphdata.view import View, view_of

SIZES: Final = (30, 100, 1_000, 10_000, 30_000)  # of 100,000 a pack would be larger than is unpacked
QUICK: Final = (30, 100, 1_000)
LARGE: Final = 10_000  # actors of the network that peers read, too
RUNS: Final = 3
WORDS: Final = {
    "one letter": "a",
    "three letters": "kar",
    "a name": "karabug",
    "two words": "karabug works",
    "misspelt": "karabgu werks",
    "Cyrillic": "борадан",
    "Persian": "دزابوگ",
    "transliterated": "boradan",
    "nothing like it": "zzzz",
}
Work = Callable[[], object]


def tables(quick: bool = False) -> Iterator[Table]:
    """Yield the time of each step against the size, and each step beside a peer at the largest size."""
    sizes = QUICK if quick else SIZES
    found = {size: _steps(many(size), 1 if quick else RUNS) for size in sizes}
    heads = ["step", *(f"{size:,} actors: ms" for size in sizes), "exponent"]
    rows = [
        [step, *(1000 * found[size][step].median for size in sizes), _exponent(found, step)] for step in found[sizes[0]]
    ]
    notes = (
        "Each actor has 5 relations, each relation 3 claims; a tenth as many sources as actors.",
        "The exponent is that of a power of the size, fitted over the three largest: 1 is linear, 2 quadratic.",
        "Caches that belong to a step are built in it; a toggle is another filter of a network that has been opened.",
    )
    yield Table("The whole line against the size (CPU time)", heads, rows, notes)
    size = QUICK[-1] if quick else LARGE
    yield _beside_peers(many(size), size, 1 if quick else RUNS)


def _exponent(found: dict[int, dict[str, Timing]], step: str) -> float:
    """Return the power of the size that the time of a step grows with."""
    sizes, times = np.array([*found]), np.array([each[step].median for each in found.values()])
    return float(np.polyfit(np.log(sizes[-3:]), np.log(times[-3:]), 1)[0])


def _steps(network: Network, runs: int) -> dict[str, Timing]:
    """Return the time of each step for one network."""
    pack = to_pack(network)
    ready = read_pack(pack)
    view = view_of(ready, Filter())
    ties_of(view)
    index_of(ready)
    filters = iter([Filter(min_origins=1 + at % 3, text="" if at % 2 else "engines") for at in range(100)])
    dates = iter([Filter(as_of=f"{2021 + at % 5}-{1 + at // 5:02}") for at in range(60)])
    searches = {f"search: {name}": timed(_searching(ready, words), runs) for name, words in WORDS.items()}
    return {
        "read and check a pack": timed(_plainly(lambda: read_pack(pack)), runs),
        "first view, every claim judged": timed(_plainly(lambda: view_of(replace(ready), Filter())), runs),
        "first lines": timed(_plainly(lambda: ties_of(_afresh(view))), runs),
        "another date, judged anew": timed(lambda: view_of(ready, next(dates)), runs),
        "filter toggled: view, lines and counts": timed(lambda: _toggled(ready, next(filters)), runs),
        "index for search": timed(_plainly(lambda: index_of(replace(ready))), runs),
        **searches,
    }


def _plainly(work: Work) -> Work:
    """Return work as the program does it in bulk: without the collector."""

    def done() -> object:
        with without_collector():
            return work()

    return done


def _afresh(view: View) -> View:
    """Return a view that no line has been made of."""
    view.network.__dict__.pop("_groupings", None)
    view.facts.lines.clear()
    return view


def _toggled(network: Network, wanted: Filter) -> object:
    """Return what is ready to be drawn and shown after a filter was toggled."""
    view = view_of(network, wanted)
    return ties_of(view), counts_of(view)


def _searching(network: Network, words: str) -> Work:
    return lambda: search(network, words)


def _beside_peers(network: Network, size: int, runs: int) -> Table:
    """Return the steps beside the plainest other way to do each."""
    pack = to_pack(network)
    ready = read_pack(pack)
    view_of(ready, Filter())
    index_of(ready)
    filters = iter(
        [Filter(domains=frozenset({"arms", "tech"}), hidden_actors=frozenset({f"actor:a{at}"})) for at in range(50)]
    )
    read = timed(_plainly(lambda: read_pack(pack)), runs)
    toggle = timed(lambda: _toggled(ready, next(filters)), runs)
    looked = timed(lambda: search(ready, "karabug"), runs)
    pairs = [
        ("read a pack", read, "json.loads of the same lines", timed(_plainly(lambda: _parsed(pack)), runs)),
        ("read a pack", read, "networkx reads it as GraphML, no claims", timed(_plainly(_graphml(ready)), runs)),
        ("filter toggled", toggle, "networkx subgraph of the same edges", timed(_subgraph(ready), runs)),
        ("filter toggled", toggle, "a plain loop over relations, no lines, no counts", timed(_loop(ready), runs)),
        ("search", looked, "a plain look into every text, unranked", timed(_look(ready), runs)),
    ]
    rows = [
        [what, 1000 * ours.median, peer, 1000 * theirs.median, ratio(ours, theirs)]
        for what, ours, peer, theirs in pairs
    ]
    heads = ("step", "ours: ms", "peer", "peer: ms", "ours / peer")
    return Table(f"Beside the plainest other way, {size:,} actors (CPU time)", heads, rows)


def _parsed(pack: bytes) -> list[object]:
    """Return the lines of a pack as plain values, nothing checked."""
    with zipfile.ZipFile(io.BytesIO(pack)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".jsonl")]
    return [json.loads(line) for part in parts for line in part.splitlines()]


def _graph(network: Network) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((actor.id, {"kind": actor.kind, "name": actor.name}) for actor in network.actors)
    for each in network.relations:
        graph.add_edge(each.giver, each.receiver, each.id, domain=each.domain, kind=each.kind, summary=each.summary)
    return graph


def _graphml(network: Network) -> Work:
    text = "\n".join(nx.generate_graphml(_graph(network)))
    return lambda: nx.parse_graphml(text)


def _subgraph(network: Network) -> Work:
    graph = _graph(network)
    return lambda: graph.edge_subgraph(
        [edge for edge in graph.edges(keys=True) if graph.edges[edge]["domain"] in ("arms", "tech")]
    ).copy()


def _loop(network: Network) -> Work:
    return lambda: [each for each in network.relations if each.domain in ("arms", "tech") and each.giver != "actor:a0"]


def _look(network: Network) -> Work:
    texts = texts_of(network)
    return lambda: [at for at, text in enumerate(texts) if "karabug" in text]
