"""Actors as native shapes: outline, icon, label, and what holds the lines, grouped so that they move as one.

Each line is glued to a peg of its own, an unseen dot on the rim. Sites of the outline would do in PowerPoint, but
LibreOffice keeps only the first four of a drawn shape: all lines came back from it at the left of their actors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np

from graphdata import rendering
from graphdata.drawing import Points, Polygon
from graphdata.export.pptx.docks import SIDES, sites_of
from graphdata.export.pptx.markup import Box, Face, emu, fill, frame, group, pen, preset, shape
from graphdata.export.pptx.page import Page
from graphdata.export.pptx.shapes import bounds, centred_text, geometry, shapes_of
from graphdata.scene import NodeMark
from graphdata.style import Theme

PEG: Final = 0.05  # points from the middle of a peg to its side


def actor_group(
    page: Page, node: NodeMark, words: str, scale: float, theme: Theme, held: Iterable[int] = ()
) -> tuple[Mapping[int, int], str]:
    """Return the numbers of the pegs at the sites that hold lines, and the actor with its icon and label."""
    outline, *icon = rendering.outline_marks(node.kind, node.x, node.y, node.radius, scale, theme, node.seated)
    assert isinstance(outline, Polygon)
    named = page.named(f"Outline of {node.title}", words)
    box = bounds([outline.points])
    paint = fill(outline.fill) + pen(outline.line, outline.width)
    sites = sites_of(node)
    form = shape(named, frame(box), geometry([outline.points], box, _sites(sites[:SIDES], node, box)), paint)
    members = [form, *shapes_of(page, icon, f"Icon of {node.title}")]
    pegs = {}
    for site in sorted(set(held)):
        pegs[site], drawn = _peg(page, node, sites[site])
        members.append(drawn)
    if node.labelled:
        members.append(_label(page, node, theme))
    whole = page.named(node.title, words)
    return pegs, group(whole, _round_both(box, node), members)


def _peg(page: Page, node: NodeMark, at: Points) -> tuple[int, str]:
    """Return the number of a peg, and the peg at a place."""
    name = f"Peg of {node.title}"
    named, (x, y) = page.named(name, name), at.tolist()
    box = (x - PEG, y - PEG, x + PEG, y + PEG)
    return named.id, shape(named, frame(box), preset("ellipse"), fill("") + pen("", 0.0))


def _round_both(box: Box, node: NodeMark) -> Box:
    """Return the box round outline and label."""
    if not node.labelled:
        return box
    (left, top, right, bottom), (x1, y1, x2, y2) = box, node.label
    return (min(left, x1), min(top, y1), max(right, x2), max(bottom, y2))


def _label(page: Page, node: NodeMark, theme: Theme) -> str:
    """Return the label on a plate that keeps it readable where it crosses lines; inside its outline it needs none."""
    left, top, right, bottom = node.label
    middle = ((left + right) / 2.0, (top + bottom) / 2.0)
    face = Face(node.label_size, theme.nodes[node.kind].icon if node.seated else theme.map.ink, node.bold)
    plate = fill("") if node.seated else fill(theme.map.plate, rendering.PLATE_OPACITY)
    return centred_text(page, node.lines, middle, face, f"Label of {node.title}", plate)


def _sites(places: Points, node: NodeMark, box: Box) -> str:
    """Return the sites with the direction in which a line leaves them."""
    left, top = emu(box[0]), emu(box[1])
    away = np.degrees(np.arctan2(places[:, 1] - node.y, places[:, 0] - node.x)) % 360.0
    pairs = zip(places.tolist(), away.tolist(), strict=True)
    return "".join(
        f'<a:cxn ang="{round(turn * 60_000)}"><a:pos x="{emu(x) - left}" y="{emu(y) - top}"/></a:cxn>'
        for (x, y), turn in pairs
    )
