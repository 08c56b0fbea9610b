"""The canvas beside its peers: goals C1 to C6 (frames, gestures, stalls, hits, memory)."""

from __future__ import annotations

import ctypes
import gc
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import canvases
from crowds import Laid, gestures, laid, map_of, settle, shipped_map
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsView
from timing import RUNS, Table, Timing, beside, cpu_seconds, in_turns, ratio, timed, timing_of

from desktop.canvas.camera import Camera
from desktop.canvas.map_widget import MapWidget
from desktop.canvas.scene_stage import SceneStage
from graphdata.collector import keep_from_collector

SIZES = ((1600, 1000), (3840, 2160))
IDLE = 1e-4  # seconds: a look at the events that found nothing to do
SHALLOW = 10  # levels of Qt's index where its own choice takes gigabytes
NOTE = "CPU milliseconds, median; the ratio is ours to the peer's. Stalls are of the window's thread."
MEGABYTE = 1024.0  # kilobytes
FRAMES = 10  # of a gesture
ZOOMS = {"zoom": 1.22, "zoom far in": 6.0, "zoom far out": 1.0 / 6.0}  # how far each leads


def tables(quick: bool) -> Iterator[Table]:
    """Yield the tables of frames, stalls, hits and memory."""
    sizes = SIZES[:1] if quick else SIZES
    yield Table("C1, C2: 300 actors, 900 lines, in full style", STYLED, [*_styled(sizes, quick)], (NOTE, UNLIKE))
    yield Table("C3: pan and zoom at 10,000 / 30,000", HEADS, [*_moved(sizes, quick)], (NOTE,))
    yield Table("C4: painting anew, and the longest stall", STALLS, [*_refined(sizes, quick)], (NOTE, BARE))
    yield Table("C5: what lies under the pointer", HEADS, [*_hits(quick)], ("microseconds",))
    yield Table(
        "C6: memory of a canvas",
        ("what", "nodes", "MB", "to plain items", "to styled items"),
        [*_memory(quick)],
        (MEMORY,),
    )


HEADS = ("what", "size", "ours", "peer", "peer's name", "ratio")
STYLED = (*HEADS, "unlike")
UNLIKE = "Unlike is the share of pixels in which the two pictures are more than 64 of 255 apart."
STALLS = (
    "actors", "size", "painting anew", "PlotCurveItem", "ratio", "with ScatterPlotItem", "ratio",
    "longest stall", "median stall",
)  # fmt: skip
BARE = (
    "The peer's lines are straight, of one colour and not smoothed, as ours are where more than 5,000 are in sight; of "
    "fewer, ours are bent, smoothed and have heads, and up to 1,300 patterns and signs, too. Ours always has actors "
    "and labels, the peer actors with a ScatterPlotItem alone."
)
MEMORY = (
    "What showing the network adds to a process that holds it, at its peak; each in a process of its own. "
    "Items are straight lines and discs without an index, and with one of ten levels; styled are bent, with labels, "
    "in such an index too: left to itself it takes gigabytes for 300,000 long lines."
)


def _row(what: str, size: object, ours: Timing, name: str, peer: Timing | float, unit: float = 1e3) -> list[object]:
    """Return a line of a table, times in thousandths."""
    other = peer.median if isinstance(peer, Timing) else peer
    return [what, size, ours.median * unit, other * unit, name, ratio(ours, peer)]


def _styled(sizes: tuple[tuple[int, int], ...], quick: bool) -> Iterator[list[object]]:
    """Yield the rows of a small network in full style."""
    given = laid(100 if quick else 300)
    for width, height in sizes:
        size = f"{width}x{height}"
        yield from _beside_items(shipped_map(width, height), f"{size}, shipped network")
        yield from _beside_items(map_of(given, width, height), size)
        widget = map_of(given, width, height)
        if canvases.has("matplotlib"):
            drawn = timed(canvases.by_matplotlib(given, width, height))
            yield [*_row("frame", size, timed(_full(widget)), "networkx + matplotlib", drawn), ""]
        shown = canvases.by_browser(given, width, height)
        if shown is not None:
            yield [*_row("frame", size, timed(_full(widget)), "vis.js in Chromium (wall)", shown), ""]
        widget.deleteLater()


