"""The application starts with the map, and the panels follow once it is painted."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app, assets, logs, path_kinds, settings, still
from desktop.dialogs.problems_dialog import ProblemsDialog
from desktop.window import MainWindow
from graphdata.network import Network


def started(*words: str) -> subprocess.CompletedProcess[str]:
    """Start the program on its own, to end after the first frame."""
    command = [sys.executable, "-m", "desktop", *words, "--quit-after-first-frame"]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def main_window_on_show() -> MainWindow:
    """Return the main window on show."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())


def close_window() -> None:
    """Close the main window on show."""
    main_window_on_show().close()


def test_the_first_frame_is_timed(pack: Path) -> None:
    run = started(str(pack))
    lines = [line.split() for line in run.stdout.splitlines()]
    assert (run.returncode, [words[0] for words in lines]) == (0, ["FIRST_FRAME", "AT_HAND"])
    assert all(0.0 < float(words[1]) < 60.0 for words in lines)


def test_a_network_that_cannot_be_opened_has_no_first_frame(tmp_path: Path) -> None:
    run = started(str(tmp_path / "nothing"))
    assert (run.returncode, run.stdout) == (1, "")


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_screen_is_any_of_these(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    for each in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert app.no_screen()
    monkeypatch.setenv(variable, "there")
    assert not app.no_screen()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    for each in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    assert not app.no_screen()


def test_there_is_one_application(qapp: QApplication, unhooked: None) -> None:  # noqa: ARG001 - for its effect
    assert app.made_app() is app.headless_app() is qapp


def when(ready: Callable[[], bool], act: Callable[[], object]) -> None:
    """Do something inside an event loop as soon as something holds."""
    timer = QTimer(QApplication.instance(), interval=5)

    def look() -> None:
        if ready():
            timer.stop()
            timer.deleteLater()
            act()

    timer.timeout.connect(look)
    timer.start()


def test_panels_follow_the_first_frame(
    undressed: QApplication, unhooked: None, pack: Path, monkeypatch: pytest.MonkeyPatch  # noqa: ARG001 - for their effect
) -> None:  # fmt: skip
    seen: list[tuple[bool, bool]] = []
    present = MainWindow.present

    def look() -> None:
        window = main_window_on_show()
        seen.append((window.canvas._presenter.empty, window.board.is_filled))

    def presented(window: MainWindow) -> None:
        window.canvas.painted.connect(look, Qt.ConnectionType.SingleShotConnection)
        present(window)

    monkeypatch.setattr(MainWindow, "present", presented)
    when(lambda: len(seen) > 1, close_window)
    assert app.run_window(pack, filled=look) == 0
    logs.stop_file_log()
    assert seen == [(False, False), (False, True)]
    assert not undressed.windowIcon().isNull()


def test_a_second_start_begins_with_the_map_of_the_first(
    undressed: QApplication, unhooked: None, pack: Path, monkeypatch: pytest.MonkeyPatch  # noqa: ARG001 - for their effect
) -> None:  # fmt: skip
    seen: list[tuple[bool, int, str]] = []
    present = MainWindow.present

    def look() -> None:
        window = main_window_on_show()
        seen.append((window.canvas.is_still, len(window.session.network.actors), window.windowTitle()))

    def presented(window: MainWindow) -> None:
        window.canvas.painted.connect(look, Qt.ConnectionType.SingleShotConnection)
        present(window)

    monkeypatch.setattr(MainWindow, "present", presented)
    monkeypatch.setattr(assets, "shipped_network", lambda: pack)
    file = settings.data_folder() / still.NAME
    when(lambda: len(seen) > 1 and file.is_file(), close_window)
    assert app.run_window(pack, filled=look) == 0
    when(lambda: len(seen) > 3, close_window)
    assert app.run_window(pack, filled=look) == 0
    logs.stop_file_log()
    title = "Small — Entente"
    assert seen == [(False, 5, title), (False, 5, title), (True, 0, title), (False, 5, title)]


def test_a_picture_of_a_map_that_cannot_be_read_goes(main_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    main_window.session.open(Network(id="none", title="None", version="0", as_of=""), {})
    main_window.canvas.hold(main_window.canvas.grab())
    assert list(app._opening(main_window, tmp_path / "nothing"))
    assert not main_window.canvas.is_still
    qtbot.waitUntil(lambda: bool(main_window.findChildren(ProblemsDialog)))
    main_window.findChildren(ProblemsDialog)[0].close()


def test_what_cannot_be_opened_is_explained_once_the_window_stands(
    main_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    app._open_first(main_window, main_window.session, tmp_path / "nothing")
    assert not main_window.findChildren(ProblemsDialog)
    qtbot.waitUntil(lambda: bool(main_window.findChildren(ProblemsDialog)))
    main_window.findChildren(ProblemsDialog)[0].close()


def test_a_large_network_is_read_beside_a_window_that_stands(
    main_window: MainWindow, pack: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(path_kinds, "LARGE_PACK", 10)
    main_window.session.open(Network(id="none", title="None", version="0", as_of=""), {})
    app._open_first(main_window, main_window.session, pack)
    assert main_window.network_actions.is_busy
    assert not main_window.session.view.actors
    qtbot.waitUntil(lambda: not main_window.network_actions.is_busy)
    assert main_window.session.network.title == "Small"
