"""Every actor gets a place; pins hold, those there are stay, and who waits no longer can call it off."""

from __future__ import annotations

import pytest

from desktop.arranging import arranged, arranged_on_show, placed
from desktop.worker import Cancelled
from graphdata.arrangement import CLUSTERS, LAYOUTS, Arrangement, Layout
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.places import Place
from graphdata.view import view_of


def give_up(_: float) -> None:
    """Stop whoever reports progress."""
    raise Cancelled


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_repeats_itself_and_holds_pins(network: Network, layout: Layout) -> None:
    pins = {"actor:ir": (500.0, -40.0)}
    first, second = (arranged(network, Arrangement(layout, "actor:ru"), pins=pins) for _ in range(2))
    assert first == second
    assert first["actor:ir"] == pytest.approx((500.0, -40.0))


def test_a_layout_can_be_stopped(network: Network) -> None:
    with pytest.raises(Cancelled):
        arranged(network, CLUSTERS, give_up)


def test_who_has_a_place_keeps_it_and_the_others_get_one(network: Network, places: dict[str, Place]) -> None:
    assert placed(network, places) is places
    there = {key: place for key, place in places.items() if key != "actor:us"}
    found = placed(network, there)
    assert all(found[key] == pytest.approx(place) for key, place in there.items())
    assert found["actor:us"] not in there.values()


def test_arranging_what_is_on_show_places_the_others_too(network: Network, places: dict[str, Place]) -> None:
    view = view_of(network, Filter(hidden_actors=frozenset({"actor:us"})))
    pins = {"actor:ir": (500.0, -40.0)}
    found = arranged_on_show(view, CLUSTERS, places, pins=pins)
    assert set(found) == set(places)
    assert found["actor:ir"] == pytest.approx((500.0, -40.0))
    with pytest.raises(Cancelled):
        arranged_on_show(view, CLUSTERS, places, give_up)
