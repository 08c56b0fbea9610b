"""The session re-derives what is on show from the stage that changed, and tells."""

from __future__ import annotations

import gc
import weakref

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.commands import change_combine, change_filter, pin_actors
from desktop.session import Selection, Session
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.questions.baseline import Baseline

ARMS = Filter(domains=frozenset({"arms"}))
LOAN = "tie:ru>ir:money"


def test_a_new_session_has_an_empty_network(qapp: object) -> None:  # noqa: ARG001 - Qt must run first
    session = Session()
    assert (session.network.title, session.ties, session.selection) == ("No network", (), Selection())


def test_opening_shows_everything(session: Session) -> None:
    assert len(session.view.relations) == len(session.network.relations)
    assert set(session.tie_of_relation) == set(session.network.relation)


def test_every_relation_leads_to_the_line_that_holds_it(session: Session) -> None:
    lines = {session.tie[tie].id for tie in session.tie_of_relation.values()}
    assert lines == set(session.tie)
    assert session.tie_of_relation["rel:jets"] == session.tie_of_relation["rel:pilots"]


def test_opening_forgets_what_was_asked_of_the_network_before(session: Session, network: Network) -> None:
    change_filter(session, ARMS, "Arms")
    pin_actors(session, {"actor:ir": (5.0, 5.0)})
    session.select("actor", "actor:ir")
    session.open(replace(network, title="Other"), {}, "other.ententepack")
    assert (session.filter, dict(session.pins), session.selection) == (Filter(), {}, Selection())
    assert (session.undo_stack.count(), session.path, session.network.title) == (0, "other.ententepack", "Other")


def test_opening_tells_of_the_network_before_the_view(session: Session, network: Network, qtbot: QtBot) -> None:
    signals = [session.network_changed, session.view_changed, session.selection_changed]
    with qtbot.waitSignals(signals, order="strict"):
        session.open(network, {})


def test_view_and_lines_follow_the_filter(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.view_changed):
        change_filter(session, ARMS, "Arms")
    assert {tie.domain for tie in session.ties} == {"arms"}
    assert {relation.id for relation in session.view.relations} == set(session.tie_of_relation)


@pytest.mark.parametrize(("combine", "lines"), [("relations", 8), ("ties", 7), ("pairs", 3)])
def test_lines_follow_the_combine_level(session: Session, combine: str, lines: int) -> None:
    session.apply_combine(combine)
    assert len(session.ties) == lines
    assert sum(len(tie.relations) for tie in session.ties) == len(session.network.relations)


def test_steps_are_let_go_before_the_collector_frees_anything(session: Session) -> None:
    told: list[int] = []
    change_filter(session, ARMS, "Arms")
    session.undo_stack.indexChanged.connect(told.append)
    step = session.undo_stack.command(0)
    session.undo_stack.__del__()
    assert not isValid(step)
    assert (session.undo_stack.count(), told) == (0, [])


def test_a_session_is_collected_with_its_steps(network: Network) -> None:
    session = Session()
    session.open(network, {})
    change_filter(session, ARMS, "Arms")
    change_combine(session, "pairs")
    gone = weakref.ref(session)
    del session
    gc.collect()
    assert gone() is None


def test_selecting_is_no_step_back(session: Session) -> None:
    change_filter(session, ARMS, "Arms")
    session.select("actor", "actor:ir")
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.selection == Selection("actor", "actor:ir")


def test_selecting_the_same_again_tells_nobody(session: Session, qtbot: QtBot) -> None:
    session.select("actor", "actor:ir")
    with qtbot.assertNotEmitted(session.selection_changed):
        session.select("actor", "actor:ir")


def test_selecting_nothing_lets_go(session: Session) -> None:
    session.select("actor", "actor:ir")
    session.select("actor", "")
    assert session.selection == Selection()


