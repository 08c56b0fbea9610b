"""A drawing as PNG: the screen's painter on an image, strip by strip, with its resolution written into the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.canvas.painter import paint
from graphdata.drawing import Drawing, flat
from graphdata.export.png import BAND, Rows, to_indexed_bytes, to_png_bytes
from graphdata.export.png_palette import Colours
from graphdata.problems import EntenteError

LARGEST: Final = 20_000  # pixels a side, more than any printer asks for
STRIP: Final = 1 << 23  # pixels painted at once, 32 MB: a 4K screen is one strip, a poster at 300 dpi seventeen
INDEXED: Final = 20_000_000  # pixels up to which a palette is sought, 80 MB meanwhile: A3 at 300 dpi has 17 million
MARGIN: Final = 8  # rows painted beyond a strip and thrown away: Qt rounds differently where it clips


class PictureTooLargeError(EntenteError):
    """More pixels were asked for than an image can hold."""


def to_png(drawing: Drawing, width: int, height: int, dots_per_inch: float = 96.0) -> bytes:
    """Return the drawing as a PNG of so many pixels; one without a background is see-through."""
    if not (0 < width <= LARGEST and 0 < height <= LARGEST):
        raise PictureTooLargeError(
            f"A picture of {width} x {height} pixels cannot be made. Ask for 1 to {LARGEST} a side."
        )
    size = (width, height)
    if drawing.background and width * height <= INDEXED:
        found = _indexed(drawing, size, dots_per_inch)
        if found:
            return found
    return to_png_bytes(_bands(drawing, size), size, dots_per_inch)


def _indexed(drawing: Drawing, size: tuple[int, int], dots_per_inch: float) -> bytes:
    """Return the drawing as a PNG of a palette, and nothing where so few colours would show."""
    colours = Colours(_named(drawing), drawing.background, size[0])
    for image, first, last in _strips(drawing, size):
        rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), size[0])
        for top in range(first, last, BAND):
            colours.add(rows[top : min(top + BAND, last)])
    palette = colours.palette()
    if palette is None:
        return b""
    return to_indexed_bytes(colours.numbers(palette), palette.colours, size, dots_per_inch)


def _named(drawing: Drawing) -> set[str]:
    """Return the colours that a drawing asks for, but for those that others are seen through."""
    opaque = (mark for mark in flat(drawing.items) if getattr(mark, "opacity", 1.0) == 1.0)
    named = {getattr(mark, part, "") for mark in opaque for part in ("fill", "line", "colour")}
    return (named | {drawing.background}) - {""}


def _bands(drawing: Drawing, size: tuple[int, int]) -> Iterator[Rows]:
    """Yield the pixels from the top down, band by band."""
    for image, first, last in _strips(drawing, size):
        for top in range(first, last, BAND):
            yield _pixels(image.copy(0, top, size[0], min(BAND, last - top)))


def _strips(drawing: Drawing, size: tuple[int, int]) -> Iterator[tuple[QImage, int, int]]:
    """Yield the picture from the top down in strips, each with the rows of it that count."""
    width, height = size
    deep = max(1, min(height, STRIP // width))
    for top in range(0, height, deep):
        first, last = max(0, top - MARGIN), min(height, top + deep + MARGIN)
        yield painted(drawing, width, height, first, last - first), top - first, min(height, top + deep) - first


def painted(drawing: Drawing, width: int, height: int, top: int = 0, rows: int = 0) -> QImage:
    """Return the drawing on an image of so many pixels, or some rows of it; centred where its shape differs."""
    forms = QImage.Format
    image = QImage(
        width, rows or height, forms.Format_RGB32 if drawing.background else forms.Format_ARGB32_Premultiplied
    )
    if image.isNull():
        message = f"There is no memory for {width} x {height} pixels. Ask for fewer, or a lower resolution."
        raise PictureTooLargeError(message)
    image.fill(QColor(drawing.background) if drawing.background else Qt.GlobalColor.transparent)
    painter = QPainter(image)
    scale = min(width / drawing.width, height / drawing.height)
    painter.translate((width - drawing.width * scale) / 2.0, (height - drawing.height * scale) / 2.0 - top)
    painter.scale(scale, scale)
    paint(drawing.items, painter)
    painter.end()
    return image


def fitting(drawing: Drawing, room: QSize) -> QImage:
    """Return the drawing on an image as large as a room allows."""
    share = min(room.width() / drawing.width, room.height() / drawing.height)
    return painted(drawing, max(1, round(drawing.width * share)), max(1, round(drawing.height * share)))


def _pixels(image: QImage) -> Rows:
    """Return an image's pixels as rows of red, green, blue, and opacity where it has any."""
    alpha = image.hasAlphaChannel()
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888 if alpha else QImage.Format.Format_RGB888)
    depth = 4 if alpha else 3
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * depth].reshape(plain.height(), plain.width(), depth).copy()
