"""The sign on a line as native shapes: the domain's glyph, its badges, and the numbers of its sources."""

from __future__ import annotations

from dataclasses import replace

from graphdata import rendering
from graphdata.export.pptx.markup import Face, fill, group
from graphdata.export.pptx.page import Page
from graphdata.export.pptx.shapes import centred_text, shapes_of
from graphdata.export.pptx.spots import Spot, note_box, note_size, sign_box, sign_scale
from graphdata.style import Theme


def sign_group(page: Page, spot: Spot, name: str, words: str, scale: float, theme: Theme) -> str:
    """Return the sign of a line, one thing to move."""
    edge = spot.edge
    members = list(shapes_of(page, rendering.sign_marks(replace(edge, note=""), sign_scale(scale), theme), name))
    if edge.note:
        left, top, right, bottom = note_box(*spot, scale=scale)
        middle = ((left + right) / 2.0, (top + bottom) / 2.0)
        face = Face(note_size(scale), theme.map.ink)
        plate = fill(theme.map.plate, rendering.PLATE_OPACITY)
        members.append(centred_text(page, (edge.note,), middle, face, f"Sources {edge.note}", plate))
    return group(page.named(name, words), sign_box(*spot, scale=scale), members)
