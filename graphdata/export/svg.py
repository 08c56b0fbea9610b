"""A drawing as SVG: text stays text, every actor and line is a group with a title, nothing points outside the file.

Written by hand: far smaller than what Qt's own writer makes, with ids and titles. Traps met: a tspan with its own place
vanishes in Qt's reader, and a halo by paint-order covers figures in LibreOffice, so labels stand on plates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.sax.saxutils import quoteattr

from graphdata.drawing import Disc, Drawing, Group, Mark, Points, Polygon, Strokes, Words, flat
from graphdata.export.beziers import fitted
from graphdata.export.svg_data import Looks, Shapes, joined, number, outline, outlines, runs
from graphdata.export.xml_text import clean, content

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
        f'<title id="title">{content(drawing.title)}</title>',
        f'<desc id="desc">{content(drawing.description)}</desc>',
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
        """Fit curves to all lines at once, and write the data of all lines and outlines."""
        self._items = drawing.items
        self._looks, self._shapes = Looks(), Shapes()
        self._named: dict[tuple[object, ...], str] = {}
        marks = list(flat(drawing.items))
        bent = {id(mark): mark.path for mark in marks if isinstance(mark, Strokes) and mark.path is not None}
        shapes = {id(mark): mark.points for mark in marks if isinstance(mark, Polygon)}
        self._data = dict(zip(bent, runs(fitted(list(bent.values()))), strict=True))
        self._outlines = dict(zip(shapes, outlines(list(shapes.values())), strict=True))

    def lines(self) -> Iterator[str]:
        """Yield the style sheet with the shared shapes, then the marks."""
        marks = [line for item in self._items for line in self._mark(item)]
        yield f"<style>{self._looks.sheet()}</style><defs>{self._shapes.definitions()}</defs>"
        yield from marks

    def _mark(self, mark: Mark) -> list[str]:
        """Return the lines of one mark."""
        return self._group(mark) if isinstance(mark, Group) else [self._plain(mark)]

    def _plain(self, mark: Strokes | Polygon | Disc | Words) -> str:
        """Return the element of a mark that holds no others."""
        if isinstance(mark, Strokes):
            return self._strokes(mark)
        if isinstance(mark, Polygon):
            look = self._look(_paint, mark.fill, mark.line, mark.width, mark.opacity)
            return self._shapes.path(self._outlines[id(mark)], look)
        if isinstance(mark, Disc):
            look = self._look(_paint, mark.fill, mark.line, mark.width, 1.0)
            return f'<circle class="{look}" cx="{number(mark.x)}" cy="{number(mark.y)}" r="{number(mark.radius)}"/>'
        return self._words(mark)

    def _look(self, declare: Callable[..., str], *details: str | float | bool) -> str:
        """Return the short name of a look; its declarations are written once."""
        key = (declare, *details)
        name = self._named.get(key)
        if name is None:
            name = self._named[key] = self._looks.name(declare(*details))
        return name

    def _group(self, group: Group) -> list[str]:
        """Return a group with its id, and its title for tooltips and screen readers; without one it is taken apart.

        But for citations, to which the numbers on the lines lead.
        """
        inner = [line for item in group.items for line in self._mark(item)]
        if not group.title and not group.id.startswith(CITATION):
            return inner
        title = f"<title>{content(group.title)}</title>" if group.title else ""
        return [f"<g id={_named(group.id)}>{title}{''.join(inner)}</g>"]

    def _strokes(self, mark: Strokes) -> str:
        """Return a line as curves, dashed where it is, or segments as one path, pieces that touch joined."""
        data = self._data.get(id(mark)) or path_data(mark.segments)
        look = self._look(_line, mark.colour, mark.width, mark.round_cap, mark.opacity)
        dash = f' stroke-dasharray="{number(mark.dash[0])} {number(mark.dash[1])}"' if mark.dash[1] else ""
        return f'<path class="{look}"{dash} d="{data}"/>'

    def _words(self, mark: Words) -> str:
        """Return a text, inside its link where it may have one."""
        look = self._look(_letters, mark.colour, mark.size, mark.anchor, mark.bold)
        place = f'x="{number(mark.x)}" y="{number(mark.y)}"'
        shown = f'<text class="{look}" {place}>{content(mark.text)}</text>'
        return f"<a xlink:href={quoteattr(mark.link)}>{shown}</a>" if mark.link else shown


def _named(group: str) -> str:
    """Return the id of a group in quotes, without spaces and colons; most are so already."""
    return f'"{group}"' if group.isalnum() else quoteattr("-".join(clean(group).replace(":", "-").split()))


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


def _line(colour: str, width: float, round_cap: bool, opacity: float) -> str:
    """Return the declarations of a line."""
    cap = ";stroke-linecap:round" if round_cap else ""
    see_through = f";opacity:{number(opacity)}" if opacity < 1.0 else ""
    return f"fill:none;stroke:{colour};stroke-width:{number(width)};stroke-linejoin:round{cap}{see_through}"


def _letters(colour: str, size: float, anchor: str, bold: bool) -> str:
    """Return the declarations of a text."""
    return f"fill:{colour};font-size:{number(size)}px{ANCHORS[anchor]}{';font-weight:bold' if bold else ''}"


def _paint(fill: str, line: str, width: float, opacity: float) -> str:
    """Return the declarations of fill and outline."""
    stroke = f";stroke:{line};stroke-width:{number(width)}" if line and width else ""
    see_through = f";opacity:{number(opacity)}" if opacity < 1.0 else ""
    return f"fill:{fill or 'none'}{stroke}{see_through}"
