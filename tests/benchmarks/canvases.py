"""The peers of the canvas benchmark: other ways to draw the same network, each as functions to be timed."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
from crowds import Laid
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from desktop import assets
from desktop.canvas.camera import Camera
from desktop.canvas.painter import FAMILIES
from graphdata import curves, rendering, style
from graphdata.batch.batch import DOMAIN_CODES, KINDS, Batch, badges_in
from graphdata.batch.strokes import bulges_of, heads_of, shafts_of
from graphdata.drawing import Disc, Mark, Polygon, Strokes, Words
from graphdata.style import Theme

DOMAINS = {code: domain for domain, code in DOMAIN_CODES.items()}
APART = 64  # of 255
FLAT = 0.12  # points that a line may swing out and count as straight


def has(module: str) -> bool:
    """Return whether a library of a peer is at hand."""
    return importlib.util.find_spec(module) is not None


def image(width: int, height: int) -> QImage:
    """Return a picture to paint into."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    return made


def painting(view: QGraphicsView, into: QImage) -> Callable[[], None]:
    """Return what paints a view as it is."""

    def paint() -> None:
        painter = QPainter(into)
        painter.setRenderHints(view.renderHints())  # rendering does not take up the view's own
        view.render(painter, QRectF(into.rect()), view.viewport().rect())
        painter.end()

    return paint


def copying(width: int, height: int) -> Callable[[], None]:
    """Return what copies a picture of a size, point for point: the least that a frame of a gesture can take."""
    source, into = QPixmap(width, height), image(width, height)
    source.fill(Qt.GlobalColor.white)

    def copy() -> None:
        painter = QPainter(into)
        painter.drawPixmap(0, 0, source)
        painter.end()

    return copy


def scaling(picture: QPixmap, shares: Iterator[float]) -> Callable[[], None]:
    """Return what draws a picture scaled about its middle, by one share after the other: all that a frame of a zoom is.

    What it leaves bare of the window is not cleared.
    """
    wide, high = picture.width(), picture.height()
    source, into = picture.toImage(), image(wide, high)

    def scale() -> None:
        share = next(shares)
        painter = QPainter(into)
        room = QRectF(wide * (1.0 - share) / 2.0, high * (1.0 - share) / 2.0, wide * share, high * share)
        painter.drawImage(room, source, QRectF(source.rect()))
        painter.end()

    return scale


def unlike(one: QImage, other: QImage) -> float:
    """Return the share of pixels in which two pictures are more than a quarter of the way from black to white apart."""
    first, second = (
        np.frombuffer(each.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8).reshape(-1, 4)[:, :3]
        for each in (one, other)
    )
    return float((np.abs(first.astype(np.int16) - second).max(axis=1) > APART).mean())


def styled_items(batch: Batch, camera: Camera, width: int, height: int) -> QGraphicsView:
    """Return a QGraphicsView with Qt's own items for all that we draw, as large and where a camera shows it."""
    theme, scene = assets.theme("light"), QGraphicsScene()
    shafts = shafts_of(batch.lines, batch.scale)
    for level in style.PATTERNS:  # hollow ones first, as on our map
        for row in np.flatnonzero(batch.lines.levels == level).tolist():
            _add_line(scene, batch, row, shafts[row], theme)
    for heads in heads_of(batch.lines, batch.scale):
        colour = QColor(theme.domain(DOMAINS[heads.domain]))
        pen = QPen(colour, 1.2 * batch.scale) if heads.hollow else QPen(Qt.PenStyle.NoPen)
        brush = QBrush(QColor(theme.map.background) if heads.hollow else colour)
        shape = curves.bar if heads.hostile else curves.arrowhead
        for tip, along, size in zip(heads.tips, heads.along, heads.sizes.tolist(), strict=True):
            scene.addPolygon(_polygon(shape(tip, along, size)), pen, brush)
    signs, nodes = batch.signs, batch.nodes
    for row, (x, y) in enumerate(signs.places.tolist()):
        badges = badges_in(int(signs.badges[row]))
        sign = rendering.Sign(DOMAINS[int(signs.domains[row])], bool(signs.hostile[row]), badges)
        _add_marks(scene, rendering.signs_at(sign, x, y, batch.scale, theme))
    for row, (x, y) in enumerate(nodes.places.tolist()):
        kind, radius = KINDS[int(nodes.kinds[row])], float(nodes.radii[row])
        _add_marks(scene, rendering.outline_marks(kind, x, y, radius, batch.scale, theme))
    for label in batch.labels:
        _add_marks(scene, rendering.plated(label.lines, label.x, label.top, label.size, label.bold, theme))
    scene.setSceneRect(-camera.x, -camera.y, width, height)
    return _view(scene, width, height, smooth=True)


