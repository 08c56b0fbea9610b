"""Drawings as PDF: vector marks, text as text in embedded fonts, links and an outline, no author, no host, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.export.typesetting import typeset
from graphdata.drawing import Drawing
from graphdata.export.pdf import Bookmark, Information, to_pdf_bytes


class Leaf(NamedTuple):
    """A page: its drawing and its size on paper."""

    drawing: Drawing
    size_mm: tuple[float, float]


def to_pdf(leaves: Sequence[Leaf], bookmarks: Sequence[Bookmark] = ()) -> bytes:
    """Return pages as a PDF; the same drawings give the same bytes.

    What the file says of itself is taken from the first: its title, the first line of its description, its keywords.
    """
    first = leaves[0].drawing
    about = Information(first.title, first.description.partition("\n")[0], first.keywords)
    return to_pdf_bytes([each.drawing for each in leaves], [each.size_mm for each in leaves], typeset, about, bookmarks)
