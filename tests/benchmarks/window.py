"""Steps in the window against the size of the network: how long each holds the window, and when it is done."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time, sleep, thread_time
from typing import Final, NamedTuple

import numpy as np
from many import many
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QThreadPool
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget
from timing import Table

from desktop import ahead, app, commands, theme
from desktop.assets import shipped_network
from desktop.canvas.map_widget import MapWidget
from desktop.opening import opened
from desktop.panels.query_bar import QueryLine
from desktop.readying import make_ready
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.window import MainWindow
from graphdata.filter import Filter
from graphdata.hits import Hit
from graphdata.network import Network
from graphdata.questions.baseline import Baseline

SIZES: Final = (100, 1_000, 10_000)
SHIPPED: Final = 0  # the size that stands for the network that is shipped
QUIET: Final = 20  # rounds without work, after which a step has settled
REST: Final = 0.002  # seconds between rounds without work
CARRIED: Final = 5  # frames of a drag before one that counts
MIDDLE: Final = QPoint(400, 300)  # about there
Step = tuple[str, Callable[[], object]]


class Cost(NamedTuple):
    """What a step costs, in milliseconds: the longest stall of the window, and all work until it has settled."""

    stall: float
    total: float


def tables(quick: bool = False) -> Iterator[Table]:
    """Yield the longest stall and the whole cost of each step at each size, and how they grow."""
    sizes = tuple(size // 10 for size in SIZES) if quick else SIZES
    found = {size: _costs(size) for size in (SHIPPED, *sizes)}
    heads = ["step", "shipped: ms", *(f"{size:,} actors: ms" for size in sizes), "exponent"]
    stalls = (
        "CPU time of the window's thread: of the call itself, or of one turn of the event loop until all is painted.",
        "A network is read and judged beside the window before it is opened; that is in `line`.",
    )
    totals = (
        "CPU time of the whole program until the step has settled, in the window and beside it, with all painting.",
    )
    for at, title, notes in (
        (0, "The longest stall of each step in the window", stalls),
        (1, "All of each step", totals),
    ):
        of = {size: {step: cost[at] for step, cost in each.items()} for size, each in found.items()}
        rows = [[step, *(each[step] for each in of.values()), _exponent(of, step)] for step in of[SHIPPED]]
        yield Table(f"{title}, against the size", heads, rows, notes)


def _exponent(found: dict[int, dict[str, float]], step: str) -> float:
    """Return the power of the size that the time of a step grows with, in the networks that are generated."""
    sizes = np.array([size for size in found if size != SHIPPED])
    times = np.array([max(0.1, found[size][step]) for size in sizes.tolist()])
    return float(np.polyfit(np.log(sizes), np.log(times), 1)[0])


def _costs(size: int) -> dict[str, Cost]:
    """Return what each step costs at a size."""
    with TemporaryDirectory() as folder:
        made = QApplication.instance() or app.made_app()
        assert isinstance(made, QApplication)
        colours = theme.theme_for("light", made)
        theme.dress(made, colours)  # what stands is dressed anew where it changes its place, which takes its time
        session = Session()
        window = MainWindow(session, SettingsStore(Path(folder) / "settings.json"), colours)
        window.resize(1600, 1000)
        window.show()
        window.fill()
        ahead.prepare(window)  # as once the panels stand
        _cost(QApplication.processEvents)  # the empty window is painted: its first frame is in `startup`
        found = {name: _cost(work) for name, work in _steps(size, session, window)}
        window.hide()
        window.deleteLater()
        made.processEvents()
        gc.unfreeze()
    return found


def _steps(size: int, session: Session, window: MainWindow) -> Iterator[Step]:
    """Yield what an analyst does, and how it is done."""
    network, places = opened(shipped_network())[:2] if size == SHIPPED else _scattered(size)
    make_ready(network)
    hub = max(network.actors, key=lambda actor: network.degree.get(actor.id, 0)).id
    relation, source, other = network.relations[7].id, network.sources[0].id, network.actors[7].id
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
    yield "select the actor with most relations", lambda: session.select("actor", hub)
    yield "select a relation", lambda: session.select("relation", relation)
    yield "select a source", lambda: session.select("source", source)
    yield "select nothing", session.select
    yield "sort relations by actor", lambda: table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    yield "sort relations by summary", lambda: table.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    yield "sort relations by confidence", lambda: table.sortByColumn(7, Qt.SortOrder.DescendingOrder)
    yield "one line per pair", lambda: commands.change_combine(session, "pairs")
    yield "one line per domain again", lambda: commands.change_combine(session, "ties")
    earlier = Baseline(earlier="2023")
    yield "compare with a date", lambda: commands.change_baseline(session, earlier, session.positions, "")
    yield "compare with nothing", lambda: commands.change_baseline(session, Baseline(), session.positions, "")
    around = Filter(ego=other, steps=2)
    yield "two steps round an actor", lambda: commands.change_filter(session, around, "")
    yield "show everything", lambda: commands.clear_filter(session)
    for at, name in enumerate(("sources", "timeline", "questions"), start=1):
        yield f"turn to the {name}", lambda at=at: tabs.setCurrentIndex(at)
    yield "select all rows", table.selectAll
    table.clearSelection()
    yield from _by_hand(hub, window.board.canvas)
    yield from _asked_for(hub, session, window)
    yield "open it once more", lambda: session.open(network, places)


def _by_hand(actor_id: str, canvas: MapWidget) -> Iterator[Step]:
    """Yield what a hand does that takes an actor, carries it on and lets it go; and the keyboard, that moves it on."""
    canvas.fit()
    QApplication.processEvents()
    place = canvas._stage.place_of(Hit("actor", actor_id))
    assert place is not None
    at = QPointF(*canvas.camera.shown(place))
    _mouse(canvas, QEvent.Type.MouseButtonPress, at)

    def carried() -> None:
        """Move on by a hand's breadth."""
        nonlocal at
        at += QPointF(9.0, 5.0)
        _mouse(canvas, QEvent.Type.MouseMove, at)

    yield "take that actor in hand", carried
    for _ in range(CARRIED):
        carried()
        QApplication.processEvents()
    yield "carry it on, a frame", carried
    yield "let it go", lambda: _mouse(canvas, QEvent.Type.MouseButtonRelease, at)
    nudge = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    yield "take it by the keyboard", lambda: canvas.selected.emit(Hit("actor", actor_id))
    yield "move it on by a key", lambda: QApplication.sendEvent(canvas, nudge)


