"""Drawings as PDF: vector marks, text as text in embedded fonts, links and an outline, no author, no host, no clock."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.export.typesetting import typeset
from graphdata.drawing import Drawing
from graphdata.export.pdf import Information, to_pdf_bytes


def to_pdf(drawings: Sequence[Drawing], width_mm: float, height_mm: float) -> bytes:
    """Return drawings as PDF pages of so many millimetres; the same drawings give the same bytes.

    What the file says of itself is taken from the first: its title, the first line of its description, its keywords.
    """
    first = drawings[0]
    about = Information(first.title, first.description.partition("\n")[0], first.keywords)
    return to_pdf_bytes(drawings, (width_mm, height_mm), typeset, about)
