"""What happens when the program fails: one dialog, or a report on the terminal and the end."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import crash, logs
from desktop.dialogs.crash_dialog import CrashDialog
from desktop.settings import data_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def hook(qtbot: QtBot) -> Iterator[crash.CrashHook]:  # noqa: ARG001 - Qt must run
    """Return the installed hook of a window, and take it away afterwards."""
    yield crash.install()
    crash.uninstall()


def fail(hook: crash.CrashHook, words: str = "no such thing") -> None:
    """Let the hook catch an error."""
    try:
        {}[words]
    except LookupError as error:
        hook.catch(type(error), error, error.__traceback__)


def dialogs() -> list[CrashDialog]:
    """Return the crash dialogs on show."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, CrashDialog) and each.isVisible()]


def close_all(qtbot: QtBot) -> None:
    """Close every crash dialog."""
    for dialog in dialogs():
        dialog.accept()
    qtbot.waitUntil(lambda: not dialogs())


def run_python(code: str, timeout: float = 60.0) -> subprocess.CompletedProcess[str]:
    """Run a program of its own in the checkout and return how it ended."""
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, env=environment, check=False)


@pytest.mark.expects_log
def test_one_dialog_says_what_happened_and_what_was_saved(hook: crash.CrashHook, qtbot: QtBot) -> None:
    fail(hook)
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    report = dialogs()[0].report
    assert report.happened.endswith("KeyError: 'no such thing'")
    assert report.saved == crash.UNTOUCHED
    assert "test_crash.py" in report.text
    close_all(qtbot)


@pytest.mark.expects_log
def test_many_errors_make_one_dialog(hook: crash.CrashHook, qtbot: QtBot) -> None:
    for number in range(5):
        fail(hook, f"number {number}")
    qtbot.waitUntil(lambda: bool(dialogs()))
    QCoreApplication.processEvents()
    assert len(dialogs()) == 1
    close_all(qtbot)


@pytest.mark.expects_log
def test_the_same_error_is_not_shown_twice(hook: crash.CrashHook, qtbot: QtBot) -> None:
    for _ in range(2):
        fail(hook)
        QCoreApplication.processEvents()
        shown = len(dialogs())
        close_all(qtbot)
    assert shown == 0


@pytest.mark.expects_log
def test_an_error_in_a_thread_is_shown_too(hook: crash.CrashHook, qtbot: QtBot) -> None:  # noqa: ARG001
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "ZeroDivisionError" in dialogs()[0].report.text
    close_all(qtbot)


def test_saving_that_fails_does_not_hide_the_error() -> None:
    hook = crash.CrashHook(headless=False, saved=lambda: str(1 // 0))
    assert hook._what_was_saved().startswith("Your work could not be saved: ")


def test_a_report_names_versions_and_no_home_folder(home: Path) -> None:
    report = crash.report_of(ValueError(f"bad file {home}/secret.toml"))
    assert all(word in report.text for word in ("Entente ", "Python ", "Qt ", "PySide6 "))
    assert str(home) not in report.text + report.happened
    assert "bad file ~/secret.toml" in report.happened


def test_messages_of_qt_go_into_our_log(caplog: pytest.LogCaptureFixture) -> None:
    crash.log_qt_message(QtMsgType.QtCriticalMsg, None, "the screen is gone")
    assert caplog.record_tuples == [(logs.QT.name, logging.ERROR, "the screen is gone")]


def test_without_a_screen_the_program_prints_and_ends() -> None:
    ended = run_python("from desktop import crash; crash.install(headless=True); raise ValueError('bad luck')")
    assert ended.returncode == 1
    assert "ValueError: bad luck" in ended.stderr


def test_without_a_screen_an_error_inside_the_event_loop_ends_it() -> None:
    code = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import crash
app = QApplication([])
crash.install(headless=True)
QTimer.singleShot(0, lambda: 1 // 0)
app.exec()
"""
    ended = run_python(code)
    assert ended.returncode == 1
    assert "ZeroDivisionError" in ended.stderr


def test_without_a_screen_an_error_in_a_thread_ends_it() -> None:
    code = """
import threading, time
from desktop import crash
crash.install(headless=True)
threading.Thread(target=lambda: 1 // 0).start()
time.sleep(30)
"""
    assert run_python(code, timeout=25).returncode == 1


def test_a_native_crash_leaves_its_stack_for_the_next_start() -> None:
    ended = run_python("import os; from desktop import crash; crash.keep_records(False); os.abort()")
    assert ended.returncode != 0
    told = run_python("from desktop import crash; import sys; sys.stdout.write(crash.keep_records(False))")
    assert "Fatal Python error: Aborted" in told.stdout
    assert (data_folder() / crash.OLD_FAULT_LOG).is_file()


def test_private_mode_keeps_no_records() -> None:
    code = "import os; from desktop import crash, logs; crash.keep_records(True); logs.APP.error('x'); os.abort()"
    run_python(code)
    assert not data_folder().exists()


def test_private_mode_clears_the_empty_log_of_a_run_that_was_killed() -> None:
    run_python("import os; from desktop import crash; crash.keep_records(False); os._exit(9)")
    assert not (data_folder() / crash.FAULT_LOG).read_bytes()
    run_python("from desktop import crash; crash.keep_records(True)")
    assert not (data_folder() / crash.FAULT_LOG).exists()


def test_an_uneventful_run_leaves_no_crash_log() -> None:
    run_python("from desktop import crash; crash.keep_records(False); crash.stop_fault_log()")
    assert not (data_folder() / crash.FAULT_LOG).exists()
