"""What needs a selection says so without one; hiding, pinning and neighbours alone are one step back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from desktop.selection_actions import SelectionActions
from desktop.session import Session
from desktop.window import MainWindow
from graphdata.filter import Filter


@pytest.fixture
def actions(main_window: MainWindow) -> SelectionActions:
    return main_window.selection_actions


@pytest.fixture
def session(main_window: MainWindow) -> Session:
    return main_window.session


def said(window: MainWindow) -> str:
    """Return what the status line says."""
    return window.statusBar().currentMessage()


def test_neighbours_alone_are_shown(session: Session, actions: SelectionActions) -> None:
    session.select("actor", "actor:hz")
    actions.show_neighbours()
    assert {actor.id for actor in session.view.actors} == {"actor:hz", "actor:ir"}
    assert session.undo_stack.undoText() == "Neighbours of Hezbollah"


def test_neighbours_asked_again_are_one_step_farther(session: Session, actions: SelectionActions) -> None:
    session.select("actor", "actor:hz")
    for _ in range(2):
        actions.show_neighbours()
    assert {actor.id for actor in session.view.actors} == {"actor:hz", "actor:ir", "actor:ru", "actor:us"}
    assert (session.filter.steps, session.undo_stack.undoText()) == (2, "Within 2 steps of Hezbollah")
    session.select("actor", "actor:us")
    actions.show_neighbours()
    assert (session.filter.ego, session.filter.steps) == ("actor:us", 1)


def test_what_is_done_to_several_is_one_step(
    main_window: MainWindow, session: Session, actions: SelectionActions
) -> None:
    for actor in ("actor:us", "actor:hz"):
        session.company.toggle(actor)
    assert said(main_window).startswith("2 actors selected")
    actions.pin_selected()
    assert (set(session.pins), session.undo_stack.undoText()) == ({"actor:us", "actor:hz"}, "Pin 2 actors")
    actions.pin_selected()
    assert (dict(session.pins), session.undo_stack.undoText()) == ({}, "Unpin 2 actors")
    actions.show_neighbours()
    assert {actor.id for actor in session.view.actors} == {"actor:us", "actor:hz", "actor:ir"}
    session.undo_stack.undo()
    actions.hide_selected()
    assert (session.filter.hidden_actors, session.undo_stack.undoText()) == ({"actor:us", "actor:hz"}, "Hide 2 actors")


def test_a_hidden_actor_comes_back_by_undo(session: Session, actions: SelectionActions) -> None:
    session.select("actor", "actor:us")
    actions.hide_selected()
    assert "actor:us" not in {actor.id for actor in session.view.actors}
    assert session.undo_stack.undoText() == "Hide US"
    session.undo_stack.undo()
    assert session.filter == Filter()


def test_hiding_adds_to_what_is_hidden(session: Session, actions: SelectionActions) -> None:
    for actor in ("actor:us", "actor:hz"):
        session.select("actor", actor)
        actions.hide_selected()
    assert session.filter.hidden_actors == {"actor:us", "actor:hz"}


def test_pinning_and_letting_go(session: Session, actions: SelectionActions) -> None:
    session.select("actor", "actor:us")
    actions.pin_selected()
    assert dict(session.pins) == {"actor:us": session.positions["actor:us"]}
    actions.pin_selected()
    assert dict(session.pins) == {}


@pytest.mark.parametrize("action", ["ego", "hide", "pin", "open_link"])
def test_what_needs_a_selection_says_so(main_window: MainWindow, action: str) -> None:
    main_window.actions_by_name[action].trigger()
    assert said(main_window).startswith("Select a")
    assert main_window.session.undo_stack.count() == 0


@pytest.mark.parametrize(("source", "title"), [("src:wsj", "LinkDialog"), ("src:up", "NoneType")])
def test_an_address_is_shown_before_anything_is_opened(main_window: MainWindow, source: str, title: str) -> None:
    main_window.session.select("source", source)
    main_window.selection_actions.open_link()
    assert type(main_window.findChild(QDialog)).__name__ == title
    assert bool(said(main_window)) == (source == "src:up")
    for shown in main_window.findChildren(QDialog):
        shown.close()
