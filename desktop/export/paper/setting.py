"""Sets the blocks of a document as slabs: cells of lines that stand side by side and go to a page as one.

All lengths are tenths of a point: Qt measures letters without a screen in whole pixels best where a pixel is small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from desktop.canvas.painter import FAMILIES
from graphdata.paper import Block, Heading, Paper, Paragraph, Row, Run, Runs, Table

POINT: Final = 10.0
INK, MUTED, FAINT, LINK = "#14202B", "#44525E", "#55636F", "#0B4A8F"
INDENT: Final = 10.0 * POINT
PADDING: Final = (3.5 * POINT, 2.0 * POINT)
PITCH: Final = 1.22
ASCENT: Final = 1.07  # of Noto Sans; letters of other fonts stand on the same line


class Face(NamedTuple):
    """The size of letters in points, whether all are bold, and their colour."""

    size: float
    bold: bool = False
    colour: str = INK


class Manner(NamedTuple):
    """How a kind of paragraph is set: its face, the room above and below, whether it stays with what follows."""

    face: Face
    before: float = 0.0
    after: float = 2.0
    keeps: bool = False


HEADINGS: Final = {
    1: Manner(Face(20.0, True), 0.0, 6.0, True),
    2: Manner(Face(14.0, True), 18.0, 5.0, True),
    3: Manner(Face(11.0, True, MUTED), 12.0, 3.0, True),
    4: Manner(Face(10.5, True), 9.0, 2.0, True),
}
LOOKS: Final = {
    "text": Manner(Face(9.0)),
    "fact": Manner(Face(9.0), keeps=True),
    "lead": Manner(Face(9.0), 5.0, 3.0, True),
    "small": Manner(Face(8.0), 0.0, 1.5),
    "item": Manner(Face(9.0)),
}
CELL, CELL_HEAD = Face(8.0), Face(8.0, True)


class Line(NamedTuple):
    """One line of a text that was set, and its height."""

    layout: QTextLayout
    rank: int
    height: float


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines below one another, so far from the left, so wide."""

    left: float
    width: float
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        """The height of all lines."""
        return sum(line.height for line in self.lines)


@dataclass(frozen=True, slots=True)
class Slab:
    """What goes to a page as one: cells side by side, in boxes or not, with the head to repeat over it."""

    cells: tuple[Cell, ...]
    before: float = 0.0
    after: float = 0.0
    keeps: bool = False
    boxed: bool = False
    shaded: bool = False
    head: Slab | None = None

    @property
    def height(self) -> float:
        """The height without the room above and below."""
        return max(cell.height for cell in self.cells) + (2 * PADDING[1] if self.boxed else 0.0)

    def cut(self, room: float) -> tuple[Slab, Slab]:
        """Return what fits into a room, a line at least, and the rest."""
        room -= 2 * PADDING[1] if self.boxed else 0.0
        counts = [_fitting(cell.lines, room) for cell in self.cells]
        if not any(counts):
            counts = [1] * len(counts)
        upper, lower = (
            tuple(replace(cell, lines=cell.lines[part]) for cell, part in zip(self.cells, parts, strict=True))
            for parts in ([slice(count) for count in counts], [slice(count, None) for count in counts])
        )
        return replace(self, cells=upper, after=0.0), replace(self, cells=lower, before=0.0)


def _fitting(lines: tuple[Line, ...], room: float) -> int:
    """Return how many lines fit into a room."""
    used, count = 0.0, 0
    for line in lines:
        used += line.height
        if used > room:
            break
        count += 1
    return count


def slabs_of(paper: Paper, width: float) -> Iterator[Slab]:
    """Yield the slabs of a document for pages of a width."""
    for block in paper.blocks:
        yield from _slabs(block, width)


def _slabs(block: Block, width: float) -> Iterator[Slab]:
    if isinstance(block, Table):
        yield from _table(block, width)
    else:
        yield _paragraph(block, width)


