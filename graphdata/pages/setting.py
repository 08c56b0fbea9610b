"""Sets the blocks of a document as slabs: cells of lines that stand side by side and go to a page as one.

All lengths are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from graphdata.pages.lines import Line, Look, Measure, lines_of
from graphdata.paper import Block, Heading, Paper, Paragraph, Row, Run, Runs, Table

INK, MUTED = "#14202B", "#44525E"
INDENT: Final = 10.0
PADDING: Final = (3.5, 2.0)


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
    """What goes to a page as one: cells side by side, in boxes or not, its anchor, the head to repeat over it."""

    cells: tuple[Cell, ...]
    before: float = 0.0
    after: float = 0.0
    keeps: bool = False
    boxed: bool = False
    shaded: bool = False
    head: Slab | None = None
    anchor: str = ""

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
        return replace(self, cells=upper, after=0.0), replace(self, cells=lower, before=0.0, anchor="")


def _fitting(lines: tuple[Line, ...], room: float) -> int:
    """Return how many lines fit into a room."""
    used, count = 0.0, 0
    for line in lines:
        used += line.height
        if used > room:
            break
        count += 1
    return count


def slabs_of(paper: Paper, width: float, measure: Measure) -> Iterator[Slab]:
    """Yield the slabs of a document for pages of a width."""
    for block in paper.blocks:
        yield from _slabs(block, width, measure)


def _slabs(block: Block, width: float, measure: Measure) -> Iterator[Slab]:
    if isinstance(block, Table):
        yield from _table(block, width, measure)
    else:
        yield _paragraph(block, width, measure)


def _paragraph(block: Heading | Paragraph, width: float, measure: Measure) -> Slab:
    """Return a heading or a paragraph."""
    if isinstance(block, Heading):
        manner, indent, anchor = HEADINGS[block.level], 0.0, block.anchor
        runs: Runs = (Run(block.text),)
    else:
        manner, anchor = LOOKS[block.look], ""
        indent = INDENT if block.look == "item" else 0.0
        runs = (Run("• "), *block.runs) if block.look == "item" else block.runs
    cell = Cell(indent, width - indent, tuple(set_in(runs, manner.face, width - indent, measure)))
    return Slab((cell,), manner.before, manner.after, manner.keeps, anchor=anchor)


def _table(table: Table, width: float, measure: Measure) -> Iterator[Slab]:
    """Yield a table row by row; each knows the head that is to stand over it on a new page."""
    heads = Row(tuple(((Run(head),),) for head in table.heads))
    head = _row(heads, table.shares, width, CELL_HEAD, measure)
    head = replace(head, keeps=True, shaded=True, before=2.0)
    yield head
    last = len(table.rows) - 1
    for rank, row in enumerate(table.rows):
        made = _row(row, table.shares, width, CELL, measure)
        yield replace(made, head=head, after=4.0 if rank == last else 0.0)


def _row(row: Row, shares: Iterable[float], width: float, face: Face, measure: Measure) -> Slab:
    """Return a row of boxes."""
    left = 0.0
    cells: list[Cell] = []
    for paragraphs, share in zip(row.cells, shares, strict=True):
        room = width * share - 2 * PADDING[0]
        lines = [line for runs in paragraphs for line in set_in(runs, face, room, measure)]
        cells.append(Cell(left, width * share, tuple(lines)))
        left += width * share
    return Slab(tuple(cells), boxed=True)


def set_in(runs: Runs, face: Face, width: float, measure: Measure) -> Iterator[Line]:
    """Yield runs set in lines of a face."""
    return lines_of(runs, face.size, Look(face.bold, face.colour), width, measure)
