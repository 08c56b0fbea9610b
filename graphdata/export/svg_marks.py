"""The marks of a drawing as elements of SVG: those of a kind are worded together, and looks are said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import compress
from operator import attrgetter
from typing import Final
from xml.sax.saxutils import quoteattr

from graphdata.drawing import Disc, Polygon, Strokes, Words
from graphdata.export.beziers import fitted_at_once
from graphdata.export.svg_batch import outlines, pieces
from graphdata.export.svg_data import number
from graphdata.export.svg_lines import runs
from graphdata.export.svg_looks import TEXT, USE, Begun, Detail, Looks, Sorts
from graphdata.export.svg_order import KINDS, Order
from graphdata.export.svg_steps import UNITS, places
from graphdata.export.xml_text import content_of_all, said

LINE: Final = attrgetter("colour", "width", "round_cap", "opacity", "dash")
AREA: Final = attrgetter("fill", "line", "width", "opacity")
DISC: Final = attrgetter("fill", "line", "width", "radius")
LETTERS: Final = attrgetter("colour", "size", "anchor", "bold")
DASH: Final = 4  # which detail of a line it is
ANCHORS: Final = {"start": "", "middle": ";text-anchor:middle", "end": ";text-anchor:end"}


class Marks:
    """The marks of one drawing, how they look, and the shapes that come again."""

    def __init__(self, order: Order) -> None:
        """See how the marks look."""
        self._order, self.looks = order, Looks()
        strokes, polygons, discs, words = (order.marks[kind] for kind in KINDS)
        lines, areas = Sorts(map(LINE, strokes)), Sorts(map(AREA, polygons))
        self._outlines = outlines([mark.points for mark in polygons])
        ranks, self.shapes = self._outlines.ranks, self._outlines.shapes
        self._begun = {
            Strokes: Begun(self.looks, "path", lines, _line, _dashed),
            Polygon: Begun(self.looks, "path", areas.where([rank < 0 for rank in ranks]), _paint),
            USE: Begun(self.looks, USE, areas.where([rank >= 0 for rank in ranks]), _paint),
            Disc: Begun(self.looks, "circle", Sorts(map(DISC, discs)), _ring, _radius),
            Words: Begun(self.looks, TEXT, Sorts(map(LETTERS, words)), _letters),
        }
        self.looks.settle()
        self.linked = bool(self.shapes) or any(mark.link for mark in words)

    def write(self) -> None:
        """Write everything down in the order."""
        order = self._order
        fit = content_of_all([*order.titles, *(mark.text for mark in order.marks[Words])])
        order.group(_named, fit)
        for kind, elements in (
            (Strokes, self._strokes()),
            (Polygon, self._polygons()),
            (Disc, self._discs()),
            (Words, self._words(fit)),
        ):
            order.write(kind, elements)

    def _strokes(self) -> Iterable[str]:
        """Return lines as curves, dashed where they are, or segments as one path."""
        marks, begun = self._order.marks[Strokes], self._begun[Strokes].all()
        bent = [mark.path is not None for mark in marks]
        drawn = runs(fitted_at_once([mark.path for mark in compress(marks, bent)]))
        if not all(bent):
            curves, straight = iter(drawn), iter(pieces([mark.segments for mark in marks if mark.path is None]))
            drawn = [next(curves if each else straight) for each in bent]
        return [f'{start} d="{data}"/>' for start, data in zip(begun, drawn, strict=True)]

    def _polygons(self) -> Iterator[str]:
        """Yield outlines; those that come again by reference."""
        found = self._outlines
        areas = zip(self._begun[Polygon].all(), found.data, strict=True)
        uses = zip(self._begun[USE].all(), found.at, strict=True)
        for rank in found.ranks:
            if rank < 0:
                begun, data = next(areas)
                yield f'{begun} d="{data}z"/>'
            else:
                begun, (x, y) = next(uses)
                yield f'{begun} x="{x}" y="{y}" xlink:href="#s{rank}"/>'

    def _discs(self) -> Iterator[str]:
        """Yield circles."""
        marks = self._order.marks[Disc]
        at = places([mark.x for mark in marks], [mark.y for mark in marks])
        for begun, (x, y) in zip(self._begun[Disc].all(), at, strict=True):
            yield f'{begun} cx="{x}" cy="{y}"/>'

    def _words(self, fit: Callable[[str], str]) -> Iterator[str]:
        """Yield texts, each inside its link where it may have one."""
        marks = self._order.marks[Words]
        at = places([mark.x for mark in marks], [mark.y for mark in marks])
        for mark, begun, (x, y) in zip(marks, self._begun[Words].all(), at, strict=True):
            shown = f'{begun} x="{x}" y="{y}">{fit(mark.text)}</text>'
            yield f"<a xlink:href={quoteattr(mark.link)}>{shown}</a>" if mark.link else shown


@lru_cache(maxsize=4096)
def in_units(length: float) -> str:
    """Return a length of the drawing in the units of the file."""
    return number(length * UNITS)


def _line(colour: str, width: float, round_cap: bool, opacity: float, _dash: tuple[float, float]) -> str:
    """Return the declarations of a line."""
    cap = ";stroke-linecap:round" if round_cap else ""
    see_through = f";opacity:{number(opacity)}" if opacity < 1.0 else ""
    return f"fill:none;stroke:{colour};stroke-width:{in_units(width)};stroke-linejoin:round{cap}{see_through}"


def _dashed(detail: Detail) -> str:
    """Return the dashes of a line by its details: long dashes are whole units, and each pattern keeps its length."""
    dash = detail[DASH]
    if not dash[1]:
        return ""
    long = round(dash[0] * UNITS, 0 if dash[0] >= 1.0 else 1)
    return f' stroke-dasharray="{number(long)} {number(sum(dash) * UNITS - long)}"'


def _ring(fill: str, line: str, width: float, _radius: float) -> str:
    """Return the declarations of a circle."""
    return _paint(fill, line, width)


def _radius(detail: Detail) -> str:
    """Return the radius of a circle by its details."""
    return f' r="{in_units(detail[-1])}"'


def _letters(colour: str, size: float, anchor: str, bold: bool) -> str:
    """Return the declarations of a text."""
    return f"fill:{colour};font-size:{in_units(size)}px{ANCHORS[anchor]}{';font-weight:bold' if bold else ''}"


def _paint(fill: str, line: str, width: float, opacity: float = 1.0) -> str:
    """Return the declarations of fill and outline."""
    stroke = f";stroke:{line};stroke-width:{in_units(width)}" if line and width else ""
    see_through = f";opacity:{number(opacity)}" if opacity < 1.0 else ""
    return f"fill:{fill or 'none'}{stroke}{see_through}"


def _named(group: str) -> str:
    """Return the id of a group, without spaces and colons; in an attribute, '>' may stand as it is."""
    return group if group.isalnum() else said("-".join(group.replace(":", "-").split())).replace("&gt;", ">")