def _add_line(scene: QGraphicsScene, batch: Batch, row: int, points: np.ndarray, theme: Theme) -> None:
    """Add a line with Qt's own pens: a curve where it is bent, dashes and dots by the pen, two strokes if hollow."""
    level, scale, thick = int(batch.lines.levels[row]), batch.scale, float(batch.lines.widths[row])
    path, colour = _path(points), QColor(theme.domain(DOMAINS[int(batch.lines.domains[row])]))
    dash, gap = (length * scale for length in style.PATTERNS[level])
    if level == style.HOLLOW:
        wide = max(thick + 2.2 * scale, 4.0 * scale)
        scene.addPath(path, QPen(colour, wide))
        scene.addPath(path, QPen(QColor(theme.map.background), wide - 1.7 * scale))
        return
    dotted = 0.0 < dash < scale
    pen = QPen(colour, thick * (1.25 if dotted else 1.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if gap:
        gap += thick - 1.6 * scale if dotted else 0.0
        whole = path.length()
        stretch = whole / (max(1.0, round((whole + gap) / (dash + gap))) * (dash + gap) - gap)
        pen.setDashPattern([length * stretch / pen.widthF() for length in (dash, gap)])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if dotted else Qt.PenCapStyle.FlatCap)
    scene.addPath(path, pen)


def _path(points: np.ndarray) -> QPainterPath:
    """Return a line, or the curve that passes the thirds of points as they do."""
    path, last = QPainterPath(QPointF(*points[0])), len(points) - 1
    if bulges_of(points[None])[0] < FLAT or last < 3:
        path.lineTo(QPointF(*points[-1]))
        return path
    begin, one, other, end = (points[row] for row in (0, round(last / 3), round(2 * last / 3), last))
    path.cubicTo(
        QPointF(*((18.0 * one - 9.0 * other - 5.0 * begin + 2.0 * end) / 6.0)),
        QPointF(*((18.0 * other - 9.0 * one - 5.0 * end + 2.0 * begin) / 6.0)),
        QPointF(*end),
    )
    return path


def _add_marks(scene: QGraphicsScene, marks: Iterable[Mark]) -> None:
    """Add marks, each as the item that Qt has for it."""
    for mark in marks:
        if isinstance(mark, Disc):
            pen, brush = QPen(QColor(mark.line), mark.width), QBrush(QColor(mark.fill))
            scene.addEllipse(mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius, pen, brush)
        elif isinstance(mark, Polygon):
            pen = QPen(QColor(mark.line), mark.width) if mark.line else QPen(Qt.PenStyle.NoPen)
            fill = QColor(mark.fill) if mark.fill else QColor(Qt.GlobalColor.transparent)
            fill.setAlphaF(fill.alphaF() * mark.opacity)
            scene.addPolygon(_polygon(mark.points), pen, QBrush(fill))
        elif isinstance(mark, Strokes):
            for segment in mark.segments.tolist():
                scene.addLine(*segment, QPen(QColor(mark.colour), mark.width))
        elif isinstance(mark, Words):
            letters = QFont(FAMILIES[0])
            letters.setPointSizeF(mark.size * 72.0 / QGuiApplication.primaryScreen().logicalDotsPerInchY())
            letters.setBold(mark.bold)
            text = scene.addSimpleText(mark.text, letters)
            text.setBrush(QColor(mark.colour))
            shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.anchor] * text.boundingRect().width()
            text.setPos(mark.x - shift, mark.y - QFontMetricsF(letters).ascent())


