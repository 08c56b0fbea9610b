"""The pages of a document as drawings: A4, the marking at head and foot of each, links inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graphdata import shapes
from graphdata.drawing import Drawing, Group, Mark, Polygon, Words
from graphdata.marking import marking_colours
from graphdata.pages.lines import FAINT, Line, Measure
from graphdata.pages.paging import Page, Placed, paged
from graphdata.pages.setting import PADDING, Face, Slab, set_in, slabs_of
from graphdata.paper import Paper, Run

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
    """Return the boxes of a slab and its lines, together under its anchor."""
    slab, top = placed.slab, EDGE + placed.top
    return Group(slab.anchor, "", tuple(_marks(slab, top)))


def _marks(slab: Slab, top: float) -> Iterator[Mark]:
    across, down = PADDING if slab.boxed else (0.0, 0.0)
    for cell in slab.cells:
        left = SIDE + cell.left
        if slab.boxed:
            box = shapes.box(left, top, left + cell.width, top + slab.height)
            yield Polygon(box, SHADE if slab.shaded else "", EDGES, 0.5)
        below = top + down
        for line in cell.lines:
            yield from _line(line, left + across, below)
            below += line.height


def _line(line: Line, left: float, top: float) -> Iterator[Words]:
    """Yield the words of a line whose upper end is given."""
    for x, text, look in line.pieces:
        yield Words(left + x, top + line.size * ASCENT, text, line.size, look.colour, look.bold, link=look.link)
