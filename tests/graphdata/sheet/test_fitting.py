"""The map fills its room, its marks as large as nothing is hidden."""

from typing import Any

import pytest

from graphdata.faults import faults_of
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.sheet import Request, fitting, scene_on_page
from graphdata.style import Theme
from graphdata.ties import ties_of
from graphdata.view import view_of


@pytest.mark.parametrize("aspect", [30.0, 1 / 30])
def test_a_strip_of_paper_keeps_room_for_its_map(little: Network, aspect: float, light: Theme) -> None:
    view = view_of(little, Filter())
    scene = scene_on_page(view, ties_of(view), positions_of(little), Request(aspect, light))
    left, top, right, bottom = scene.bounds
    assert scene.scale >= 0.55
    assert min(right - left, bottom - top) > 100.0


def test_small_marks_are_drawn_larger_where_that_hides_nothing(little: Network, light: Theme) -> None:
    view = view_of(little, Filter())
    ties, places = ties_of(view), {key: (9.0 * x, 9.0 * y) for key, (x, y) in positions_of(little).items()}
    request = Request(1.6, light)
    scene = scene_on_page(view, ties, places, request)
    assert scene.scale >= 0.8
    assert not faults_of(scene)
    left, top, right, bottom = scene.bounds
    assert right - left < 1600.0
    assert bottom - top < 900.0


def test_a_poster_has_the_smaller_marks_that_a_large_network_needs(crowded: Any, light: Theme) -> None:
    network, places = crowded(500, 300)
    view = view_of(network, Filter())
    drawn = (view, ties_of(view), {key: (12.0 * x, 12.0 * y) for key, (x, y) in places.items()})
    slide, poster = (scene_on_page(*drawn, Request(1.4, light, enlargement=times)) for times in (1.0, 4.0))
    assert slide.scale == 0.55
    assert 0.55 / 4.0 <= poster.scale < 0.5
    assert sum(node.labelled for node in poster.nodes) > sum(node.labelled for node in slide.nodes)


def test_actors_that_stand_too_near_one_another_are_drawn_apart_where_the_page_has_room(
    little: Network, light: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(little, Filter())
    places = {key: (0.5 * x, 0.5 * y) for key, (x, y) in positions_of(little).items()}
    drawn = (view, ties_of(view), places, Request(1.6, light))
    assert not faults_of(scene_on_page(*drawn))
    monkeypatch.setattr(fitting, "APART", 1.0)
    assert faults_of(scene_on_page(*drawn))
