"""What is on show under a filter is arranged as if there were nothing else, and the hidden actors make way."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from graphdata.arrangement import LAYOUTS, Arrangement, Layout
from graphdata.filter import Filter
from graphdata.footprint import footprint
from graphdata.layout.placement import positions_of
from graphdata.layout.shown import positions_of_shown
from graphdata.network import Network
from graphdata.storage.reading import read_network
from graphdata.view import View, view_of

TECH = Filter(domains=frozenset(["tech"]))
SHIPPED = Path(__file__).parents[3] / "resources" / "networks" / "russia-iran.ententepack"


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(read_network(SHIPPED), TECH)


def box(network: Network, key: str, place: tuple[float, float]) -> tuple[float, float, float, float]:
    """Return the room that an actor and its label take at a place."""
    wide, high, radius = footprint(network.actor[key], network.degree[key])
    middle = place[1] - 1.1 * radius + high / 2.0
    return place[0] - wide / 2.0, middle - high / 2.0, place[0] + wide / 2.0, middle + high / 2.0


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_few_on_show_lie_closer_than_the_whole_would_have_them(view: View, layout: Layout) -> None:
    wanted = Arrangement(layout, "actor:ru" if layout == "radial" else "")
    found = positions_of_shown(view.network, view.actors, view.relations, wanted, {})
    whole = positions_of(view.network, wanted)
    assert set(found) == {actor.id for actor in view.network.drawn}

    def extent(places: dict[str, tuple[float, float]]) -> float:
        xs, ys = zip(*(places[actor.id] for actor in view.actors), strict=True)
        return float((max(xs) - min(xs)) * (max(ys) - min(ys)))

    assert extent(dict(found)) < extent(dict(whole))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_lies_over_anything_once_the_filter_is_dropped(view: View, layout: Layout) -> None:
    network = view.network
    found = positions_of_shown(network, view.actors, view.relations, Arrangement(layout, "actor:ru"), {})
    boxes = [box(network, key, place) for key, place in found.items()]
    for one, other in combinations(boxes, 2):
        apart = one[0] >= other[2] - 0.1 or other[0] >= one[2] - 0.1 or one[1] >= other[3] - 0.1
        assert apart or other[1] >= one[3] - 0.1


def test_pins_hold_on_show_and_hidden(view: View) -> None:
    hidden = next(actor.id for actor in view.network.drawn if actor not in view.actors)
    pins = {view.actors[0].id: (10.0, 20.0), hidden: (900.0, 900.0)}
    found = positions_of_shown(view.network, view.actors, view.relations, Arrangement(), {}, pins=pins)
    assert {key: found[key] for key in pins} == {key: pytest.approx(place) for key, place in pins.items()}


def test_without_a_filter_it_is_the_layout_of_the_whole(little: Network) -> None:
    view = view_of(little, Filter())
    assert positions_of_shown(little, view.actors, view.relations, Arrangement(), {}) == positions_of(little)


def test_progress_runs_from_nothing_to_all(view: View) -> None:
    told: list[float] = []
    positions_of_shown(view.network, view.actors, view.relations, Arrangement(), {}, progress=told.append)
    assert told == sorted(told)
    assert told[0] == 0.0


def test_the_hidden_keep_their_places_but_for_a_gap_that_does_not_grow(view: View) -> None:
    """To ask twice is to ask once."""
    before = positions_of(view.network)
    asked = (view.network, view.actors, view.relations, Arrangement("layered"))
    once = positions_of_shown(*asked, before)
    twice = positions_of_shown(*asked, once)
    assert all(twice[key] == pytest.approx(place) for key, place in once.items())
    hidden = [actor.id for actor in view.network.drawn if actor not in view.actors]
    assert {key: once[key][1] for key in hidden} == {key: before[key][1] for key in hidden}
