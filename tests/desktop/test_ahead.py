"""What may be asked for next is there before it is."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from desktop import ahead, worker
from desktop.ahead import BESIDE, BETWEEN
from desktop.window import MainWindow

NO_QT = "import sys; from importlib import import_module; [*map(import_module, sys.argv[1:])]; print(*sys.modules)"


def test_what_comes_beside_the_window_knows_no_qt() -> None:
    call = (sys.executable, "-c", NO_QT, *BESIDE)
    found = subprocess.run(call, capture_output=True, text=True, check=True, timeout=60).stdout.split()
    assert not [name for name in found if name.startswith("PySide6")]
    assert set(BESIDE) <= set(found)


def test_nothing_comes_twice() -> None:
    assert len({*BESIDE, *BETWEEN}) == len(BESIDE) + len(BETWEEN)


def test_all_of_it_is_there_after_a_while(main_window: MainWindow, qtbot: QtBot) -> None:
    ahead.prepare(main_window)
    qtbot.waitUntil(lambda: {*BESIDE, *BETWEEN} <= set(sys.modules), timeout=20_000)
    assert worker.wait_all()


def test_a_network_that_is_being_read_comes_first(main_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr(worker.Latest, "ask", lambda *asked: begun.append(asked))
    main_window.network_actions.start("Reading", lambda _: None, lambda _: None)
    ahead.prepare(main_window)
    assert not begun
    main_window.network_actions.stop()
    main_window.session.network_changed.emit()
    assert len(begun) == 1
    assert worker.wait_all()
