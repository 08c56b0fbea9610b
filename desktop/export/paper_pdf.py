"""A document as PDF pages: its headings are the bookmarks."""

from __future__ import annotations

from desktop.canvas.painter import EM, text_width
from desktop.export.pdf import Leaf, to_pdf
from graphdata.drawing import Drawing
from graphdata.export.pdf import Bookmark
from graphdata.pages import PAGE_MM, pages_of
from graphdata.paper import Heading, Paper


def paper_to_pdf(paper: Paper) -> bytes:
    """Return a document as PDF pages with its headings as bookmarks."""
    leaves = [Leaf(page, PAGE_MM) for page in pages_of(paper, measured)]
    return to_pdf(leaves, bookmarks_of(paper))


def bookmarks_of(paper: Paper) -> tuple[Bookmark, ...]:
    """Return the headings that can be led to."""
    headings = (block for block in paper.blocks if isinstance(block, Heading) and block.anchor)
    return tuple(Bookmark(each.level, each.text, each.anchor) for each in headings)


def first_page(paper: Paper) -> Drawing:
    """Return the first page of a document."""
    return pages_of(paper, measured, 1)[0]


def measured(text: str, bold: bool) -> float:
    """Return how wide a text is, in ems, as the font at hand sets it."""
    return text_width(text, bold) / EM
