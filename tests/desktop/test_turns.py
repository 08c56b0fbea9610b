"""Turns of the event loop: what a turn has room for, and that nobody waits for ever."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from desktop import turns
from desktop.turns import Turns


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the time that turns go by."""
    now = [0.0]
    monkeypatch.setattr(turns, "perf_counter", lambda: now[0])
    return now


def test_a_turn_has_room_for_what_it_has_not_spent(clock: list[float]) -> None:
    watch = Turns()
    clock[0] += 0.25
    assert watch.room(1.0) == 0.75


def test_who_waited_a_turn_gets_the_least(clock: list[float]) -> None:
    watch = Turns()
    clock[0] += 5.0
    assert [watch.room(1.0, 0.5) for _ in range(4)] == [0.0, 0.5, 0.0, 0.5]


@pytest.mark.usefixtures("qtbot")
def test_another_turn_begins_with_the_event_loop(clock: list[float]) -> None:
    watch = Turns()
    clock[0] += 5.0
    QCoreApplication.processEvents()
    assert watch.room(1.0) == 1.0
