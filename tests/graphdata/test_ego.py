"""Ego networks, neighbours, and walking the map with arrow keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdata.ego import AHEAD, Heading, ego_network, neighbours, next_actor
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.baseline import Baseline
from graphdata.shown import Wanted, shown_of
from graphdata.view import view_of

CROSS = {"middle": (0.0, 0.0), "west": (-10.0, 1.0), "east": (10.0, 0.0), "north": (0.0, -10.0), "south": (1.0, 10.0)}
COORDINATES = st.floats(-1e4, 1e4, allow_nan=False)
POSITIONS = st.dictionaries(st.text(min_size=1), st.tuples(COORDINATES, COORDINATES), min_size=1)


@pytest.mark.parametrize(
    ("steps", "actors"),
    [
        (0, {"niiip"}),
        (1, {"niiip", "ru"}),
        (2, {"niiip", "ru", "ir", "hezbollah"}),
        (3, {"niiip", "ru", "ir", "hezbollah", "il", "houthis", "irgc"}),
        (9, {"niiip", "ru", "ir", "hezbollah", "il", "houthis", "irgc"}),
    ],
)
def test_an_ego_network_grows_step_by_step_whichever_way_relations_point(
    little: Network, steps: int, actors: set[str]
) -> None:
    assert ego_network(little.relations, "actor:niiip", steps) == {f"actor:{slug}" for slug in actors}


def test_an_actor_nobody_deals_with_is_its_own_ego_network(little: Network) -> None:
    assert ego_network(little.relations, "actor:press-tv", 3) == {"actor:press-tv"}


def test_neighbours_come_with_most_relations_first_then_by_name(little: Network) -> None:
    view = view_of(little, Filter())
    assert neighbours(view, "actor:ru") == ("actor:ir", "actor:hezbollah", "actor:niiip")
    assert neighbours(view, "actor:press-tv") == ()


@pytest.mark.parametrize("wanted", [Filter(), Filter(domains=frozenset({"arms"})), Filter(as_of="2023")])
@pytest.mark.parametrize("compares", [False, True])
def test_neighbours_are_the_other_ends_of_what_is_on_show(little: Network, wanted: Filter, compares: bool) -> None:
    view = shown_of(Wanted(little, wanted, baseline=Baseline(earlier="2022") if compares else Baseline())).view
    for actor in view.network.actor:
        pairs = [(each.giver, each.receiver) for each in view.relations if actor in (each.giver, each.receiver)]
        assert set(neighbours(view, actor)) == {receiver if giver == actor else giver for giver, receiver in pairs}


def test_neighbours_are_those_on_show(little: Network) -> None:
    assert neighbours(view_of(little, Filter(domains=frozenset({"arms"}))), "actor:ru") == ("actor:ir",)


@pytest.mark.parametrize(
    ("heading", "found"), [("left", "west"), ("right", "east"), ("up", "north"), ("down", "south")]
)
def test_an_arrow_key_goes_to_the_actor_in_its_direction(heading: Heading, found: str) -> None:
    assert next_actor(CROSS, "middle", heading) == found


def test_there_is_nowhere_to_go_at_the_edge() -> None:
    assert next_actor(CROSS, "west", "left") is None


def test_what_lies_at_the_same_place_or_abreast_is_not_ahead() -> None:
    assert next_actor({"me": (0, 0), "here": (0, 0), "abreast": (0, 5)}, "me", "right") is None


def test_an_actor_straight_ahead_beats_a_nearer_one_far_aside() -> None:
    assert next_actor({"me": (0, 0), "ahead": (10, 0), "aside": (1, 8)}, "me", "right") == "ahead"


def test_a_neighbour_is_preferred_to_a_stranger_somewhat_nearer() -> None:
    places = {"me": (0.0, 0.0), "friend": (15.0, 0.0), "stranger": (10.0, 0.0)}
    assert next_actor(places, "me", "right") == "stranger"
    assert next_actor(places, "me", "right", {"friend"}) == "friend"


def test_walking_starts_somewhere_when_nobody_is_selected() -> None:
    assert next_actor(CROSS, "", "up") == "east"
    assert next_actor({}, "", "up") is None


@given(POSITIONS, st.sampled_from(sorted(AHEAD)), st.data())
def test_a_step_lands_ahead_and_is_refused_only_where_nobody_is(
    positions: dict[str, tuple[float, float]], heading: Heading, data: st.DataObject
) -> None:
    current = data.draw(st.sampled_from(sorted(positions)))
    ahead = {other for other, place in positions.items() if _is_ahead(positions[current], place, heading)}
    found = next_actor(positions, current, heading)
    assert found in ahead if ahead else found is None


def _is_ahead(start: tuple[float, float], end: tuple[float, float], heading: Heading) -> bool:
    return sum((there - here) * ahead for here, there, ahead in zip(start, end, AHEAD[heading], strict=True)) > 0
