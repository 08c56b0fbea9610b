"""The map shows every mark, and says what the hand does to it, by mouse and keyboard alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QNativeGestureEvent, QPixmap, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import assets
from desktop.canvas.camera import CLOSEST
from desktop.canvas.gestures import NUDGE, PAN, STEP
from desktop.canvas.map_view import FAR
from desktop.canvas.map_widget import MapWidget
from graphdata.compose import compose, extent
from graphdata.filter import Filter
from graphdata.hits import Hit
from graphdata.network import Network
from graphdata.places import Place
from graphdata.scene import EdgeMark, NodeMark, Scene
from graphdata.style import Theme
from graphdata.ties import ties_of
from graphdata.view import view_of

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
LOAN, TREATY = "tie:ru>ir:money", "tie:ir=ru:diplomacy"


@pytest.fixture
def canvas(
    qtbot: QtBot, network: Network, places: dict[str, Place], light: Theme, undressed: QApplication  # noqa: ARG001 - its fonts
) -> MapWidget:  # fmt: skip
    view = view_of(network, Filter())
    ties = ties_of(view)
    made = MapWidget(light)
    made.resize(640, 480)
    made.set_compose(
        lambda zoom, scale: compose(view, ties, places, zoom=zoom, scale=scale),
        lambda zoom, scale: extent(view, places, zoom, scale),
    )
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def node(canvas: MapWidget, actor: str) -> NodeMark:
    """Return the mark of an actor."""
    return next(mark for mark in canvas.scene.nodes if mark.id == f"actor:{actor}")


def edge(canvas: MapWidget, tie: str) -> EdgeMark:
    """Return the mark of a line."""
    return next(mark for mark in canvas.scene.edges if mark.id == tie)


def at(canvas: MapWidget, x: float, y: float) -> QPoint:
    """Return where a point of the scene is in the widget."""
    return QPointF(x + canvas.camera.x, y + canvas.camera.y).toPoint()


def at_actor(canvas: MapWidget, actor: str) -> QPoint:
    """Return the middle of an actor in the widget."""
    mark = node(canvas, actor)
    return at(canvas, mark.x, mark.y)


def drag(qtbot: QtBot, canvas: MapWidget, start: QPoint, *stops: QPoint) -> None:
    """Press at a point, move over the others, and let go at the last one."""
    qtbot.mousePress(canvas, LEFT, pos=start)
    for stop in stops:
        qtbot.mouseMove(canvas, stop)
    qtbot.mouseRelease(canvas, LEFT, pos=stops[-1])


def turn_wheel(canvas: MapWidget, point: QPoint, notches: int) -> None:
    """Turn the wheel at a point, away from the hand."""
    none, turn = Qt.MouseButton.NoButton, QPoint(0, 120 * notches)
    event = QWheelEvent(
        QPointF(point), QPointF(canvas.mapToGlobal(point)), QPoint(), turn, none, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def in_sight(canvas: MapWidget, lines: bool = False) -> bool:
    """Return whether every actor and label lies inside the widget, and every line too where asked."""
    scene = canvas.scene
    left, top, right, bottom = (scene if lines else replace(scene, edges=())).bounds
    x, y = canvas.camera.x, canvas.camera.y
    inset_left, inset_bottom = canvas.insets
    across = inset_left <= left + x and right + x <= canvas.width()
    return across and top + y >= 0 and bottom + y <= canvas.height() - inset_bottom


def show(canvas: MapWidget, scene: Scene) -> None:
    """Show a scene as it is."""
    canvas.set_compose(lambda _zoom, _scale: scene, lambda _zoom, _scale: scene.bounds)


def colour(canvas: MapWidget, point: QPoint) -> str:
    """Return the colour of the widget at a point."""
    return canvas.grab().toImage().pixelColor(point).name().upper()


# What is seen


@pytest.mark.parametrize("actor", ["ru", "ir", "hz", "niiip", "us"])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_an_actor_is_painted_in_the_colour_of_its_kind(canvas: MapWidget, actor: str, name: str) -> None:
    canvas.set_theme(assets.theme(name))
    mark = node(canvas, actor)
    beside_the_icon = at(canvas, mark.x - mark.radius * 0.87, mark.y)
    assert colour(canvas, beside_the_icon) == canvas.theme.nodes[mark.kind].fill


def test_a_line_wears_the_sign_of_its_domain(canvas: MapWidget) -> None:
    for mark in canvas.scene.edges:
        assert colour(canvas, at(canvas, *mark.glyph)) == canvas.theme.domain(mark.domain)


def test_a_theme_changes_the_background(canvas: MapWidget) -> None:
    before = colour(canvas, QPoint(2, 2))
    canvas.set_theme(assets.theme("dark"))
    assert colour(canvas, QPoint(2, 2)) == assets.theme("dark").map.background != before


def test_the_same_map_is_painted_the_same(canvas: MapWidget) -> None:
    first = canvas.grab().toImage()
    canvas.refresh()
    assert canvas.grab().toImage() == first


@pytest.mark.parametrize("size", [(640, 480), (320, 240), (1400, 400), (400, 1000)])
def test_the_whole_map_is_in_sight(canvas: MapWidget, size: tuple[int, int]) -> None:
    canvas.resize(*size)
    assert in_sight(canvas)
    turn_wheel(canvas, QPoint(5, 5), 5)
    canvas.refresh()
    assert not in_sight(canvas)
    canvas.fit()
    assert in_sight(canvas)


def test_a_part_that_is_shown_whole_has_its_bent_lines_in_sight_too(
    canvas: MapWidget, network: Network, places: dict[str, Place]
) -> None:
    view = view_of(network, Filter())
    canvas.resize(1400, 400)
    canvas.fit_to(lambda zoom, scale: extent(view, places, zoom, scale))  # knows nothing of the lines
    assert in_sight(canvas, lines=True)
    canvas.zoom_by(3.0)
    assert not in_sight(canvas)


def test_lines_that_bend_are_in_sight_too(canvas: MapWidget) -> None:
    canvas.resize(1400, 400)
    assert in_sight(canvas, lines=True)


def test_what_lies_over_the_map_is_kept_free(canvas: MapWidget) -> None:
    canvas.set_insets(120.0, 0.0)
    assert in_sight(canvas)
    canvas.set_insets(0.0, 90.0)
    assert in_sight(canvas)


def test_resizing_keeps_the_middle_once_the_hand_has_taken_the_map(canvas: MapWidget) -> None:
    canvas.zoom_by(2.0)
    middle = canvas.camera.place((320.0, 240.0))
    canvas.resize(800, 600)
    assert canvas.camera.place((400.0, 300.0)) == pytest.approx(middle)


def test_what_is_lifted_stands_out(canvas: MapWidget, qtbot: QtBot) -> None:
    lifted, other = (
        at(canvas, node(canvas, a).x - node(canvas, a).radius * 0.87, node(canvas, a).y) for a in ("ru", "us")
    )
    fill = QColor(canvas.theme.nodes["state"].fill)
    canvas.set_lifted(frozenset({"actor:ru"}), "actor:ru")
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert QColor(colour(canvas, lifted)) == fill
    assert QColor(colour(canvas, other)).lightness() > fill.lightness() + 60


def test_a_message_is_written_in_the_middle(canvas: MapWidget) -> None:
    show(canvas, Scene((), (), 1.0))
    empty = canvas.grab().toImage()
    canvas.set_message("Nothing matches the filter.\n<img src=x>")
    middle = canvas.grab().toImage().copy(100, 180, 440, 160)
    assert middle != empty.copy(100, 180, 440, 160)


def test_a_plate_names_what_is_under_the_pointer(canvas: MapWidget, qtbot: QtBot) -> None:
    before = canvas.grab().toImage()
    qtbot.mouseMove(canvas, at_actor(canvas, "ru"))
    assert canvas._stage.title(Hit("actor", "actor:ru")) == "Russia (state)"
    assert canvas.grab().toImage() != before
    assert canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(canvas, QPoint(3, 3))
    assert canvas.grab().toImage() == before


# What the mouse does


@pytest.mark.parametrize("actor", ["ru", "ir", "hz", "niiip", "us"])
def test_a_click_selects_an_actor(canvas: MapWidget, qtbot: QtBot, actor: str) -> None:
    with qtbot.waitSignal(canvas.selected) as told:
        qtbot.mouseClick(canvas, LEFT, pos=at_actor(canvas, actor))
    assert told.args == [Hit("actor", f"actor:{actor}")]


def test_a_click_selects_a_line_at_its_sign_and_beside_it(canvas: MapWidget, qtbot: QtBot) -> None:
    mark = edge(canvas, "tie:us>ir:diplomacy!")
    x, y = mark.path[len(mark.path) // 4]
    for point in (at(canvas, *mark.glyph), at(canvas, x, y + 5.0)):
        with qtbot.waitSignal(canvas.selected) as told:
            qtbot.mouseClick(canvas, LEFT, pos=point)
        assert told.args == [Hit("tie", mark.id)]


def test_a_click_beside_everything_selects_nothing(canvas: MapWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.selected) as told:
        qtbot.mouseClick(canvas, LEFT, pos=QPoint(3, 3))
    assert told.args == [None]


def test_an_actor_is_hit_before_a_sign_and_a_sign_before_a_line(canvas: MapWidget, qtbot: QtBot) -> None:
    first, actor = canvas.scene, node(canvas, "us")
    across = np.array([[actor.x + dx, actor.y] for dx in range(-60, 61)], dtype=float)
    through = replace(edge(canvas, LOAN), path=across, glyph=(actor.x + 50.0, actor.y))
    signed = replace(edge(canvas, TREATY), glyph=(actor.x - 50.0, actor.y))
    show(canvas, replace(first, edges=(through, signed)))
    assert canvas.scene.edges == (through, signed)
    hits = []
    canvas.selected.connect(lambda hit: hits.append(hit.id))
    for dx in (0.0, -50.0, 50.0):
        qtbot.mouseClick(canvas, LEFT, pos=at(canvas, actor.x + dx, actor.y))
    assert hits == ["actor:us", TREATY, LOAN]


def test_a_drag_carries_an_actor_along(canvas: MapWidget, qtbot: QtBot) -> None:
    told: list[tuple[str, float, float, str]] = []
    canvas.dragged.connect(lambda *args: told.append(args))
    start, end = at_actor(canvas, "us"), QPoint(320, 300)
    with qtbot.assertNotEmitted(canvas.selected):
        drag(qtbot, canvas, start, QPoint(200, 300), end)
    assert {(actor, name) for actor, _, _, name in told} == {("actor:us", told[0][3])}
    assert canvas.camera.shown(told[-1][1:3]) == pytest.approx((320.0, 300.0), abs=1.0)


def test_an_actor_gripped_at_its_rim_does_not_jump(canvas: MapWidget, qtbot: QtBot) -> None:
    told: list[tuple[float, float]] = []
    canvas.dragged.connect(lambda _, x, y, __: told.append((x, y)))
    before, grip = canvas.camera.shown((0.0, 220.0)), QPoint(8, 4)
    start = at_actor(canvas, "us") + grip
    drag(qtbot, canvas, start, start + QPoint(50, -30))
    assert canvas.camera.shown(told[-1]) == pytest.approx((before[0] + 50.0, before[1] - 30.0))


def test_nothing_is_composed_while_a_hand_has_an_actor(canvas: MapWidget, qtbot: QtBot) -> None:
    composed, scene, start = [], canvas.scene, at_actor(canvas, "us")
    canvas.set_compose(lambda _zoom, _scale: (composed.append(1), scene)[1], lambda _zoom, _scale: scene.bounds)
    qtbot.waitUntil(lambda: canvas.is_settled)
    before = len(composed)
    qtbot.mousePress(canvas, LEFT, pos=start)
    for far in range(10, 60, 10):
        qtbot.mouseMove(canvas, start + QPoint(far, -far))
        canvas.grab()
    assert len(composed) == before
    qtbot.mouseRelease(canvas, LEFT, pos=start + QPoint(50, -50))


def test_two_drags_have_two_names(canvas: MapWidget, qtbot: QtBot) -> None:
    names: set[str] = set()
    canvas.dragged.connect(lambda *args: names.add(args[3]))
    for _ in range(2):
        drag(qtbot, canvas, at_actor(canvas, "us"), QPoint(300, 300), QPoint(320, 300))
    assert len(names) == 2


def test_a_drag_beside_everything_moves_the_map(canvas: MapWidget, qtbot: QtBot) -> None:
    before = canvas.camera
    with qtbot.assertNotEmitted(canvas.selected), qtbot.assertNotEmitted(canvas.dragged):
        drag(qtbot, canvas, QPoint(5, 5), QPoint(45, 25))
    assert canvas.camera == before.panned(40.0, 20.0)


def test_the_other_button_neither_selects_nor_drags(canvas: MapWidget, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(canvas.selected), qtbot.assertNotEmitted(canvas.dragged):
        qtbot.mouseClick(canvas, RIGHT, pos=at_actor(canvas, "ru"))


def test_a_double_click_on_a_mark_inspects_it(canvas: MapWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.inspected):
        qtbot.mouseDClick(canvas, LEFT, pos=at_actor(canvas, "ru"))
    with qtbot.assertNotEmitted(canvas.inspected):
        qtbot.mouseDClick(canvas, LEFT, pos=QPoint(3, 3))


@pytest.mark.parametrize("notches", [1, 3, -2])
def test_the_wheel_zooms_about_the_pointer(canvas: MapWidget, notches: int) -> None:
    pointer, zoom = QPoint(500, 120), canvas.camera.zoom
    place = canvas.camera.place((500.0, 120.0))
    turn_wheel(canvas, pointer, notches)
    assert canvas.camera.zoom == pytest.approx(zoom * STEP**notches)
    assert canvas.camera.place((500.0, 120.0)) == pytest.approx(place)


def pinch(canvas: MapWidget, point: QPointF, value: float, kind: Qt.NativeGestureType) -> bool:
    """Spread two fingers on a touchpad, with the pointer at a point, and return whether the map took it."""
    fingers, there = QPointingDevice.primaryPointingDevice(), canvas.mapToGlobal(point)
    event = QNativeGestureEvent(kind, fingers, 2, point, point, there, value, QPointF())
    return QApplication.sendEvent(canvas, event)


@pytest.mark.parametrize(("value", "factor"), [(0.25, 1.25), (-0.2, 0.8), (-3.0, 0.5)])
def test_two_fingers_zoom_about_the_pointer(canvas: MapWidget, value: float, factor: float) -> None:
    pointer, zoom = QPointF(500.0, 120.0), canvas.camera.zoom
    place = canvas.camera.place((500.0, 120.0))
    assert pinch(canvas, pointer, value, Qt.NativeGestureType.ZoomNativeGesture)
    assert canvas.camera.zoom == pytest.approx(zoom * factor)  # no further off than half the whole map
    assert canvas.camera.place((500.0, 120.0)) == pytest.approx(place)


def test_fingers_that_turn_do_not_zoom(canvas: MapWidget) -> None:
    zoom = canvas.camera.zoom
    pinch(canvas, QPointF(500.0, 120.0), 0.5, Qt.NativeGestureType.RotateNativeGesture)
    assert canvas.camera.zoom == zoom


@pytest.mark.parametrize("notches", [1, -1])
def test_the_next_notch_is_ready_before_it_comes(canvas: MapWidget, qtbot: QtBot, notches: int) -> None:
    picture, area = canvas._presenter._base, QRectF(canvas.rect())
    ready = []
    for _ in range(3):
        canvas._rest.setInterval(10_000)  # a machine that is busy may not make the hand rest
        turn_wheel(canvas, QPoint(500, 120), notches)
        ready.append(picture.ready_rows(canvas.camera, area) == canvas.height())
        canvas.repaint()
        qtbot.waitUntil(lambda: not picture._scaling.busy)
    assert ready == [False, True, True]


def test_zooming_ends_somewhere(canvas: MapWidget) -> None:
    turn_wheel(canvas, QPoint(1, 1), 100)
    assert canvas.camera.zoom == CLOSEST


def test_a_click_hits_what_it_shows_after_zooming_and_panning(canvas: MapWidget, qtbot: QtBot) -> None:
    turn_wheel(canvas, QPoint(320, 240), 2)
    qtbot.waitUntil(lambda: canvas.is_settled)
    canvas.grab()
    drag(qtbot, canvas, QPoint(320, 240), QPoint(380, 300))
    with qtbot.waitSignal(canvas.selected) as told:
        qtbot.mouseClick(canvas, LEFT, pos=at_actor(canvas, "ru"))
    assert told.args == [Hit("actor", "actor:ru")]


def test_a_gesture_that_rests_is_painted_exactly(canvas: MapWidget, qtbot: QtBot) -> None:
    turn_wheel(canvas, QPoint(320, 240), 3)
    qtbot.waitUntil(lambda: canvas.is_settled)
    at_rest = canvas.grab().toImage()
    canvas.refresh()
    assert canvas.grab().toImage() == at_rest


# What the keyboard does


@pytest.mark.parametrize(("key", "heading"), [("Left", "left"), ("Right", "right"), ("Up", "up"), ("Down", "down")])
def test_arrow_keys_walk(canvas: MapWidget, qtbot: QtBot, key: str, heading: str) -> None:
    with qtbot.waitSignal(canvas.walked) as told:
        qtbot.keyClick(canvas, getattr(Qt.Key, f"Key_{key}"))
    assert told.args == [heading]


def test_shift_and_an_arrow_key_nudge_by_what_the_eye_sees(canvas: MapWidget, qtbot: QtBot) -> None:
    canvas.zoom_by(2.0)
    with qtbot.waitSignal(canvas.nudged) as told:
        qtbot.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [0.0, pytest.approx(-NUDGE / canvas.camera.zoom)]


def test_control_and_an_arrow_key_look_that_way(canvas: MapWidget, qtbot: QtBot) -> None:
    before = canvas.camera
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert canvas.camera == before.panned(-PAN, 0.0)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_asks_to_inspect(canvas: MapWidget, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(canvas.inspected):
        qtbot.keyClick(canvas, key)


def test_escape_lets_go(canvas: MapWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.selected) as told:
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert told.args == [None]


def test_a_drag_that_is_called_off_is_taken_off_the_screen(canvas: MapWidget, qtbot: QtBot) -> None:
    start = at_actor(canvas, "ir")
    before = canvas.grab().toImage()
    qtbot.mousePress(canvas, LEFT, pos=start)
    for stop in (start + QPoint(30, 30), start + QPoint(60, 60)):
        with qtbot.waitSignal(canvas.painted):
            qtbot.mouseMove(canvas, stop)
    assert canvas.grab().toImage() != before
    with qtbot.waitSignal(canvas.painted):
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas._carried is None
    qtbot.mouseRelease(canvas, LEFT, pos=start + QPoint(60, 60))


def test_a_picture_that_stands_for_the_map_is_painted_at_once(canvas: MapWidget, qtbot: QtBot) -> None:
    blank = QPixmap(canvas.size())
    blank.fill(QColor("#FF0000"))
    qtbot.waitUntil(lambda: canvas.is_settled)
    for still in (blank, None):
        with qtbot.waitSignal(canvas.painted):
            canvas.hold(still)
        assert canvas.is_still == (still is not None)


def test_the_map_has_a_name_and_takes_the_keyboard(canvas: MapWidget) -> None:
    assert canvas.accessibleName() == "Map"
    assert canvas.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_place_out_of_sight_is_brought_in(canvas: MapWidget) -> None:
    canvas.zoom_by(6.0)
    canvas.show_places((300.0, 220.0))
    x, y = canvas.camera.shown((300.0, 220.0))
    assert 0 < x < canvas.width()
    assert 0 < y < canvas.height()
    after = canvas.camera
    canvas.show_places((300.0, 220.0))
    assert canvas.camera == after


def test_nothing_is_seen_from_so_far_that_it_lies_in_a_heap(canvas: MapWidget) -> None:
    whole = canvas.camera.zoom
    for _ in range(20):
        canvas.zoom_by(0.8)
    assert canvas.camera.zoom == pytest.approx(whole * FAR)


def test_what_is_in_sight_already_stays_where_it_is(canvas: MapWidget) -> None:
    before = canvas.camera
    x, y = before.place((110.0, 90.0))
    canvas.show_places((x, y))
    assert canvas.camera == before
    canvas.zoom_by(1.5)
    canvas.show_places((x, y))
    assert canvas.camera.shown((x, y)) == pytest.approx((60.0, 60.0))


def test_an_actor_comes_out_from_under_the_legend(canvas: MapWidget) -> None:
    canvas.set_insets(0.0, 100.0)
    canvas.zoom_by(1.2)
    place = canvas.camera.place((300.0, 440.0))
    canvas.show_places(place)
    assert canvas.camera.shown(place)[1] <= canvas.height() - 100.0


def test_the_plate_goes_when_the_map_moves_from_under_the_pointer(canvas: MapWidget, qtbot: QtBot) -> None:
    mark = node(canvas, "ru")
    qtbot.mouseMove(canvas, at(canvas, mark.x, mark.y))
    assert canvas._hover == Hit("actor", "actor:ru")
    canvas.zoom_by(1.01)
    canvas.camera = canvas.camera.panned(300.0, 200.0)
    canvas.refresh()
    assert canvas.scene.nodes
    assert canvas._hover is None


def test_a_plate_says_who_gives_what_to_whom(canvas: MapWidget) -> None:
    assert canvas._stage.title(Hit("tie", LOAN)) == "Russia → Iran\nLoan"
    assert canvas._stage.title(Hit("tie", "tie:gone")) == ""
