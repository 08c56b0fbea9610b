"""A crowd on the map: taken in and painted in slices, cut short by a gesture, hit, dragged and lifted like a scene."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import assets, commands
from desktop.canvas import crowd_painter
from desktop.canvas.camera import Camera
from desktop.canvas.crowd_stage import CrowdStage
from desktop.canvas.gestures import NUDGE
from desktop.canvas.map_widget import MapWidget
from desktop.canvas.sight import Sight
from desktop.map_controller import MapController
from desktop.session import Session
from graphdata.crowd import seen
from graphdata.crowd.gather import gathered
from graphdata.filter import Filter
from graphdata.hits import Hit
from graphdata.style import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(crowded: Any) -> Session:
    network, places = crowded(300, 900)
    made = Session()
    made.open(network, places)
    return made


@pytest.fixture
def canvas(qtbot: QtBot, session: Session, light: Theme, undressed: QApplication) -> MapWidget:  # noqa: ARG001 - its fonts
    made = MapWidget(light)
    made.resize(900, 600)
    controller = MapController(session, made)
    controller.refresh()
    controller.fit()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.is_settled)
    return made


def stage(canvas: MapWidget) -> CrowdStage:
    """Return the crowd behind the map."""
    assert isinstance(canvas._stage, CrowdStage)
    return canvas._stage


def ink(image: QImage, theme: Theme) -> float:
    """Return the share of an image that is not background."""
    rows = np.frombuffer(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8)
    rows = rows.reshape(image.height(), image.width(), 4)[:, :, 2::-1]
    ground = np.array(QColor(theme.map.background).getRgb()[:3])
    return float((np.abs(rows.astype(int) - ground).max(axis=2) > 8).mean())


def at(canvas: MapWidget, row: int) -> QPoint:
    """Return where an actor is in the widget."""
    crowd = stage(canvas).crowd
    assert crowd is not None
    x, y = canvas.camera.shown(tuple(crowd.places[row].tolist()))
    return QPointF(x, y).toPoint()


def settled(qtbot: QtBot, canvas: MapWidget) -> QImage:
    """Return what is shown once the picture is exact."""
    canvas.update()
    qtbot.waitUntil(lambda: canvas.is_settled)
    return canvas.grab().toImage()


def test_everyone_is_on_the_map(canvas: MapWidget) -> None:
    shown = stage(canvas)._shown
    assert shown is not None
    assert len(shown.seen.actors) == 300
    assert ink(canvas.grab().toImage(), canvas.theme) > 0.1
    for row in (0, 100, 299):
        assert canvas.rect().contains(at(canvas, row))


@pytest.mark.parametrize("zoom", [0.4, 1.0, 3.0])
def test_nothing_is_painted_beside_the_ink(canvas: MapWidget, qtbot: QtBot, zoom: float) -> None:
    canvas.zoom_by(zoom)
    image = settled(qtbot, canvas)
    assert ink(image, canvas.theme) > 0.0
    box = QRectF(*canvas._presenter._base._part).toRect()
    assert not box.isEmpty()
    painter = QPainter(image)
    painter.fillRect(box, QColor(canvas.theme.map.background))
    painter.end()
    assert ink(image, canvas.theme) == 0.0


def test_a_gesture_cuts_the_picture_short(canvas: MapWidget, qtbot: QtBot) -> None:
    canvas.refresh()
    canvas.compose_now()
    assert canvas._presenter.busy
    canvas.zoom_by(1.5)
    assert not canvas._presenter.busy
    before = stage(canvas)._shown
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert stage(canvas)._shown is not before


def test_a_pan_of_a_small_crowd_only_moves_it(canvas: MapWidget) -> None:
    assert stage(canvas).composed(canvas.camera.panned(30.0, 0.0))
    assert not stage(canvas).composed(canvas.camera.zoomed(2.0, (0.0, 0.0)))


def test_a_click_selects_and_the_selection_is_lifted(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    before = settled(qtbot, canvas)
    qtbot.mouseClick(canvas, LEFT, pos=at(canvas, 0))
    crowd = stage(canvas).crowd
    assert crowd is not None
    assert session.selection == ("actor", crowd.cast.actors[0].id)
    after = settled(qtbot, canvas)
    assert ink(after, canvas.theme) > 0.05
    assert after != before
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert settled(qtbot, canvas) == before


def test_a_line_is_hit_named_and_lifted(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    shown = stage(canvas)._shown
    assert shown is not None
    found = None
    for piece in shown.targets.pieces[::7]:
        middle = (piece[:2] + piece[2:]) / 2.0 / canvas.camera.zoom
        hit = stage(canvas).hit(tuple(middle.tolist()), canvas.camera.zoom)
        found = hit if hit and hit.kind == "tie" else found
    assert found is not None
    assert session.tie[found.id].label in stage(canvas).title(found)
    before = settled(qtbot, canvas)
    session.select("tie", found.id)
    assert settled(qtbot, canvas) != before


def test_an_actor_is_put_down_where_the_hand_lets_go(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    told: list[tuple[Any, ...]] = []
    canvas.dragged.connect(lambda *args: told.append(args))
    start = at(canvas, 0)
    qtbot.mousePress(canvas, LEFT, pos=start)
    resting = canvas.grab().toImage()
    for step in (20, 40, 60):
        qtbot.mouseMove(canvas, start + QPoint(step, 10))
    assert told == []
    assert canvas.grab().toImage() != resting
    qtbot.mouseRelease(canvas, LEFT, pos=start + QPoint(60, 10))
    assert len(told) == 1
    qtbot.waitUntil(lambda: canvas.is_settled)
    crowd = stage(canvas).crowd
    assert crowd is not None
    assert crowd.pinned[0]
    assert (at(canvas, 0) - start - QPoint(60, 10)).manhattanLength() <= 2
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert (at(canvas, 0) - start).manhattanLength() <= 2


def test_a_crowd_is_known_while_its_moved_actors_are_taken_in(
    canvas: MapWidget, session: Session, qtbot: QtBot
) -> None:
    controller, crowd = canvas.findChild(MapController), stage(canvas).crowd
    assert crowd is not None
    actor = crowd.cast.actors[0].id
    session.select("actor", actor)
    x, y = session.positions[actor]
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert stage(canvas).crowd is None
        assert controller.crowd is crowd
    assert session.positions[actor] == pytest.approx((x + 3.0 * NUDGE / canvas.camera.zoom, y))
    assert session.undo_stack.count() == 1
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert controller.crowd is stage(canvas).crowd is not crowd
    commands.change_filter(session, Filter(min_origins=1), "")
    assert controller.crowd is None or controller.crowd is not crowd


def test_the_pointer_names_an_actor(canvas: MapWidget, qtbot: QtBot) -> None:
    before = canvas.grab().toImage()
    qtbot.mouseMove(canvas, at(canvas, 1))
    crowd = stage(canvas).crowd
    assert crowd is not None
    assert canvas._hover == Hit("actor", crowd.cast.actors[1].id)
    assert stage(canvas).title(canvas._hover).startswith(crowd.cast.actors[1].name)
    assert canvas.grab().toImage() != before


def test_what_is_not_drawn_line_by_line_is_said(
    canvas: MapWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = settled(qtbot, canvas)
    assert stage(canvas).notice == ""
    for name, value in (("FULL", 0), ("PLAIN", 0), ("SINGLE", 200)):
        monkeypatch.setattr(seen, name, value)
    monkeypatch.setattr("graphdata.crowd.view.FULL", 0)
    canvas.refresh()
    fewer = settled(qtbot, canvas)
    assert stage(canvas).notice.startswith("200 of ")
    assert fewer.copy(400, 0, 500, 26) != whole.copy(400, 0, 500, 26)
    assert ink(fewer, canvas.theme) > 0.1


def test_a_theme_changes_every_colour(canvas: MapWidget, qtbot: QtBot) -> None:

    dark = assets.theme("dark")
    canvas.set_theme(dark)
    image = settled(qtbot, canvas)
    assert image.pixelColor(2, 590).name().upper() == dark.map.background
    assert ink(image, dark) > 0.1


def test_arrow_keys_walk_through_a_crowd(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    first = session.selection
    crowd = stage(canvas).crowd
    assert crowd is not None
    assert first == ("actor", crowd.cast.actors[0].id)
    assert canvas.accessibleDescription().startswith(crowd.cast.actors[0].name)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert session.selection != first


def test_filtering_to_a_few_shows_a_scene_again(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    commands.change_filter(session, Filter(actor_kinds=frozenset({"state"})), "Only states")
    qtbot.waitUntil(lambda: not session.is_behind)
    assert not isinstance(canvas._stage, CrowdStage)
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: not session.is_behind)
    assert isinstance(canvas._stage, CrowdStage)


def test_colours_are_mixed_not_seen_through() -> None:
    assert crowd_painter.mixed(QColor("#000000"), QColor("#ffffff"), 0.5).name() in ("#7f7f7f", "#808080")
    assert crowd_painter.mixed(QColor("#123456"), QColor("#ffffff"), 1.0).name() == "#123456"


def test_giving_up_in_the_midst_of_taking_a_crowd_in_ends_nothing(session: Session) -> None:
    view, ties = session.view, session.ties
    made = CrowdStage(lambda: gathered(view, ties, session.positions, session.pins), session.tie, (0.0, 0.0, 1.0, 1.0))
    camera, size = Camera(0.0, 0.0, 1.0), QSize(900, 600)
    composing = made.compose(camera, size)
    next(composing)
    del composing  # as a filter or a new size of the map does, while time plays
    for _ in made.compose(camera, size):
        pass
    assert made.crowd is not None
    assert len(made.crowd.cast) == len(view.actors)


def test_the_sprites_of_a_fine_picture_outlive_what_the_pointer_is_over(canvas: MapWidget) -> None:
    stage, theme = canvas._stage, canvas.theme
    assert isinstance(stage, CrowdStage)
    fine, plain = (Sight(canvas.camera, ratio, theme) for ratio in (2.0, 1.0))
    kept = stage.sprites.set_for(fine, 1.0)
    stage.sprites.set_for(plain, 1.0)
    assert stage.sprites.set_for(fine, 1.0) is kept
    assert stage.sprites.set_for(fine, 0.5) is not kept
