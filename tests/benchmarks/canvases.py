"""The peers of the canvas benchmark: other ways to draw the same network, each as functions to be timed."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from crowds import Laid
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from desktop import assets
from graphdata import shapes, style
from graphdata.batch.batch import DOMAIN_CODES, KINDS, Batch
from graphdata.batch.strokes import heads_of

PATTERNS = {0: Qt.PenStyle.SolidLine, 1: Qt.PenStyle.DotLine, 2: Qt.PenStyle.DashLine, 3: Qt.PenStyle.SolidLine}


def has(module: str) -> bool:
    """Return whether a library of a peer is at hand."""
    return importlib.util.find_spec(module) is not None


def image(width: int, height: int) -> QImage:
    """Return a picture to paint into."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    return made


def rendering(view: QGraphicsView, into: QImage) -> Callable[[], None]:
    """Return what paints a view as it is."""

    def paint() -> None:
        painter = QPainter(into)
        view.render(painter, QRectF(into.rect()), view.viewport().rect())
        painter.end()

    return paint


def styled_items(batch: Batch, width: int, height: int) -> QGraphicsView:
    """Return a QGraphicsView with an item for every line, head, sign, actor and label, in our style."""
    theme, scene = assets.theme("light"), QGraphicsScene()
    domains = {code: domain for domain, code in DOMAIN_CODES.items()}
    lines, nodes = batch.lines, batch.nodes
    for row, points in enumerate(lines.paths):
        path = QPainterPath(QPointF(*points[0]))
        path.cubicTo(QPointF(*points[9]), QPointF(*points[19]), QPointF(*points[-1]))
        colour = QColor(theme.domain(domains[int(lines.domains[row])]))
        thick, level = float(lines.widths[row]), int(lines.levels[row])
        scene.addPath(path, QPen(colour, thick + 2.2 * (level == style.HOLLOW), PATTERNS[level]))
        if level == style.HOLLOW:
            scene.addPath(path, QPen(Qt.GlobalColor.white, thick + 0.5))
    for heads in heads_of(lines, batch.scale):
        colour = QColor(theme.domain(domains[heads.domain]))
        for outline in heads.outlines:
            scene.addPolygon(_polygon(outline), QPen(Qt.PenStyle.NoPen), QBrush(colour))
    for row, (x, y) in enumerate(batch.signs.places):
        colour = QColor(theme.domain(domains[int(batch.signs.domains[row])]))
        reach = style.GLYPH_RADIUS * batch.scale
        scene.addEllipse(x - reach, y - reach, 2 * reach, 2 * reach, QPen(colour, 1.1), QBrush(Qt.GlobalColor.white))
    for row, (x, y) in enumerate(nodes.places):
        kind = KINDS[int(nodes.kinds[row])]
        colours = theme.nodes[kind]
        outline = shapes.OUTLINES[style.SHAPES[kind]] * nodes.radii[row] + [x, y]
        scene.addPolygon(_polygon(outline), QPen(QColor(colours.line), 1.3), QBrush(QColor(colours.fill)))
        for part in shapes.ICONS[kind]:
            icon = _polygon(part * nodes.radii[row] * 0.8 + np.array([x, y]))
            scene.addPolygon(icon, QPen(Qt.PenStyle.NoPen), QBrush(QColor(colours.icon)))
    for label in batch.labels:
        text = scene.addSimpleText("\n".join(label.lines))
        text.setPos(label.x - text.boundingRect().width() / 2.0, label.top)
    return _view(scene, width, height, smooth=True)


def plain_items(given: Laid, width: int, height: int, *, indexed: bool = True) -> QGraphicsView:
    """Return a QGraphicsView with an item for every actor and line, plain; an index of 300,000 takes ten gigabytes."""
    scene, pen, brush = QGraphicsScene(), QPen(QColor("#17756D"), 0), QBrush(QColor("#37474F"))
    if not indexed:
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
    points = given.points
    for one, other in given.ends.tolist():
        scene.addLine(*points[one], *points[other], pen)
    for x, y in points.tolist():
        scene.addEllipse(x - 10.0, y - 10.0, 20.0, 20.0, pen, brush)
    return _view(scene, width, height, smooth=False)


