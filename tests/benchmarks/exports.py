"""Exports beside networkx with matplotlib, graphviz and Qt's own writers: time and bytes of PNG, SVG, PDF; slides.

Everybody draws the same: 300 nodes at given places, 890 bent lines in four colours with arrowheads, a label each. Timed
is the way from there to the bytes of the file; ours has a second row for the picture as Entente makes it: patterns,
signs on the lines, icons, and plates behind the labels.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import msgspec
import networkx as nx
import numpy as np
from many import many
from timing import RUNS, Table, Timing, in_turns, ratio, timed

from desktop import assets
from desktop.export.formats import PRESETS, SLIDE, to_bytes
from graphdata import curves
from graphdata.compose import compose
from graphdata.drawing import Disc, Drawing, Group, Mark, Polygon, Strokes, Words, moved
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.rendering import marks_of
from graphdata.sheet import Request, sheet_of
from graphdata.ties import ties_of
from graphdata.view import view_of

SIZE = PRESETS["screen-4k"].size
WIDE, HIGH = 1600.0, 900.0
COLOURS = ("#750C0C", "#17756D", "#061040", "#AB9422")
FILES = (".png", ".svg", ".pdf")
MATPLOTLIB, GRAPHVIZ = "networkx + matplotlib", "graphviz neato -n2"


class Exported(NamedTuple):
    """What an export cost and how large it is."""

    timing: Timing
    size: int


class Drawn(NamedTuple):
    """What everybody draws: the ends of lines as ranks of nodes, the places of nodes on the page, and their names."""

    ends: np.ndarray
    at: np.ndarray
    names: list[str]


Exporter = Callable[[], bytes]


def tables(*, quick: bool) -> Iterator[Table]:
    """Yield the table of pictures and that of slides."""
    from desktop.app import headless_app

    app = headless_app()
    yield _pictures(60 if quick else 300, 1 if quick else RUNS)
    yield _slides(1 if quick else RUNS)
    app.processEvents()


def _pictures(nodes: int, runs: int) -> Table:
    """Return the table of pictures."""
    network = _network(nodes, nodes * 3 - 10)
    places = positions_of(network)
    drawn = Drawn(_ends(network), _fitted(network, places), [actor.label for actor in network.drawn])
    plain, whole = _plain(drawn), _whole(network, places)
    bare = replace(
        plain, items=tuple(mark for group in plain.items if isinstance(group, Group) for mark in group.items)
    )
    rows: list[list[object]] = []
    for suffix in FILES:
        exporters: dict[str, Exporter | None] = {
            "Entente, the same marks": partial(to_bytes, plain, suffix, SIZE),
            "Entente, the same marks without names": partial(to_bytes, bare, suffix, SIZE)
            if suffix == ".svg"
            else None,
            "Entente, its own picture": partial(to_bytes, whole, suffix, SIZE),
            "Qt's own writer, the same marks": _qt(plain, suffix),
            MATPLOTLIB: _matplotlib(drawn, suffix),
            GRAPHVIZ: _graphviz(drawn, suffix),
        }
        found = _measured({name: exporter for name, exporter in exporters.items() if exporter}, runs)
        rows += [_row(suffix, name, each, found) for name, each in found.items()]
    shape = f"{nodes} nodes, {len(drawn.ends)} lines, {SIZE.pixels[0]} x {SIZE.pixels[1]}"
    goals = (
        "goals for the same marks: PNG <= 0.1 of matplotlib, <= 0.6 of graphviz, bytes <= 0.7 of matplotlib",
        "SVG <= 0.01 of matplotlib, <= 0.15 of graphviz, bytes <= 0.4 of graphviz",
        "PDF <= 0.05 of matplotlib, <= 0.5 of graphviz, bytes <= 1.2 of matplotlib",
        f"composing Entente's own picture (labels, signs, bends) takes {_composed(network, places, runs):.3g} s before",
    )
    heads = ("file", "by", "CPU s", "of matplotlib", "of graphviz", "KB", "KB of matplotlib", "KB of graphviz")
    return Table(f"Pictures: {shape}", heads, rows, goals)


def _row(suffix: str, name: str, each: Exported, found: dict[str, Exported]) -> list[object]:
    """Return one line of the table, with the ratios to the peers that are there."""
    times = [ratio(each.timing, found[peer].timing) if peer in found else "-" for peer in (MATPLOTLIB, GRAPHVIZ)]
    sizes = [each.size / found[peer].size if peer in found else "-" for peer in (MATPLOTLIB, GRAPHVIZ)]
    return [suffix, name, each.timing.median, *times, each.size / 1000.0, *sizes]


def _measured(exporters: Mapping[str, Exporter], runs: int) -> dict[str, Exported]:
    """Return what exports cost, done in turns."""
    timings = in_turns(exporters, runs)
    return {name: Exported(timings[name], len(exporter())) for name, exporter in exporters.items()}


def _composed(network: Network, places: dict[str, tuple[float, float]], runs: int) -> float:
    """Return the CPU seconds that it takes to compose the picture."""
    view = view_of(network, Filter())
    return timed(lambda: compose(view, ties_of(view), places), min(runs, 3)).median


def _network(nodes: int, lines: int) -> Network:
    """Return a generated network with so many actors and relations, no two between the same actors.

    Graphviz bends parallel lines for minutes, networkx draws them over one another.
    """
    whole = many(nodes)
    alone = {frozenset((each.giver, each.receiver)): each for each in reversed(whole.relations)}
    return msgspec.structs.replace(whole, relations=tuple(reversed(alone.values()))[:lines])


def _ends(network: Network) -> np.ndarray:
    """Return giver and receiver of each relation, as ranks."""
    rank = {actor.id: at for at, actor in enumerate(network.drawn)}
    return np.array([(rank[each.giver], rank[each.receiver]) for each in network.relations])


def _plain(drawn: Drawn) -> Drawing:
    """Return what the peers draw as well: bent lines with heads, discs, labels."""
    at = drawn.at
    starts, ends = at[drawn.ends[:, 0]], at[drawn.ends[:, 1]]
    length = np.hypot(*(ends - starts).T)
    marks: list[Mark] = []
    for rank, path in enumerate(curves.lanes(starts, ends, length * 0.06)):
        run = float(curves.lengths(path)[-1])
        shaft = curves.between(path, 6.0, max(6.1, run - 12.0))
        along = shaft[-1] - shaft[-2]
        head = curves.arrowhead(shaft[-1] + along / np.hypot(*along) * 6.0, along / np.hypot(*along), 6.0)
        colour = COLOURS[rank % 4]
        line = Strokes(curves.segments(shaft), colour, 1.2, path=shaft)
        marks.append(Group(f"l{rank}", f"{rank}", (line, Polygon(head, colour))))
    for rank, (x, y) in enumerate(at.tolist()):
        words = Words(x, y + 14.0, drawn.names[rank], 8.0, "#1B242D", anchor="middle")
        marks.append(Group(f"n{rank}", drawn.names[rank], (Disc(x, y, 6.0, "#E8EDF1", "#455A64", 1.0), words)))
    return Drawing(WIDE, HIGH, "#FFFFFF", tuple(marks), "Graph")


def _fitted(network: Network, places: dict[str, tuple[float, float]]) -> np.ndarray:
    """Return the places on the page, row by row."""
    at = np.array([places[actor.id] for actor in network.drawn])
    low, high = at.min(axis=0), at.max(axis=0)
    return 40.0 + (at - low) / (high - low) * (np.array([WIDE, HIGH]) - 80.0)


def _whole(network: Network, places: dict[str, tuple[float, float]]) -> Drawing:
    """Return the picture as Entente makes it, without its page."""
    view = view_of(network, Filter())
    scene = compose(view, ties_of(view), places)
    left, top, right, bottom = scene.bounds
    whole = Drawing(right - left, bottom - top, "#FFFFFF", marks_of(scene, assets.theme("light")), "Graph")
    return replace(whole, items=tuple(moved(mark, -left, -top) for mark in whole.items))


def _qt(drawing: Drawing, suffix: str) -> Exporter:
    """Return Qt's own way to a file: the same painter on an image, QSvgGenerator or QPdfWriter."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtGui import QImage, QPainter, QPdfWriter
    from PySide6.QtSvg import QSvgGenerator

    from desktop.canvas.painter import paint_drawing

    def export() -> bytes:
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image = QImage(*SIZE.pixels, QImage.Format.Format_RGB32)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(int(drawing.width), int(drawing.height)))
        device = {".png": lambda: image, ".svg": lambda: generator, ".pdf": lambda: QPdfWriter(buffer)}[suffix]()
        painter = QPainter(device)
        painter.scale(device.width() / drawing.width, device.width() / drawing.width)
        paint_drawing(drawing, painter)
        painter.end()
        if suffix == ".png":
            image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(held.data())

    return export


