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
from desktop.canvas.pieces import Piece, painted
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import SpriteSets
from desktop.canvas.stage import Over
from graphdata.batch.batch import batch_of
from graphdata.batch.strokes import NO_STROKES, strokes_of
from graphdata.drawing import Mark
from graphdata.hits import Hit, HitIndex
from graphdata.loose import Loose, loose_from
from graphdata.rendering import change_band, focus_mark, guide_line, guide_words, highlight_marks
from graphdata.scene import Box, Scene
from graphdata.steps import Steps, at_once

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
        self._taken: Loose | None = None  # what a hand has, and what is left without it
        self._rest: SceneStage | None = None
        self.sprites = SpriteSets()

    def stand_in(self, last: SceneStage) -> None:
        """Show the scene of the stage before until one is composed."""
        self.scene, self._zoom, self._index, self._batch = last.scene, last._zoom, last._index, last._batch
        self._painter, self._stands_in = last._painter, True
        self._taken, self._rest = last._taken, last._rest

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
        yield from self.marks(sight)

    def marks(self, sight: Sight) -> Iterator[Piece]:
        """Yield what paints signs, actors and labels."""
        yield from self._painter.marks(sight, self.sprites.set_for(sight, self._batch.scale))

    def lifted(self, ids: frozenset[str], focus: str, sight: Sight) -> Iterator[Piece]:
        """Yield what paints some marks in full, over the picture."""
        yield from _few_at_a_time(highlight_marks(self.scene, ids, focus, sight.theme), sight)

    def paint_mark(self, hit: Hit, sight: Sight, painter: QPainter) -> None:
        """Paint one mark in full; while the zoom changes as large as the picture below is shown."""
        self._paint_mark(self.scene, hit, sight, painter)

    def _paint_mark(self, scene: Scene, hit: Hit, sight: Sight, painter: QPainter) -> None:
        """Paint one mark of a scene in full."""
        sight.place(painter)
        share = sight.camera.zoom / self._zoom if self._zoom else 1.0
        painter.scale(share, share)
        paint(highlight_marks(scene, (hit.id,), hit.id, sight.theme), painter)

    def without(self, hit: Hit) -> SceneStage | None:
        """Return the stage of what is left of the scene as it is, without an actor and its lines."""
        loose = self._loose(hit)
        if loose is None:
            return None
        self._rest = SceneStage(lambda _zoom, _scale: loose.rest, self.extent)
        self._rest.sprites = self.sprites
        return self._rest

    def paint_carried(self, hit: Hit, place: Place, sight: Sight, over: Over, painter: QPainter) -> None:
        """Paint an actor with its lines at another place; by itself while the zoom changes, or they are in the picture.

        What is left of the scene lies over its lines, if it is not under a veil.
        """
        loose = self._loose(hit)
        if loose is None:
            return
        scene = loose.at(place[0] * self._zoom, place[1] * self._zoom)
        if over == "all" or sight.camera.zoom != self._zoom:
            self._paint_mark(scene, hit, sight, painter)
            return
        batch = batch_of(scene)
        carried = BatchPainter(batch, at_once(strokes_of(batch.lines, batch.scale)))
        sprites = self.sprites.set_for(sight, batch.scale)
        painted(carried.lines(sight, sprites), painter)
        if self._rest and over == "rest":
            painted(self._rest.marks(sight), painter)
        painted(carried.marks(sight, sprites), painter)
        sight.place(painter)
        paint((focus_mark(scene.nodes[0], scene.scale, sight.theme),), painter)

    def _loose(self, hit: Hit) -> Loose | None:
        """Return an actor taken loose from the scene, which stays as it is while a hand has it."""
        if self._taken is None or self._taken.scene is not self.scene or self._taken.node.id != hit.id:
            self._taken = loose_from(self.scene, hit.id)
        return self._taken

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
        from graphdata.directions import between  # nobody points at a line before the first map

        giver, receiver = (nodes[end].name for end in (edge.giver, edge.receiver))
        return f"{between(giver, receiver, edge.mutual)}\n{edge.title}"


def _few_at_a_time(marks: Iterator[Mark], sight: Sight) -> Iterator[Piece]:
    """Yield what paints marks in their order, some at a time."""
    while some := tuple(islice(marks, FEW)):
        yield partial(_paint, some, sight)


def _paint(marks: tuple[Mark, ...], sight: Sight, painter: QPainter) -> None:
    """Paint marks of the scene by the painter of all pictures."""
    sight.place(painter)
    paint(marks, painter)
