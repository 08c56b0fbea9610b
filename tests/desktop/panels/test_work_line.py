"""Long work in the status line: shown when it takes its time, called off once, gone at its end."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.panels.work_line import PATIENCE, WorkLine


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """Return a window on show."""
    found = QMainWindow()
    qtbot.addWidget(found)
    found.show()
    return found


@pytest.fixture
def line(window: QMainWindow) -> WorkLine:
    """Return the line of some work in a window."""
    return WorkLine("Opening a <b>pack</b>", window.statusBar())


def test_short_work_is_not_shown(line: WorkLine) -> None:
    assert line.isHidden()


def test_work_that_takes_its_time_is_shown_with_its_share(line: WorkLine, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not line.isHidden(), timeout=10 * PATIENCE)
    line.show_share(0.42)
    assert line.share.value() == 42
    assert line.stop.accessibleName() == "Stop: Opening a <b>pack</b>"


def test_it_leaves_the_rest_of_the_line_to_a_message(line: WorkLine, window: QMainWindow, qtbot: QtBot) -> None:
    window.resize(1200, 300)
    window.statusBar().showMessage("Opening")
    line.show()
    qtbot.waitUntil(lambda: line.width() > 0 and line.stop.width() > 0)
    assert line.stop.width() <= line.stop.sizeHint().width()
    assert line.geometry().right() > 1160


def test_it_is_called_off_once(line: WorkLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.called_off):
        line.stop.click()
    assert not line.stop.isEnabled()


def test_it_goes_at_the_end(line: WorkLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.destroyed):
        line.end()
