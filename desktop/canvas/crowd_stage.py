"""A crowd behind the map: taken in once, step by step, and composed anew for what the camera shows."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.canvas.batch_painter import BatchPainter
from desktop.canvas.camera import Camera, Place
from desktop.canvas.crowd_painter import backed, crowd_pieces
from desktop.canvas.pieces import Piece, painted, pause
from desktop.canvas.primitives import draw_lines
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import SpriteSets
from desktop.canvas.stage import Over
from graphdata import curves, scene
from graphdata.batch.batch import Batch
from graphdata.batch.strokes import strokes_of
from graphdata.crowd.crowd import Crowd, Ints, box_of
from graphdata.crowd.seen import Outlook, mark_scale
from graphdata.crowd.strands import paths_of
from graphdata.crowd.view import Shown, lifted_of, shown_of
from graphdata.crowd.walk import neighbours
from graphdata.hits import Hit, Kind, Nearby
from graphdata.scene import Box
from graphdata.steps import Made, Steps, at_once
from graphdata.ties import Tie

Gather = Callable[[], Steps[Crowd]]
ROOM: Final = 34.0  # points round the outermost actors, at a mark scale of 1: half a label
LIFTED: Final = 1500  # lines of an actor that are lifted one by one
TOWED: Final = 400  # lines that follow an actor under the hand
RIM: Final = 0.4


class CrowdStage:
    """Shows a crowd; what is gathered stays when a gesture cuts composing short."""

    is_quick = False

    def __init__(self, gather: Gather, ties: Mapping[str, Tie], room: Box) -> None:
        """Gather later; room is the box of every place, for the camera."""
        self._gathering = gather()
        self.crowd: Crowd | None = None
        self._ties, self._room = ties, room
        self._shown: Shown | None = None
        self._nearby: Nearby | None = None
        self._found: tuple[Kind, int] | None = None  # what lay under the pointer last, and its id
        self._hit: Hit | None = None
        self._painter: BatchPainter | None = None
        self.sprites = SpriteSets()

    @property
    def notice(self) -> str:
        """What the picture leaves out."""
        return self._shown.seen.notice if self._shown else ""

    def extent(self, zoom: float, _scale: float) -> Box:
        """Return the room that the whole network takes, on show or not."""
        return crowd_extent(self._room, zoom)

    def shown_extent(self, zoom: float, _scale: float) -> Box:
        """Return the room that what is on show takes."""
        places = self.crowd.places if self.crowd else np.empty((0, 2))
        if not len(places):
            return crowd_extent(self._room, zoom)
        return crowd_extent(box_of(places), zoom)

    def compose(self, camera: Camera, size: QSize) -> Iterator[None]:
        """Gather, where that is not done, and compose what the camera shows."""
        while self.crowd is None:
            self._gather_on()
            yield
        shown = yield from shown_of(self.crowd, _outlook(camera, size))
        strokes = yield from strokes_of(shown.batch.lines, shown.batch.scale)
        self._shown, self._nearby = shown, Nearby(shown.targets)
        self._painter = BatchPainter(shown.batch, strokes)
        self._found = self._hit = None

    def _gather_on(self) -> None:
        """Gather a little more; who composes may be given up meanwhile, which must not end the gathering with it."""
        try:
            next(self._gathering)
        except StopIteration as end:
            gathered: Crowd = end.value
            self.crowd, self._room = gathered, gathered.room

    def composed(self, camera: Camera) -> bool:
        """Return whether what is composed would do for a camera as well."""
        if self._shown is None:
            return False
        old = self._shown.outlook
        return self._shown.holds(Outlook(camera.x, camera.y, camera.zoom, old.width, old.height))

    def bounds(self) -> None:
        """Return nothing: a crowd is fitted by its extent."""
        return

    def ink(self) -> Box | None:
        """Return a box that holds all that is painted."""
        return self._shown.ink if self._shown else None

    @property
    def grounds(self) -> bool:
        """Whether the background is painted with the lines."""
        return self._shown is not None and not backed(self._shown)

    def pieces(self, sight: Sight) -> Iterator[Piece]:
        """Yield what paints what is composed."""
        if self._shown is not None and self._painter is not None:
            sprites = self.sprites.set_for(sight, self._shown.batch.scale)
            yield from crowd_pieces(self._shown, self._painter, sight, sprites)

    def lifted(self, ids: frozenset[str], focus: str, sight: Sight) -> Iterator[Piece]:
        """Yield what paints some marks in full: an actor in focus with all its lines and their ends."""
        if self.crowd is None or self._shown is None:
            return
        rows = yield from _paused(self._lines(ids, focus))
        actors = [self.crowd.cast.row[key] for key in ids if key in self.crowd.cast.row]
        ends = self.crowd.strands.ends[rows[:LIFTED]].ravel()
        everyone = np.array(sorted({*actors, *ends.tolist()}), dtype=np.int64)
        composing = lifted_of(self.crowd, everyone, rows[:LIFTED], self._outlook(sight))
        batch, labels = yield from _paused(composing)
        yield from self._in_front(Batch(batch.lines, batch.signs, batch.nodes, labels, batch.scale), sight)
        if focus:
            yield partial(self._paint_rim, focus, sight)

    def _lines(self, ids: frozenset[str], focus: str) -> Steps[Ints]:
        """Return the rows of the lines to lift: those of an actor in focus, else those that are named."""
        assert self.crowd is not None
        if focus in self.crowd.cast.row:
            return self.crowd.lines_of(self.crowd.cast.row[focus])
        named = islice((self._ties[key] for key in ids if key in self._ties), LIFTED)
        return (yield from self.crowd.rows_of(named))

    def _in_front(self, batch: Batch, sight: Sight) -> Iterator[Piece]:
        """Yield what paints a batch over the picture."""
        strokes = yield from _paused(strokes_of(batch.lines, batch.scale))
        yield from BatchPainter(batch, strokes).pieces(sight, self.sprites.set_for(sight, batch.scale))

    def _outlook(self, sight: Sight) -> Outlook:
        """Return a sight as an outlook of the window that is composed."""
        assert self._shown is not None
        camera, old = sight.camera, self._shown.outlook
        return Outlook(camera.x, camera.y, camera.zoom, old.width, old.height)

    def paint_mark(self, hit: Hit, sight: Sight, painter: QPainter) -> None:
        """Paint one mark in full: an actor with a rim, a line with its ends; only the rim while the zoom changes."""
        row = self._row(hit)
        if row is None or self.crowd is None or self._shown is None:
            return
        if sight.camera.zoom != self._shown.outlook.zoom:
            self._paint_rim(hit.id, sight, painter)
            return
        lines = np.array([row] if hit.kind == "tie" else [], dtype=np.int64)
        actors = self.crowd.strands.ends[row].astype(np.int64) if hit.kind == "tie" else np.array([row])
        composing = lifted_of(self.crowd, actors, lines, self._outlook(sight))
        batch, labels = at_once(composing)
        if hit.kind == "tie":
            self._paint_rim(hit.id, sight, painter)
        painted(self._in_front(Batch(batch.lines, batch.signs, batch.nodes, labels, batch.scale), sight), painter)
        if hit.kind == "actor":
            self._paint_rim(hit.id, sight, painter)

    def _paint_rim(self, focus: str, sight: Sight, painter: QPainter) -> None:
        """Paint the rim of the actor or line in focus."""
        assert self.crowd is not None
        sight.place(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour, scale = QColor(sight.theme.map.selection), mark_scale(sight.camera.zoom)
        if focus in self.crowd.cast.row:
            row = self.crowd.cast.row[focus]
            x, y = (self.crowd.places[row] * sight.camera.zoom).tolist()
            radius = float(self.crowd.cast.radii[row]) * scale + 3.0
            painter.setPen(QPen(colour, 2.4))
            painter.drawEllipse(QPointF(x, y), radius, radius)
        elif (row_of := self._row(Hit("tie", focus))) is not None:
            colour.setAlphaF(RIM)
            painter.setPen(QPen(colour, 7.0))
            path = paths_of(self.crowd, np.array([row_of]), sight.camera.zoom, scale)[0]
            draw_lines(painter, curves.segments(path))

    def without(self, _hit: Hit) -> None:
        """Return nothing: an actor that is dragged is painted over its crowd."""
        return

    def paint_carried(self, hit: Hit, place: Place, sight: Sight, _over: Over, painter: QPainter) -> None:
        """Paint an actor at another place, with straight lines to its neighbours."""
        row = self._row(hit)
        if self.crowd is None or row is None:
            return
        sight.place(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        others = self.crowd.places[neighbours(self.crowd, row)[:TOWED]] * sight.camera.zoom
        middle = np.array(place) * sight.camera.zoom
        painter.setPen(QPen(QColor(sight.theme.map.selection), 1.2))
        draw_lines(painter, np.hstack([np.broadcast_to(middle, others.shape), others]))
        radius = max(4.0, float(self.crowd.cast.radii[row]) * mark_scale(sight.camera.zoom))
        painter.setBrush(QColor(sight.theme.map.selection))
        painter.drawEllipse(QPointF(*middle.tolist()), radius, radius)

    def hit(self, place: Place, _zoom: float) -> Hit | None:
        """Return what lies at a place of the map: what is drawn by itself can be hit."""
        if self._shown is None or self._nearby is None:
            return None
        zoom = self._shown.outlook.zoom
        found = self._nearby.at(place[0] * zoom, place[1] * zoom)
        if found != self._found:
            self._found, self._hit = found, self._hit_of(found)
        return self._hit

    def _hit_of(self, found: tuple[Kind, int] | None) -> Hit | None:
        """Return what was found by its id."""
        if found is None or self._shown is None:
            return None
        kind, row = found
        crowd, seen = self._shown.crowd, self._shown.seen
        return Hit(kind, crowd.cast.actors[int(seen.actors[row])].id if kind == "actor" else crowd.strands.ties[row].id)

    def _row(self, hit: Hit) -> int | None:
        """Return the row of an actor or a line."""
        if self.crowd is None:
            return None
        if hit.kind == "actor":
            return self.crowd.cast.row.get(hit.id)
        return self.crowd.line_of(self._ties[hit.id]) if hit.id in self._ties else None

    def place_of(self, hit: Hit) -> Place | None:
        """Return the place of an actor."""
        row = self._row(hit) if hit.kind == "actor" else None
        if row is None or self.crowd is None:
            return None
        x, y = self.crowd.places[row].tolist()
        return x, y

    def title(self, hit: Hit) -> str:
        """Return who an actor is, or who gives what to whom."""
        if self.crowd is None:
            return ""
        actors, row = self.crowd.cast.actors, self.crowd.cast.row
        if hit.id in row:
            return scene.title_of(actors[row[hit.id]])
        tie = self._ties.get(hit.id)
        if tie is None or tie.giver not in row or tie.receiver not in row:
            return ""
        from graphdata.directions import between  # nobody points at a line before the first map

        giver, receiver = (actors[row[end]].label for end in (tie.giver, tie.receiver))
        return f"{between(giver, receiver, tie.mutual)}\n{tie.label}"


def _outlook(camera: Camera, size: QSize) -> Outlook:
    """Return a camera and a window as the crowd needs them."""
    return Outlook(camera.x, camera.y, camera.zoom, size.width(), size.height())


def crowd_extent(room: Box, zoom: float) -> Box:
    """Return a box of places as the room that its marks take at a zoom."""
    left, top, right, bottom = (value * zoom for value in room)
    round_about = ROOM * max(0.4, mark_scale(zoom))
    return left - round_about, top - round_about, right + round_about, bottom + round_about


def _paused(composing: Steps[Made]) -> Generator[Piece, None, Made]:
    """Yield a pause for each step of composing, and return what it makes."""
    while True:
        try:
            next(composing)
        except StopIteration as end:
            made: Made = end.value
            return made
        yield pause
