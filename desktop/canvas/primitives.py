"""Numpy memory handed to Qt: thousands of lines or sprites in one call.

The rows pass through one buffer of each kind, for lines one in each thread, whose Qt object is made once. Wrapping
the memory of passing arrays would be unsafe: the binding remembers objects by their address, and mistakes a new array
for an old object that lay there.
"""

from __future__ import annotations

from functools import cache
from threading import get_ident
from typing import Final, cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPixmap

Floats = npt.NDArray[np.float64]
Pixels = npt.NDArray[np.uint8]
ROOM: Final = 4096  # rows of a buffer
FRAGMENT: Final = 10  # x, y, source left and top, width, height, scale x and y, rotation, opacity


@cache
def _lines(_thread: int) -> tuple[Floats, QLineF]:
    """Return a thread's buffer of lines, and its first line as Qt sees it: pictures are painted beside the window."""
    rows = np.zeros((ROOM, 4))
    return rows, cast("QLineF", shiboken6.wrapInstance(rows.ctypes.data, QLineF))


@cache
def _fragments() -> tuple[Floats, QPainter.PixmapFragment]:
    """Return the buffer of fragments, and its first one as Qt sees it."""
    rows = np.zeros((ROOM, FRAGMENT))
    rows[:, 6:8], rows[:, 9] = 1.0, 1.0
    found = shiboken6.wrapInstance(rows.ctypes.data, QPainter.PixmapFragment)
    return rows, cast("QPainter.PixmapFragment", found)


def to_pixels(painter: QPainter) -> tuple[int, int]:
    """Let the unit be the pixel, on a window of a fine screen as well as on an image, and return width and height."""
    device = painter.device()
    ratio = device.devicePixelRatioF()
    painter.resetTransform()
    painter.scale(1.0 / ratio, 1.0 / ratio)
    return round(device.width() * ratio), round(device.height() * ratio)


def draw_lines(painter: QPainter, segments: Floats) -> None:
    """Draw straight lines (n, 4) with the painter's pen."""
    buffer, first = _lines(get_ident())
    for start in range(0, len(segments), ROOM):
        part = segments[start : start + ROOM]
        buffer[: len(part)] = part
        painter.drawLines(first, len(part))


def draw_sprites(painter: QPainter, atlas: QPixmap, centres: Floats, sources: Floats) -> None:
    """Draw pieces (n, 4: left, top, width, height) of an atlas about centres (n, 2), in pixels."""
    buffer, first = _fragments()
    for start in range(0, len(centres), ROOM):
        count = len(centres[start : start + ROOM])
        buffer[:count, :2], buffer[:count, 2:6] = centres[start : start + ROOM], sources[start : start + ROOM]
        painter.drawPixmapFragments(first, count, atlas)


@cache
def _turned() -> tuple[Floats, QPainter.PixmapFragment]:
    """Return the buffer of fragments that are turned and stretched, and its first one as Qt sees it."""
    rows = np.zeros((ROOM, FRAGMENT))
    rows[:, 9] = 1.0
    return rows, cast("QPainter.PixmapFragment", shiboken6.wrapInstance(rows.ctypes.data, QPainter.PixmapFragment))


def draw_turned(painter: QPainter, strip: QPixmap, fragments: Floats, shift: Floats | float = 0.0) -> None:
    """Draw fragments (n, 9: middle, source, scales, degrees) of an image that is soft by itself, moved by some pixels.

    Unsmoothed, Qt copies turned images in one pass: two to three times as fast as it smooths the edges of lines.
    """
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    buffer, first = _turned()
    for start in range(0, len(fragments), ROOM):
        part = fragments[start : start + ROOM]
        buffer[: len(part), :9] = part
        buffer[: len(part), :2] += shift
        painter.drawPixmapFragments(first, len(part), strip)
