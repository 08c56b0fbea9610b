"""Another layout by the menu is one step back; pins hold, and what is on show fills the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter, pin_actors
from desktop.layout_actions import LayoutActions
from desktop.session import Session
from desktop.window import MainWindow
from graphdata.arrangement import LAYOUT_LABELS, LAYOUTS, Layout
from graphdata.filter import Filter
from graphdata.network import Network


@pytest.fixture
def actions(main_window: MainWindow) -> LayoutActions:
    return main_window.layout_actions


@pytest.fixture
def session(main_window: MainWindow) -> Session:
    return main_window.session


def said(window: MainWindow) -> str:
    """Return what the status line says."""
    return window.statusBar().currentMessage()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_arranging_is_one_step_and_keeps_the_pins(
    main_window: MainWindow, actions: LayoutActions, session: Session, qtbot: QtBot, layout: Layout
) -> None:
    pin_actors(session, {"actor:ir": (400.0, 100.0)})
    before = dict(session.positions)
    label = LAYOUT_LABELS[layout] if layout != "radial" else "Arrange in rings round Iran"
    with qtbot.waitSignal(session.positions_changed):
        actions.arrange(layout)
    assert session.positions["actor:ir"] == pytest.approx((400.0, 100.0))
    assert session.positions != before
    assert session.undo_stack.undoText() == said(main_window) == label
    assert session.arrangement.layout == layout
    session.undo_stack.undo()
    assert dict(session.positions) == before


def test_a_layout_does_not_call_off_what_is_being_opened(
    main_window: MainWindow, actions: LayoutActions, session: Session, pack: Path, qtbot: QtBot
) -> None:
    """Who is early with a key gets the network all the same, and is told."""
    with qtbot.waitSignal(session.network_changed):
        main_window.network_actions.open(pack)
        actions.arrange("radial")
        assert said(main_window) == session.opening != ""
    session.open(Network(id="none", title="None", version="0", as_of=""), {})
    actions.arrange("radial")
    assert said(main_window) == "No network is open."
    assert session.undo_stack.count() == 0


def test_a_new_layout_shows_what_is_on_show_as_large_as_it_goes(
    main_window: MainWindow, actions: LayoutActions, session: Session, qtbot: QtBot
) -> None:
    """Under a filter the map comes as close as "Whole map" would, not as far off as the hidden actors ask."""
    change_filter(session, Filter(ego="actor:ir", steps=1, hidden_actors=frozenset({"actor:us"})), "Iran")
    with qtbot.waitSignal(session.positions_changed):
        actions.arrange("layered")
    arranged = main_window.canvas.camera
    main_window.controller.fit()
    assert main_window.canvas.camera == arranged


def test_what_was_fitted_stays_fitted_when_the_legend_takes_another_corner(
    main_window: MainWindow, actions: LayoutActions, session: Session, qtbot: QtBot
) -> None:
    """Until the hand takes the map, or something else is shown: filtering moves nothing."""
    canvas = main_window.canvas
    change_filter(session, Filter(ego="actor:ir", steps=1, hidden_actors=frozenset({"actor:us"})), "Iran")
    with qtbot.waitSignal(session.positions_changed):
        actions.arrange("layered")
    before = canvas.camera
    canvas.set_insets(200.0, 0.0)
    assert canvas.camera != before
    left, *_ = canvas.scene.bounds
    assert left + canvas.camera.x >= 200.0
    change_filter(session, Filter(ego="actor:ir", steps=1), "Iran and the US")
    held = canvas.camera
    canvas.set_insets(0.0, 0.0)
    assert canvas.camera == held


def test_each_layout_of_the_menu_arranges_by_itself(main_window: MainWindow, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.positions_changed):
        main_window.actions_by_name["layout_kinds"].trigger()
        assert said(main_window) == "Arrange by kind of actor …"
    assert session.arrangement.layout == "kinds"
