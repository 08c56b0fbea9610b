"""What happens when the program itself fails: one dialog with a report to copy, a log for native crashes, no silence.

Without a screen the report goes to the terminal and the process ends with 1, at once, so that no script waits for ever.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, TextIO

import PySide6
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from desktop import logs, settings
from graphdata import __version__

FAULT_LOG: Final = "crash.log"
OLD_FAULT_LOG: Final = "crash.before.log"
LONGEST: Final = 60_000  # characters of a report
UNTOUCHED: Final = "Nothing was being written: your files are as they were."
QT_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReport(NamedTuple):
    """What is told of a failure: what happened, what was saved, and the text to copy."""

    happened: str
    saved: str
    text: str


class CrashHook(QObject):
    """Catches what nobody else caught, in any thread, and shows it once, on the window's thread."""

    _caught = Signal(object)

    def __init__(self, headless: bool, saved: Callable[[], str]) -> None:
        """Prepare to tell; saved says what was saved of the user's work, and may save it."""
        super().__init__()
        self._headless, self._saved = headless, saved
        self._told: set[str] = set()
        self._showing = False
        self._before = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of Python's own hooks and of Qt's message handler."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread
        self._qt_before = qInstallMessageHandler(log_qt_message)

    def uninstall(self) -> None:
        """Give way to the hooks from before."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(self._qt_before)

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell of an error that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = report_of(error.with_traceback(trace), self._what_was_saved())
        if self._headless or QApplication.instance() is None:
            _end(report)
        logs.CRASH.error("%s\n%s", report.happened, report.text)
        self._caught.emit(report)

    def _catch_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.catch(args.exc_type, args.exc_value, args.exc_traceback)

    def _what_was_saved(self) -> str:
        try:
            return self._saved()
        except Exception as fault:  # noqa: BLE001  saving at a crash must not hide the crash
            return f"Your work could not be saved: {fault}"

    def _show(self, report: CrashReport) -> None:
        """Show a report unless one is on show, or it was shown before: a fault in painting comes with every frame."""
        if self._showing or report.text in self._told:
            return
        from desktop.dialogs.crash_dialog import CrashDialog

        self._showing = True
        self._told.add(report.text)
        CrashDialog.show_for(report, QApplication.activeWindow()).finished.connect(self._closed)

    def _closed(self) -> None:
        self._showing = False


def install(headless: bool = False, saved: Callable[[], str] = lambda: UNTOUCHED) -> CrashHook:
    """Install the hooks for the life of the process and return them."""
    global _hook  # noqa: PLW0603  Qt would let go of a hook that nobody holds
    if _hook is not None:
        _hook.uninstall()
    _hook = CrashHook(headless, saved)
    _hook.install()
    return _hook


def uninstall() -> None:
    """Take the hooks away again."""
    global _hook  # noqa: PLW0603  see install
    if _hook is not None:
        _hook.uninstall()
    _hook = None


def keep_records(private_mode: bool) -> str:
    """Start our log and that of native crashes, or stop both in private mode; return what a crash before has left."""
    stop_fault_log()
    if private_mode:
        logs.stop_file_log()
        _clear_empty(settings.data_folder() / FAULT_LOG)
        return ""
    try:
        logs.start_file_log(settings.data_folder())
        return start_fault_log(settings.data_folder())
    except OSError as fault:
        logs.CRASH.warning("No log is kept: %s", logs.without_home(str(fault)))
        return ""


def report_of_last_run(stacks: str) -> CrashReport:
    """Return what is told of a run that ended in a native crash, from the stacks it left."""
    happened = "Entente ended unexpectedly the last time it ran."
    return CrashReport(happened, UNTOUCHED, f"{happened}\n{versions()}\n\n{stacks}")


def start_fault_log(folder: Path) -> str:
    """Let native crashes leave their stacks in the folder; return those of the run before, which are kept aside."""
    global _fault_log  # noqa: PLW0603  faulthandler wants the file open for as long as the process lives
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FAULT_LOG
    before = file.read_text(encoding="utf-8", errors="replace")[:LONGEST] if file.is_file() else ""
    if before:
        file.replace(folder / OLD_FAULT_LOG)
    _fault_log = file.open("a", encoding="utf-8")
    faulthandler.enable(_fault_log)
    return logs.without_home(before)


def stop_fault_log() -> None:
    """Stop watching for native crashes; an empty log goes."""
    global _fault_log  # noqa: PLW0603  see start_fault_log
    if _fault_log is not None:
        faulthandler.disable()
        path = Path(_fault_log.name)
        _fault_log.close()
        _clear_empty(path)
    _fault_log = None


def _clear_empty(log: Path) -> None:
    """Remove a log that nothing was written to: this run has ended well, or one before was ended from outside."""
    with contextlib.suppress(OSError):
        if log.is_file() and not log.stat().st_size:
            log.unlink()


def report_of(error: BaseException, saved: str = UNTOUCHED) -> CrashReport:
    """Return what is told of an error; the text names versions and the way to the error, and no home folder."""
    trace = "".join(traceback.format_exception(error))
    text = logs.without_home(f"{versions()}\n\n{trace}")
    return CrashReport(f"The program met an error it was not written for: {_brief(error)}", saved, text[:LONGEST])


def versions() -> str:
    """Return the versions that a report needs."""
    return (
        f"Entente {__version__}\nPython {platform.python_version()}, Qt {qVersion()}, PySide6 {PySide6.__version__}\n"
        f"{platform.platform()}"
    )


def log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    """Put a message of Qt into our log."""
    logs.QT.log(QT_LEVELS.get(kind, logging.WARNING), "%s", message)


def _brief(error: BaseException) -> str:
    said = logs.without_home(str(error)).partition("\n")[0][:200]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _end(report: CrashReport) -> None:
    """Print a report and end the process at once: event loops and threads would keep it alive."""
    if sys.stderr is not None:
        sys.stderr.write(f"{report.happened}\n{report.saved}\n{report.text}")
        sys.stderr.flush()
    os._exit(1)


_hook: CrashHook | None = None
_fault_log: TextIO | None = None
