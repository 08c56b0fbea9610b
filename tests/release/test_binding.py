"""The Qt binding keeps its references: a release that loses one to None a call ends the interpreter within minutes."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainterPath

class Bell(QObject):
    rung = Signal(int)

calls, bell, path = 500, Bell(), QPainterPath()
kept = [None, True] * 20000  # so that a faulty binding lives to be reported
bell.rung.connect(lambda number: None)
for name, value, call in (
    ("setObjectName", None, lambda: bell.setObjectName("x")),
    ("moveTo", None, lambda: path.moveTo(1, 2)),
    ("parent", None, lambda: bell.parent()),
    ("emit", None, lambda: bell.rung.emit(1)),
    ("emit", True, lambda: bell.rung.emit(1)),
):
    before = sys.getrefcount(value)
    for _ in range(calls):
        call()
    print(name, value, (before - sys.getrefcount(value)) / calls)
"""


def test_calls_keep_references_to_none_and_true() -> None:
    """Void methods and signals of Qt leave the reference counts as they were; Python 3.12 and later freeze them."""
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    lost = {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in done.stdout.splitlines()}
    assert len(lost) == 5
    assert max(map(abs, lost.values())) < 0.1, lost