def test_a_line_that_is_hidden_is_no_longer_selected(session: Session, qtbot: QtBot) -> None:
    session.select("tie", LOAN)
    with qtbot.waitSignal(session.selection_changed):
        change_filter(session, ARMS, "Arms")
    assert session.selection == Selection()


def test_a_line_that_is_combined_away_is_no_longer_selected(session: Session) -> None:
    session.select("tie", LOAN)
    change_combine(session, "pairs")
    assert session.selection == Selection()


@pytest.mark.parametrize(
    "selected", [("actor", "actor:us"), ("relation", "rel:loan"), ("source", "src:wsj"), ("tie", "tie:ir>ru:arms")]
)
def test_what_can_still_be_explained_stays_selected(session: Session, selected: tuple[str, str]) -> None:
    session.select(*selected)
    change_filter(session, ARMS, "Arms")
    assert session.selection == selected


def test_new_places_are_told_without_a_new_view(session: Session, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.view_changed), qtbot.waitSignal(session.positions_changed):
        pin_actors(session, {"actor:ir": (5.0, 5.0)})
    assert session.positions["actor:ir"] == session.pins["actor:ir"] == (5.0, 5.0)


def test_the_whole_stays_the_whole_whatever_is_filtered(session: Session) -> None:
    whole = session.whole
    assert whole == (session.view, session.ties)
    session.apply_filter(Filter(domains=frozenset({"arms"})))
    assert session.whole == whole
    session.apply_combine("relations")
    assert len(session.whole[1]) == len(session.network.relations)


def test_a_comparison_shows_both_and_ends(session: Session) -> None:
    before = session.positions
    session.apply_baseline(Baseline("2022"), session.positions)
    assert {tie.change for tie in session.ties} >= {"added"}
    assert session.view.remark.startswith("From “Relations as of 2022” to the whole network")
    session.apply_baseline(Baseline(), session.positions)
    assert {tie.change for tie in session.ties} == {""}
    assert session.positions == before


def test_of_a_large_network_the_view_follows_beside_the_window(large: Session, qtbot: QtBot) -> None:
    before, told = large.view, []
    large.behind_changed.connect(told.append)
    with qtbot.waitSignal(large.view_changed):
        change_filter(large, ARMS, "Arms")
        assert (large.filter, large.view, large.is_behind) == (ARMS, before, True)
    assert (large.view.filter, large.is_behind, told) == (ARMS, False, [True, False])


def test_only_the_last_of_quick_steps_is_shown(large: Session, qtbot: QtBot) -> None:
    seen: list[Filter] = []
    large.view_changed.connect(lambda: seen.append(large.view.filter))
    with qtbot.waitSignal(large.view_changed):
        change_filter(large, ARMS, "Arms")
        change_filter(large, Filter(text="deal"), "Text")
    assert seen == [Filter(text="deal")]


def test_another_network_is_shown_whatever_is_under_way(large: Session, network: Network, qtbot: QtBot) -> None:
    change_filter(large, ARMS, "Arms")
    large.open(network, {})
    assert (large.is_behind, large.network) == (False, network)
    qtbot.wait(50)
    assert large.network is network


def test_steps_outlive_the_actors_they_moved_where_the_network_is_read_again(session: Session) -> None:
    gone, base = "actor:ir", session.base
    pin_actors(session, {gone: (40.0, 10.0)})
    change_filter(session, Filter(hidden_actors=frozenset({gone})), "Hide")
    left = tuple(each for each in base.relations if gone not in (each.giver, each.receiver))
    actors = tuple(each for each in base.actors if each.id != gone)
    session.open(replace(base, actors=actors, relations=left), session.positions, keep_steps=True)
    for turn in (session.undo_stack.undo, session.undo_stack.undo, session.undo_stack.redo, session.undo_stack.redo):
        turn()
        assert gone not in session.pins
        assert {actor.id for actor in session.view.actors} <= session.positions.keys()
    session.open(base, session.positions)
    assert not session.undo_stack.canUndo()