def _beside_items(widget: MapWidget, size: str) -> Iterator[list[object]]:
    """Yield the rows of a map beside Qt's own items of the same marks."""
    stage = widget._stage
    batch = stage._batch if isinstance(stage, SceneStage) else stage._shown.batch  # type: ignore[attr-defined]
    view = canvases.styled_items(batch, widget.camera, widget.width(), widget.height())
    into = canvases.image(widget.width(), widget.height())
    painted = canvases.painting(view, into)
    for what, work in (("frame", _full), ("composed and painted", _anew), ("moving frame", _moving)):
        ours, peer = beside(work(widget), painted)
        unlike = canvases.unlike(widget._presenter._base.image.toImage(), into) if what == "frame" else ""
        yield [*_row(what, size, ours, "QGraphicsView items", peer), unlike]
    view.deleteLater()
    widget.deleteLater()


def _full(widget: MapWidget) -> Callable[[], None]:
    """Return what paints a frame of our map in full."""
    return lambda: widget._presenter.paint_now(widget._sight(), widget.size())


def _anew(widget: MapWidget) -> Callable[[], None]:
    """Return what composes and paints our map anew."""

    def work() -> None:
        widget._refine()
        widget._presenter.finish()

    return work


def _moving(widget: MapWidget) -> Callable[[], None]:
    """Return what a frame of a pan costs: the stored image, moved."""
    steps = count(1)
    return _showing(widget, lambda: widget.camera.panned(7.0 * (next(steps) % FRAMES), 3.0))


def _zooming(widget: MapWidget, far: float) -> Callable[[], None]:
    """Return what a frame of a zoom that leads so far costs: the stored image, scaled, or ready if it was foreseen."""
    seen = _cameras(widget, far)
    return _showing(widget, lambda: next(seen))


def _share(far: float, step: int) -> float:
    """Return how far a zoom has come at a frame of its gesture."""
    return float(far ** ((1 + step % FRAMES) / FRAMES))


def _showing(widget: MapWidget, camera: Callable[[], Camera]) -> Callable[[], None]:
    """Return what shows the stored image as a camera sees it."""
    into, area = canvases.image(widget.width(), widget.height()), QRectF(widget.rect())

    def work() -> None:
        painter = QPainter(into)
        widget._presenter.show(painter, camera(), widget.theme, area)
        painter.end()

    return work


def _foreseen(widget: MapWidget, far: float, peer: Callable[[], None], runs: int) -> tuple[Timing, Timing, Timing]:
    """Return what a frame of a zoom costs, what of it was done ahead, and a frame of the peer's gesture.

    The first notch of each gesture comes unforeseen; the others find the picture scaled while the hand was still.
    """
    frame, seen = _zooming(widget, far), _cameras(widget, far)
    found: list[list[float]] = [[], [], []]
    for _ in range(runs + 1):
        gc.collect()
        ahead = 0.0
        begun = cpu_seconds()
        for step in range(FRAMES):
            before = cpu_seconds()
            _ready(widget, next(seen), first=step == 0)
            ahead += cpu_seconds() - before
            frame()
        for times, seconds in zip(found, (cpu_seconds() - begun - ahead, ahead, _once(peer)), strict=True):
            times.append(seconds / FRAMES)
    ours, idle, theirs = (timing_of(times[1:]) for times in found)
    return ours, idle, theirs


def _cameras(widget: MapWidget, far: float) -> Iterator[Camera]:
    """Yield the cameras of gestures that lead so far, one after the other."""
    middle = (widget.width() / 2.0, widget.height() / 2.0)
    for step in count():
        yield widget.camera.zoomed(_share(far, step), middle)


def _ready(widget: MapWidget, camera: Camera, *, first: bool) -> None:
    """Scale the picture for the notch that comes, as it is done in idle turns; the first of a gesture is a surprise."""
    picture = widget._presenter._base
    picture._give_up()
    if not first:
        widget._presenter.expect(widget._sight()._replace(camera=camera), widget.size())
        picture._scaling.finish()


def _once(peer: Callable[[], None]) -> float:
    """Return what a gesture of the peer's costs."""
    gc.collect()
    begun = cpu_seconds()
    _gesture(peer)()
    return cpu_seconds() - begun


def _scaling(view: QGraphicsView, paint: Callable[[], None], far: float) -> Callable[[], None]:
    """Return what a frame of a zoom of a view that leads so far costs."""
    whole, steps = view.transform(), count()

    def work() -> None:
        view.setTransform(whole)
        share = _share(far, next(steps))
        view.scale(share, share)
        paint()

    return work


