"""The sign on a line as native shapes: the domain's glyph, its badges, and the numbers of its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from graphdata import rendering
from graphdata.export.pptx.links import linked_note
from graphdata.export.pptx.markup import Face, body, fill, group, paragraph, text_box
from graphdata.export.pptx.numbering import Numbering
from graphdata.export.pptx.page import Page
from graphdata.export.pptx.shapes import shapes_of
from graphdata.export.pptx.spots import Spot, note_box, note_size, sign_box
from graphdata.network import Network
from graphdata.style import Theme
from graphdata.typeface import LINE


class Cited(NamedTuple):
    """The sources that the numbers on a line stand for."""

    numbers: Sequence[int]
    numbering: Numbering
    network: Network


def sign_group(page: Page, spot: Spot, named: tuple[str, str], cited: Cited, size: float, theme: Theme) -> str:
    """Return the sign of a line, one thing to move, under its name and the words that stand for it."""
    edge, (name, words) = spot.edge, named
    members = list(shapes_of(page, rendering.sign_marks(replace(edge, note=""), size, theme), name))
    if edge.note:
        face = Face(note_size(size), theme.map.ink)
        runs = linked_note(cited.numbers, edge.note, face, lambda each: cited.numbering.tip(each, cited.network))
        said = f"Sources {edge.note}"
        box = note_box(*spot, size=size)
        text = body([paragraph(runs, "", "ctr", pitch=face.size * LINE)], "ctr", wrap=False)
        members.append(text_box(page.named(said, said), box, text, fill(theme.map.plate)))  # no line strikes it out
    return group(page.named(name, words), sign_box(*spot, size=size), members)
