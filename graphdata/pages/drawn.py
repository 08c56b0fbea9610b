"""The pages of a document as drawings: A4, the marking at head and foot of each, links inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graphdata import shapes
from graphdata.drawing import Drawing, Group, Mark, Polygon, Words
from graphdata.marking import marking_colours
from graphdata.pages.lines import FAINT, Line, Measure
from graphdata.pages.paging import Page, Placed, paged
from graphdata.pages.setting import PADDING, Cell, Face, Slab, set_in, slabs_of
from graphdata.paper import Paper, Run
from graphdata.table_marks import row_of

PAGE_MM: Final = (210.0, 297.0)
WIDTH, HEIGHT = 595.0, 842.0  # A4 in points
SIDE, EDGE = 46.0, 64.0  # margins at the sides; above and below
BAND: Final = 30.0  # from the edge of the paper to the marking
EDGES, SHADE, GROUND = "#C3CCD3", "#EEF1F4", "#FFFFFF"
LABEL: Final = 12.0  # points: the least that TLP allows
ASCENT: Final = 1.07  # from the top of a line to its letters' feet, as a share of their size


def pages_of(paper: Paper, measure: Measure, most: int = 0) -> tuple[Drawing, ...]:
    """Return the pages of a document, or the first few; the same document gives the same pages."""
    pages = paged(slabs_of(paper, WIDTH - 2 * SIDE, measure), HEIGHT - 2 * EDGE)
    wanted = pages[:most] if most else pages
    return tuple(
        _drawn(page, paper, f"page {number} of {len(pages)}", measure) for number, page in enumerate(wanted, 1)
    )


def _drawn(page: Page, paper: Paper, number: str, measure: Measure) -> Drawing:
    """Return a page with its head and foot."""
    marks = [
        *_band(paper.marking, paper.foot, BAND, measure),
        *(_slab(placed) for placed in page),
        *_band(paper.marking, f"{paper.foot} · {number}", HEIGHT - BAND - LABEL * 1.4, measure),
    ]
    keywords = tuple(paper.keywords.split(", "))
    return Drawing(WIDTH, HEIGHT, GROUND, tuple(marks), paper.title, paper.subject, keywords)


def _band(marking: str, words: str, top: float, measure: Measure) -> Iterator[Mark]:
    """Yield the marking at the right, on black, and what the document is at the left."""
    left, high = WIDTH - SIDE - measure(marking, True) * LABEL, LABEL * 1.4
    yield Polygon(shapes.box(left - 6.0, top, WIDTH - SIDE, top + high), "#000000")
    yield Words(left - 3.0, top + LABEL * 1.12, marking, LABEL, marking_colours(marking), bold=True)
    foot = next(set_in((Run(words),), Face(8.0, colour=FAINT), left - SIDE - 12.0, measure))
    yield from _line(foot, SIDE, top + 4.0)


def _slab(placed: Placed) -> Mark:
    """Return a slab: a row of a table, or lines together under their anchor."""
    slab, top = placed.slab, EDGE + placed.top
    if slab.boxed:
        return row_of((_boxed(cell, slab, top) for cell in slab.cells), head=slab.shaded)
    return Group(slab.anchor, "", tuple(mark for cell in slab.cells for mark in _lines(cell, SIDE + cell.left, top)))


def _boxed(cell: Cell, slab: Slab, top: float) -> Iterator[Mark]:
    """Yield a cell of a table in its box."""
    left = SIDE + cell.left
    yield Polygon(shapes.box(left, top, left + cell.width, top + slab.height), SHADE if slab.shaded else "", EDGES, 0.5)
    yield from _lines(cell, left + PADDING[0], top + PADDING[1])


def _lines(cell: Cell, left: float, top: float) -> Iterator[Words]:
    """Yield the lines of a cell below one another."""
    for line in cell.lines:
        yield from _line(line, left, top)
        top += line.height


def _line(line: Line, left: float, top: float) -> Iterator[Words]:
    """Yield the words of a line whose upper end is given."""
    for x, text, look in line.pieces:
        yield Words(left + x, top + line.size * ASCENT, text, line.size, look.colour, look.bold, link=look.link)