def _in_gestures(ours: Callable[[], None], peer: Callable[[], None], runs: int = RUNS + 2) -> tuple[Timing, Timing]:
    """Return what a frame costs within a gesture of several, ours and the peer's in turns."""
    one, other = beside(_gesture(ours), _gesture(peer), runs)
    return _a_frame(one), _a_frame(other)


def _gesture(frame: Callable[[], None]) -> Callable[[], None]:
    """Return several frames, one after the other."""

    def work() -> None:
        for _ in range(FRAMES):
            frame()

    return work


def _a_frame(whole: Timing) -> Timing:
    """Return what one frame of a gesture costs."""
    return Timing(*(seconds / FRAMES for seconds in whole))


def _moved(sizes: tuple[tuple[int, int], ...], quick: bool) -> Iterator[list[object]]:
    """Yield the rows of gestures on a large network."""
    given = laid(1000 if quick else 10_000)
    for width, height in sizes:
        widget, size = map_of(given, width, height), f"{width}x{height}"
        yield from _beside_pictures(widget, size)
        for name, view in _peers(given, width, height):
            paint = canvases.painting(view, canvases.image(width, height))
            pan, peer = _in_gestures(_moving(widget), paint)
            yield _row("pan", size, pan, name, peer)
            fitted = view.transform()
            for what, far in ZOOMS.items():
                view.setTransform(fitted)
                yield from _zooms(widget, what, size, name, _scaling(view, paint, far), runs=5)
            view.deleteLater()
        shown = canvases.by_browser(given, width, height)
        if shown is not None:
            yield _row("pan", size, timed(_moving(widget)), "vis.js in Chromium (wall)", shown)
        widget.deleteLater()


def _beside_pictures(widget: MapWidget, size: str) -> Iterator[list[object]]:
    """Yield the rows of gestures beside a picture of the same size that is only copied, or scaled."""
    copied = canvases.copying(widget.width(), widget.height())
    ours, peer = _in_gestures(_moving(widget), copied, runs=15)
    yield _row("pan", size, ours, "a picture copied", peer)
    for what in ZOOMS:
        yield from _zooms(widget, what, size, "a picture copied", copied, runs=15)
    for what, far in ZOOMS.items():
        bare = canvases.scaling(widget._presenter._base.image, (_share(far, step) for step in count()))
        ours, peer = _in_gestures(_zooming(widget, far), bare, runs=15)
        yield _row(f"{what}, none foreseen", size, ours, "a picture scaled", peer)


def _zooms(
    widget: MapWidget, what: str, size: str, name: str, paint: Callable[[], None], runs: int
) -> Iterator[list[object]]:
    """Yield the rows of a zoom beside a peer: as a hand makes it, what of it is done ahead, and all unforeseen."""
    frame, idle, peer = _foreseen(widget, ZOOMS[what], paint, runs)
    yield _row(what, size, frame, name, peer)
    yield _row(f"{what}, done ahead", size, idle, name, peer)
    widget._presenter._base._give_up()
    frame, peer = _in_gestures(_zooming(widget, ZOOMS[what]), paint, runs)
    yield _row(f"{what}, none foreseen", size, frame, name, peer)


def _peers(given: Laid, width: int, height: int) -> Iterator[tuple[str, QGraphicsView]]:
    """Yield the peers that draw a large network."""
    yield "QGraphicsView items, plain", canvases.plain_items(given, width, height)
    if canvases.has("pyqtgraph"):
        yield "pyqtgraph GraphItem, a pen a line", canvases.graph_item(given, width, height)


def _refined(sizes: tuple[tuple[int, int], ...], quick: bool) -> Iterator[list[object]]:
    """Yield the rows of painting anew, with the longest time that a gesture or a rest kept the window."""
    for size in sizes:
        widget = shipped_map(*size)
        yield _stalled("shipped", widget, timed(_anew(widget)).median)
    for nodes in (100, 1000) if quick else (60, 300, 1000, 3000, 10_000, 100_000):
        given = laid(nodes)
        for size in sizes:
            widget = map_of(given, *size)
            yield _stalled(nodes, widget, *_beside_curve(widget, given))


