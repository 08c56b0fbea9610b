"""Every step can be taken back and taken again, under a name that the Edit menu can show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.commands import (
    arrange_anew,
    call_off,
    change_baseline,
    change_combine,
    change_filter,
    clear_filter,
    pin_actors,
    remove_chip,
    unpin_actors,
)
from desktop.session import Session
from graphdata.arrangement import Arrangement
from graphdata.filter import Filter
from graphdata.questions.baseline import Baseline

ARMS = Filter(domains=frozenset({"arms"}))
STEPS: dict[str, Callable[[Session], object]] = {
    "Arms alone": lambda session: change_filter(session, ARMS, "Arms alone"),
    "Combine: one line per pair": lambda session: change_combine(session, "pairs"),
    "Pin Iran": lambda session: pin_actors(session, {"actor:ir": (5.0, 6.0)}),
    "Arrange by clusters": lambda session: arrange_anew(session, {"actor:ru": (1.0, 2.0)}, "Arrange by clusters"),
    "Arrange by bloc": lambda session: arrange_anew(session, {}, "Arrange by bloc", Arrangement("blocs")),
}


def state(session: Session) -> tuple[object, ...]:
    """Return what the steps can change."""
    return (session.filter, session.combine, dict(session.positions), dict(session.pins), session.arrangement)


@pytest.mark.parametrize("label", STEPS)
def test_a_step_can_be_taken_back_and_again(session: Session, label: str) -> None:
    before = state(session)
    STEPS[label](session)
    after = state(session)
    assert after != before
    session.undo_stack.undo()
    assert state(session) == before
    session.undo_stack.redo()
    assert state(session) == after


@pytest.mark.parametrize("label", STEPS)
def test_the_menu_names_the_step(session: Session, label: str) -> None:
    STEPS[label](session)
    assert session.undo_stack.undoText() == label
    session.undo_stack.undo()
    assert session.undo_stack.redoText() == label


def test_all_steps_unwind_in_order(session: Session) -> None:
    before = state(session)
    for step in STEPS.values():
        step(session)
    assert session.undo_stack.count() == len(STEPS)
    session.undo_stack.setIndex(0)
    assert state(session) == before


def test_asking_the_same_is_no_step(session: Session) -> None:
    change_filter(session, Filter(), "Nothing new")
    change_combine(session, session.combine)
    unpin_actors(session, ["actor:ir"])
    assert session.undo_stack.count() == 0


def test_typing_is_one_step(session: Session) -> None:
    for typed in ("d", "dr", "drones"):
        change_filter(session, Filter(text=typed), "Search the text", merge=True)
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.filter == Filter()
    session.undo_stack.redo()
    assert session.filter == Filter(text="drones")


def test_typing_and_rubbing_out_leaves_no_step(session: Session) -> None:
    change_filter(session, Filter(text="d"), "Search the text", merge=True)
    change_filter(session, Filter(), "Search the text", merge=True)
    assert session.undo_stack.count() == 0


def test_typing_does_not_swallow_the_step_before(session: Session) -> None:
    change_filter(session, ARMS, "Arms alone")
    change_filter(session, Filter(text="d"), "Search the text", merge=True)
    session.undo_stack.undo()
    assert session.filter == ARMS


def test_one_drag_is_one_step(session: Session) -> None:
    start = session.positions["actor:ir"]
    for x in (110.0, 120.0, 130.0):
        pin_actors(session, {"actor:ir": (x, 0.0)}, "drag 1")
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert (session.positions["actor:ir"], dict(session.pins)) == (start, {})
    session.undo_stack.redo()
    assert session.positions["actor:ir"] == (130.0, 0.0)


def test_two_drags_are_two_steps(session: Session) -> None:
    pin_actors(session, {"actor:ir": (110.0, 0.0)}, "drag 1")
    pin_actors(session, {"actor:ir": (120.0, 0.0)}, "drag 2")
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert session.positions["actor:ir"] == (110.0, 0.0)


def test_removing_a_chip_drops_its_criterion_alone(session: Session) -> None:
    change_filter(session, Filter(domains=frozenset({"arms"}), min_origins=1), "Ask")
    remove_chip(session, "domains")
    assert session.filter == Filter(min_origins=1)
    assert session.undo_stack.undoText() == "Remove filter: arms"


def test_everything_comes_back_in_one_step(session: Session) -> None:
    change_filter(session, Filter(domains=frozenset({"arms"}), min_origins=1), "Ask")
    clear_filter(session)
    assert (session.filter, session.undo_stack.undoText()) == (Filter(), "Show everything")


def test_an_unpinned_actor_stays_where_it_is(session: Session) -> None:
    pin_actors(session, {"actor:ir": (5.0, 6.0)})
    unpin_actors(session, ["actor:ir"])
    assert (session.positions["actor:ir"], dict(session.pins)) == ((5.0, 6.0), {})
    assert session.undo_stack.undoText() == "Unpin Iran"


def test_a_new_layout_keeps_the_pins(session: Session) -> None:
    pin_actors(session, {"actor:ir": (5.0, 6.0)})
    arrange_anew(session, {"actor:ir": (5.0, 6.0), "actor:ru": (9.0, 9.0)}, "Arrange")
    assert dict(session.pins) == {"actor:ir": (5.0, 6.0)}


def test_comparing_is_a_step_back(session: Session) -> None:
    change_baseline(session, Baseline("2022"), session.positions, "Compare with 2022")
    change_baseline(session, Baseline("2022"), session.positions, "Compare with 2022")
    assert session.undo_stack.count() == 1
    assert session.baseline.earlier == "2022"
    session.undo_stack.undo()
    assert not session.baseline.is_given


def test_a_step_that_takes_long_can_be_called_off(large: Session) -> None:
    before = large.view
    change_filter(large, Filter(text="d"), "Text", merge=True)
    change_filter(large, ARMS, "Arms")
    call_off(large)
    assert (large.is_behind, large.view, large.filter) == (False, before, Filter())
    assert not large.undo_stack.canUndo()


def test_calling_off_a_filter_leaves_a_drag_before_it_and_one_after_it(large: Session) -> None:
    pin_actors(large, {"actor:a00001": (5.0, 5.0)})
    change_filter(large, ARMS, "Arms")
    pin_actors(large, {"actor:a00002": (7.0, 7.0)})
    call_off(large)
    assert (large.is_behind, large.filter) == (False, Filter())
    assert dict(large.pins) == {"actor:a00001": (5.0, 5.0), "actor:a00002": (7.0, 7.0)}


def test_calling_off_typing_that_goes_on_from_what_is_on_show_goes_back(large: Session, qtbot: QtBot) -> None:
    told: list[bool] = []
    large.behind_changed.connect(told.append)
    with qtbot.waitSignal(large.view_changed):
        change_filter(large, Filter(text="d"), "Text", merge=True)
    change_filter(large, Filter(text="de"), "Text", merge=True)
    call_off(large)
    qtbot.waitUntil(lambda: not large.is_behind)
    assert (large.filter, told[-1]) == (large.view.filter, False)


def test_calling_off_a_step_back_leaves_what_was_moved_since(large: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(large.view_changed):
        change_filter(large, ARMS, "Arms")
    large.undo_stack.undo()
    pin_actors(large, {"actor:a00002": (7.0, 7.0)})
    call_off(large)
    assert (large.is_behind, large.filter, dict(large.pins)) == (False, ARMS, {"actor:a00002": (7.0, 7.0)})
    with qtbot.waitSignal(large.view_changed):
        large.undo_stack.undo()
    assert large.filter == Filter()
