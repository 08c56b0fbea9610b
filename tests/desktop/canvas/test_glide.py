"""Marks glide to their places in a new layout, unless motion is reduced."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.canvas.glide import DURATION_MS
from desktop.canvas.map_widget import MapWidget
from desktop.commands import arrange_anew, pin_actors
from desktop.map_controller import MapController
from desktop.session import Session
from graphdata.network import Network
from graphdata.places import Place
from graphdata.style import Theme


@pytest.fixture
def canvas(session: Session, network: Network, places: dict[str, Place], light: Theme, qtbot: QtBot) -> MapWidget:
    made = MapWidget(light)
    made.resize(640, 480)
    MapController(session, made).may_move = lambda: True
    session.open(network, places)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.is_settled)
    return made


def elsewhere(session: Session) -> dict[str, Place]:
    """Return places that nobody has now."""
    return {key: (y, x) for key, (x, y) in session.positions.items()}


def test_it_takes_a_quarter_to_two_fifths_of_a_second() -> None:
    assert 250 <= DURATION_MS <= 400


def test_a_new_layout_is_a_motion_that_ends_at_its_picture(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    arrange_anew(session, elsewhere(session), "Arrange")
    qtbot.waitUntil(lambda: canvas._presenter.glide.is_running)
    under_way = canvas.grab().toImage()
    qtbot.waitUntil(lambda: canvas.is_settled)
    arrived = canvas.grab().toImage()
    assert under_way != arrived
    canvas.refresh()
    assert canvas.scene
    assert canvas.grab().toImage() == arrived


def test_a_drag_is_no_motion_of_its_own(canvas: MapWidget, session: Session) -> None:
    pin_actors(session, {"actor:ir": (10.0, 20.0)})
    assert canvas.scene
    assert not canvas._presenter.glide.is_running


def test_reduced_motion_puts_the_marks_there_at_once(canvas: MapWidget, session: Session) -> None:
    canvas.findChild(MapController).may_move = lambda: False
    arrange_anew(session, elsewhere(session), "Arrange")
    assert canvas.scene
    assert not canvas._presenter.glide.is_running


def test_a_gesture_ends_the_motion(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    arrange_anew(session, elsewhere(session), "Arrange")
    qtbot.waitUntil(lambda: canvas._presenter.glide.is_running)
    canvas.zoom_by(1.5)
    assert not canvas._presenter.glide.is_running