def _asked_for(hub: str, session: Session, window: MainWindow) -> Iterator[Step]:
    """Yield what comes up when it is asked for, menus, lists under a line, windows; and what changes all: colours."""
    do, line = {name: action.trigger for name, action in window.actions_by_name.items()}, session.ties[0].id
    for name, hit in (("an actor", Hit("actor", hub)), ("a line", Hit("tie", line)), ("the map", None)):
        session.select()
        yield f"the menu of {name}", lambda hit=hit: window.context_menu.show_at(hit, window.canvas.mapToGlobal(MIDDLE))
        _close_all_but(window)
    assert window.search_box is not None
    window.search_box.setFocus()
    yield "search by a letter", lambda: QTest.keyClick(window.search_box, Qt.Key.Key_R)
    yield "search by another letter", lambda: QTest.keyClick(window.search_box, Qt.Key.Key_U)
    window.search_box.clear()
    yield "the query line", do["query"]
    field = window.findChild(QueryLine)
    QTest.keyClicks(field, "from:")
    yield "a letter of a query", lambda: QTest.keyClick(field, Qt.Key.Key_R)
    field.clear()
    yield "hide the actor", lambda: (session.select("actor", hub), do["hide"]())
    yield "show the actor again", session.undo_stack.undo
    yield "a smaller window", lambda: window.resize(1300, 800)
    yield "the window as it was", lambda: window.resize(1600, 1000)
    for name in ("palette", "help", "print", "shortcuts", "about"):
        yield f"the window of: {name}", do[name]
        _close_all_but(window)
    yield "other colours", lambda: window.choose_theme("dark")
    yield "the colours as they were", lambda: window.choose_theme("light")


def _close_all_but(window: MainWindow) -> None:
    """Close every other window and menu."""
    for each in QApplication.topLevelWidgets():
        if each is not window and each.isVisible():
            each.close()


def _mouse(canvas: MapWidget, kind: QEvent.Type, at: QPointF) -> None:
    """Let the left button of a mouse do something at a point of the map."""
    left, moves = Qt.MouseButton.LeftButton, kind is QEvent.Type.MouseMove
    over = QPointF(canvas.mapToGlobal(at))
    button, held = Qt.MouseButton.NoButton if moves else left, left
    event = QMouseEvent(kind, at, over, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


def _scattered(size: int) -> tuple[Network, dict[str, tuple[float, float]]]:
    """Return a network of so many actors and a place for each."""
    network, dice = many(size), Random(1)  # noqa: S311  nothing here is a secret
    side = 30.0 * size**0.5
    return network, {each.id: (dice.uniform(-side, side), dice.uniform(-side, side)) for each in network.actors}


def _cost(work: Callable[[], object]) -> Cost:
    """Return what a piece of work costs, with what it leaves to the event loop and to the threads beside it."""
    begun, started, quiet = process_time(), thread_time(), 0
    work()
    longest = thread_time() - started
    while quiet < QUIET:
        started = thread_time()
        QApplication.processEvents()
        spent = thread_time() - started
        longest, is_quiet = max(longest, spent), spent < 0.001 and not QThreadPool.globalInstance().activeThreadCount()
        quiet = quiet + 1 if is_quiet else 0
        if spent < 0.001:
            sleep(REST)
    return Cost(1000.0 * longest, 1000.0 * (process_time() - begun))
