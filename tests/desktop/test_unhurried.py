"""What nobody waits for is done between the events, a step at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from desktop.unhurried import Stepwise, Unhurried, bring, brought, looked_at
from graphdata import places, steps


def counting(seen: list[str]) -> Iterator[None]:
    """Count to three, a number in a step."""
    for number in "123":
        seen.append(number)
        yield


def test_events_are_seen_between_the_steps(qtbot: QtBot, qapp: QObject) -> None:
    seen: list[str] = []
    timer = QTimer(qapp, interval=0)
    timer.timeout.connect(lambda: seen.append("-"))
    timer.start()
    _unhurried = Unhurried(counting(seen), lambda: seen.append("done"), qapp)
    assert seen == []
    qtbot.waitUntil(lambda: "done" in seen)
    timer.stop()
    assert [each for each in seen if each != "-"] == ["1", "2", "3", "done"]
    assert "-" in seen[seen.index("1") : seen.index("3")]


def test_steps_that_somebody_else_has_taken_are_not_taken_again(qtbot: QtBot, qapp: QObject) -> None:
    seen: list[str] = []
    steps = counting(seen)
    _unhurried = Unhurried(steps, lambda: seen.append("done"), qapp)
    assert list(steps) == [None, None, None]
    qtbot.waitUntil(lambda: "done" in seen)
    assert seen == ["1", "2", "3", "done"]


def test_a_fault_ends_the_steps_and_is_told(qtbot: QtBot, qapp: QObject) -> None:
    def failing() -> Iterator[None]:
        yield
        raise ValueError("here")

    seen: list[str] = []
    with qtbot.captureExceptions() as faults:
        _unhurried = Unhurried(failing(), lambda: seen.append("done"), qapp)
        qtbot.waitUntil(lambda: bool(faults))
        qtbot.wait(20)
    assert [str(fault[1]) for fault in faults] == ["here"]
    assert not seen


def test_each_module_is_a_step() -> None:
    modules = brought(("graphdata.steps", "graphdata.places"))
    assert len(list(modules)) == 2
    assert "graphdata.places" in sys.modules


def test_what_is_built_in_steps_is_built_once_whoever_takes_them() -> None:
    class Built(Stepwise):
        def __init__(self) -> None:
            self.seen: list[str] = []

        def _in_steps(self) -> Iterator[None]:
            yield from counting(self.seen)

    built = Built()
    next(built.filling)
    built.fill()
    built.fill()
    assert built.seen == ["1", "2", "3"]


def test_each_name_that_is_looked_at_is_a_step() -> None:
    assert len(list(looked_at(("graphdata.steps", "graphdata.places")))) == len(dir(steps)) + len(dir(places))


def test_modules_are_brought_as_a_task_that_tells_how_far_it_is() -> None:
    told: list[float] = []
    bring(("graphdata.steps", "graphdata.places"), told.append)
    assert told == [0.0, 0.5]
    assert "graphdata.places" in sys.modules
