"""The start beside that of a bare window, to the first painted frame: goal S1."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from timing import Table, Timing, ratio, timing_of

BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
class Canvas(QWidget):
    def paintEvent(self, event):
        wall = time.time() - float(os.environ["ENTENTE_T0"])
        print(f"FIRST_FRAME {wall:.3f} CPU {time.process_time():.3f}", flush=True)
        QApplication.exit(0)
app, window = QApplication(sys.argv), QMainWindow()
window.setCentralWidget(Canvas())
window.resize(1440, 900)
window.show()
app.exec()
"""
RUNS = 9
WAYS = {
    "a bare window": (sys.executable, "-c", BARE),
    "a bare window with a menu": (
        sys.executable, "-c", BARE.replace("window.show()", "window.menuBar().addMenu('File')\nwindow.show()"),
    ),
    "a bare window that imports numpy": (sys.executable, "-c", "import numpy\n" + BARE),
    "Entente with the shipped network": (sys.executable, "-m", "desktop", "--quit-after-first-frame"),
}  # fmt: skip


def tables(quick: bool) -> Iterator[Table]:
    """Yield the table of starts."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in WAYS}
    with tempfile.TemporaryDirectory() as kept:
        for _ in range(3 if quick else RUNS + 1):
            for name, call in WAYS.items():
                found[name].append(started(call, kept))
    timings = {name: tuple(timing_of(column) for column in zip(*runs[1:], strict=True)) for name, runs in found.items()}
    bare = timings["a bare window"]
    rows = [_row(name, *each, bare) for name, each in timings.items()]
    note = "To the first painted frame, warm; the processor's time is what to compare on a shared machine."
    yield Table("S1: start", ("what", "CPU ms", "wall ms", "CPU ratio", "wall ratio"), rows, (note,))


def _row(name: str, cpu: Timing, wall: Timing, bare: tuple[Timing, ...]) -> list[object]:
    """Return a line of the table."""
    return [name, cpu.median * 1e3, wall.median * 1e3, ratio(cpu, bare[0]), ratio(wall, bare[1])]


def started(call: tuple[str, ...], kept: str) -> tuple[float, float]:
    """Return the processor's and the wall's seconds to the first frame; compiled modules are kept in a folder."""
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    surroundings |= {"ENTENTE_T0": repr(time.time()), "PYTHONPYCACHEPREFIX": kept, "XDG_CONFIG_HOME": kept}
    told = subprocess.run(call, env=surroundings, capture_output=True, text=True, check=True, timeout=120).stdout
    match = re.search(r"FIRST_FRAME ([\d.]+) CPU ([\d.]+)", told)
    assert match, told
    return float(match[2]), float(match[1])
