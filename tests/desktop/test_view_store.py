"""Saved views are stored per dataset, survive damage, leave with the traces, and are not written in private mode."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.session import Session
from desktop.settings import SettingsStore, clear_traces, traces
from desktop.view_store import ViewStore
from graphdata.network import Network
from graphdata.saved_view import SavedView, saved_view
from graphdata.storage.writing import NotWrittenError


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def saved(session: Session) -> SavedView:
    return saved_view(session.view, "All")


def opened(settings: SettingsStore, network: Network, folder: Path | None = None) -> ViewStore:
    """Return the store of a network."""
    made = ViewStore(settings, folder)
    made.follow(network)
    return made


def test_views_are_there_again(settings: SettingsStore, network: Network, saved: SavedView) -> None:
    opened(settings, network).change((saved,))
    assert opened(settings, network).views == (saved,)


def test_what_another_window_kept_meanwhile_stays(settings: SettingsStore, network: Network, saved: SavedView) -> None:
    one, other = opened(settings, network), opened(settings, network)
    assert one.views == other.views == ()
    mine, theirs = replace(saved, name="Mine"), replace(saved, name="Theirs")
    one.change((mine,))
    other.change((theirs,))
    assert opened(settings, network).views == other.views == (theirs, mine)
    other.change((theirs,))
    assert opened(settings, network).views == (theirs,)


def test_they_are_listed_and_removed_as_traces(settings: SettingsStore, network: Network, saved: SavedView) -> None:
    opened(settings, network).change((saved,))
    assert [path.name for path in traces()] == [f"of-{network.id}.json"]
    clear_traces()
    assert opened(settings, network).views == ()


def test_private_mode_writes_none(settings: SettingsStore, network: Network, saved: SavedView) -> None:
    settings.change(private_mode=True)
    store = opened(settings, network)
    store.change((saved,))
    assert store.views == (saved,)
    assert traces() == ()


def test_the_last_view_takes_the_file_along(settings: SettingsStore, network: Network, saved: SavedView) -> None:
    store = opened(settings, network)
    store.change((saved,))
    store.change(())
    assert traces() == ()


@pytest.mark.expects_log
def test_a_damaged_file_is_kept_aside(
    settings: SettingsStore, network: Network, tmp_path: Path, saved: SavedView
) -> None:
    (tmp_path / f"of-{network.id}.json").write_bytes(b"{")
    store = opened(settings, network, tmp_path)
    assert store.views == ()
    store.change((saved,))
    assert (tmp_path / f"of-{network.id}.broken.json").read_bytes() == b"{"


def test_a_disk_that_refuses_is_told(
    settings: SettingsStore, network: Network, tmp_path: Path, saved: SavedView
) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(NotWrittenError):
        opened(settings, network, tmp_path / "taken").change((saved,))
