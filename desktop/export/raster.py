"""A drawing as PNG: the screen's painter on an image, with its resolution written into the file."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from desktop.canvas.painter import paint_drawing
from graphdata.drawing import Drawing
from graphdata.problems import EntenteError

LARGEST = 20_000  # pixels a side: 1.6 GB, more than any printer asks for


class PictureTooLargeError(EntenteError):
    """More pixels were asked for than an image can hold."""


def to_png(drawing: Drawing, width: int, height: int, dots_per_inch: float = 96.0) -> bytes:
    """Return the drawing as a PNG of so many pixels; the drawing is centred where its shape differs."""
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):
        raise PictureTooLargeError(
            f"A picture of {width} x {height} pixels cannot be made. Ask for 1 to {LARGEST} a side."
        )
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        message = f"There is no memory for {width} x {height} pixels. Ask for fewer, or a lower resolution."
        raise PictureTooLargeError(message)
    image.setDotsPerMeterX(round(dots_per_inch / 0.0254))
    image.setDotsPerMeterY(round(dots_per_inch / 0.0254))
    image.fill(QColor(drawing.background))
    painter = QPainter(image)
    scale = min(width / drawing.width, height / drawing.height)
    painter.translate((width - drawing.width * scale) / 2.0, (height - drawing.height * scale) / 2.0)
    painter.scale(scale, scale)
    paint_drawing(drawing, painter)
    painter.end()
    return _encoded(image)


def _encoded(image: QImage) -> bytes:
    """Return the image's PNG bytes."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"PNG")  # QImage.save wants str at run time and bytes in its stubs
    writer.setQuality(70)
    writer.write(image)
    buffer.close()
    return bytes(held.data())
