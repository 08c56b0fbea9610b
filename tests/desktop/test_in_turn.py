"""Panels take turns after a change: one does no more than a turn has room for, and each has its own in the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import in_turn
from desktop.in_turn import InTurn


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    """Return a widget in a window on show."""
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every piece of work be longer than what a turn has room for."""
    clock = iter(range(1_000_000))
    monkeypatch.setattr(in_turn, "perf_counter", lambda: float(next(clock)))


def telling(told: list[str], word: str) -> Callable[[], None]:
    """Return work that says a word."""
    return lambda: told.append(word)


def begun(panel: QWidget, told: list[str], words: str) -> InTurn:
    """Return what has been asked to say each word."""
    made = InTurn(panel)
    for word in words.split():
        made.ask(panel, telling(told, word))
    return made


@pytest.mark.usefixtures("full")
def test_nothing_is_done_in_the_call_and_one_piece_in_a_turn(panel: QWidget) -> None:
    told: list[str] = []
    turns, most = begun(panel, told, "one two three"), 0
    assert told == []
    for _ in range(6):  # a turn that others have filled is left out
        before = len(told)
        QCoreApplication.processEvents()
        most = max(most, len(told) - before)
    assert (told, most, turns.busy) == (["one", "two", "three"], 1, False)


def test_short_pieces_share_a_turn(panel: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_turn, "perf_counter", lambda: 0.0)
    told: list[str] = []
    turns, seen = begun(panel, told, "one two three"), set()

    def is_done() -> bool:
        seen.add(len(told))
        return not turns.busy

    qtbot.waitUntil(is_done)
    assert seen == {0, 3}


def test_what_stands_elsewhere_has_a_turn_of_its_own(
    panel: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_turn, "perf_counter", lambda: 0.0)
    told: list[str] = []
    turns, seen = InTurn(panel), set()
    for place in (QWidget(panel), QWidget(panel)):
        for word in ("one", "two"):
            turns.ask(QWidget(place), telling(told, word))

    def is_done() -> bool:
        seen.add(len(told))
        return not turns.busy

    qtbot.waitUntil(is_done)
    assert seen <= {0, 2, 4}


def test_the_same_work_is_done_once(panel: QWidget) -> None:
    told: list[str] = []
    turns, work = InTurn(panel), telling(told, "once")
    turns.ask(panel, work)
    turns.ask(panel, work)
    turns.finish()
    assert (told, turns.busy) == (["once"], False)


def test_nobody_waits_for_a_window_that_is_not_on_show(panel: QWidget) -> None:
    told: list[str] = []
    panel.hide()
    assert not begun(panel, told, "one two").busy
    assert told == ["one", "two"]


def test_a_widget_that_is_gone_has_nothing_to_do(panel: QWidget) -> None:
    told: list[str] = []
    turns, child = InTurn(panel), QWidget(panel)
    turns.ask(child, telling(told, "gone"))
    turns.ask(panel, telling(told, "there"))
    child.deleteLater()
    QCoreApplication.sendPostedEvents(child, QEvent.Type.DeferredDelete)
    turns.finish()
    assert told == ["there"]


def test_a_fault_keeps_no_other_from_its_turn(panel: QWidget) -> None:
    def failing() -> None:
        raise ValueError

    told: list[str] = []
    turns = InTurn(panel)
    turns.ask(panel, failing)
    turns.ask(panel, telling(told, "after"))
    with pytest.raises(ValueError):  # noqa: PT011 - it is our own
        turns.finish()
    turns.finish()
    assert told == ["after"]
