"""Work beside the window: its end is told once, on the window's thread, and cancelling is heard."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from desktop import worker
from graphdata.collector import without_collector


class Told:
    """Remembers what it was told, and on which thread."""

    def __init__(self) -> None:
        """Start with nothing told."""
        self.done: list[Any] = []
        self.failed: list[Exception] = []
        self.cancelled = 0
        self.progress: list[float] = []
        self.threads: set[str] = set()

    def run(self, task: worker.Task) -> worker.Job:
        """Run a task and listen."""
        return worker.run(task, self._hear(self.done.append), self._hear(self.failed.append), self._count, self._note)

    def _hear(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        def hear(told: object) -> None:
            self.threads.add(threading.current_thread().name)
            then(told)

        return hear

    def _count(self) -> None:
        self.cancelled += 1

    def _note(self, share: float) -> None:
        self.threads.add(threading.current_thread().name)
        self.progress.append(share)


@pytest.fixture
def told(qtbot: QtBot) -> Told:  # noqa: ARG001 - Qt must run
    """Return a listener."""
    return Told()


def test_a_result_arrives_on_the_windows_thread(told: Told, qtbot: QtBot) -> None:
    told.run(lambda _: threading.current_thread().name)
    qtbot.waitUntil(lambda: bool(told.done))
    assert told.done != ["MainThread"]
    assert told.threads == {"MainThread"}


def test_progress_arrives_in_its_order(told: Told) -> None:
    told.run(lambda progress: [progress(share) for share in (0.25, 0.5, 1.0)])
    assert worker.wait_all()
    assert told.progress == [0.0, 0.25, 0.5, 1.0]


def test_an_error_arrives_as_it_is(told: Told) -> None:
    told.run(lambda _: 1 // 0)
    assert worker.wait_all()
    assert [type(fault) for fault in told.failed] == [ZeroDivisionError]
    assert told.done == []


def test_a_cancelled_task_ends_at_its_next_word(told: Told) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def task(progress: worker.Progress) -> None:
        begun.set()
        assert go_on.wait(5)
        progress(0.5)
        pytest.fail("went on after it was cancelled")

    job = told.run(task)
    assert begun.wait(5)
    job.cancel()
    go_on.set()
    assert worker.wait_all()
    assert (told.cancelled, told.done, told.failed) == (1, [], [])


def test_a_result_that_comes_too_late_is_not_told(told: Told) -> None:
    job = told.run(lambda _: 42)
    job.cancel()
    assert worker.wait_all()
    assert (told.cancelled, told.done) == (1, [])


def test_a_result_that_waits_to_be_told_is_dropped_by_cancelling(told: Told) -> None:
    job = told.run(lambda _: 42)
    assert QThreadPool.globalInstance().waitForDone(5000)
    job.cancel()
    assert worker.wait_all()
    assert (told.cancelled, told.done) == (1, [])


def test_many_jobs_are_all_told(told: Told) -> None:
    for number in range(200):
        told.run(lambda _, number=number: number)
    assert worker.wait_all()
    assert sorted(told.done) == list(range(200))


def test_all_are_cancelled_together(told: Told) -> None:
    for _ in range(5):
        told.run(lambda _: None)
    worker.cancel_all()
    assert worker.wait_all()
    assert told.cancelled == 5


def test_one_more_job_can_start_while_a_result_is_told(told: Told, qtbot: QtBot) -> None:
    worker.run(lambda _: 1, lambda _: told.run(lambda _: 2) and None, told.failed.append)
    qtbot.waitUntil(lambda: told.done == [2])


def test_nothing_is_collected_beside_the_window(qtbot: QtBot) -> None:
    seen: list[bool] = []
    qtbot.waitUntil(gc.isenabled)
    worker.run(lambda _: gc.isenabled(), seen.append, pytest.fail)
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]
    qtbot.waitUntil(gc.isenabled)


def test_nothing_is_collected_beside_the_window_when_other_work_on_it_ends(told: Told) -> None:
    go_on = threading.Event()
    with without_collector():
        told.run(lambda _: go_on.wait(5))
    assert not gc.isenabled()
    go_on.set()
    assert worker.wait_all()
    assert gc.isenabled()


def test_what_a_job_left_behind_is_not_collected_in_its_thread(told: Told) -> None:
    told.run(lambda _: [[] for _ in range(5000)])
    assert worker.wait_all()
    assert gc.get_count()[0] < gc.get_threshold()[0]


def test_a_job_gives_way_to_the_window_soon(told: Told) -> None:
    told.run(lambda _: None)
    assert sys.getswitchinterval() <= 0.001
    assert worker.wait_all()


def test_of_several_tasks_for_one_thing_the_last_alone_is_told(qtbot: QtBot) -> None:
    owner, told = QObject(), []
    latest = worker.Latest(owner)
    latest.ask(lambda _: "first", told.append)
    latest.ask(lambda _: "last", told.append)
    assert latest.is_busy
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert worker.wait_all()
    assert told == ["last"]


def test_nothing_is_told_to_an_owner_that_is_gone(qtbot: QtBot) -> None:  # noqa: ARG001 - Qt must run
    owner, told = QObject(), []
    latest = worker.Latest(owner)
    latest.ask(lambda _: "late", told.append)
    shiboken6.delete(owner)
    assert worker.wait_all()
    assert (told, latest.is_busy) == ([], False)
