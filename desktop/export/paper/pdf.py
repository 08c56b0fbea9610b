"""A document as a PDF: A4 pages with the marking at head and foot, text as text, links inside, bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QPointF, QRectF, QSize, QUuid
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desktop.export.blanks import with_blanks
from desktop.export.paper.clock import without_clock
from desktop.export.paper.outline import Bookmark, with_bookmarks
from desktop.export.paper.paging import Page, Placed, pages_of
from desktop.export.paper.setting import FAINT, PADDING, POINT, Face, Line, Slab, lines_of, slabs_of
from graphdata.marking import marking_colours
from graphdata.paper import Heading, Paper, Run, text_of

RESOLUTION: Final = 1200
NAMESPACE: Final = QUuid("{5f2b7c1e-5a3d-4c1c-9c39-0e7f2f6f3c11}")
WIDTH, HEIGHT = 595.0 * POINT, 842.0 * POINT  # A4
SIDE, EDGE = 46.0 * POINT, 64.0 * POINT  # margins at the sides; above and below
BAND: Final = 30.0 * POINT  # from the edge of the paper to the marking
EDGES, SHADE = "#C3CCD3", "#EEF1F4"
LABEL: Final = 12.0  # points: the least that TLP allows


def to_pdf(paper: Paper) -> bytes:
    """Return the document as a PDF; the same document gives the same bytes."""
    pages = pages_of(slabs_of(paper, WIDTH - 2 * SIDE), HEIGHT - 2 * EDGE)
    with _in_one_order():
        written = _written(paper, pages)
    whole = without_clock(with_blanks(written))
    return with_bookmarks(whole, tuple(_bookmarks(paper)), paper.subject, paper.keywords)


@contextmanager
def _in_one_order() -> Iterator[None]:
    """Let Qt write the fonts in one order: it keeps them in a hash table whose seed is random in each process."""
    QHashSeed.setDeterministicGlobalSeed()
    try:
        yield
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _written(paper: Paper, pages: Sequence[Page]) -> bytes:
    """Return the pages as Qt writes them."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, paper)
    painter = QPainter(writer)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            writer.newPage()
        painter.save()
        painter.scale(RESOLUTION / 72.0 / POINT, RESOLUTION / 72.0 / POINT)
        _paint_page(painter, page, paper, f"{number} / {len(pages)}")
        painter.restore()
    painter.end()
    buffer.close()
    return bytes(held.data())


def first_page(paper: Paper, room: QSize) -> QImage:
    """Return the first page on an image as large as a room allows."""
    share = min(room.width() / WIDTH, room.height() / HEIGHT)
    image = QImage(max(1, round(WIDTH * share)), max(1, round(HEIGHT * share)), QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    pages = pages_of(slabs_of(paper, WIDTH - 2 * SIDE), HEIGHT - 2 * EDGE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(share, share)
    _paint_page(painter, pages[0], paper, f"1 / {len(pages)}")
    painter.end()
    return image


def _writer(buffer: QBuffer, paper: Paper) -> QPdfWriter:
    """Return the writer of A4 pages without margins of its own."""
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(paper.title)
    writer.setCreator("Entente")
    writer.setDocumentId(QUuid.createUuidV5(NAMESPACE, text_of(paper).encode()))
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    return writer


def _bookmarks(paper: Paper) -> Iterator[Bookmark]:
    """Yield the headings that can be led to."""
    for block in paper.blocks:
        if isinstance(block, Heading) and block.anchor:
            yield Bookmark(block.level, block.text, block.anchor)


def _paint_page(painter: QPainter, page: Page, paper: Paper, number: str) -> None:
    """Paint a page with its head and foot."""
    _paint_band(painter, paper.marking, paper.foot, BAND)
    _paint_band(painter, paper.marking, f"{paper.foot} · page {number}", HEIGHT - BAND - LABEL * POINT * 1.4)
    for placed in page:
        _paint_slab(painter, placed)


def _paint_band(painter: QPainter, marking: str, words: str, top: float) -> None:
    """Paint the marking at the right, on black, and what the document is at the left."""
    (label,) = lines_of((Run(marking),), Face(LABEL, True, marking_colours(marking)), WIDTH)
    wide = label.layout.lineAt(0).naturalTextWidth()
    left, high = WIDTH - SIDE - wide, LABEL * POINT * 1.4
    painter.fillRect(QRectF(left - 6 * POINT, top, wide + 6 * POINT, high), QColor("#000000"))
    _paint_line(painter, label, left - 3 * POINT, top + 0.6 * POINT)
    foot = next(lines_of((Run(words),), Face(8.0, colour=FAINT), left - SIDE - 12 * POINT))
    _paint_line(painter, foot, SIDE, top + 4 * POINT)


def _paint_slab(painter: QPainter, placed: Placed) -> None:
    """Paint the boxes of a slab and its lines."""
    slab, top = placed.slab, EDGE + placed.top
    across, down = PADDING if slab.boxed else (0.0, 0.0)
    for cell in slab.cells:
        left = SIDE + cell.left
        if slab.boxed:
            _paint_box(painter, slab, QRectF(left, top, cell.width, slab.height))
        below = top + down
        for line in cell.lines:
            _paint_line(painter, line, left + across, below)
            below += line.height


def _paint_box(painter: QPainter, slab: Slab, box: QRectF) -> None:
    if slab.shaded:
        painter.fillRect(box, QColor(SHADE))
    painter.setPen(QPen(QColor(EDGES), 0.5 * POINT))
    painter.drawRect(box)


def _paint_line(painter: QPainter, line: Line, left: float, top: float) -> None:
    line.layout.lineAt(line.rank).draw(painter, QPointF(left, top))
