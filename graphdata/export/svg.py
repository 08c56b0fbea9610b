"""A drawing as SVG: text stays text, every actor and line is a group with a title, nothing points outside the file.

Written by hand: far smaller than what Qt's own writer makes, with ids and titles. Traps met: a tspan with its own place
vanishes in Qt's reader, and a halo by paint-order covers figures in LibreOffice, so labels stand on plates. Heads of
lines are no markers: several programs leave these away, and with them who gave to whom.
"""

from __future__ import annotations

from typing import Final

from graphdata.drawing import Drawing
from graphdata.export.svg_data import number
from graphdata.export.svg_marks import Marks, in_units
from graphdata.export.svg_order import Order
from graphdata.export.xml_text import content

FONTS = "'Noto Sans','Noto Sans Arabic','Segoe UI','Helvetica Neue',Arial,sans-serif"
LINKS: Final = ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def to_svg(drawing: Drawing) -> bytes:
    """Return the drawing as an SVG document in UTF-8; the same drawing gives the same bytes."""
    order = Order(drawing.items)
    marks = Marks(order)
    marks.write()
    return f"{_opening(drawing, marks)}{_shared(marks, drawing.background)}{order.text()}\n</svg>\n".encode()


def _opening(drawing: Drawing, marks: Marks) -> str:
    """Return the root element's start, where ten units are a point, and what the drawing is called."""
    wide, high, about = drawing.width, drawing.height, drawing.description
    described = f'<desc id="desc">{content(about)}</desc>\n' if about else ""
    links, named = LINKS if marks.linked else "", "title desc" if about else "title"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"{links} '
        f'width="{number(wide)}" height="{number(high)}" viewBox="0 0 {in_units(wide)} {in_units(high)}" '
        f'font-family="{FONTS}"{marks.looks.inherited()} role="img" aria-labelledby="{named}">\n'
        f'<title id="title">{content(drawing.title)}</title>\n{described}'
    )


def _shared(marks: Marks, background: str) -> str:
    """Return the style sheet, the shapes that come again, and the background."""
    shapes = "".join(f'<polygon id="s{rank}" points="{points}"/>' for rank, points in enumerate(marks.shapes))
    ground = f'\n<rect width="100%" height="100%" fill="{background}"/>' if background else ""
    return f"<style>{marks.looks.sheet()}</style>{f'<defs>{shapes}</defs>' if shapes else ''}{ground}"
