"""The legend lies in a corner of the map, explains what is on show, and takes its room from the map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop import assets
from desktop.canvas.map_widget import MapWidget
from desktop.legend_overlay import EDGE, LegendOverlay
from desktop.map_controller import MapController
from desktop.session import Session
from graphdata.legend import legend_of
from graphdata.network import Network
from graphdata.places import Place
from graphdata.style import Theme


@pytest.fixture
def legend(session: Session, network: Network, places: dict[str, Place], light: Theme, qtbot: QtBot) -> LegendOverlay:
    canvas = MapWidget(light)
    canvas.resize(900, 600)
    MapController(session, canvas)
    made = LegendOverlay(canvas)
    session.open(network, places)
    made.set_entries(legend_of(session.ties, session.view.actors))
    qtbot.addWidget(canvas)
    with qtbot.waitExposed(canvas):
        canvas.show()
    return made


def map_of(legend: LegendOverlay) -> MapWidget:
    """Return the map that the legend lies on."""
    canvas = legend.parent()
    assert isinstance(canvas, MapWidget)
    return canvas


@pytest.mark.parametrize("size", [(900, 600), (400, 900), (1400, 320)])
def test_it_stays_in_the_lower_left_corner(legend: LegendOverlay, size: tuple[int, int]) -> None:
    canvas = map_of(legend)
    canvas.resize(*size)
    assert legend.x() == EDGE
    assert legend.geometry().bottom() + 1 == canvas.height() - EDGE


@pytest.mark.parametrize("size", [(900, 600), (500, 900), (1400, 400)])
def test_no_actor_is_hidden_by_it(legend: LegendOverlay, size: tuple[int, int]) -> None:
    canvas = map_of(legend)
    canvas.resize(*size)
    plate = legend.geometry()
    spots = [(node.x + canvas.camera.x, node.y + canvas.camera.y) for node in canvas.scene.nodes]
    assert not [spot for spot in spots if plate.contains(round(spot[0]), round(spot[1]))]


def test_it_takes_the_shape_that_leaves_the_map_more_room(legend: LegendOverlay) -> None:
    canvas = map_of(legend)
    canvas.resize(1600, 400)
    beside = legend.size()
    canvas.resize(400, 1000)
    below = legend.size()
    assert beside.height() > beside.width()
    assert below.width() > below.height()


def test_a_hidden_legend_gives_its_room_back(legend: LegendOverlay) -> None:
    canvas = map_of(legend)
    assert canvas.insets != (0.0, 0.0)
    legend.hide()
    assert canvas.insets == (0.0, 0.0)
    legend.show()
    assert canvas.insets != (0.0, 0.0)


def test_nothing_on_show_needs_no_legend(legend: LegendOverlay) -> None:
    legend.set_entries(())
    assert legend.size().isEmpty()
    assert map_of(legend).insets == (0.0, 0.0)


def test_what_the_filter_panel_shows_is_left_out_until_asked_for(legend: LegendOverlay) -> None:
    assert {entry.section for entry in legend._shown()}.isdisjoint({"domain", "actor"})
    legend.set_whole(True)
    assert {"domain", "actor"} <= {entry.section for entry in legend._shown()}


def test_a_screen_reader_hears_every_entry(legend: LegendOverlay, session: Session) -> None:
    texts = [entry.text for entry in legend_of(session.ties, session.view.actors)]
    assert legend.accessibleName() == "Legend"
    assert legend.accessibleDescription() == "; ".join(texts)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_is_painted_in_the_colours_of_the_map(legend: LegendOverlay, name: str) -> None:
    map_of(legend).set_theme(assets.theme(name))
    image = legend.grab().toImage()
    seen = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert assets.theme(name).map.ink in seen
    assert QColor(image.pixelColor(image.width() - 4, image.height() - 4)).lightness() > 200 or name == "dark"


def test_a_map_that_moves_below_it_only_copies_it(legend: LegendOverlay) -> None:
    before, painted = legend.grab().toImage(), legend._plate.cacheKey()
    map_of(legend).zoom_by(1.3)
    assert legend.grab().toImage() == before
    assert legend._plate.cacheKey() == painted
    map_of(legend).set_theme(assets.theme("dark"))
    assert legend.grab().toImage() != before
    legend.set_whole(True)
    assert legend.grab().size() == legend._plate.size() != before.size()


def test_clicks_go_through_to_the_map(legend: LegendOverlay) -> None:
    assert legend.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


@pytest.mark.parametrize("width", [330, 420, 560, 900])
def test_it_is_never_cut(legend: LegendOverlay, width: int) -> None:
    canvas = map_of(legend)
    canvas.resize(width, 640)
    assert canvas.rect().contains(legend.geometry()) or legend.size().isEmpty()


def test_it_gives_way_where_it_would_leave_too_little_of_the_map(legend: LegendOverlay) -> None:
    canvas = map_of(legend)
    canvas.resize(330, 250)
    assert legend.size().isEmpty()
    assert canvas.insets == (0.0, 0.0)
