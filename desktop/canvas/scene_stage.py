"""A scene of some hundred marks: composed whole at every zoom, with the same care as for a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter

from desktop.canvas.batch_painter import BatchPainter
from desktop.canvas.camera import Camera, Place
from desktop.canvas.painter import paint
from desktop.canvas.pieces import Piece
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import SpriteSets
from graphdata.batch.batch import batch_of
from graphdata.batch.strokes import NO_STROKES, strokes_of
from graphdata.drawing import Mark
from graphdata.hits import Hit, HitIndex
from graphdata.rendering import change_band, guide_line, guide_words, highlight_marks
from graphdata.scene import Box, Scene
from graphdata.steps import Steps

EMPTY = Scene((), (), 1.0)
FEW: Final = 3  # marks painted at a time: some 1 ms
Compose = Callable[[float, float], Scene | Steps[Scene]]  # at a zoom and a mark scale: at once, or in steps
Extent = Callable[[float, float], Box]


class SceneStage:
    """Composes a scene by a function, and paints it from its arrays."""

    is_quick, notice = True, ""

    def __init__(self, compose: Compose, extent: Extent) -> None:
        """Compose nothing yet; extent tells quickly what room the scene would take."""
        self._compose, self.extent = compose, extent
        self.scene, self._zoom, self._stands_in = EMPTY, 0.0, False
        self._index, self._batch = HitIndex(EMPTY), batch_of(EMPTY)
        self._painter = BatchPainter(self._batch, NO_STROKES)
        self.sprites = SpriteSets()

    def stand_in(self, last: SceneStage) -> None:
        """Show the scene of the stage before until one is composed."""
        self.scene, self._zoom, self._index, self._batch = last.scene, last._zoom, last._index, last._batch
        self._painter, self._stands_in = last._painter, True

    def compose(self, camera: Camera, _size: QSize) -> Iterator[None]:
        """Compose the whole scene; the old one stands until the new one is complete."""
        made = self._compose(camera.zoom, camera.mark_scale)
        scene = made if isinstance(made, Scene) else (yield from made)
        yield
        index = HitIndex(scene)
        yield
        batch = batch_of(scene)
        yield
        strokes = yield from strokes_of(batch.lines, batch.scale)
        self.scene, self._zoom, self._index, self._batch = scene, camera.zoom, index, batch
        self._painter, self._stands_in = BatchPainter(batch, strokes), False

    def composed(self, camera: Camera) -> bool:
        """Return whether the scene was composed for the camera's zoom."""
        return camera.zoom == self._zoom and not self._stands_in

    def bounds(self) -> Box:
        """Return the box round every mark."""
        return self.scene.bounds

    def ink(self) -> None:
        """Return nothing: guides and the band of changes may lie anywhere."""
        return

    @property
    def grounds(self) -> bool:
        """Whether the background is painted with the lines: nothing lies behind them."""
        return not self.scene.guides and not any(edge.change for edge in self.scene.edges)

    def pieces(self, sight: Sight) -> Iterator[Piece]:
        """Yield what paints the scene."""
        guides, scale = self.scene.guides, self.scene.scale
        if guides:
            yield partial(_paint, tuple(guide_line(guide, scale, sight.theme) for guide in guides), sight)
        bands = (change_band(edge, self.scene.scale, sight.theme) for edge in self.scene.edges if edge.change)
        yield from _few_at_a_time(bands, sight)
        sprites = self.sprites.set_for(sight, self._batch.scale)
        ground = QColor(sight.theme.map.background) if self.grounds else None
        yield from self._painter.lines(sight, sprites, ground)
        if guides:
            words = tuple(mark for guide in guides for mark in guide_words(guide, scale, sight.theme))
            yield partial(_paint, words, sight)
        yield from self._painter.marks(sight, sprites)

    def lifted(self, ids: frozenset[str], focus: str, sight: Sight) -> Iterator[Piece]:
        """Yield what paints some marks in full, over the picture."""
        yield from _few_at_a_time(highlight_marks(self.scene, ids, focus, sight.theme), sight)

    def paint_mark(self, hit: Hit, sight: Sight, painter: QPainter) -> None:
        """Paint one mark in full; while the zoom changes as large as the picture below is shown."""
        sight.place(painter)
        share = sight.camera.zoom / self._zoom if self._zoom else 1.0
        painter.scale(share, share)
        paint(highlight_marks(self.scene, (hit.id,), hit.id, sight.theme), painter)

    def paint_dragged(self, hit: Hit, place: Place, sight: Sight, painter: QPainter) -> None:
        """Paint nothing: the scene follows the hand."""

    def hit(self, place: Place, _zoom: float) -> Hit | None:
        """Return what lies at a place of the map."""
        return self._index.at(place[0] * self._zoom, place[1] * self._zoom)

    def place_of(self, hit: Hit) -> Place | None:
        """Return the place of an actor."""
        found = next((node for node in self.scene.nodes if node.id == hit.id), None)
        return None if found is None else (found.x / self._zoom, found.y / self._zoom)

    def title(self, hit: Hit) -> str:
        """Return what stands for a mark: who an actor is, or who gives what to whom."""
        nodes = {node.id: node for node in self.scene.nodes}
        if hit.id in nodes:
            return nodes[hit.id].title
        edge = next((edge for edge in self.scene.edges if edge.id == hit.id), None)
        if edge is None:
            return ""
        giver, receiver = (" ".join(nodes[end].lines) for end in (edge.giver, edge.receiver))
        return f"{giver} {'↔' if edge.mutual else '→'} {receiver}\n{edge.title}"


def _few_at_a_time(marks: Iterator[Mark], sight: Sight) -> Iterator[Piece]:
    """Yield what paints marks in their order, some at a time."""
    while some := tuple(islice(marks, FEW)):
        yield partial(_paint, some, sight)


def _paint(marks: tuple[Mark, ...], sight: Sight, painter: QPainter) -> None:
    """Paint marks of the scene by the painter of all pictures."""
    sight.place(painter)
    paint(marks, painter)
