"""Native tables: measured rows, split over as many slides as they need, the head repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.export.pptx.evenly import evenly
from graphdata.export.pptx.markup import Box, Face, Named, body, emu, fill, frame, paragraph, run
from graphdata.style import Theme

SIZE: Final = 9.0
PITCH: Final = 1.2
PAD: Final = 4.0
WORD: Final = 0.13  # share of the room that one word may claim
HEADED: Final = 1.06  # capitals of other fonts are a little wider than ours
TABLE: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"

_EMPTY: Final = f'<a:endParaRPr lang="en-GB" sz="{round(SIZE * 100)}"/>'  # an empty cell is else as high as 18 points


class Rich(NamedTuple):
    """A cell of several lines, each as words to be measured and as runs in their own colours."""

    lines: tuple[str, ...]
    runs: tuple[str, ...]


class Row(NamedTuple):
    """The words of a row, and the colour of the bar before one of its cells."""

    cells: tuple[str | Rich, ...]
    colour: str = ""


class Columns(NamedTuple):
    """The heads of a table, how wide each column is, and which of them wears the row's colour."""

    heads: tuple[str, ...]
    widths: tuple[float, ...]
    coloured: int


def columns(heads: Sequence[tuple[str, float]], room: float, coloured: int, rows: Sequence[Row] = ()) -> Columns:
    """Return columns that share a room as their numbers say, none narrower than the longest word in it.

    A word of its rows counts up to a share of the room: a longer one is broken.
    """
    least = [max(typeface.width(word, SIZE, True) for word in head.split()) * HEADED + 2 * PAD for head, _ in heads]
    least = [max(low, min(_longest(rows, at), WORD * room)) for at, low in enumerate(least)]
    whole = sum(share for _, share in heads)
    wanted = [max(least[at], share * room / whole) for at, (_, share) in enumerate(heads)]
    spare = sum(wanted) - sum(least)
    give = (sum(wanted) - room) / spare if spare else 0.0
    widths = tuple(width - (width - low) * give for width, low in zip(wanted, least, strict=True))
    return Columns(tuple(head for head, _ in heads), widths, coloured)


def _longest(rows: Sequence[Row], at: int) -> float:
    """Return how wide the longest word in a column is, with the air beside it."""
    cells = (row.cells[at] for row in rows)
    texts = (" ".join(cell.lines) if isinstance(cell, Rich) else cell for cell in cells)
    words = {word for text in texts for word in text.split()}
    return max((typeface.width(word, SIZE) * HEADED + 2 * PAD for word in words), default=0.0)


def split(rows: Sequence[Row], into: Columns, room: float) -> Iterator[tuple[Row, ...]]:
    """Yield the rows that fit on each slide below the head."""
    page: list[Row] = []
    used = height_of(Row(into.heads), into, bold=True)
    for row in rows:
        high = height_of(row, into)
        if page and used + high > room:
            yield tuple(page)
            page, used = [], height_of(Row(into.heads), into, bold=True)
        page.append(row)
        used += high
    if page:
        yield tuple(page)


def split_evenly(rows: Sequence[Row], into: Columns, room: float) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each slide below the head: no more slides than need be, and all about as full."""
    left, head = list(rows), height_of(Row(into.heads), into, bold=True)
    for count in evenly([height_of(row, into) for row in rows], room - head):
        yield tuple(left[:count])
        left = left[count:]


def height_of(row: Row, into: Columns, bold: bool = False) -> float:
    """Return how high a row is."""
    fitted = zip(row.cells, into.widths, strict=True)
    lines = max(_lines(cell, wide - 2 * PAD, bold) for cell, wide in fitted)
    return max(1, lines) * SIZE * PITCH + PAD


def _lines(cell: str | Rich, room: float, bold: bool) -> int:
    """Return how many lines a cell takes."""
    texts = cell.lines if isinstance(cell, Rich) else (cell,)
    return sum(len(typeface.wrap(text, room, SIZE, bold)) for text in texts)


def whole_height(rows: Sequence[Row], into: Columns) -> float:
    """Return how high some rows are under their head."""
    return sum(height_of(row, into) for row in rows) + height_of(Row(into.heads), into, bold=True)


def table(named: Named, rows: Sequence[Row], into: Columns, theme: Theme, box: Box) -> str:
    """Return rows under their head as a table of PowerPoint's own."""
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in into.widths)
    lines = [_row(Row(into.heads), into, theme, head=True), *(_row(row, into, theme) for row in rows)]
    inner = f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{"".join(lines)}</a:tbl>'
    locks = '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
    head = f"<p:nvGraphicFramePr>{named.xml}{locks}<p:nvPr/></p:nvGraphicFramePr>"
    data = f'<a:graphic><a:graphicData uri="{TABLE}">{inner}</a:graphicData></a:graphic>'
    return f"<p:graphicFrame>{head}{frame(box, tag='p:xfrm')}{data}</p:graphicFrame>"


def _row(row: Row, into: Columns, theme: Theme, head: bool = False) -> str:
    """Return a row."""
    face = Face(SIZE, theme.map.background if head else theme.map.ink, head)
    ground = theme.map.ink if head else ""
    cells = [
        _cell(text, face, ground, theme, row.colour if at == into.coloured else "") for at, text in enumerate(row.cells)
    ]
    return f'<a:tr h="{emu(height_of(row, into, head))}">{"".join(cells)}</a:tr>'


def _cell(cell: str | Rich, face: Face, ground: str, theme: Theme, bar: str) -> str:
    """Return a cell with a hairline below it, and a bar of colour on its left where it has one."""
    rich = cell if isinstance(cell, Rich) else Rich((cell,), (run(cell, face),))
    pairs = zip(rich.lines or ("",), rich.runs or (_EMPTY,), strict=True)
    words = body([paragraph(runs, text, pitch=face.size * PITCH) for text, runs in pairs], tag="a:txBody")
    left = f'<a:lnL w="{emu(3.0)}">{fill(bar)}</a:lnL>' if bar else '<a:lnL w="0"><a:noFill/></a:lnL>'
    rest = '<a:lnR w="0"><a:noFill/></a:lnR><a:lnT w="0"><a:noFill/></a:lnT>'
    below = f'<a:lnB w="{emu(0.5)}">{fill(theme.map.hairline)}</a:lnB>'
    sides, ends = emu(PAD), emu(PAD / 2.0)
    room = f'marL="{sides}" marR="{sides}" marT="{ends}" marB="{ends}" anchor="t"'
    return f"<a:tc>{words}<a:tcPr {room}>{left}{rest}{below}{fill(ground)}</a:tcPr></a:tc>"
