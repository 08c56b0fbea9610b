"""Paints a line of many straight pieces piece by piece: in half the time of one long line, and to the eye the same.

Qt smooths a long line by the cells of its outline, and a straight piece with flat ends in a quicker way. Where two
pieces meet each covers some pixels in part, and parts painted over one another come to less than their sum: so pieces
reach a little into one another, and what is still missing is filled by a short stretch that leaves the soft sides as
they are. Soft pixels are then off by some hundredths, by a tenth at worst; Qt's own joints leave dark spots on lines
that lie flat.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.canvas.primitives import Floats, draw_lines
from graphdata.drawing import Strokes

Numbers = npt.NDArray[np.complex128]
OVERLAP: Final = 0.2  # pixels that pieces share
SEAM: Final = 1.6  # pixels of a joint that are filled
SOFT: Final = 1.0  # pixels of a line's width, both sides together, that are soft
NARROW: Final = 2.0  # pixels: a line below has no inside to fill
SHORT: Final = 3.0  # pixels: pieces below are too short for their seams
BEND: Final = 0.2  # pixels that may gape on the outer side of a joint, no more than what pieces share


def paint_chain(mark: Strokes, painter: QPainter, colour: QColor) -> bool:
    """Paint a line of pieces that meet in their order, into pixels; tell whether it is one that may be painted so."""
    scale = painter.deviceTransform().m11()
    if mark.round_cap or mark.opacity < 1.0 or mark.width * scale < NARROW:
        return False
    pieces = _joined(np.ascontiguousarray(mark.segments).view(np.complex128), SHORT / scale)
    along = pieces[:, 1] - pieces[:, 0]
    lengths = np.abs(along)
    if min(lengths.tolist()) * scale < SHORT:  # of so few numbers, quicker than numpy's
        return False
    along /= lengths
    if max(np.abs(along[1:] - along[:-1]).tolist(), default=0.0) * mark.width * scale > BEND:
        return False
    pen = QPen(colour, mark.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    draw_lines(painter, _overlapping(pieces, along * OVERLAP / 2.0 / scale))
    pen.setWidthF(mark.width - SOFT / scale)
    painter.setPen(pen)
    draw_lines(painter, _seams(pieces, along * SEAM / 2.0 / scale))
    return True


def _joined(pieces: Numbers, short: float) -> Numbers:
    """Return pieces (n, 2: start, end as complex numbers); a short one at either end goes to its neighbour."""
    found = pieces.copy()
    if len(found) > 1 and abs(found[0, 1] - found[0, 0]) < short:
        found[1, 0], found = found[0, 0], found[1:]
    if len(found) > 1 and abs(found[-1, 1] - found[-1, 0]) < short:
        found[-2, 1], found = found[-1, 1], found[:-1]
    return found


def _overlapping(pieces: Numbers, reach: Numbers) -> Floats:
    """Return lines (n, 4) that reach into their neighbours, but not beyond either end of the whole."""
    found = pieces.copy()
    found[1:, 0] -= reach[1:]
    found[:-1, 1] += reach[:-1]
    return found.view(np.float64)


def _seams(pieces: Numbers, reach: Numbers) -> Floats:
    """Return the short lines (n, 4) across the joints."""
    joints = pieces[1:, 0]
    found = np.empty((len(joints), 2), np.complex128)
    np.subtract(joints, reach[:-1], out=found[:, 0])
    np.add(joints, reach[1:], out=found[:, 1])
    return found.view(np.float64)
