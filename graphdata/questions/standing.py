"""Who stands between the others, and what falls apart without them.

Betweenness is Brandes' (2001), computed by networkx; large networks are sampled from some hundred actors with a fixed
seed, and the answer says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from graphdata.questions.paths import ALONG_THE_FLOW, Ways, links_of
from graphdata.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE: Final = 600  # up to so many actors are all taken as starts
SAMPLE: Final = 300
SEED: Final = 7
TRIED: Final = 60  # for so many of the foremost it is worked out what falls apart without them


class GoBetween(NamedTuple):
    """An actor between others: its share of all shortest routes (0 to 1), and who is cut off without it."""

    actor: str
    share: float
    cut_off: tuple[str, ...]


class Standing(NamedTuple):
    """The actors that stand between others, the foremost first; sampled is from how many starts, 0 for all."""

    between: tuple[GoBetween, ...]
    sampled: int = 0


class CancelledError(Exception):
    """Whoever asked does not want to know any more."""


def go_betweens(view: View, ways: Ways = ALONG_THE_FLOW, cancelled: Callable[[], bool] = lambda: False) -> Standing:
    """Return who stands between the others on show; raises CancelledError soon after cancelled says so."""
    graph = graph_of(view, ways)
    sampled = SAMPLE if len(graph) > WHOLE else 0
    shares = _shares(graph, sampled, cancelled)
    ranked = sorted(shares, key=lambda actor: (-shares[actor], actor))
    plain = graph.to_undirected()
    found = []
    for place, actor in enumerate(ranked):
        _heed(cancelled)
        found.append(GoBetween(actor, shares[actor], cut_off_without(plain, actor) if place < TRIED else ()))
    return Standing(tuple(each for each in found if each.share or each.cut_off), sampled)


def graph_of(view: View, ways: Ways = ALONG_THE_FLOW) -> Any:  # noqa: ANN401  networkx carries no types
    """Return the steps that may be taken as a directed graph of networkx, one line for each pair and direction."""
    import networkx as nx

    graph = nx.DiGraph()
    for ends in links_of(view, ways).values():
        graph.add_edges_from((step.start, step.end) for step in ends.values())
    return graph


def cut_off_without(plain: Any, actor: str) -> tuple[str, ...]:  # noqa: ANN401  networkx carries no types
    """Return whom an actor's part of an undirected graph loses with it: all but the largest of the pieces left."""
    import networkx as nx

    part = nx.node_connected_component(plain, actor) - {actor}
    pieces = sorted(nx.connected_components(plain.subgraph(part)), key=lambda each: (-len(each), min(each)))
    return tuple(sorted(one for piece in pieces[1:] for one in piece))


def _shares(graph: Any, sampled: int, cancelled: Callable[[], bool]) -> dict[str, float]:  # noqa: ANN401
    """Return everybody's betweenness, normalised; in slices of starts, so that it can be cancelled."""
    import networkx as nx

    starts = sorted(graph)
    if sampled:
        import random

        starts = sorted(random.Random(SEED).sample(starts, sampled))  # noqa: S311  a sample, not a secret
    sums = dict.fromkeys(graph, 0.0)
    for first in range(0, len(starts), 50):
        _heed(cancelled)
        some = starts[first : first + 50]
        part = nx.betweenness_centrality_subset(graph, some, list(graph), normalized=False)
        for actor, share in part.items():
            sums[actor] += share
    pairs = len(starts) * (len(graph) - 1) * (len(graph) - 2) / max(len(graph), 1)
    return {actor: share / pairs if pairs else 0.0 for actor, share in sums.items()}


def _heed(cancelled: Callable[[], bool]) -> None:
    """Raise CancelledError once nobody wants to know any more."""
    if cancelled():
        raise CancelledError
