"""The one place that starts threads: long work runs beside the window, and its end is told on the window's thread.

A task is called with a function that takes its progress, a share from 0 to 1. Calling it is also how the task notices
that nobody waits any more: once its job is cancelled, the call raises Cancelled.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

from desktop import logs
from graphdata.collector import Hold

Progress = Callable[[float], None]
Task = Callable[[Progress], Any]
PATIENCE: Final = 10_000  # milliseconds that a shutdown waits
MUCH: Final = 20_000  # values that jobs made; the collector goes through so many in some 4 milliseconds
TURN: Final = (
    0.0005  # seconds that a job keeps Python to itself once the window wants it; by itself it is ten times that
)
LATER: Final = 60  # milliseconds after a job's end: what that sets off comes first
_live: Final[set[Job]] = set()  # jobs whose end is not yet told
_holds: Final[list[Hold]] = []  # what keeps the collector of cycles away for them


class Cancelled(Exception):  # noqa: N818  it is no error
    """Raised inside a task whose job was cancelled."""


class Job(QObject):
    """One piece of work under way."""

    _progressed = Signal(float)
    _ended = Signal(object, object)

    def __init__(
        self,
        task: Task,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        cancelled: Callable[[], None] | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> None:
        """Remember what to do, and whom to tell."""
        super().__init__(QCoreApplication.instance())
        self._task, self._done, self._failed = task, done, failed
        self._when_cancelled, self._when_progressed = cancelled, progress
        self._cancelled = False
        self._progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.runnable = _Runnable(self)

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._cancelled

    def cancel(self) -> None:
        """Stop waiting: neither done nor failed will be called, and the task ends at its next word of progress."""
        self._cancelled = True

    def work(self) -> None:
        """Do the task and report its end; runs beside the window."""
        result: object = None
        fault: Exception | None = None
        try:
            self._progress(0.0)
            result = self._task(self._progress)
        except Exception as error:  # noqa: BLE001  whatever goes wrong here is told to the window
            fault = error
        self._ended.emit(result, fault)

    def _progress(self, share: float) -> None:
        if self._cancelled:
            raise Cancelled
        self._progressed.emit(share)

    @Slot(float)
    def _tell_progress(self, share: float) -> None:
        """Tell the window how far the task is."""
        if self._when_progressed and not self._cancelled:
            self._when_progressed(share)

    @Slot(object, object)
    def _tell(self, result: object, fault: Exception | None) -> None:
        """Tell the window how it ended, once."""
        _live.discard(self)
        QTimer.singleShot(LATER, _let_collect)
        self.deleteLater()
        if self._cancelled or isinstance(fault, Cancelled):
            _ = self._when_cancelled() if self._when_cancelled else None
        elif fault is not None:
            logs.WORKER.info("A task failed: %s: %s", type(fault).__name__, fault)
            self._failed(fault)
        else:
            self._done(result)


class _Runnable(QRunnable):
    """What the pool runs; the job owns it."""

    def __init__(self, job: Job) -> None:
        """Stay alive for as long as the job does."""
        super().__init__()
        self.setAutoDelete(False)
        self._job = job

    def run(self) -> None:
        """Do the job."""
        self._job.work()


def run(
    task: Task,
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
    cancelled: Callable[[], None] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Job:
    """Start a task beside the window and return its job; exactly one of the three is called when it has ended."""
    job = Job(task, done, failed, cancelled, progress)
    sys.setswitchinterval(TURN)
    _keep_from_collecting()
    _live.add(job)
    QThreadPool.globalInstance().start(job.runnable)
    return job


class Latest:
    """Tasks that make one thing, of which only the last one counts: asking anew drops the one under way."""

    def __init__(self, owner: QObject) -> None:
        """Serve an owner; nothing is told to it once it is gone."""
        self._job: Job | None = None
        owner.destroyed.connect(self.drop)

    @property
    def is_busy(self) -> bool:
        """Whether a task is under way."""
        return self._job is not None

    def ask(self, task: Task, done: Callable[[Any], None], progress: Progress | None = None) -> None:
        """Start a task; done takes its result unless another one has been asked for, or it was dropped."""
        self.drop()
        self._job = run(task, partial(self._end, done), self._fail, progress=progress)

    def drop(self, *_: object) -> None:
        """Wait for nothing any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _end(self, done: Callable[[Any], None], result: object) -> None:
        self._job = None
        done(result)

    def _fail(self, fault: Exception) -> None:
        self._job = None
        raise fault


def _keep_from_collecting() -> None:
    """Keep the cyclic collector away while jobs run: in their thread it would destroy widgets, and end the program."""
    if not _live:
        _holds.append(Hold())


def _let_collect() -> None:
    """Let the collector come back, on the window's thread, once no job is left.

    Much that was made meanwhile is kept away from it: to go through it would stop the window, and it is no garbage. The
    rest it looks at here and now: the last steps of a job's thread may still be under way, and would call it there.
    """
    if _live:
        return
    if gc.get_count()[0] > MUCH:
        gc.freeze()
    else:
        gc.collect(0)
    while _holds:
        _holds.pop().let_go()


def cancel_all() -> None:
    """Cancel every job under way."""
    for job in _live:
        job.cancel()


def wait_all(milliseconds: int = PATIENCE) -> bool:
    """Wait until every job has ended and has been told about; return whether that was in time."""
    in_time = QThreadPool.globalInstance().waitForDone(milliseconds)
    for job in tuple(_live):
        QCoreApplication.sendPostedEvents(job, QEvent.Type.MetaCall.value)
    _let_collect()
    return in_time and not _live
