"""A drawing as SVG: text stays text, every actor and line is a group with a title, nothing points outside the file.

Written by hand: far smaller than what Qt's own writer makes, with ids and titles. Traps met: a tspan with its own place
vanishes in Qt's reader, and a halo by paint-order covers figures in LibreOffice, so labels stand on plates.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from graphdata.drawing import Disc, Drawing, Group, Mark, Points, Polygon, Strokes, Words, flat
from graphdata.export.beziers import fitted
from graphdata.export.svg_data import Looks, Shapes, joined, number, outline, run
from graphdata.export.xml_text import clean

FONTS = "'Noto Sans','Noto Sans Arabic','Segoe UI','Helvetica Neue',Arial,sans-serif"
CITATION = "note "  # how ids of citations begin
SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
ANCHORS = {"start": "", "middle": ";text-anchor:middle", "end": ";text-anchor:end"}


def to_svg(drawing: Drawing) -> bytes:
    """Return the drawing as an SVG document in UTF-8; the same drawing gives the same bytes."""
    shared, *marks = _Writer(drawing).lines()
    ground = f'<rect width="100%" height="100%" fill="{drawing.background}"/>' if drawing.background else ""
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _opening(drawing),
        f'<title id="title">{escape(clean(drawing.title))}</title>',
        f'<desc id="desc">{escape(clean(drawing.description))}</desc>',
    ]
    return "\n".join([*head, shared, *filter(None, [ground]), *marks, "</svg>", ""]).encode("utf-8")


def _opening(drawing: Drawing) -> str:
    """Return the root element's start."""
    wide, high = number(drawing.width), number(drawing.height)
    return (
        f'<svg {SPACES} width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
        f'font-family="{FONTS}" role="img" aria-labelledby="title desc">'
    )


class _Writer:
    """Writes the marks of one drawing, and what they share."""

    def __init__(self, drawing: Drawing) -> None:
        """Fit curves to all lines at once."""
        self._items = drawing.items
        self._looks, self._shapes = Looks(), Shapes()
        bent = [mark for mark in flat(drawing.items) if isinstance(mark, Strokes) and mark.path is not None]
        curves = fitted([mark.path for mark in bent if mark.path is not None])
        self._data = {id(mark): run(curve) for mark, curve in zip(bent, curves, strict=True)}

    def lines(self) -> Iterator[str]:
        """Yield the style sheet with the shared shapes, then the marks."""
        marks = [line for item in self._items for line in self._mark(item)]
        yield f"<style>{self._looks.sheet()}</style><defs>{self._shapes.definitions()}</defs>"
        yield from marks

    def _mark(self, mark: Mark) -> Iterator[str]:
        """Yield the lines of one mark."""
        if isinstance(mark, Group):
            yield from self._group(mark)
        elif isinstance(mark, Strokes):
            yield self._strokes(mark)
        elif isinstance(mark, Polygon):
            yield self._shapes.path(mark.points, self._look(_paint(mark.fill, mark.line, mark.width, mark.opacity)))
        elif isinstance(mark, Disc):
            look = self._look(_paint(mark.fill, mark.line, mark.width))
            yield f'<circle class="{look}" cx="{number(mark.x)}" cy="{number(mark.y)}" r="{number(mark.radius)}"/>'
        else:
            yield self._words(mark)

    def _look(self, declarations: str) -> str:
        return self._looks.name(declarations)

    def _group(self, group: Group) -> Iterator[str]:
        """Yield a group with its id, and its title for tooltips and screen readers; one without a title is taken apart.

        But for citations, to which the numbers on the lines lead.
        """
        inner = [line for item in group.items for line in self._mark(item)]
        if not group.title and not group.id.startswith(CITATION):
            yield from inner
            return
        name = "-".join(clean(group.id).replace(":", "-").split())
        title = f"<title>{escape(clean(group.title))}</title>" if group.title else ""
        yield f"<g id={quoteattr(name)}>{title}{''.join(inner)}</g>"

    def _strokes(self, mark: Strokes) -> str:
        """Return a line as curves, dashed where it is, or segments as one path, pieces that touch joined."""
        data = self._data.get(id(mark)) or path_data(mark.segments)
        cap = ";stroke-linecap:round" if mark.round_cap else ""
        opacity = f";opacity:{number(mark.opacity)}" if mark.opacity < 1.0 else ""
        stroke = f"stroke:{mark.colour};stroke-width:{number(mark.width)}"
        look = self._look(f"fill:none;{stroke};stroke-linejoin:round{cap}{opacity}")
        dash = f' stroke-dasharray="{number(mark.dash[0])} {number(mark.dash[1])}"' if mark.dash[1] else ""
        return f'<path class="{look}"{dash} d="{data}"/>'

    def _words(self, mark: Words) -> str:
        """Return a text, inside its link where it may have one."""
        weight = ";font-weight:bold" if mark.bold else ""
        fill = f"fill:{mark.colour};font-size:{number(mark.size)}px"
        look = self._look(f"{fill}{ANCHORS[mark.anchor]}{weight}")
        place = f'x="{number(mark.x)}" y="{number(mark.y)}"'
        shown = f'<text class="{look}" {place}>{escape(clean(mark.text))}</text>'
        return f"<a xlink:href={quoteattr(mark.link)}>{shown}</a>" if mark.link else shown


def outline_data(points: Points) -> str:
    """Return a closed outline (n, 2) as path data."""
    x, y, rest = outline(points)
    return f"M{joined((x, y))}{rest}"


def path_data(segments: Points) -> str:
    """Return segments (n, 4) as path data, pieces that touch joined."""
    parts: list[str] = []
    last: tuple[float, float] | None = None
    for x1, y1, x2, y2 in segments.tolist():
        if last is None or abs(last[0] - x1) + abs(last[1] - y1) > 1e-6:
            parts.append("M" + joined((number(x1), number(y1))))
        parts.append("L" + joined((number(x2), number(y2))))
        last = (x2, y2)
    return "".join(parts)


def _paint(fill: str, line: str, width: float, opacity: float = 1.0) -> str:
    """Return the declarations of fill and outline."""
    stroke = f";stroke:{line};stroke-width:{number(width)}" if line and width else ""
    see_through = f";opacity:{number(opacity)}" if opacity < 1.0 else ""
    return f"fill:{fill or 'none'}{stroke}{see_through}"
