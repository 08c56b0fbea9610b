"""A drawing as a one-page PDF: vector marks, text as text in an embedded font, no author, no host, no clock."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.canvas.painter import paint_drawing
from desktop.export.blanks import with_blanks
from graphdata.drawing import Drawing

RESOLUTION: Final = 1200
NAMESPACE: Final = QUuid("{5f2b7c1e-5a3d-4c1c-9c39-0e7f2f6f3c11}")
EPOCH: Final = b"19700101000000"
XMP_EPOCH: Final = b"1970-01-01T00:00:00+00:00"


def to_pdf(drawing: Drawing, width_mm: float, height_mm: float) -> bytes:
    """Return the drawing as a PDF page of so many millimetres; the same drawing gives the same bytes."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(drawing.title)
    writer.setCreator("Entente")
    writer.setDocumentId(QUuid.createUuidV5(NAMESPACE, (drawing.title + drawing.description).encode()))
    page = QPageSize(QSizeF(width_mm, height_mm), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    scale = min(writer.width() / drawing.width, writer.height() / drawing.height)
    painter.scale(scale, scale)
    paint_drawing(drawing, painter)
    painter.end()
    buffer.close()
    return without_clock(with_blanks(bytes(held.data())))


def without_clock(pdf: bytes) -> bytes:
    """Return the file with its times of making, and their zone, set to fixed ones of the same length: offsets hold."""
    pdf = re.sub(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}([^)]*)", _fixed_info, pdf)
    return re.sub(rb"""(xmp:(?:Create|Modify|Metadata)Date(?:>|=["']))[^<"']*""", _fixed_xmp, pdf)


def _fixed_info(match: re.Match[bytes]) -> bytes:
    """Return an Info date in Greenwich time of the same length as the one found."""
    return match.group(1) + EPOCH + re.sub(rb"\d", b"0", match.group(2)).replace(b"-", b"+")


def _fixed_xmp(match: re.Match[bytes]) -> bytes:
    """Return an XMP date of the same length as the one found."""
    room = len(match.group(0)) - len(match.group(1))
    return match.group(1) + XMP_EPOCH[:room].ljust(room)
