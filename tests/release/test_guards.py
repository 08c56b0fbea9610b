"""The guards of tests/conftest.py do catch what they are there for."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"
FAULTY = '''
"""Tests with one fault each."""
import logging, os, socket, threading, time
from pathlib import Path
import pytest

def test_network():
    socket.create_connection(("localhost", 9))

def test_socket():
    socket.socket().connect(("127.0.0.1", 9))

def test_thread():
    threading.Thread(target=time.sleep, args=(4,), name="sleeper", daemon=True).start()

def test_log():
    logging.getLogger("somewhere").warning("odd")

def test_window(qapp):
    from PySide6.QtWidgets import QWidget
    window = test_window.kept = QWidget(objectName="forgotten")
    window.show()
'''
SOUND = """
@pytest.mark.expects_log
def test_marked_log():
    logging.getLogger("somewhere").warning("odd")

def test_home(tmp_path):
    assert Path.home().is_dir()
    assert not list(tmp_path.iterdir())
    (Path.home() / "trace").touch()

def test_home_of_its_own():
    assert not (Path.home() / "trace").exists()

def test_caret(qapp):
    assert qapp.cursorFlashTime() == 0
"""


def run_tests(folder: Path, text: str) -> str:
    """Return what pytest reports about a file of tests beside our conftest.py."""
    shutil.copy(CONFTEST, folder)
    (folder / "test_it.py").write_text(text, encoding="utf-8")
    options = ["-p", "no:cacheprovider", "--strict-markers", "-q"]
    command = [sys.executable, "-m", "pytest", *options, str(folder)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def test_faults_are_caught(tmp_path: Path) -> None:
    """A connection, a thread, a log line and a window that are left each fail their test."""
    report = run_tests(tmp_path, FAULTY)
    assert report.count("reached for the network") >= 2
    for left in ("['sleeper']", "WARNING somewhere: odd", "QWidget 'forgotten'"):
        assert left in report
    assert "3 passed, 3 errors" in report.replace("2 failed, ", "")


def test_sound_tests_pass(tmp_path: Path) -> None:
    """A marked log line passes, homes are fresh, tmp_path is empty and the caret is still."""
    assert "4 passed" in run_tests(tmp_path, FAULTY.partition("def test_network")[0] + SOUND)
