"""Where the actors stood when a network was left is there again when it is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktop import opening
from desktop.commands import change_filter, pin_actors
from desktop.last_places import LastPlaces
from desktop.opening import opened
from desktop.session import Session
from desktop.settings import SettingsStore, clear_traces, traces
from desktop.window import MainWindow
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.places import Positions
from graphdata.storage.dossier_writing import write_dossiers

MOVED = (400.0, 100.0)
ARMS = Filter(domains=frozenset({"arms"}), hidden_actors=frozenset({"actor:us"}))


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def places(network: Network) -> Positions:
    return {actor.id: (100.0 * at, 0.0) for at, actor in enumerate(network.actors)}


@pytest.fixture
def last(session: Session, settings: SettingsStore) -> LastPlaces:
    return LastPlaces(session, settings, parent=session)


def leave(session: Session) -> None:
    """Open another network in the place of the one on show."""
    session.open(replace(session.base, id="other"), {}, "other.ententepack")


def test_actors_are_again_where_they_were_left_as_one_step_back(
    session: Session, last: LastPlaces, network: Network, places: Positions
) -> None:
    session.open(network, places, "small.ententepack")
    pin_actors(session, {"actor:ir": MOVED})
    leave(session)
    session.open(network, places, "small.ententepack")
    last.take_up()
    assert (session.positions["actor:ir"], dict(session.pins)) == (MOVED, {"actor:ir": MOVED})
    session.undo_stack.undo()
    assert (dict(session.positions), dict(session.pins)) == (places, {})


def test_what_was_not_moved_leaves_no_file(
    session: Session, last: LastPlaces, network: Network, places: Positions
) -> None:
    session.open(network, places, "small.ententepack")
    last.keep()
    leave(session)
    assert traces() == ()


def test_a_network_that_is_read_again_is_the_same_work(session: Session, last: LastPlaces, network: Network) -> None:
    pin_actors(session, {"actor:ir": MOVED})
    session.open(replace(network), session.positions, "small.ententepack", keep_steps=True)
    last.keep()
    kept = last.of(network.id)
    assert kept is not None
    assert kept.places["actor:ir"] == MOVED


def test_dossiers_are_laid_out_once(
    main_window: MainWindow, network: Network, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dossiers(replace(network, id="laid-out"), tmp_path / "dossiers")
    session = main_window.session
    with qtbot.waitSignal(session.network_changed):
        main_window.network_actions.open(tmp_path / "dossiers")
    places = dict(session.positions)
    main_window.last_places.keep()

    def never(*_: object, **__: object) -> Positions:
        raise AssertionError("it was laid out again")

    monkeypatch.setattr(opening, "arranged", never)
    assert opened(tmp_path / "dossiers", known=main_window.last_places.known).positions == places


def test_actors_that_are_new_keep_the_places_their_pack_brings(
    session: Session, last: LastPlaces, network: Network, places: Positions
) -> None:
    pin_actors(session, {"actor:ir": MOVED})
    leave(session)
    newer = network.actors[0]
    more = replace(network, actors=(*network.actors, replace(newer, id="actor:newer")))
    session.open(more, {**places, "actor:newer": (7.0, 7.0)}, "small.ententepack")
    last.take_up()
    assert (session.positions["actor:newer"], session.positions["actor:ir"]) == ((7.0, 7.0), MOVED)


def test_private_mode_and_cleared_traces_leave_nothing(
    session: Session, last: LastPlaces, settings: SettingsStore
) -> None:
    pin_actors(session, {"actor:ir": MOVED})
    settings.change(private_mode=True)
    last.keep()
    settings.change(private_mode=False)
    last.keep()
    assert [path.parent.name for path in traces() if path.name.startswith("of-")] == ["places"]
    clear_traces()
    last.forget()
    last.keep()
    assert not any(path.name.startswith("of-") for path in traces())


@pytest.mark.expects_log
def test_a_damaged_filter_is_passed_over(
    session: Session, last: LastPlaces, network: Network, places: Positions
) -> None:
    last._filter_path(network.id).parent.mkdir(parents=True)
    last._filter_path(network.id).write_text('{"domains":7}', "utf-8")
    session.open(network, places, "small.ententepack")
    last.take_up()
    assert last.asked is None


@pytest.mark.expects_log
@pytest.mark.parametrize("text", ["", "{", '{"places":{"a":"b"}}', "[" * 100_000])
def test_a_damaged_file_is_passed_over(session: Session, last: LastPlaces, text: str) -> None:
    pin_actors(session, {"actor:ir": MOVED})
    last.keep()
    path = next(each for each in traces() if each.parent.name == "places")
    path.write_text(text, "utf-8")
    assert last.of(session.base.id) is None
    assert last.known(session.base.id) == {}


def test_a_picture_that_is_looked_at_changes_nothing(
    session: Session, last: LastPlaces, network: Network, places: Positions, tmp_path: Path
) -> None:
    session.open(network, places, str(tmp_path / "map.png"))
    pin_actors(session, {"actor:ir": MOVED})
    leave(session)
    assert last.of(network.id) is None


def test_what_is_moved_is_kept_a_moment_later(session: Session, last: LastPlaces, qtbot: QtBot) -> None:
    last._soon.setInterval(1)
    pin_actors(session, {"actor:ir": MOVED})
    qtbot.waitUntil(lambda: last.path(session.base.id).is_file())
    kept = last.of(session.base.id)
    assert kept is not None
    assert (kept.pins, kept.places["actor:ir"]) == (("actor:ir",), MOVED)
    session.undo_stack.undo()
    last.keep()
    assert last.of(session.base.id) != kept


def test_the_filter_is_offered_again_not_in_force(
    session: Session, last: LastPlaces, network: Network, places: Positions
) -> None:
    session.open(network, places, "small.ententepack")
    change_filter(session, ARMS, "Arms")
    leave(session)
    assert last.asked is None
    assert not last.path(network.id).exists()  # nothing was moved: the picture of the map still holds
    session.open(network, places, "small.ententepack")
    last.take_up()
    assert (session.filter, last.asked) == (Filter(), ARMS)
    change_filter(session, ARMS, "Filter as last time")
    assert last.asked is None
    last.forget()
    assert last.asked is None


def test_an_older_state_is_not_written_over_a_newer_one(session: Session, last: LastPlaces) -> None:
    pin_actors(session, {"actor:ir": (1.0, 1.0)})
    late = last._writing()
    pin_actors(session, {"actor:ir": MOVED})
    last.keep()
    assert late is not None
    late()
    kept = last.of(session.base.id)
    assert kept is not None
    assert kept.places["actor:ir"] == MOVED


def test_what_is_still_to_be_written_is_not_once_traces_are_cleared(session: Session, last: LastPlaces) -> None:
    pin_actors(session, {"actor:ir": MOVED})
    late = last._writing()
    last.forget()
    assert late is not None
    late()
    assert last.of(session.base.id) is None


def test_the_window_keeps_the_places_when_it_is_closed(main_window: MainWindow) -> None:
    pin_actors(main_window.session, {"actor:ir": MOVED})
    main_window.close()
    kept = main_window.last_places.of(main_window.session.base.id)
    assert kept is not None
    assert kept.pins == ("actor:ir",)