def plain_items(given: Laid, width: int, height: int, *, depth: int | None = None) -> QGraphicsView:
    """Return a QGraphicsView with an item for every actor and line, plain; depth is that of Qt's index, 0 for none."""
    scene, pen, brush = QGraphicsScene(), QPen(QColor("#17756D"), 0), QBrush(QColor("#37474F"))
    _index(scene, depth)
    points = given.points
    for one, other in given.ends.tolist():
        scene.addLine(*points[one], *points[other], pen)
    for x, y in points.tolist():
        scene.addEllipse(x - 10.0, y - 10.0, 20.0, 20.0, pen, brush)
    return _view(scene, width, height, smooth=False)


def curved_items(given: Laid, width: int, height: int, *, depth: int | None = None) -> QGraphicsView:
    """Return a QGraphicsView with an item for every actor and line, lines bent a little, as path items."""
    scene, pen, brush = QGraphicsScene(), QPen(QColor("#17756D"), 1.5), QBrush(QColor("#37474F"))
    _index(scene, depth)
    points = given.points
    for one, other in given.ends.tolist():
        start, end = points[one], points[other]
        along = end - start
        bend = (start + end) / 2.0 + np.array([-along[1], along[0]]) * 0.1
        path = QPainterPath(QPointF(*start))
        path.quadTo(QPointF(*bend), QPointF(*end))
        scene.addPath(path, pen)
    for x, y in points.tolist():
        scene.addEllipse(x - 10.0, y - 10.0, 20.0, 20.0, pen, brush)
    return _view(scene, width, height, smooth=False)


def labelled_items(given: Laid, width: int, height: int, *, depth: int | None = None) -> QGraphicsView:
    """Return a QGraphicsView with an item for every actor, label and bent line."""
    view = curved_items(given, width, height, depth=depth)
    for actor, (x, y) in zip(given.view.actors, given.points.tolist(), strict=True):
        view.scene().addSimpleText(actor.label).setPos(x, y + 10.0)
    return view


def _index(scene: QGraphicsScene, depth: int | None) -> None:
    """Set how deep Qt's index of a scene goes; nothing leaves that to Qt."""
    if depth == 0:
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
    elif depth is not None:
        scene.setBspTreeDepth(depth)


def _view(scene: QGraphicsScene, width: int, height: int, smooth: bool) -> QGraphicsView:
    """Return a view of a scene that is seen whole, point for pixel where it is as large as the view."""
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setFrameShape(QGraphicsView.Shape.NoFrame)
    view.resize(width, height)
    view.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    view.setBackgroundBrush(Qt.GlobalColor.white)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.show()
    if scene.sceneRect().size() != QSizeF(width, height):
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
    return _plot(item, width=width, height=height)


def curve_item(given: Laid, width: int, height: int, *, actors: bool) -> QGraphicsView:
    """Return pyqtgraph's PlotCurveItem with all lines as pairs of points, its ScatterPlotItem for actors if asked."""
    import pyqtgraph as pg

    pairs = given.points[given.ends].reshape(-1, 2)
    curve = pg.PlotCurveItem(pairs[:, 0], pairs[:, 1], connect="pairs", pen="#17756D")
    discs = [pg.ScatterPlotItem(pos=given.points, size=5, pen=None, brush="#0B62C4")] if actors else []
    return _plot(curve, *discs, width=width, height=height)


def _plot(*items: object, width: int, height: int) -> QGraphicsView:
    """Return a plot with items, seen whole."""
    import pyqtgraph as pg

    plot = pg.PlotWidget()
    plot.hideAxis("left")
    plot.hideAxis("bottom")
    for item in items:
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
