"""Numpy memory handed to Qt: thousands of lines, sprites or outlines in one call.

The rows pass through one buffer of each kind, whose Qt object is made once. Wrapping the memory of passing arrays would
be unsafe: the binding remembers objects by their address, and mistakes a new array for an old object that lay there.
"""

from __future__ import annotations

from functools import cache
from typing import Final, cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QLineF
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

Floats = npt.NDArray[np.float64]
MOVE, LINE = 0, 1  # kinds of elements in Qt's stored form of a path
WINDING: Final = 1
ROOM: Final = 4096  # rows of a buffer
FRAGMENT: Final = 10  # x, y, source left and top, width, height, scale x and y, rotation, opacity


@cache
def _lines() -> tuple[Floats, QLineF]:
    """Return the buffer of lines, and its first line as Qt sees it."""
    rows = np.zeros((ROOM, 4))
    return rows, cast("QLineF", shiboken6.wrapInstance(rows.ctypes.data, QLineF))


@cache
def _fragments() -> tuple[Floats, QPainter.PixmapFragment]:
    """Return the buffer of fragments, and its first one as Qt sees it."""
    rows = np.zeros((ROOM, FRAGMENT))
    rows[:, 6:8], rows[:, 9] = 1.0, 1.0
    found = shiboken6.wrapInstance(rows.ctypes.data, QPainter.PixmapFragment)
    return rows, cast("QPainter.PixmapFragment", found)


def draw_lines(painter: QPainter, segments: Floats) -> None:
    """Draw straight lines (n, 4) with the painter's pen."""
    buffer, first = _lines()
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


def path_of(outlines: Floats) -> QPainterPath:
    """Return outlines (n, corners, 2) as one path to be filled, by way of Qt's stored form of a path."""
    count, corners = outlines.shape[:2]
    elements = np.empty((count, corners), dtype=[("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
    elements["kind"] = LINE
    elements["kind"][:, 0] = MOVE
    elements["x"], elements["y"] = outlines[:, :, 0], outlines[:, :, 1]
    head, foot = np.array([count * corners], dtype=">i4"), np.array([0, WINDING], dtype=">i4")
    stored = QByteArray(head.tobytes() + elements.tobytes() + foot.tobytes())
    path = QPainterPath()
    stream = QDataStream(stored, QIODevice.OpenModeFlag.ReadOnly)
    stream >> path
    return path
