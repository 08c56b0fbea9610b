"""What the hand does to the map becomes a step of the session, and what the session holds is what the map shows."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from desktop.canvas.gestures import NUDGE
from desktop.canvas.map_widget import MapWidget
from desktop.commands import change_filter, pin_actors
from desktop.map_controller import MapController
from desktop.session import Selection, SelectionKind, Session
from desktop.window import MainWindow
from graphdata.filter import Filter
from graphdata.hits import Hit
from graphdata.network import Network
from graphdata.places import Place
from graphdata.style import Theme

LEFT = Qt.MouseButton.LeftButton
ARMS = Filter(domains=frozenset({"arms"}))
NOTHING = Filter(text="no such word")


@pytest.fixture
def canvas(session: Session, network: Network, places: dict[str, Place], light: Theme, qtbot: QtBot) -> MapWidget:
    made = MapWidget(light)
    made.resize(640, 480)
    MapController(session, made)
    session.open(network, places)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def point_of(canvas: MapWidget, mark_id: str) -> QPoint:
    """Return where an actor, or the sign of a line, is in the widget."""
    spots = {node.id: (node.x, node.y) for node in canvas.scene.nodes}
    spots |= {edge.id: edge.glyph for edge in canvas.scene.edges}
    x, y = spots[mark_id]
    return QPointF(x + canvas.camera.x, y + canvas.camera.y).toPoint()


def drag(qtbot: QtBot, canvas: MapWidget, mark_id: str, *steps: QPoint) -> None:
    """Press on a mark, move by steps, let go."""
    point = point_of(canvas, mark_id)
    qtbot.mousePress(canvas, LEFT, pos=point)
    for step in steps:
        point += step
        qtbot.mouseMove(canvas, point)
    qtbot.mouseRelease(canvas, LEFT, pos=point)


def test_the_map_shows_what_the_session_holds(canvas: MapWidget, session: Session) -> None:
    change_filter(session, ARMS, "Arms")
    assert {edge.id for edge in canvas.scene.edges} == set(session.tie)
    assert {node.id for node in canvas.scene.nodes} == {actor.id for actor in session.view.actors}


@pytest.mark.parametrize(("mark", "kind"), [("actor:ru", "actor"), ("tie:ru>ir:money", "tie")])
def test_a_click_selects(canvas: MapWidget, session: Session, qtbot: QtBot, mark: str, kind: str) -> None:
    qtbot.mouseClick(canvas, LEFT, pos=point_of(canvas, mark))
    assert session.selection == (kind, mark)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert session.selection == Selection()


def test_a_drag_pins_in_one_step(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    before = session.positions["actor:us"]
    drag(qtbot, canvas, "actor:us", QPoint(20, 0), QPoint(20, 0), QPoint(20, 10))
    assert session.positions["actor:us"] == session.pins["actor:us"] != before
    assert next(node for node in canvas.scene.nodes if node.id == "actor:us").pinned
    assert (session.undo_stack.count(), session.undo_stack.undoText()) == (1, "Pin US")
    session.undo_stack.undo()
    assert (session.positions["actor:us"], dict(session.pins)) == (before, {})


def test_the_actor_stays_under_the_pointer(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    end = point_of(canvas, "actor:us") + QPoint(60, -40)
    drag(qtbot, canvas, "actor:us", QPoint(30, -20), QPoint(30, -20))
    assert (point_of(canvas, "actor:us") - end).manhattanLength() <= 1
    assert session.selection == Selection()


@pytest.mark.parametrize("selected", ["", "actor:us", "actor:hz"])
def test_what_is_carried_is_seen_under_the_hand_and_nowhere_else(
    canvas: MapWidget, session: Session, qtbot: QtBot, selected: str
) -> None:
    session.select("actor", selected)
    qtbot.waitUntil(lambda: canvas.is_settled)
    start, step = point_of(canvas, "actor:us"), QPoint(90, -30)
    mark = next(node for node in canvas.scene.nodes if node.id == "actor:us")
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, start + step)
    qtbot.waitUntil(lambda: canvas.is_settled)
    under_way = canvas.grab().toImage()
    assert canvas._carried is not None
    beside_the_icon = QPoint(round(mark.radius * 0.87), 0)
    found = [under_way.pixelColor(at - beside_the_icon).name().upper() for at in (start + step, start)]
    assert found == [canvas.theme.nodes[mark.kind].fill, canvas.theme.map.background]
    assert not session.undo_stack.count()
    qtbot.mouseRelease(canvas, LEFT, pos=start + step)
    assert canvas._carried is not None  # until it is painted there
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert canvas._carried is None


def test_a_drag_ends_at_the_picture_that_its_places_have(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    drag(qtbot, canvas, "actor:ru", QPoint(30, 20), QPoint(30, 20), QPoint(0, 30))
    qtbot.mouseMove(canvas, QPoint(2, 2))
    qtbot.waitUntil(lambda: canvas.is_settled)
    put = canvas.grab().toImage()
    session.positions_changed.emit()
    canvas.refresh()
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert canvas.grab().toImage() == put


def test_escape_calls_a_drag_off(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    session.select("actor", "actor:ir")
    start, places = point_of(canvas, "actor:us"), dict(session.positions)
    qtbot.waitUntil(lambda: canvas.is_settled)
    before = canvas.grab().toImage()
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(60, 10))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas._hover != Hit("actor", "actor:us")
    qtbot.mouseMove(canvas, start + QPoint(70, 10))
    qtbot.mouseRelease(canvas, LEFT, pos=start + QPoint(70, 10))
    qtbot.mouseMove(canvas, QPoint(2, 2))
    assert (session.positions, session.undo_stack.count()) == (places, 0)
    assert session.selection.id == "actor:ir"
    assert canvas.grab().toImage() == before
    whole = canvas.camera
    canvas.resize(800, 600)
    assert canvas.camera.zoom > whole.zoom  # it is still fitted to its window


def test_a_key_that_is_held_moves_on_by_one_step_a_time(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    session.select("actor", "actor:us")
    x, y = session.positions["actor:us"]
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        canvas.grab()
    moved = session.positions["actor:us"]
    assert moved == pytest.approx((x + 3.0 * NUDGE / canvas.camera.zoom, y))
    assert session.undo_stack.count() == 1
    assert canvas._carried == (Hit("actor", "actor:us"), pytest.approx(moved))
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert canvas._carried is None


def test_what_was_just_put_down_is_grasped_where_it_is(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    there = point_of(canvas, "actor:us") + QPoint(60, -40)
    drag(qtbot, canvas, "actor:us", QPoint(30, -20), QPoint(30, -20))
    assert canvas._carried
    camera = canvas.camera
    none, at_once = Qt.KeyboardModifier.NoModifier, QPointF(there)
    canvas.mousePressEvent(QMouseEvent(QEvent.Type.MouseButtonPress, at_once, at_once, LEFT, LEFT, none))
    qtbot.mouseMove(canvas, there + QPoint(20, 20))
    qtbot.mouseRelease(canvas, LEFT, pos=there + QPoint(20, 20))
    assert (session.undo_stack.count(), canvas.camera) == (2, camera)
    assert (point_of(canvas, "actor:us") - there - QPoint(20, 20)).manhattanLength() <= 2


def test_a_zoom_and_a_step_back_may_come_into_a_drag(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    pin_actors(session, {"actor:ir": (10.0, 20.0)})
    start = point_of(canvas, "actor:us")
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(40, 0))
    canvas.zoom_by(1.2, QPointF(start))
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert canvas._presenter.over == "rest"
    end = start + QPoint(50, 10)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, LEFT, pos=end)
    assert set(session.pins) == {"actor:us"}
    assert (point_of(canvas, "actor:us") - end).manhattanLength() <= 2


def test_who_goes_while_a_hand_has_it_is_put_nowhere(
    canvas: MapWidget, session: Session, network: Network, qtbot: QtBot
) -> None:
    start = point_of(canvas, "actor:us")
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(40, 0))
    session.open(replace(network, actors=network.actors[:1], relations=()), {})
    qtbot.waitUntil(lambda: canvas.is_settled)
    qtbot.mouseRelease(canvas, LEFT, pos=start + QPoint(50, 0))
    assert (session.undo_stack.count(), canvas._carried) == (0, None)


def test_walking_starts_at_the_most_related_actor(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert session.selection == ("actor", "actor:ir")


@pytest.mark.parametrize(("key", "reached"), [("Left", "actor:ru"), ("Down", "actor:hz"), ("Right", "actor:ir")])
def test_arrow_keys_walk_to_a_neighbour(
    canvas: MapWidget, session: Session, qtbot: QtBot, key: str, reached: str
) -> None:
    session.select("actor", "actor:ir")
    qtbot.keyClick(canvas, getattr(Qt.Key, f"Key_{key}"))
    assert session.selection.id == reached


def test_walking_passes_over_who_is_hidden(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    session.select("actor", "actor:ir")
    change_filter(session, Filter(hidden_actors=frozenset({"actor:ru", "actor:us"})), "Hide them")
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert session.selection.id == "actor:niiip"


def test_nudging_moves_the_selected_actor_in_one_step(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    x, y = session.positions["actor:ir"]
    session.select("actor", "actor:ir")
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    moved_x, moved_y = session.positions["actor:ir"]
    assert (moved_x > x, moved_y, session.undo_stack.count()) == (True, y, 1)


def test_nudging_nobody_does_nothing(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert session.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("selected", "lifted"),
    [
        (("actor", "actor:us"), {"actor:us", "actor:ir", "tie:us>ir:diplomacy!"}),
        (("tie", "tie:ru>ir:money"), {"tie:ru>ir:money", "actor:ru", "actor:ir"}),
        (("relation", "rel:jets"), {"tie:ru>ir:arms", "actor:ru", "actor:ir"}),
        (("source", "src:wsj"), {"tie:ru>ir:tech", "actor:ru", "actor:ir"}),
        (("", ""), set()),
    ],
)
def test_the_selection_is_lifted_with_what_belongs_to_it(
    canvas: MapWidget, session: Session, selected: tuple[str, str], lifted: set[str]
) -> None:
    session.select("actor", "actor:niiip")
    session.select(*selected)
    assert canvas._presenter.lifted == lifted


@pytest.mark.parametrize(
    ("selected", "spoken"),
    [
        (("actor", "actor:ir"), "Iran: Russia, Hezbollah, US"),
        (("actor", "actor:niiip"), "Radar institute: no line on show"),
        (("relation", "rel:loan"), "Russia → Iran: Loan, Low"),
        (("", ""), ""),
    ],
)
def test_a_screen_reader_hears_the_selection(
    canvas: MapWidget, session: Session, selected: tuple[str, str], spoken: str
) -> None:
    session.select(*selected)
    assert canvas.accessibleDescription() == spoken


def test_enter_asks_for_the_evidence(canvas: MapWidget, qtbot: QtBot) -> None:
    controller = canvas.findChild(MapController)
    with qtbot.waitSignal(controller.inspect_asked):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", ["actor:us", "actor:ru"])
def test_an_actor_selected_elsewhere_is_brought_into_sight(canvas: MapWidget, session: Session, key: str) -> None:
    canvas.zoom_by(6.0)
    session.select("actor", key)
    x, y = canvas.camera.shown(session.positions[key])
    assert 0 < x < canvas.width()
    assert 0 < y < canvas.height()


@pytest.mark.parametrize("chosen", [("tie", "tie:us>ir:diplomacy!"), ("relation", "rel:rockets")])
def test_a_line_selected_elsewhere_is_brought_into_sight(
    canvas: MapWidget, session: Session, chosen: tuple[SelectionKind, str]
) -> None:
    canvas.zoom_by(2.0, QPointF(640.0, 0.0))
    session.select(*chosen)
    relation = session.tie[session.tie_of_relation.get(chosen[1], chosen[1])]
    ends = [session.positions[end] for end in (relation.giver, relation.receiver)]
    x, y = canvas.camera.shown(((ends[0][0] + ends[1][0]) / 2.0, (ends[0][1] + ends[1][1]) / 2.0))
    assert 0 < x < canvas.width()
    assert 0 < y < canvas.height()


def test_a_line_that_is_clicked_moves_nothing(canvas: MapWidget, session: Session) -> None:
    canvas.zoom_by(6.0, QPointF(0.0, 0.0))
    taken = canvas.camera
    canvas.selected.emit(Hit("tie", "tie:ir>hz:arms"))
    assert (session.selection.id, canvas.camera) == ("tie:ir>hz:arms", taken)
    session.select("relation", "rel:rockets")
    assert canvas.camera != taken


def test_a_filter_does_not_go_back_to_what_is_selected(canvas: MapWidget, session: Session) -> None:
    session.select("actor", "actor:ir")
    canvas.zoom_by(6.0, QPointF(0.0, 480.0))
    taken = canvas.camera
    change_filter(session, ARMS, "Arms")
    assert canvas.camera == taken


def test_a_selected_line_that_a_filter_hides_is_no_longer_lifted(canvas: MapWidget, session: Session) -> None:
    session.select("tie", "tie:ru>ir:money")
    change_filter(session, ARMS, "Arms")
    assert canvas._presenter.lifted == frozenset()


def test_an_empty_map_says_what_to_do(canvas: MapWidget, session: Session, network: Network) -> None:
    change_filter(session, NOTHING, "Search")
    assert canvas._message.startswith("Nothing matches the filter.")
    session.undo_stack.undo()
    assert canvas._message == ""
    session.open(replace(network, actors=(), relations=()), {})
    assert canvas._message.startswith("No network is open.")
    session.open(replace(network, actors=(), relations=()), {}, "empty.ententepack")
    assert canvas._message.startswith("This network has no actors yet.")


def test_a_map_without_a_network_says_what_is_being_opened(
    canvas: MapWidget, session: Session, network: Network
) -> None:
    session.tell_opening("Opening other.ententepack …", 0.5)
    assert canvas._message == ""
    session.open(replace(network, actors=(), relations=()), {})
    assert canvas._message == "Opening other.ententepack …\n50%"
    session.tell_opening("")
    assert canvas._message.startswith("No network is open.")


def test_a_new_network_is_shown_whole(
    canvas: MapWidget, session: Session, network: Network, places: dict[str, Place]
) -> None:
    whole = canvas.camera
    canvas.zoom_by(3.0)
    session.open(network, places)
    assert canvas.camera == whole


def test_a_filter_does_not_move_a_map_that_the_hand_has_taken(canvas: MapWidget, session: Session) -> None:
    canvas.zoom_by(1.5)
    taken = canvas.camera
    change_filter(session, ARMS, "Arms")
    pin_actors(session, {"actor:hz": (310.0, 230.0)})
    assert canvas.camera == taken


def test_an_actor_that_is_not_on_show_dims_and_moves_nothing(canvas: MapWidget, session: Session) -> None:
    change_filter(session, ARMS, "Arms")
    canvas.zoom_by(3.0)
    before = canvas.camera
    session.select("actor", "actor:us")
    assert canvas._presenter.lifted == frozenset()
    assert canvas.camera == before


def test_filtering_moves_nothing_on_the_screen(main_window: MainWindow) -> None:
    main_window.show()
    session = main_window.session
    canvas = main_window.canvas
    before = {node.id: canvas.camera.shown(session.positions[node.id]) for node in canvas.scene.nodes}
    change_filter(session, Filter(hidden_actors=frozenset({"actor:us"})), "Hide the US")
    after = {node.id: canvas.camera.shown(session.positions[node.id]) for node in canvas.scene.nodes}
    assert 0 < len(after) < len(before)
    assert all(before[key] == place for key, place in after.items())


def test_whole_map_comes_close_to_what_is_left(main_window: MainWindow) -> None:
    main_window.show()
    session = main_window.session
    canvas, far = main_window.canvas, main_window.canvas.camera.zoom
    change_filter(session, Filter(hidden_actors=frozenset({"actor:us"})), "Hide the US")
    main_window.controller.fit()
    assert canvas.camera.zoom >= far
    left, top, right, bottom = canvas.scene.bounds
    assert left + canvas.camera.x >= 0
    assert right + canvas.camera.x <= canvas.width()
    assert top + canvas.camera.y >= 0
    assert bottom + canvas.camera.y <= canvas.height()


def test_what_an_answer_names_is_lifted_out(canvas: MapWidget, session: Session) -> None:
    session.emphasise(frozenset({"rel:loan", "actor:hz"}))
    assert canvas._presenter.lifted == {"tie:ru>ir:money", "actor:ru", "actor:ir", "actor:hz"}


def test_a_few_of_a_large_network_are_kept_in_place_by_its_box(
    canvas: MapWidget, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphdata.scene.is_crowd", lambda actors, _: actors == len(session.whole[0].actors))
    monkeypatch.setattr("graphdata.compose.extent", None)
    change_filter(session, ARMS, "Arms")
    assert canvas.scene.nodes
    assert canvas.fitting(0.0, 0.0).zoom > 0.0


def test_a_few_of_a_crowd_far_apart_are_drawn_large(large: Session, light: Theme, qtbot: QtBot) -> None:
    made = MapWidget(light)
    made.resize(640, 480)
    controller = MapController(large, made)
    qtbot.addWidget(made)
    few = frozenset(actor.id for actor in large.view.actors[5:])
    with qtbot.waitSignal(large.view_changed):
        change_filter(large, Filter(hidden_actors=few), "Hide")
    made.show()
    controller.fit()
    assert made.scene.nodes
    assert made.camera.mark_scale < 0.6 < made.scene.scale


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_several_actors_are_gathered_by_clicks_and_moved_as_one(
    canvas: MapWidget, session: Session, qtbot: QtBot
) -> None:
    qtbot.mouseClick(canvas, LEFT, pos=point_of(canvas, "actor:us"))
    qtbot.mouseClick(canvas, LEFT, CTRL, point_of(canvas, "actor:hz"))
    assert session.company.members == canvas._presenter.lifted == {"actor:us", "actor:hz"}
    assert canvas.accessibleDescription() == "2 actors selected: Hezbollah, US"
    before = dict(session.positions)
    drag(qtbot, canvas, "actor:us", QPoint(20, 0), QPoint(20, 10))
    steps = {(at[0] - before[key][0], at[1] - before[key][1]) for key, at in session.pins.items()}
    assert session.pins.keys() == {"actor:us", "actor:hz"}
    assert len({(round(dx, 6), round(dy, 6)) for dx, dy in steps}) == 1
    assert (session.undo_stack.count(), session.undo_stack.undoText()) == (1, "Pin 2 actors")
    qtbot.mouseClick(canvas, LEFT, pos=point_of(canvas, "actor:us"))
    assert (session.company.members, session.selection.id) == (frozenset(), "actor:us")


def test_a_frame_gathers_and_escape_calls_it_off(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    taken = canvas.camera
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Shift):
        qtbot.mousePress(canvas, LEFT, SHIFT, QPoint(2, 2))
        qtbot.mouseMove(canvas, QPoint(300, 300))
        qtbot.mouseMove(canvas, QPoint(638, 478))
        assert (canvas._drag.framing, canvas._hover) == (True, None)
        qtbot.keyClick(canvas, key)
        qtbot.mouseRelease(canvas, LEFT, SHIFT, QPoint(638, 478))
        assert session.company.members == (frozenset() if key is Qt.Key.Key_Escape else set(session.network.actor))
    assert canvas.camera == taken


def test_space_gathers_on_the_way_of_the_arrows(canvas: MapWidget, session: Session, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(canvas, key)
    assert session.company.members == {"actor:ir", "actor:ru"}
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert (session.company.members, session.selection) == (frozenset(), Selection())


def test_a_map_that_is_moved_out_of_sight_says_how_it_comes_back(canvas: MapWidget, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert not canvas._astray
    for _ in range(30):
        qtbot.keyClick(canvas, Qt.Key.Key_Right, CTRL)
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert canvas._astray
    picture = canvas.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(200, 500, 2) for y in range(240, 310, 2)}
    assert len(seen) > 2  # words, where nothing else is
    canvas.fit()
    qtbot.waitUntil(lambda: canvas.is_settled)
    assert not canvas._astray
