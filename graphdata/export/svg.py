"""A drawing as SVG: text stays text, every actor and line is a group with a title, nothing points outside the file.

Written by hand: half the size of Qt's own writer, with ids and titles. Traps met: a tspan with its own place vanishes
in Qt's reader, and a halo by paint-order covers figures in LibreOffice, so labels stand on plates of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from graphdata.drawing import Disc, Drawing, Group, Mark, Points, Polygon, Strokes, Words

FONTS = "'Noto Sans','Noto Sans Arabic','Segoe UI','Helvetica Neue',Arial,sans-serif"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ANCHORS = {"start": "", "middle": ' text-anchor="middle"', "end": ' text-anchor="end"'}


def to_svg(drawing: Drawing) -> bytes:
    """Return the drawing as an SVG document in UTF-8; the same drawing gives the same bytes."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _opening(drawing),
        f'<title id="title">{escape(clean(drawing.title))}</title>',
        f'<desc id="desc">{escape(clean(drawing.description))}</desc>',
        f'<rect width="100%" height="100%" fill="{drawing.background}"/>',
        *(line for item in drawing.items for line in _mark(item)),
        "</svg>",
        "",
    ]
    return "\n".join(lines).encode("utf-8")


def _opening(drawing: Drawing) -> str:
    """Return the root element's start."""
    wide, high = _n(drawing.width), _n(drawing.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
        f'font-family="{FONTS}" role="img" aria-labelledby="title desc">'
    )


def clean(text: str) -> str:
    """Return the text without the characters that XML 1.0 forbids."""
    return FORBIDDEN.sub("", text)


def _n(value: float) -> str:
    """Return a number with at most two decimals, without trailing zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _mark(mark: Mark) -> Iterator[str]:
    """Yield the lines of one mark."""
    if isinstance(mark, Group):
        yield from _group(mark)
    elif isinstance(mark, Strokes):
        yield _strokes(mark)
    elif isinstance(mark, Polygon):
        yield f'<path d="M{_pairs(mark.points)}z"{_paint(mark.fill, mark.line, mark.width, mark.opacity)}/>'
    elif isinstance(mark, Disc):
        paint = _paint(mark.fill, mark.line, mark.width)
        yield f'<circle cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.radius)}"{paint}/>'
    else:
        yield _words(mark)


def _group(group: Group) -> Iterator[str]:
    """Yield a group with its id, and its title for tooltips and screen readers."""
    name = "-".join(clean(group.id).replace(":", "-").split())
    yield f"<g id={quoteattr(name)}>"
    if group.title:
        yield f"<title>{escape(clean(group.title))}</title>"
    for item in group.items:
        yield from _mark(item)
    yield "</g>"


def _strokes(mark: Strokes) -> str:
    """Return segments as one path, pieces that touch joined."""
    parts: list[str] = []
    last: tuple[float, float] | None = None
    for x1, y1, x2, y2 in mark.segments.tolist():
        if last is None or abs(last[0] - x1) + abs(last[1] - y1) > 1e-6:
            parts.append(f"M{_n(x1)} {_n(y1)}")
        parts.append(f"L{_n(x2)} {_n(y2)}")
        last = (x2, y2)
    cap = ' stroke-linecap="round"' if mark.round_cap else ""
    opacity = f' opacity="{_n(mark.opacity)}"' if mark.opacity < 1.0 else ""
    return (
        f'<path d="{"".join(parts)}" fill="none" stroke="{mark.colour}" stroke-width="{_n(mark.width)}"'
        f' stroke-linejoin="round"{cap}{opacity}/>'
    )


def _pairs(points: Points) -> str:
    """Return points as path data."""
    return " ".join(f"{_n(x)} {_n(y)}" for x, y in points.tolist())


def _paint(fill: str, line: str, width: float, opacity: float = 1.0) -> str:
    """Return the attributes of fill and outline."""
    stroke = f' stroke="{line}" stroke-width="{_n(width)}"' if line and width else ""
    see_through = f' opacity="{_n(opacity)}"' if opacity < 1.0 else ""
    return f' fill="{fill or "none"}"{stroke}{see_through}'


def _words(mark: Words) -> str:
    """Return a text, inside its link where it may have one."""
    weight = ' font-weight="bold"' if mark.bold else ""
    shown = (
        f'<text x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}"{ANCHORS[mark.anchor]}{weight}'
        f' fill="{mark.colour}">{escape(clean(mark.text))}</text>'
    )
    return f"<a href={quoteattr(mark.link)}>{shown}</a>" if mark.link else shown
