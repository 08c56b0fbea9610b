"""Routes, reach and conduits: by hand on a little network, and against networkx on random ones."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from graphdata.filter import Filter
from graphdata.network import Network, Via
from graphdata.questions.paths import UnknownActorError, Ways, conduits, links_of, reach_of, shortest_routes
from graphdata.ruleset import Level
from graphdata.view import View, view_of

NetworkOf = Callable[[list[tuple[int, int]]], Network]
ENDS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=24)
EITHER_WAY = Ways(along_flow=False)


@pytest.fixture
def view(little: Network) -> View:
    return view_of(little, Filter())


def test_a_route_follows_the_flow(view: View) -> None:
    found = shortest_routes(view, "actor:ru", "actor:houthis")
    assert [route.actors for route in found.routes] == [("actor:ru", "actor:ir", "actor:houthis")]
    assert shortest_routes(view, "actor:houthis", "actor:ru").routes == ()
    assert shortest_routes(view, "actor:houthis", "actor:ru", EITHER_WAY).length == 2


def test_a_mutual_relation_is_walked_both_ways(view: View) -> None:
    diplomacy = Ways(frozenset({"diplomacy"}))
    assert shortest_routes(view, "actor:ir", "actor:ru", diplomacy).routes[0].steps[0].relations == (
        "rel:talks",
        "rel:treaty",
    )


def test_a_hostile_act_is_no_way_unless_it_is_asked_for(view: View) -> None:
    assert shortest_routes(view, "actor:ir", "actor:il").routes == ()
    assert shortest_routes(view, "actor:ir", "actor:il", Ways(hostile=True)).length == 1


def test_a_route_is_as_sure_as_its_weakest_step(view: View) -> None:
    route = shortest_routes(view, "actor:ru", "actor:houthis").routes[0]
    assert route.level == min(step.level for step in route.steps)
    best = [max(view.assessments[each].level for each in step.relations) for step in route.steps]
    assert [step.level for step in route.steps] == best


def test_there_is_no_route_to_oneself_and_none_to_a_stranger(view: View) -> None:
    assert shortest_routes(view, "actor:ru", "actor:ru").length == 0
    with pytest.raises(UnknownActorError, match="actor:nobody"):
        shortest_routes(view, "actor:ru", "actor:nobody")


def test_reach_grows_by_rings_and_leaves_the_start_out(view: View) -> None:
    near = {each.actor: each.steps for each in reach_of(view, "actor:niiip", 2)}
    assert near == {"actor:ru": 1, "actor:ir": 2, "actor:hezbollah": 2}
    assert reach_of(view, "actor:niiip", 0) == ()


def test_conduits_are_those_that_dealings_pass_through(little: Network) -> None:
    through = (Via(actor="actor:irgc", role="shipped by"),)
    changed = [replace(each, via=through) if each.id == "rel:shahed" else each for each in little.relations]
    found = conduits(view_of(replace(little, relations=tuple(changed)), Filter()))
    assert [(each.actor, each.roles) for each in found] == [("actor:irgc", (("rel:shahed", "shipped by"),))]


@given(ENDS, st.booleans())
def test_routes_are_the_shortest_paths_of_networkx(
    network_of: NetworkOf, ends: list[tuple[int, int]], along: bool
) -> None:
    view = view_of(network_of(ends), Filter())
    graph = nx.DiGraph() if along else nx.Graph()
    graph.add_nodes_from(f"actor:a{number}" for number in range(8))
    graph.add_edges_from((f"actor:a{one}", f"actor:a{other}") for one, other in ends if one != other)
    found = {route.actors for route in shortest_routes(view, "actor:a0", "actor:a1", Ways(along_flow=along)).routes}
    try:
        wanted = {tuple(path) for path in nx.all_shortest_paths(graph, "actor:a0", "actor:a1")}
    except nx.NetworkXNoPath:
        wanted = set()
    assert found == wanted


@given(ENDS, st.integers(1, 5))
def test_reach_is_the_distance_of_networkx(network_of: NetworkOf, ends: list[tuple[int, int]], steps: int) -> None:
    graph = nx.DiGraph([(f"actor:a{one}", f"actor:a{other}") for one, other in ends])
    graph.add_node("actor:a0")
    wanted = nx.single_source_shortest_path_length(graph, "actor:a0", cutoff=steps)
    found = {each.actor: each.steps for each in reach_of(view_of(network_of(ends), Filter()), "actor:a0", steps)}
    assert {"actor:a0": 0, **found} == wanted


@given(ENDS)
def test_the_surest_of_the_shortest_routes_gives_the_level_of_reach(
    network_of: NetworkOf, ends: list[tuple[int, int]]
) -> None:
    view = view_of(network_of(ends), Filter())
    for reached in reach_of(view, "actor:a0", 9):
        routes = shortest_routes(view, "actor:a0", reached.actor).routes
        assert reached.level == routes[0].level == max(route.level for route in routes)
        assert reached.steps == len(routes[0].steps)


def test_more_routes_than_wanted_are_cut_off_and_said_so(network_of: NetworkOf) -> None:
    ends = [(0, middle) for middle in range(2, 8)] + [(middle, 1) for middle in range(2, 8)]
    view = view_of(network_of(ends), Filter())
    assert len(shortest_routes(view, "actor:a0", "actor:a1").routes) == 6
    few = shortest_routes(view, "actor:a0", "actor:a1", most=4)
    assert len(few.routes) == 4
    assert not few.complete


def test_a_loop_is_no_step(network_of: NetworkOf) -> None:
    assert links_of(view_of(network_of([(0, 0)]), Filter())) == {}


def test_a_step_takes_the_level_of_its_best_relation(view: View) -> None:
    step = links_of(view)["actor:ru"]["actor:ir"]
    assert step.level == max(view.assessments[each].level for each in step.relations) > Level.NONE
