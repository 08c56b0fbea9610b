"""The stored image of the map: painted in slices while the map rests, moved and scaled while it does not.

A picture is painted by pieces of some milliseconds: at once where the whole is quick, else in slices between events.
They go into a second image that takes the first one's place when it is complete: no half-painted map is ever seen.
While a hand zooms, that second image is free: the first one is scaled into it for where the next notch will lead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.canvas.camera import Camera
from desktop.canvas.painting import Painting
from desktop.canvas.pieces import Piece
from desktop.canvas.sight import Sight

if TYPE_CHECKING:
    from graphdata.scene import Box
    from graphdata.style import Theme

BAND: Final = 1 << 18  # pixels filled at a time: memory that is new takes long at first touch
VEIL: Final = 0.62
NEAR: Final = 0.5  # points: a pointer that trembles between two notches moves what they show by less


class Picture(QObject):
    """The last complete image with the camera it was painted for, and the one in the making."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without an image."""
        super().__init__(parent)
        self._shown, self._making = QPixmap(), QPixmap()
        self._camera, self._aim = Camera(), Camera()
        self._painting, self._scaling = Painting(self), Painting(self)
        self._next: Camera | None = None  # what the shown image is being scaled for, into the other one
        self._ready = 0  # how many rows of points of it are
        self._ratio = 1.0
        self._part = (0.0, 0.0, 0.0, 0.0)  # left, top, width and height of what of the image is not empty, in points
        self.seconds = 0.0  # what the last complete picture took to paint, composed as it was

    @property
    def empty(self) -> bool:
        """Whether there is no image yet."""
        return self._shown.isNull()

    @property
    def busy(self) -> bool:
        """Whether a picture is in the making."""
        return self._painting.busy

    @property
    def image(self) -> QPixmap:
        """The last complete image."""
        return self._shown

    def begin(self, pieces: Iterator[Piece], sight: Sight, size: QSize, done: Callable[[], None]) -> None:
        """Paint anew in slices; whatever was in the making is given up."""
        self._make_ready(size, sight.ratio)
        self._ratio, self._aim = sight.ratio, sight.camera
        self._painting.paint(self._making, pieces, partial(self._complete, done))

    def expect(self, sight: Sight, size: QSize) -> None:
        """Scale the image, in slices, for a camera that is likely to be the next: its frame is a plain copy then."""
        if self.busy or self.empty or self._next == sight.camera:
            return
        self._make_ready(size, self._ratio)
        self._making.setDevicePixelRatio(self._ratio)  # scaled as on the widget, to the same pixels
        self._next, self._ready = sight.camera, 0
        self._scaling.paint(self._making, self._scaled(sight, size), lambda: None)

    def aim(self, camera: Camera) -> None:
        """Let the picture in the making be that of another camera; nothing of the map may be painted yet."""
        self._aim = camera

    def finish(self) -> None:
        """Paint what is left of the picture in the making, now."""
        self._painting.finish()

    def cancel(self) -> None:
        """Give up the picture in the making."""
        self._painting.cancel()

    def forget(self) -> None:
        """Let go of both images: 33 megabytes each on a large screen."""
        self._give_up()
        self._shown, self._making = QPixmap(), QPixmap()

    def _give_up(self) -> None:
        """Make nothing of the second image any more."""
        self._painting.cancel()
        self._scaling.cancel()
        self._next = None

    def _make_ready(self, size: QSize, ratio: float) -> None:
        """Make the second image ready for another picture."""
        self._give_up()
        if self._making.size() != size * ratio:
            self._making = QPixmap(size * ratio)
        self._making.setDevicePixelRatio(1.0)  # it is painted in pixels

    def _complete(self, done: Callable[[], None]) -> None:
        """Show what was in the making."""
        self._making.setDevicePixelRatio(self._ratio)
        self._shown, self._making = self._making, self._shown
        self._camera, self.seconds = self._aim, self._painting.seconds
        self.set_ink(None)
        done()

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
        ready = QRectF(0.0, 0.0, area.width(), self.ready_rows(camera, area))
        if not ready.isEmpty():
            painter.setClipRect(ready)
            painter.drawPixmap(0, 0, self._making)
            painter.setClipRect(area.adjusted(0.0, ready.height(), 0.0, 0.0))
        if ready.height() < area.height():
            self._show_moved(camera, theme, area, painter)
        painter.setClipping(False)

    def ready_rows(self, camera: Camera, area: QRectF) -> int:
        """Return how many rows of points, from the top, have been scaled for a camera and a widget's area."""
        made = self._next
        if made is None or made.zoom != camera.zoom or self._making.size() != area.size().toSize() * self._ratio:
            return 0
        return self._ready if made.shift_to(camera) <= NEAR else 0

    def _show_moved(self, camera: Camera, theme: Theme, area: QRectF, painter: QPainter) -> None:
        """Draw the image moved and scaled."""
        share, ratio, (left, top, wide, high) = camera.zoom / self._camera.zoom, self._ratio, self._part
        x, y = camera.x + (left - self._camera.x) * share, camera.y + (top - self._camera.y) * share
        covered, colour = (x, y, x + wide * share, y + high * share), QColor(theme.map.background)
        for bare in _beside(ceil(area.width()), ceil(area.height()), covered):
            painter.fillRect(*bare, colour)
        if wide > 0.0 and high > 0.0:  # Qt would take an empty part for the whole
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)  # a third of the time
            source = QRectF(left * ratio, top * ratio, wide * ratio, high * ratio)
            painter.drawPixmap(QRectF(x, y, wide * share, high * share), self._shown, source)

    def _scaled(self, sight: Sight, size: QSize) -> Iterator[Piece]:
        """Yield what draws the image as a camera sees it, band by band."""
        area = QRectF(QPointF(), size.toSizeF())
        show = partial(self._show_moved, sight.camera, sight.theme, area)
        for band in bands(size):
            yield partial(self._scale, show, band)

    def _scale(self, show: Piece, band: QRect, painter: QPainter) -> None:
        """Draw a band of the image as a camera sees it."""
        painter.setClipRect(band)
        show(painter)
        self._ready = band.bottom() + 1


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