def _matplotlib(drawn: Drawn, suffix: str) -> Exporter | None:
    """Return networkx's drawing saved by matplotlib, if it is installed."""
    try:
        import matplotlib as mpl
    except ImportError:
        return None
    mpl.use("Agg")
    mpl.rcParams["svg.fonttype"] = "none"
    from matplotlib import pyplot as plt

    at = dict(enumerate((drawn.at * [1, -1]).tolist()))
    held = nx.MultiDiGraph()
    held.add_nodes_from(range(len(drawn.at)))
    held.add_edges_from(drawn.ends.tolist())
    colours = [COLOURS[rank % 4] for rank in range(len(drawn.ends))]

    def export() -> bytes:
        dots = SIZE.pixels[0] / 16.0
        figure = plt.figure(figsize=(16, 9), dpi=dots)
        nx.draw_networkx_nodes(held, at, node_size=60, node_color="#E8EDF1", edgecolors="#455A64")
        nx.draw_networkx_edges(held, at, edge_color=colours, connectionstyle="arc3,rad=0.12", node_size=60)
        nx.draw_networkx_labels(held, at, dict(enumerate(drawn.names)), font_size=5, verticalalignment="top")
        out = io.BytesIO()
        figure.savefig(out, format=suffix[1:], dpi=dots)
        plt.close(figure)
        return out.getvalue()

    return export


