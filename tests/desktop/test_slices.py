"""Work in slices: nothing before the next turn, all of it in time, and the last piece counts."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.slices import SLICE, Slices


def counting(told: list[int], steps: int, seconds: float = 0.0) -> Iterator[None]:
    """Count steps, each of so many seconds."""
    for number in range(steps):
        until = perf_counter() + seconds
        while perf_counter() < until:
            pass
        told.append(number)
        yield


def test_long_work_leaves_room_for_events(qtbot: QtBot) -> None:
    slices, told = Slices(), []
    slices.begin(counting(told, 5, SLICE))
    assert told == []
    QCoreApplication.processEvents()
    assert 0 < len(told) < 5
    assert slices.busy
    qtbot.waitUntil(lambda: not slices.busy)
    assert told == [0, 1, 2, 3, 4]


def test_who_needs_the_end_has_it_now() -> None:
    slices, told = Slices(), []
    slices.begin(counting(told, 5, SLICE))
    slices.finish()
    assert told == [0, 1, 2, 3, 4]


def test_another_piece_takes_the_place_of_the_one_under_way() -> None:
    slices, first, second = Slices(), [], []
    slices.begin(counting(first, 3))
    slices.begin(counting(second, 3))
    slices.finish()
    assert (first, second) == ([], [0, 1, 2])


def test_the_last_step_may_begin_another_piece() -> None:
    slices, told = Slices(), []

    def leading() -> Iterator[None]:
        yield
        slices.begin(counting(told, 2))

    slices.begin(leading())
    slices.finish()
    assert told == [0, 1]


def test_a_fault_ends_the_work() -> None:
    def failing() -> Iterator[None]:
        yield
        raise ValueError

    slices = Slices()
    slices.begin(failing())
    with pytest.raises(ValueError):  # noqa: PT011 - it is our own
        slices.finish()
    assert not slices.busy
