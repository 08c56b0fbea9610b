"""Pages after the picture in a PDF: what it rests on, every source in full, the relations as a table; marked, numbered.

The numbers on the map's lines and in the table lead to the sources here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import Final, NamedTuple

from graphdata import shapes, typeface
from graphdata.citation import Note, notes_of_relation, numbered
from graphdata.citing import Citing
from graphdata.drawing import Drawing, Group, Mark, Polygon, Words
from graphdata.export.pptx import tables
from graphdata.export.pptx.annex import WIDTHS
from graphdata.export.pptx.numbering import Numbering
from graphdata.export.pptx.rows import HEADS, cells_of
from graphdata.sheet import Request
from graphdata.sheet.edges import PLATE, marking_marks, marking_size, marking_width
from graphdata.sheet.request import MARGIN, page_extent
from graphdata.sheet.words import as_of_line, marking_on, title_of
from graphdata.statement import source_summary
from graphdata.table_marks import row_of
from graphdata.ties import Tie
from graphdata.view import View

LARGER: Final = 1.5  # times the letters of the picture: nine points on an A4 page and on a slide
CITATION: Final = 10.0
STATEMENT, SOURCES = "What the picture rests on", "Sources"
BOTH: Final = "What the picture rests on, and its sources"
SHARED: Final = 0.6  # of a page's room that the statement may take for the sources to begin below it
SUMMARY: Final = 12.0  # size of the statement
HEADED: Final = 7.5  # of that size that its headings take
PITCH: Final = 1.26
HANG: Final = typeface.width("[000] ", CITATION)
GUTTER: Final = 26.0
ROOMY: Final = 900.0  # a page so wide takes two columns of citations
TITLE, SAID = 19.0, 9.5  # sizes of a page's title, and of the words at its foot
DOMAIN: Final = 2  # the column that wears the colour of the domain
TOP, FOOT = 56.0, 44.0
KEYED: Final = 18.0  # height of what is said once for all citations
HEADING: Final = 24.0  # height of the heading of sources that begin below the statement


class Block(NamedTuple):
    """A citation in lines."""

    note: Note
    lines: tuple[str, ...]

    @property
    def high(self) -> float:
        """Its height, with the room below it."""
        return len(self.lines) * CITATION * PITCH + 5.0


class Frame(NamedTuple):
    """What all pages share."""

    view: View
    wanted: Request
    width: float
    height: float

    @property
    def room(self) -> float:
        """The height between head and foot."""
        return self.height - TOP - FOOT - 12.0

    def page(self, title: str, marks: Sequence[Mark], number: int, count: int) -> Drawing:
        """Return a page with its head and foot; it stands in the outline under its title."""
        ink, marking = self.wanted.theme.map, marking_on(self.view, self.wanted)
        size = marking_size(marking, self.width * LARGER, self.wanted) / LARGER
        right, foot = self.width - MARGIN, self.height - 12.0 - PLATE * size
        said = f"Page {number} of {count} · {title_of(self.view, self.wanted)} · {as_of_line(self.view)}"
        lines = typeface.wrap(said, self.width - 2 * MARGIN - marking_width(marking, size) - 24.0, SAID, False, 2)
        below = [foot + 15.0 - at * SAID * 1.2 for at in reversed(range(len(lines)))]
        around = (
            *marking_marks(marking, right, 12.0, size),
            Words(MARGIN, 36.0, title, TITLE, ink.ink, bold=True),
            *marks,
            *(Words(MARGIN, y, line, SAID, ink.faint) for y, line in zip(below, lines, strict=True)),
            *marking_marks(marking, right, foot, size),
        )
        ground = "" if self.wanted.transparent else ink.background
        return Drawing(self.width, self.height, ground, around, title)


def annex_pages(view: View, ties: Sequence[Tie], wanted: Request) -> tuple[Drawing, ...]:
    """Return the pages for a view, in the shape and the colours of its picture; none where nothing is on show."""
    if not view.relations:
        return ()
    width, height = page_extent(wanted)
    frame = Frame(view, wanted, width / LARGER, height / LARGER)
    made = list(_about(frame)) if wanted.notes else []
    made += [("Relations shown", marks) for marks in _relations(frame, ties)]
    return tuple(frame.page(title, marks, at, len(made) + 1) for at, (title, marks) in enumerate(made, start=2))


def _about(frame: Frame) -> Iterator[tuple[str, list[Mark]]]:
    """Yield the title and the marks of each page with the statement and the sources, which share one where they can."""
    marks, high = _statement(frame)
    if high > SHARED * frame.room:
        yield STATEMENT, marks
        yield from ((SOURCES, each) for each in _sources(frame))
        return
    first, *others = _sources(frame, high + HEADING)
    heading = Words(MARGIN, TOP + high + SUMMARY, SOURCES, SUMMARY, frame.wanted.theme.map.ink, bold=True)
    yield BOTH, [*marks, heading, *first]
    yield from ((SOURCES, each) for each in others)


def _statement(frame: Frame) -> tuple[list[Mark], float]:
    """Return the source summary statement, a paragraph for each of its headings, and its height."""
    ink, y, hang = frame.wanted.theme.map.ink, TOP + SUMMARY, HEADED * SUMMARY
    marks: list[Mark] = []
    for heading, text in source_summary(frame.view):
        lines = typeface.wrap(text, frame.width - 2 * MARGIN - hang, SUMMARY)
        marks.append(Words(MARGIN, y, heading, SUMMARY, ink, bold=True))
        marks += (Words(MARGIN + hang, y + at * SUMMARY * PITCH, line, SUMMARY, ink) for at, line in enumerate(lines))
        y += (len(lines) + 0.5) * SUMMARY * PITCH
    return marks, y - TOP


def _sources(frame: Frame, below: float = 0.0) -> Iterator[list[Mark]]:
    """Yield the citations of each page, those of the first so far below its head."""
    count = 2 if frame.width >= ROOMY else 1
    wide = (frame.width - 2 * MARGIN - (count - 1) * GUTTER) / count
    citing = Citing([frame.view], numbered(frame.view))
    blocks = [Block(note, typeface.wrap(citing.whole(note), wide - HANG, CITATION)) for note in citing.notes]
    room = frame.room - KEYED
    stacks = list(_stacked(blocks, chain([room - below] * count, repeat(room))))
    for first in range(0, len(stacks), count):
        top = TOP + (0.0 if first else below)
        marks: list[Mark] = [Words(MARGIN, top + CITATION - 2.0, citing.key(), CITATION, frame.wanted.theme.map.faint)]
        for rank, stack in enumerate(stacks[first : first + count]):
            marks += _column(stack, MARGIN + rank * (wide + GUTTER), top, frame)
        yield marks


def _stacked(blocks: Sequence[Block], rooms: Iterator[float]) -> Iterator[list[Block]]:
    """Yield the citations of each column, given the height of each."""
    stack: list[Block] = []
    room = next(rooms)
    for block in blocks:
        if stack and sum(each.high for each in stack) + block.high > room:
            yield stack
            stack, room = [], next(rooms)
        stack.append(block)
    if stack:
        yield stack


def _column(stack: Sequence[Block], x: float, top: float, frame: Frame) -> Iterator[Mark]:
    """Yield the citations of a column."""
    ink, y = frame.wanted.theme.map.ink, top + CITATION + KEYED
    for block in stack:
        number = Words(x, y, f"[{block.note.number}]", CITATION, ink)
        lines = (Words(x + HANG, y + at * CITATION * PITCH, text, CITATION, ink) for at, text in enumerate(block.lines))
        yield Group(f"note {block.note.number}", "", (number, *lines))
        y += block.high


def _relations(frame: Frame, ties: Sequence[Tie]) -> Iterator[list[Mark]]:
    """Yield the rows of the table of each page, its head repeated."""
    heads = [head for head in zip(HEADS, WIDTHS, strict=True) if frame.wanted.notes or head[0] != "Sources"]
    numbering = Numbering.of([frame.view])
    shown = [each for tie in ties for each in tie.relations]
    cells = {each: cells_of(frame.view, each, numbering)[: len(heads)] for each in shown}
    rows = [tables.Row(words, each) for each, words in cells.items()]  # the colour's place keeps the relation
    into = tables.columns(heads, frame.width - 2 * MARGIN, DOMAIN, rows)
    for page in tables.split(rows, into, frame.room):
        yield list(_table(frame, page, into))


def _table(frame: Frame, rows: Sequence[tables.Row], into: tables.Columns) -> Iterator[Mark]:
    """Yield the head and the rows of one page."""
    colours, right = frame.wanted.theme.map, frame.width - MARGIN
    head = tables.Row(into.heads)
    top = TOP + tables.height_of(head, into, bold=True)
    cells = _cells(head, into, TOP, colours.background or "#FFFFFF", bold=True)
    cells[0].insert(0, Polygon(shapes.box(MARGIN, TOP, right, top), colours.ink))
    yield row_of(cells, head=True)
    for row in rows:
        below = top + tables.height_of(row, into)
        yield row_of(_row(frame, row, into, top, below))
        top = below


def _row(frame: Frame, row: tables.Row, into: tables.Columns, top: float, below: float) -> list[list[Mark]]:
    """Return the cells of a relation: the colour of its domain in one, the numbers and the line below in the last."""
    colours = frame.wanted.theme
    cells = _cells(row, into, top, colours.map.ink)
    left = MARGIN + sum(into.widths[:DOMAIN])
    bar = shapes.box(left, top + 1.0, left + 3.0, below - 1.0)
    cells[DOMAIN].insert(0, Polygon(bar, colours.domain(frame.view.network.relation[row.colour].domain)))
    if frame.wanted.notes:
        cells[-1] += _links(frame, row.colour, into, top)
    cells[-1].append(Polygon(shapes.box(MARGIN, below - 0.4, frame.width - MARGIN, below), colours.map.hairline))
    return cells


def _cells(row: tables.Row, into: tables.Columns, top: float, colour: str, bold: bool = False) -> list[list[Mark]]:
    """Return the words of a row; numbers of sources are put in by themselves, since each leads somewhere else."""
    cells: list[list[Mark]] = []
    left = MARGIN + tables.PAD
    for head, text, wide in zip(into.heads, row.cells, into.widths, strict=True):
        said = text if isinstance(text, str) and (bold or head != "Sources") else ""
        lines = typeface.wrap(said, wide - 2 * tables.PAD, tables.SIZE, bold) if said else ()
        cells.append([Words(left, _foot(top, at), line, tables.SIZE, colour, bold) for at, line in enumerate(lines)])
        left += wide
    return cells


def _foot(top: float, line: int) -> float:
    """Return where the letters of a line of a row stand."""
    return top + tables.PAD / 2.0 + (line + 0.82) * tables.SIZE * tables.PITCH


def _links(frame: Frame, relation: str, into: tables.Columns, top: float) -> Iterator[Mark]:
    """Yield the numbers of a relation's sources, each leading to its source."""
    left, room = MARGIN + sum(into.widths[:-1]) + tables.PAD, into.widths[-1] - 2 * tables.PAD
    x, line, gap = 0.0, 0, typeface.width(" ", tables.SIZE)
    for note in notes_of_relation(frame.view, relation):
        text = f"[{note.number}]"
        wide = typeface.width(text, tables.SIZE)
        if x and x + wide > room:
            x, line = 0.0, line + 1
        yield Words(
            left + x, _foot(top, line), text, tables.SIZE, frame.wanted.theme.map.ink, link=f"#note-{note.number}"
        )
        x += wide + gap
