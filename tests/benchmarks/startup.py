"""The start beside that of a bare window, to the first painted frame and until the map answers the hand: goal S1."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

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
FILLED = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QAbstractEventDispatcher, QTimer
from desktop import ahead, app, assets
from desktop.window import MainWindow
from graphdata.collector import Hold
hold, looks = Hold(), []
ahead.prepare = lambda window: None  # what is imported for later comes after all that is measured here
def note():
    looks.append(time.process_time())
def begin(window):
    present(window)
    window.canvas.painted.connect(lambda: looks.clear() if not window.board.is_filled else None)
    QAbstractEventDispatcher.instance().awake.connect(note)
def filled():
    hold.let_go()
    QTimer.singleShot(200, end)
def end():
    kept = [after - before for before, after in zip(looks, looks[1:])]
    print(f"FILLED {sum(kept):.4f} LONGEST {max(kept):.4f}", flush=True)
    app.QApplication.exit(0)
present, MainWindow.present = MainWindow.present, begin
app.run_window(assets.shipped_network(), filled=filled)
"""
SCREEN = '{"screens": [{"name": "one", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}]}'
RUNS = 9
OURS = (sys.executable, "-m", "desktop", "--quit-after-first-frame")
AGAIN, FIRST = "Entente with the shipped network", "the same, nothing kept from a start before"
WAYS = {
    "a bare window": (sys.executable, "-c", BARE),
    "a bare window with a menu": (
        sys.executable, "-c", BARE.replace("window.show()", "window.menuBar().addMenu('File')\nwindow.show()"),
    ),
    "a bare window that imports numpy": (sys.executable, "-c", "import numpy\n" + BARE),
    AGAIN: OURS,
    FIRST: OURS,
}  # fmt: skip


def tables(quick: bool) -> Iterator[Table]:
    """Yield the table of starts, and one of what comes after the first frame."""
    runs = 3 if quick else RUNS + 1
    found: dict[str, list[tuple[float, ...]]] = {name: [] for name in WAYS}
    later: list[tuple[float, ...]] = []
    with tempfile.TemporaryDirectory() as kept:
        Path(kept, "screen.json").write_text(SCREEN, encoding="utf-8")
        for _ in range(runs):
            later.append(started((sys.executable, "-c", FILLED), kept, "FILLED {} LONGEST {}"))
            for name, call in WAYS.items():
                told = "FIRST_FRAME {} CPU {}" + ("\nAT_HAND {} CPU {}" if call is OURS else "")
                found[name].append(started(call, kept, told, "nothing" if name == FIRST else ""))
    timings = {name: tuple(timing_of(column) for column in zip(*runs[1:], strict=True)) for name, runs in found.items()}
    bare = timings["a bare window"]
    rows = [_row(name, *each[:2], bare) for name, each in timings.items()]
    rows += [_row(f"{name}: at hand", *each[2:], bare) for name, each in timings.items() if len(each) > 2]
    note = (
        "To the first painted frame, warm; the processor's time is what to compare on a shared machine. The first "
        "frame of the shipped one is the picture that the start before has kept of the map; at hand is the map itself."
    )
    yield Table("S1: start", ("what", "CPU ms", "wall ms", "CPU ratio", "wall ratio"), rows, (note,))
    whole, longest = (timing_of(column) for column in zip(*later[1:], strict=True))
    row = ["panels, search box, status line", whole.median * 1e3, longest.median * 1e3, ratio(whole, bare[1])]
    yield Table(
        "S1: after the first frame", ("what", "CPU ms", "longest between two looks at events", "CPU ratio"), [row]
    )


def _row(name: str, wall: Timing, cpu: Timing, bare: tuple[Timing, ...]) -> list[object]:
    """Return a line of the table."""
    return [name, cpu.median * 1e3, wall.median * 1e3, ratio(cpu, bare[1]), ratio(wall, bare[0])]


def started(call: tuple[str, ...], kept: str, told: str, data: str = "") -> tuple[float, ...]:
    """Return the numbers of seconds that a start tells; compiled modules are kept in a folder, data in one inside it.

    Without a screen of its own the window is as large as on a usual one: on a tiny one the map would be a stamp.
    """
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    surroundings |= {"ENTENTE_T0": repr(time.time()), "PYTHONPYCACHEPREFIX": kept}
    surroundings |= {"XDG_CONFIG_HOME": kept, "XDG_DATA_HOME": str(Path(kept, data))}
    if surroundings.get("QT_QPA_PLATFORM") == "offscreen":
        surroundings["QT_QPA_PLATFORM"] = f"offscreen:configfile={kept}/screen.json"
    said = subprocess.run(call, env=surroundings, capture_output=True, text=True, check=True, timeout=120).stdout
    match = re.search(told.replace("{}", r"([\d.]+)"), said)
    assert match, said
    return tuple(float(number) for number in match.groups())
