"""The stored image of the map: painted in slices while the map rests, moved and scaled while it does not.

A picture is painted by pieces of some milliseconds: at once where the whole is quick, else in slices between events.
They go into a second image that takes the first one's place when it is complete: no half-painted map is ever seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from math import ceil, floor
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.canvas.camera import Camera
from desktop.canvas.pieces import Piece, pause
from desktop.canvas.sight import Sight
from desktop.turns import Turns

if TYPE_CHECKING:
    from graphdata.scene import Box
    from graphdata.style import Theme

SLICE: Final = 0.003  # seconds of painting between two looks at the events
LEAST: Final = 0.0005  # seconds of it, where showing a large image has taken most
BAND: Final = 1 << 18  # pixels filled at a time: memory that is new takes long at first touch
VEIL: Final = 0.62


class Picture(QObject):
    """The last complete image with the camera it was painted for, and the one in the making."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without an image."""
        super().__init__(parent)
        self._shown, self._making = QPixmap(), QPixmap()
        self._camera, self._aim = Camera(), Camera()
        self._pieces: Iterator[Piece] = iter(())
        self._done: Callable[[], None] = lambda: None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._turns = Turns(self)
        self._spent, self._ratio = 0.0, 1.0
        self._part = (0.0, 0.0, 0.0, 0.0)  # left, top, width and height of what of the image is not empty, in points
        self.seconds = 0.0  # what the last complete picture took to paint, composed as it was

    @property
    def empty(self) -> bool:
        """Whether there is no image yet."""
        return self._shown.isNull()

    @property
    def busy(self) -> bool:
        """Whether a picture is in the making."""
        return self._timer.isActive()

    @property
    def image(self) -> QPixmap:
        """The last complete image."""
        return self._shown

    def begin(self, pieces: Iterator[Piece], sight: Sight, size: QSize, done: Callable[[], None]) -> None:
        """Paint anew in slices; whatever was in the making is given up."""
        self._prepare(pieces, sight, size)
        self._done = done
        self._timer.start()

    def aim(self, camera: Camera) -> None:
        """Let the picture in the making be that of another camera; nothing of the map may be painted yet."""
        self._aim = camera

    def finish(self) -> None:
        """Paint what is left of the picture in the making, now."""
        while self.busy:
            self._slice(float("inf"))

    def cancel(self) -> None:
        """Give up the picture in the making."""
        self._timer.stop()
        self._pieces = iter(())

    def forget(self) -> None:
        """Let go of both images: 33 megabytes each on a large screen."""
        self.cancel()
        self._shown, self._making = QPixmap(), QPixmap()

    def _prepare(self, pieces: Iterator[Piece], sight: Sight, size: QSize) -> None:
        """Make the second image ready for another picture."""
        self.cancel()
        pixels = size * sight.ratio
        if self._making.size() != pixels:
            self._making = QPixmap(pixels)
        self._making.setDevicePixelRatio(1.0)  # it is painted in pixels
        self._ratio, self._aim, self._spent = sight.ratio, sight.camera, 0.0
        self._pieces = pieces

    def _go_on(self) -> None:
        """Paint what this turn has room for."""
        if room := self._turns.room(SLICE, LEAST):
            self._slice(room)

    def _slice(self, room: float) -> None:
        """Paint pieces for some seconds; a fault ends the picture, not the program."""
        painter = QPainter(self._making)
        try:
            over = self._paint(painter, perf_counter() + room)
        except BaseException:
            self.cancel()
            raise
        finally:
            painter.end()
        if over:
            self._complete()

    def _paint(self, painter: QPainter, until: float) -> bool:
        """Paint pieces until a time, and return whether none are left."""
        now = perf_counter()
        while now < until:
            piece = next(self._pieces, None)
            if piece is None:
                return True
            piece(painter)
            begun, now = now, perf_counter()
            self._spent += 0.0 if piece is pause else now - begun
        return False

    def _complete(self) -> None:
        """Show what was in the making."""
        self._timer.stop()
        self._making.setDevicePixelRatio(self._ratio)
        self._shown, self._making = self._making, self._shown
        self._camera, self.seconds = self._aim, self._spent
        self.set_ink(None)
        self._done()

    def set_ink(self, ink: Box | None) -> None:
        """Take in outside of which box of the scene the image is empty; nothing where that is not known."""
        whole = QRectF(QPointF(), self._shown.deviceIndependentSize())
        if ink is not None:
            found = QRectF(QPointF(*ink[:2]), QPointF(*ink[2:])).translated(self._camera.x, self._camera.y)
            whole &= QRectF(found.toAlignedRect())
        self._part = whole.x(), whole.y(), whole.width(), whole.height()

    def show(self, painter: QPainter, camera: Camera, theme: Theme, area: QRectF) -> None:
        """Draw the image where the camera is now, but for what of it is empty; exact where it was painted for."""
        if camera == self._camera:
            painter.drawPixmap(0, 0, self._shown)
            return
        share, ratio, (left, top, wide, high) = camera.zoom / self._camera.zoom, self._ratio, self._part
        x, y = camera.x + (left - self._camera.x) * share, camera.y + (top - self._camera.y) * share
        covered, colour = (x, y, x + wide * share, y + high * share), QColor(theme.map.background)
        for bare in _beside(ceil(area.width()), ceil(area.height()), covered):
            painter.fillRect(*bare, colour)
        if wide > 0.0 and high > 0.0:  # Qt would take an empty part for the whole
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)  # a third of the time
            source = QRectF(left * ratio, top * ratio, wide * ratio, high * ratio)
            painter.drawPixmap(QRectF(x, y, wide * share, high * share), self._shown, source)


def _beside(width: int, height: int, covered: Box) -> Iterator[tuple[int, int, int, int]]:
    """Yield left, top, width and height of what a box leaves bare of an area: to fill all would take as long again."""
    left, right = (min(width, max(0, edge)) for edge in (ceil(covered[0]) + 1, floor(covered[2]) - 1))
    top, bottom = (min(height, max(0, edge)) for edge in (ceil(covered[1]) + 1, floor(covered[3]) - 1))
    if left >= right or top >= bottom:
        yield 0, 0, width, height
        return
    found = ((0, 0, width, top), (0, bottom, width, height - bottom), (0, top, left, bottom - top),
             (right, top, width - right, bottom - top))  # fmt: skip
    yield from (bare for bare in found if bare[2] > 0 and bare[3] > 0)


def filling(colour: QColor, size: QSize) -> Iterator[Piece]:
    """Yield what fills an image with a colour, in bands: a large one takes longer than a slice."""
    for band in bands(size):
        yield partial(_fill, band, colour)


def bands(size: QSize) -> Iterator[QRect]:
    """Yield the bands of an image that are worked on at a time."""
    rows = max(1, BAND // max(1, size.width()))
    for top in range(0, size.height(), rows):
        yield QRect(0, top, size.width(), min(rows, size.height() - top))


def veiling(theme: Theme, size: QSize) -> Iterator[Piece]:
    """Yield what lays the background over an image, so that what is painted next stands out."""
    colour = QColor(theme.map.background)
    colour.setAlphaF(VEIL)
    return filling(colour, size)


def _fill(band: QRect, colour: QColor, painter: QPainter) -> None:
    """Fill a band of the image."""
    painter.resetTransform()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(band, colour)
