"""Steps in the window against the size of the network: what the window's own thread spends on each."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Final

import numpy as np
from many import many
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabWidget
from timing import Table

from desktop import app, commands, theme
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.window import MainWindow
from graphdata.filter import Filter
from graphdata.ties import ties_of
from graphdata.view import view_of

SIZES: Final = (100, 1_000, 10_000)
QUIET: Final = 20  # rounds without work, after which a step has settled
Step = tuple[str, Callable[[], object]]


def tables(quick: bool = False) -> Iterator[Table]:
    """Yield the longest stall of each step at each size, and how it grows."""
    sizes = tuple(size // 10 for size in SIZES) if quick else SIZES
    found = {size: _stalls(size) for size in sizes}
    heads = ["step", *(f"{size:,} actors: ms" for size in sizes), "exponent"]
    rows = [[step, *(found[size][step] for size in sizes), _exponent(found, step)] for step in found[sizes[0]]]
    notes = (
        "CPU time of the window's thread: of the call itself, or of one turn of the event loop until all is painted.",
        "A network is read and judged beside the window before it is opened; that is in `line`.",
    )
    yield Table("The longest stall of each step in the window, against the size", heads, rows, notes)


def _exponent(found: dict[int, dict[str, float]], step: str) -> float:
    """Return the power of the size that the time of a step grows with."""
    sizes, times = np.array([*found]), np.array([max(0.1, each[step]) for each in found.values()])
    return float(np.polyfit(np.log(sizes), np.log(times), 1)[0])


def _stalls(size: int) -> dict[str, float]:
    """Return the longest stall of each step in milliseconds."""
    with TemporaryDirectory() as folder:
        made = QApplication.instance() or app.made_app()
        assert isinstance(made, QApplication)
        colours = theme.theme_for("light", made)
        session = Session()
        window = MainWindow(session, SettingsStore(Path(folder) / "settings.json"), colours)
        window.resize(1600, 1000)
        window.show()
        window.fill()
        found = {name: 1000.0 * _longest(work) for name, work in _steps(size, session, window)}
        window.hide()
        window.deleteLater()
        made.processEvents()
        gc.unfreeze()
    return found


def _steps(size: int, session: Session, window: MainWindow) -> Iterator[Step]:
    """Yield what an analyst does, and how it is done."""
    network, dice = many(size), Random(1)  # noqa: S311  nothing here is a secret
    side = 30.0 * size**0.5
    places = {each.id: (dice.uniform(-side, side), dice.uniform(-side, side)) for each in network.actors}
    ties_of(view_of(network, Filter()))
    gc.freeze()
    tabs = window.board.tables.findChild(QTabWidget)
    table = window.board.relations_table
    assert isinstance(tabs, QTabWidget)
    assert table is not None
    yield "open", lambda: session.open(network, places)
    yield "filter by a domain", lambda: commands.change_filter(session, Filter(domains=frozenset({"arms"})), "")
    yield "one step back", session.undo_stack.undo
    yield "filter by words", lambda: commands.change_filter(session, Filter(text="engines"), "")
    yield "filter that leaves nothing", lambda: commands.change_filter(session, Filter(text="no such word"), "")
    yield "another date", lambda: commands.change_filter(session, Filter(as_of="2023"), "")
    yield "clear the filter", lambda: commands.clear_filter(session)
    yield "select the actor with most relations", lambda: session.select("actor", "actor:a0")
    yield "select a relation", lambda: session.select("relation", "rel:r7")
    yield "select the source behind most", lambda: session.select("source", "src:s0")
    yield "select nothing", session.select
    yield "sort relations by actor", lambda: table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    yield "sort relations by summary", lambda: table.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    yield "sort relations by confidence", lambda: table.sortByColumn(7, Qt.SortOrder.DescendingOrder)
    yield "one line per pair", lambda: commands.change_combine(session, "pairs")
    yield "one line per domain again", lambda: commands.change_combine(session, "ties")
    for at, name in enumerate(("sources", "timeline", "questions"), start=1):
        yield f"turn to the {name}", lambda at=at: tabs.setCurrentIndex(at)


def _longest(work: Callable[[], object]) -> float:
    """Return the longest stall of a piece of work and of what it leaves to the event loop, in seconds."""
    started, quiet = thread_time(), 0
    work()
    longest = thread_time() - started
    while quiet < QUIET:
        started = thread_time()
        QApplication.processEvents()
        spent = thread_time() - started
        longest, quiet = max(longest, spent), quiet + 1 if spent < 0.001 else 0
    return longest
