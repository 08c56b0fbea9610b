"""Marks of a drawing as native shapes: what the painter draws becomes freeforms, ellipses and text boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np

from graphdata import typeface
from graphdata.drawing import Disc, Mark, Points, Polygon, Strokes, Words, flat
from graphdata.export.pptx.markup import Box, Face, body, emu, fill, frame, lines_of, pen, preset, shape, text_box
from graphdata.export.pptx.page import Page

Solid = Strokes | Polygon | Disc | Words
WHOLE = '<a:rect l="l" t="t" r="r" b="b"/>'  # by name: LibreOffice shows no text in a box given as numbers


def shapes_of(page: Page, marks: Iterable[Mark], words: str) -> Iterator[str]:
    """Yield native shapes for marks; outlines painted alike, such as the parts of an icon, become one freeform."""
    for _, alike in groupby(flat(tuple(marks)), _paint):
        members = list(alike)
        outlines = [mark.points for mark in members if isinstance(mark, Polygon)]
        if outlines and isinstance(members[0], Polygon):
            yield freeform(page, words, outlines, _polygon_paint(members[0]))
        else:
            yield from (_single(page, mark, words) for mark in members)


def _paint(mark: Solid) -> object:
    """Return what marks must share to become one shape."""
    return (mark.fill, mark.line, mark.width, mark.opacity) if isinstance(mark, Polygon) else id(mark)


def _polygon_paint(mark: Polygon) -> str:
    return fill(mark.fill, mark.opacity) + pen(mark.line, mark.width)


def _single(page: Page, mark: Solid, words: str) -> str:
    """Return one mark as a shape."""
    if isinstance(mark, Disc):
        box = (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)
        paint = fill(mark.fill) + pen(mark.line, mark.width)
        return shape(page.named(words, words), frame(box), preset("ellipse"), paint)
    if isinstance(mark, Words):
        return centred_text(page, (mark.text,), (_middle(mark), mark.y - 0.36 * mark.size), _face(mark), words)
    assert isinstance(mark, Strokes)
    pieces = [np.array([[x1, y1], [x2, y2]]) for x1, y1, x2, y2 in mark.segments.tolist()]
    return freeform(page, words, pieces, fill("") + pen(mark.colour, mark.width), closed=False)


def _middle(mark: Words) -> float:
    """Return where the middle of words is, wherever they are held."""
    half = typeface.width(mark.text, mark.size, mark.bold) / 2.0
    return mark.x + {"start": half, "middle": 0.0, "end": -half}[mark.anchor]


def _face(mark: Words) -> Face:
    return Face(mark.size, mark.colour, mark.bold)


def centred_text(
    page: Page, lines: tuple[str, ...], middle: tuple[float, float], face: Face, words: str, plate: str = ""
) -> str:
    """Return lines of text round a point, on a plate where one is asked for."""
    wide, high = typeface.block(lines, face.size, face.bold)
    half, rise = wide / 2.0 + face.size * 0.12, high / 2.0
    box = (middle[0] - half, middle[1] - rise, middle[0] + half, middle[1] + rise)
    return text_box(page.named(words, words), box, body([lines_of(lines, face, "ctr")], "ctr", wrap=False), plate)


def freeform(page: Page, words: str, outlines: Sequence[Points], paint: str, closed: bool = True) -> str:
    """Return outlines as one shape."""
    box = bounds(outlines)
    return shape(page.named(words, words), frame(box), geometry(outlines, box, "", closed), paint)


def geometry(outlines: Sequence[Points], box: Box, sites: str = "", closed: bool = True) -> str:
    """Return outlines, and the sites where lines can be glued to them, measured from the corner of a box."""
    return _custom(box, sites, "".join(_outline(points, box, closed) for points in outlines), closed)


def curve(path: Points, box: Box) -> str:
    """Return a smooth open line through every seventh point of a path, as few handles as can be bent by hand."""
    knots = path[:: max(1, (len(path) - 1) // 4)]
    slopes = np.gradient(knots, axis=0) / 3.0
    steps = [_step("moveTo", knots[:1], box)]
    for at in range(len(knots) - 1):
        handles = np.array([knots[at] + slopes[at], knots[at + 1] - slopes[at + 1], knots[at + 1]])
        steps.append(_step("cubicBezTo", handles, box))
    return _custom(box, "", "".join(steps), closed=False)


def bounds(outlines: Sequence[Points]) -> Box:
    """Return the box round some outlines."""
    points = np.vstack(outlines)
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return (left, top, right, bottom)


def _custom(box: Box, sites: str, steps: str, closed: bool) -> str:
    """Return a shape's own geometry."""
    wide, high = max(1, emu(box[2]) - emu(box[0])), max(1, emu(box[3]) - emu(box[1]))
    filled = "" if closed else ' fill="none"'
    path = f'<a:pathLst><a:path w="{wide}" h="{high}"{filled}>{steps}</a:path></a:pathLst>'
    return f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{sites}</a:cxnLst>{WHOLE}{path}</a:custGeom>"


def _outline(points: Points, box: Box, closed: bool) -> str:
    """Return one outline as the steps of a path."""
    steps = [_step("moveTo", points[:1], box), *(_step("lnTo", point[None], box) for point in points[1:])]
    return "".join(steps) + ("<a:close/>" if closed else "")


def _step(name: str, points: Points, box: Box) -> str:
    """Return one step of a path."""
    left, top = emu(box[0]), emu(box[1])
    placed = "".join(f'<a:pt x="{emu(x) - left}" y="{emu(y) - top}"/>' for x, y in points.tolist())
    return f"<a:{name}>{placed}</a:{name}>"