def _paragraph(block: Heading | Paragraph, width: float) -> Slab:
    """Return a heading or a paragraph."""
    if isinstance(block, Heading):
        manner, indent, anchor = HEADINGS[block.level], 0.0, block.anchor
        runs: Runs = (Run(block.text),)
    else:
        manner, anchor = LOOKS[block.look], ""
        indent = INDENT if block.look == "item" else 0.0
        runs = (Run("• "), *block.runs) if block.look == "item" else block.runs
    lines = tuple(lines_of(runs, manner.face, width - indent, anchor))
    return Slab((Cell(indent, width - indent, lines),), manner.before * POINT, manner.after * POINT, manner.keeps)


def _table(table: Table, width: float) -> Iterator[Slab]:
    """Yield a table row by row; each knows the head that is to stand over it on a new page."""
    heads = Row(tuple(((Run(head),),) for head in table.heads))
    head = _row(heads, table.shares, width, CELL_HEAD)
    head = replace(head, keeps=True, shaded=True, before=2.0 * POINT)
    yield head
    last = len(table.rows) - 1
    for rank, row in enumerate(table.rows):
        yield replace(_row(row, table.shares, width, CELL), head=head, after=4.0 * POINT if rank == last else 0.0)


def _row(row: Row, shares: Iterable[float], width: float, face: Face) -> Slab:
    """Return a row of boxes."""
    left = 0.0
    cells: list[Cell] = []
    for paragraphs, share in zip(row.cells, shares, strict=True):
        room = width * share - 2 * PADDING[0]
        anchor = "" if cells else row.anchor
        lines = [line for runs in paragraphs for line in lines_of(runs, face, room, anchor)]
        cells.append(Cell(left, width * share, tuple(lines)))
        left += width * share
    return Slab(tuple(cells), boxed=True)


def lines_of(runs: Runs, face: Face, width: float, anchor: str = "") -> Iterator[Line]:
    """Yield runs set in lines; text is text, and links lead to anchors of the document alone."""
    layout = QTextLayout("".join(run.text for run in runs).replace("\n", "\u2028"), font(face.size, face.bold))
    layout.setTextOption(_wrapping())
    layout.setFormats(list(_formats(runs, face, anchor)))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height = face.size * POINT * PITCH
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, face.size * POINT * ASCENT - line.ascent()))
    layout.endLayout()
    yield from (Line(layout, rank, height) for rank in range(layout.lineCount()))


def _wrapping() -> QTextOption:
    """Return how lines break: between words, and inside those that are wider than a line; all begin at the left."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    return option


def _formats(runs: Runs, face: Face, anchor: str) -> Iterator[QTextLayout.FormatRange]:
    """Yield the look of each run; Qt counts in units of UTF-16."""
    start = 0
    for rank, run in enumerate(runs):
        form = QTextLayout.FormatRange()
        form.start, form.length = start, len(run.text.encode("utf-16-le", "surrogatepass")) // 2
        form.format = _format(run, face, "" if rank else anchor)
        start += form.length
        yield form


def _format(run: Run, face: Face, anchor: str) -> QTextCharFormat:
    """Return the look of a run."""
    form = QTextCharFormat()
    form.setFont(font(face.size, face.bold or run.bold))
    form.setForeground(QColor(LINK if run.to else FAINT if run.faint else face.colour))
    if run.to or anchor:
        form.setAnchor(True)
    if run.to:
        form.setAnchorHref(f"#{run.to}")
    if anchor:
        form.setAnchorNames([anchor])
    return form


@cache
def font(size: float, bold: bool) -> QFont:
    """Return the font in which everything is set; ligatures would hide words from a search in the PDF."""
    found = QFont()
    found.setFamilies(FAMILIES)
    found.setPixelSize(round(size * POINT))
    found.setBold(bold)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    found.setFeature(QFont.Tag("liga"), 0)
    return found
