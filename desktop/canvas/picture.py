"""The stored image of the map: painted when the map rests, moved and scaled while it does not."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.canvas.camera import Camera
from desktop.canvas.painter import paint
from graphdata.drawing import Mark
from graphdata.style import Theme


class Picture:
    """The last complete image with the camera it was painted for, and how long that took."""

    def __init__(self) -> None:
        """Start without an image."""
        self._image = QPixmap()
        self._camera = Camera()
        self.seconds = 0.0

    @property
    def empty(self) -> bool:
        """Whether there is no image yet."""
        return self._image.isNull()

    def repaint(self, marks: tuple[Mark, ...], camera: Camera, size: QSize, ratio: float, theme: Theme) -> None:
        """Paint the marks of a scene as the camera shows them; ratio is device pixels to points."""
        begun = perf_counter()
        if self._image.size() != size * ratio or self._image.devicePixelRatio() != ratio:
            self._image = QPixmap(size * ratio)
            self._image.setDevicePixelRatio(ratio)
        self._image.fill(QColor(theme.map.background))
        painter = QPainter(self._image)
        painter.translate(camera.x, camera.y)
        paint(marks, painter)
        painter.end()
        self._camera = camera
        self.seconds = perf_counter() - begun

    def show(self, painter: QPainter, camera: Camera, theme: Theme, area: QRectF) -> None:
        """Draw the image where the camera is now; exact when that is where it was painted for."""
        if camera == self._camera:
            painter.drawPixmap(0, 0, self._image)
            return
        painter.fillRect(area, QColor(theme.map.background))
        share = camera.zoom / self._camera.zoom
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, share != 1.0)
        corner = QPointF(camera.x - self._camera.x * share, camera.y - self._camera.y * share)
        size = self._image.deviceIndependentSize() * share
        painter.drawPixmap(QRectF(corner, size), self._image, QRectF(self._image.rect()))


def veil(painter: QPainter, area: QRectF, theme: Theme, opacity: float = 0.62) -> None:
    """Lay the background over the picture, so that what is drawn next stands out."""
    colour = QColor(theme.map.background)
    colour.setAlphaF(opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(area, colour)