def _graphviz(drawn: Drawn, suffix: str) -> Exporter | None:
    """Return graphviz with the places given, lines curved, if it is installed.

    To bend lines it looks for all circles and does not come to an end: so all run one way, some with heads behind.
    """
    program = shutil.which("neato")
    if not program:
        return None
    dots, node = SIZE.pixels[0] / (WIDE / 72.0), 'shape=circle width=.16 fixedsize=true label=""'
    lines = [f"digraph {{ splines=curved; dpi={dots:.0f}; node [{node}]"]
    for rank, (x, y) in enumerate(drawn.at.tolist()):
        lines.append(f'{rank} [pos="{x:.1f},{HIGH - y:.1f}" xlabel="{drawn.names[rank]}" fontsize=8]')
    for rank, (one, other) in enumerate(drawn.ends.tolist()):
        low, high, way = (one, other, "forward") if one < other else (other, one, "back")
        lines.append(f'{low} -> {high} [color="{COLOURS[rank % 4]}" arrowsize=.6 dir={way}]')
    text = "\n".join([*lines, "}"]).encode()
    command = [program, "-n2", f"-T{suffix[1:]}"]

    def export() -> bytes:
        return subprocess.run(command, input=text, capture_output=True, check=True, timeout=60).stdout

    return export


def _slides(runs: int) -> Table:
    """Return the table of a slide with 60 actors and 180 relations."""
    from graphdata.export.pptx import to_pptx

    network = _network(60, 180)
    view, places = view_of(network, Filter()), positions_of(network)
    ties, wanted = ties_of(view), Request(SLIDE.aspect, assets.theme("light"))
    exporters: dict[str, Exporter] = {
        "deck (.pptx)": lambda: to_pptx(view, ties, places, wanted, SLIDE),
        "page (.svg), composed and written": lambda: to_bytes(sheet_of(view, ties, places, wanted), ".svg", SLIDE),
    }
    rows = [[name, each.timing.median, each.size / 1000.0] for name, each in _measured(exporters, runs).items()]
    heads = ("file", "CPU s", "KB")
    return Table(
        f"A deck of 60 actors and {len(view.relations)} relations", heads, rows, ["goal: a deck in under 1.5 s"]
    )