def _stalled(name: object, widget: MapWidget, ours: float, *peers: float) -> list[object]:
    """Return the row of a map: what painting anew takes, beside the peers, and the stalls while a hand is on it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # or the peers would paint along
    gc.collect()  # or the maps and peers before it would be cleared away meanwhile, their pictures of many megabytes
    keep_from_collector()  # as the window does once it stands
    settle(widget)
    stalls = sorted(each for each in gestures(widget) if each > IDLE)
    size = f"{widget.width()}x{widget.height()}"
    widget.deleteLater()
    beside_it = [cell for peer in peers or (float("nan"),) * 2 for cell in (peer * 1e3, ours / peer)]
    return [name, size, ours * 1e3, *beside_it, stalls[-1] * 1e3, stalls[len(stalls) // 2] * 1e3]


def _beside_curve(widget: MapWidget, given: Laid) -> tuple[float, ...]:
    """Return the time that painting anew takes, and that of pyqtgraph's curve without actors and with them, if any."""
    works = {"ours": _anew(widget)}
    size = widget.width(), widget.height()
    views = (
        [canvases.curve_item(given, *size, actors=actors) for actors in (False, True)]
        if canvases.has("pyqtgraph")
        else []
    )
    works |= {str(at): canvases.painting(view, canvases.image(*size)) for at, view in enumerate(views)}
    found = in_turns(works, runs=7)
    for view in views:
        view.deleteLater()
    return tuple(each.median for each in found.values())


def _hits(quick: bool) -> Iterator[list[object]]:
    """Yield the rows of asking what lies under the pointer, along a way that it takes through the window."""
    for nodes in (1000,) if quick else (300, 10_000, 100_000):
        given = laid(nodes)
        widget = map_of(given, *SIZES[0])
        spots = [(x, y) for y in range(40, 1000, 160) for x in range(40, 1600, 4)]
        places = [widget.camera.place((float(x), float(y))) for x, y in spots]
        ours = timed(lambda: [widget._stage.hit(place, widget.camera.zoom) for place in places])  # noqa: B023 - timed at once
        each = Timing(*(value / len(spots) for value in ours))
        few = spots[:: max(1, len(spots) // 60)]
        for name, depth in (("straight", None), ("bent", None)) if nodes <= 10_000 else (("straight", SHALLOW),):
            make = canvases.plain_items if name == "straight" else canvases.curved_items
            view = make(given, *SIZES[0], depth=depth)
            peer = timed(lambda: [view.items(QPointF(x, y).toPoint()) for x, y in few])  # noqa: B023 - timed at once
            yield _row("hover", nodes, each, f"QGraphicsView.items, {name} lines", peer.median / len(few), 1e6)
            there = [view.mapToScene(QPointF(x, y).toPoint()) for x, y in few]
            peer = timed(lambda: [view.scene().items(place) for place in there])  # noqa: B023 - timed at once
            yield _row("hover", nodes, each, f"QGraphicsScene.items, {name} lines", peer.median / len(few), 1e6)


def _memory(quick: bool) -> Iterator[list[object]]:
    """Yield the rows of memory, each measured in a process of its own."""
    nodes = 1000 if quick else 100_000
    taken = {name: _measured(name, nodes) for name in ("items", "indexed", "styled", "ours")}
    for name, megabytes in taken.items():
        yield [name, nodes, megabytes, megabytes / taken["items"], megabytes / taken["styled"]]


def _measured(name: str, nodes: int) -> float:
    """Return the megabytes that a canvas adds to a process."""
    call = (sys.executable, str(Path(__file__)), name, str(nodes))
    return float(subprocess.run(call, capture_output=True, text=True, check=True).stdout.split()[-1])


def _measure(name: str, nodes: int) -> float:
    """Return the megabytes that a canvas adds to this process, at its peak."""
    given = laid(nodes)
    _give_back()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forget the peak of making the network
    before = _peak()
    if name == "ours":
        kept: object = map_of(given, *SIZES[0])
        _anew(kept)()  # type: ignore[arg-type] # the map; from then on it holds two images
    else:
        from desktop.app import made_app

        made_app()
        if name == "styled":
            kept = canvases.labelled_items(given, *SIZES[0], depth=SHALLOW)
        else:
            kept = canvases.plain_items(given, *SIZES[0], depth=0 if name == "items" else SHALLOW)
        canvases.painting(kept, canvases.image(*SIZES[0]))()
    assert kept is not None
    return (_peak() - before) / MEGABYTE


def _give_back() -> None:
    """Give memory that is free back to the system, so that what is taken from now on counts for both."""
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)


def _peak() -> float:
    """Return the largest memory of this process since it was last asked to forget, in kilobytes."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return float(line.split()[1])


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))
    print(_measure(sys.argv[1], int(sys.argv[2])))
