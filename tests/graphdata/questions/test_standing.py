"""Go-betweens: by hand on a star and a chain, and against networkx on random networks."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions import standing
from graphdata.questions.paths import Ways
from graphdata.questions.standing import CancelledError, go_betweens, graph_of
from graphdata.view import view_of

NetworkOf = Callable[[list[tuple[int, int]]], Network]
ENDS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=24)


def test_the_middle_of_a_chain_stands_between_and_cuts_off_the_shorter_end(network_of: NetworkOf) -> None:
    view = view_of(network_of([(0, 1), (1, 2), (2, 3), (3, 4)]), Filter())
    found = {each.actor: each for each in go_betweens(view, Ways(along_flow=False)).between}
    assert found["actor:a1"].cut_off == ("actor:a0",)
    assert found["actor:a2"].cut_off == ("actor:a3", "actor:a4")
    assert max(found, key=lambda actor: found[actor].share) == "actor:a2"
    assert "actor:a0" not in found


def test_the_hub_of_a_star_holds_it_together(network_of: NetworkOf) -> None:
    view = view_of(network_of([(0, number) for number in range(1, 6)]), Filter())
    (hub,) = go_betweens(view, Ways(along_flow=False)).between
    assert (hub.actor, hub.share, len(hub.cut_off)) == ("actor:a0", 1.0, 4)


@given(ENDS)
def test_shares_are_the_betweenness_of_networkx(network_of: NetworkOf, ends: list[tuple[int, int]]) -> None:
    view = view_of(network_of(ends), Filter())
    wanted = nx.betweenness_centrality(graph_of(view))
    found = {each.actor: each.share for each in go_betweens(view).between}
    assert {actor: pytest.approx(share) for actor, share in wanted.items() if share} == {
        actor: share for actor, share in found.items() if share
    }


@given(ENDS)
def test_whoever_cuts_off_others_is_an_articulation_point(network_of: NetworkOf, ends: list[tuple[int, int]]) -> None:
    view = view_of(network_of(ends), Filter())
    wanted = set(nx.articulation_points(graph_of(view).to_undirected()))
    assert {each.actor for each in go_betweens(view).between if each.cut_off} == wanted


def test_a_large_network_is_sampled_and_says_so(network_of: NetworkOf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "WHOLE", 4)
    monkeypatch.setattr(standing, "SAMPLE", 3)
    view = view_of(network_of([(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]), Filter())
    found = go_betweens(view)
    assert found.sampled == 3
    assert found == go_betweens(view)


def test_it_can_be_cancelled(network_of: NetworkOf) -> None:
    with pytest.raises(CancelledError):
        go_betweens(view_of(network_of([(0, 1)]), Filter()), cancelled=lambda: True)