def _view(scene: QGraphicsScene, width: int, height: int, smooth: bool) -> QGraphicsView:
    """Return a view of a scene that is seen whole."""
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.resize(width, height)
    view.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.show()
    view.fitInView(scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
    return view


def _polygon(points: np.ndarray) -> QPolygonF:
    """Return points as Qt wants them."""
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])


def graph_item(given: Laid, width: int, height: int) -> QGraphicsView:
    """Return pyqtgraph's GraphItem with a pen of its own for every line."""
    import pyqtgraph as pg

    channels = [(name, np.ubyte) for name in ("red", "green", "blue", "alpha")]
    pens = np.zeros(len(given.ends), dtype=[*channels, ("width", float)])
    pens["red"], pens["green"], pens["alpha"], pens["width"] = np.arange(len(pens)) % 4 * 40, 117, 255, 1.0
    item = pg.GraphItem(pos=given.points, adj=given.ends, pen=pens, size=5, symbolPen=None)
    return _plot(item, width, height)


def curve_item(given: Laid, width: int, height: int) -> QGraphicsView:
    """Return pyqtgraph's PlotCurveItem with all lines as pairs of points, and no actors."""
    import pyqtgraph as pg

    pairs = given.points[given.ends].reshape(-1, 2)
    return _plot(pg.PlotCurveItem(pairs[:, 0], pairs[:, 1], connect="pairs", pen="#17756D"), width, height)


def _plot(item: object, width: int, height: int) -> QGraphicsView:
    """Return a plot with an item, seen whole."""
    import pyqtgraph as pg

    plot = pg.PlotWidget()
    plot.hideAxis("left")
    plot.hideAxis("bottom")
    plot.addItem(item)
    plot.resize(width, height)
    plot.show()
    plot.getViewBox().autoRange()
    return plot


def by_matplotlib(given: Laid, width: int, height: int) -> Callable[[], object]:
    """Return what draws a frame with networkx and matplotlib."""
    import matplotlib as mpl
    import networkx as nx

    mpl.use("agg")
    import matplotlib.pyplot as plt

    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(given.points)))
    graph.add_edges_from(given.ends.tolist())
    figure = plt.figure(figsize=(width / 100, height / 100), dpi=100)
    nx.draw(graph, dict(enumerate(given.points)), figure.add_subplot(), node_size=9, width=0.5, arrows=False)
    return lambda: figure.savefig(io.BytesIO(), format="raw")


def by_browser(given: Laid, width: int, height: int) -> float | None:
    """Return the wall seconds of a frame of vis.js in a headless Chromium with the places given; none without one."""
    chromium = shutil.which("chromium")
    if chromium is None or not has("pyvis"):
        return None
    import pyvis

    folder = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2"
    library = (folder / "vis-network.min.js").read_text(encoding="utf-8")
    nodes = [{"id": n, "x": x, "y": y, "label": f"Actor {n}"} for n, (x, y) in enumerate(given.points.tolist())]
    edges = [{"from": one, "to": other, "arrows": "to"} for one, other in given.ends.tolist()]
    page = PAGE.format(library=library, nodes=json.dumps(nodes), edges=json.dumps(edges), wide=width, high=height)
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "page.html"
        path.write_text(page, encoding="utf-8")
        call = (chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--dump-dom",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                f"--user-data-dir={home}/profile", f"--window-size={width},{height}", path.as_uri())  # fmt: skip
        try:
            shown = subprocess.run(call, capture_output=True, text=True, timeout=120, check=False).stdout
        except subprocess.TimeoutExpired:
            return None
    found = re.search(r"frame=([0-9.]+)", shown)
    return float(found[1]) / 1000.0 if found else None


PAGE = """<html><body><p id="told"></p><div id="map" style="width:{wide}px;height:{high}px"></div>
<script>{library}</script><script>
const data = {{nodes: new vis.DataSet({nodes}), edges: new vis.DataSet({edges})}};
const network = new vis.Network(document.getElementById("map"), data, {{physics: false, edges: {{smooth: false}}}});
const canvas = document.querySelector("canvas").getContext("2d"), times = [];
for (let frame = 0; frame < 9; frame++) {{
  network.moveTo({{position: {{x: frame * 9, y: 0}}, animation: false}});
  const begun = performance.now();
  network.redraw(); canvas.getImageData(0, 0, 1, 1);
  times.push(performance.now() - begun);
}}
document.getElementById("told").textContent = "frame=" + times.sort((a, b) => a - b)[4].toFixed(2);
</script></body></html>"""
