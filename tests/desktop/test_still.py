"""The map of the last start stands for the map until that is drawn, and for nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from desktop import assets, settings, still
from desktop.commands import change_filter
from desktop.session import Session
from desktop.window import MainWindow
from desktop.worker import wait_all
from graphdata.arrangement import CLUSTERS
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.places import Place
from graphdata.storage.pack import to_pack

LARGER = QSize(1500, 900)  # than a window that opens on the screen of the tests


@pytest.fixture
def opened(main_window: MainWindow, pack: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> MainWindow:
    """Return a window with the shipped network on show, which is the small one here."""
    monkeypatch.setattr(assets, "shipped_network", lambda: pack)
    main_window.session.path = str(pack)
    with qtbot.waitExposed(main_window):
        main_window.show()
    qtbot.waitUntil(lambda: main_window.canvas.is_settled)
    return main_window


@pytest.fixture
def file(home: Path) -> Path:  # noqa: ARG001 - the folder lies in it
    """Return where the picture is kept."""
    return settings.data_folder() / still.NAME


@pytest.fixture
def found(opened: MainWindow, pack: Path, file: Path, qtbot: QtBot) -> still.Still:
    """Return what a start keeps for the next one."""
    still.keep(opened)
    qtbot.waitUntil(file.is_file)
    made = still.kept(opened, pack)
    assert made is not None
    return made


def another(opened: MainWindow, qtbot: QtBot, size: QSize) -> MainWindow:
    """Return a window of the next start, with nothing open."""
    made = MainWindow(Session(), opened.store, opened.canvas.theme)
    qtbot.addWidget(made)
    made.resize(size)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_next_start_begins_with_the_same_picture(opened: MainWindow, found: still.Still, qtbot: QtBot) -> None:
    seen = opened.canvas.grab().toImage()
    window = another(opened, qtbot, opened.size())
    assert still.shown_in(window, found)
    assert window.canvas.grab().toImage() == seen
    assert window.windowTitle() == opened.windowTitle()
    assert window.undo.isEnabled() == opened.undo.isEnabled()
    assert window.canvas.is_still
    assert window.canvas.is_pictured
    window.session.open(opened.session.network, opened.session.positions)
    assert not window.canvas.is_still
    assert not window.canvas.is_pictured
    qtbot.waitUntil(lambda: window.canvas.is_settled)
    assert window.canvas.grab().toImage() == seen


def test_nothing_stands_for_a_map_of_another_size(opened: MainWindow, found: still.Still, qtbot: QtBot) -> None:
    window = another(opened, qtbot, opened.size())
    assert still.shown_in(window, found)
    assert window.canvas.is_pictured
    window.resize(LARGER)
    qtbot.waitUntil(lambda: not window.canvas.is_pictured)
    assert window.canvas.is_still
    assert window.canvas.grab().toImage().pixelColor(600, 300).name() == opened.canvas.theme.map.background.lower()
    window.session.open(opened.session.network, opened.session.positions)
    assert not window.canvas.is_still


def test_the_same_picture_is_not_kept_again(opened: MainWindow, found: still.Still, file: Path, qtbot: QtBot) -> None:
    assert found.key
    file.touch()
    written = file.stat().st_mtime_ns
    still.keep(opened)
    assert wait_all()
    assert file.stat().st_mtime_ns == written
    opened.resize(LARGER)
    qtbot.waitUntil(lambda: opened.canvas.is_untouched)
    still.keep(opened)
    qtbot.waitUntil(lambda: file.stat().st_mtime_ns != written)


def test_it_holds_for_one_theme(opened: MainWindow, found: still.Still, pack: Path) -> None:
    assert found.key
    opened.canvas.set_theme(assets.theme("dark"))
    assert still.kept(opened, pack) is None


def test_it_holds_for_where_the_actors_were_left(opened: MainWindow, found: still.Still, pack: Path) -> None:
    assert found.key
    opened.session.apply_places({**opened.session.positions, "actor:ru": (9.0, 9.0)}, {}, CLUSTERS)
    opened.last_places.keep()
    assert still.kept(opened, pack) is None


def test_it_holds_for_the_shipped_network(opened: MainWindow, found: still.Still, pack: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.ententepack"
    other.write_bytes(pack.read_bytes())
    assert found.key
    assert still.kept(opened, other) is None


def test_it_holds_for_one_state_of_the_network(
    opened: MainWindow, found: still.Still, network: Network, places: dict[str, Place], pack: Path
) -> None:
    pack.write_bytes(to_pack(network, {key: (x + 1.0, y) for key, (x, y) in places.items()}))
    assert found.key
    assert still.kept(opened, pack) is None


def test_it_holds_for_one_state_of_the_program(
    opened: MainWindow, found: still.Still, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "changed", lambda: 1)
    assert found.key
    assert still.kept(opened, pack) is None


@pytest.mark.parametrize("keep", [0, 5, -5])
def test_a_file_that_is_cut_off_is_none(
    opened: MainWindow, found: still.Still, file: Path, pack: Path, keep: int
) -> None:
    assert found.key
    file.write_bytes(file.read_bytes()[:keep])
    assert still.kept(opened, pack) is None


@pytest.mark.parametrize("pixels", [b"", b"x" * 64, bytes(1000)])
def test_damaged_pixels_are_not_shown(opened: MainWindow, found: still.Still, pixels: bytes) -> None:
    damaged = still.Still(
        found.key, found.dataset, found.title, found.undo, found.width, found.height, found.ratio, pixels
    )
    assert not still.shown_in(opened, damaged)


@pytest.mark.parametrize(
    "change",
    [
        lambda window: window.store.change(private_mode=True),
        lambda window: change_filter(window.session, Filter(domains=frozenset({"arms"})), "Arms"),
        lambda window: window.session.select("actor", "actor:ir"),
        lambda window: window.canvas.zoom_by(1.5),
        lambda window: window.session.apply_places(window.session.positions, {"actor:ru": (0.0, 0.0)}, CLUSTERS),
        lambda window: window.legend.hide(),
        lambda window: setattr(window.session, "path", "elsewhere"),
    ],
)
def test_what_is_no_start_is_not_kept(opened: MainWindow, file: Path, change: Callable[[MainWindow], object]) -> None:
    change(opened)
    still.keep(opened)
    assert not file.exists()
    assert not opened.network_actions.is_busy
