"""A drawing as SVG: text stays text, every actor and line is a group with a title, nothing points outside the file.

Written by hand: far smaller than what Qt's own writer makes, with ids and titles. Traps met: a tspan with its own place
vanishes in Qt's reader, and a halo by paint-order covers figures in LibreOffice, so labels stand on plates. Heads of
lines are outlines: as markers they would take a quarter less room, but several programs leave markers away, and with
them who gave to whom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from graphdata.drawing import Disc, Drawing, Group, Mark, Polygon, Strokes, Words
from graphdata.export.beziers import fitted_at_once
from graphdata.export.svg_batch import UNITS, outlines, places, runs
from graphdata.export.svg_data import number, path_data
from graphdata.export.svg_looks import Known, Looks, Shapes
from graphdata.export.xml_text import clean, content, content_of_all

FONTS = "'Noto Sans','Noto Sans Arabic','Segoe UI','Helvetica Neue',Arial,sans-serif"
CITATION = "note "  # how ids of citations begin
LINE: Final = attrgetter("colour", "width", "round_cap", "opacity", "dash")
AREA: Final = attrgetter("fill", "line", "width", "opacity")
LETTERS: Final = attrgetter("colour", "size", "anchor", "bold")
PATH_TAIL: Final = '"/>'
SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
ANCHORS: Final = {"start": "", "middle": ";text-anchor:middle", "end": ";text-anchor:end"}


def to_svg(drawing: Drawing) -> bytes:
    """Return the drawing as an SVG document in UTF-8; the same drawing gives the same bytes."""
    writer = _Writer()
    marks = [line for line in writer.marks(drawing.items) if line]
    ground = [f'<rect width="100%" height="100%" fill="{drawing.background}"/>'] if drawing.background else []
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _opening(drawing),
        f'<title id="title">{content(drawing.title)}</title>',
        f'<desc id="desc">{content(drawing.description)}</desc>',
        writer.shared(),
    ]
    return "\n".join([*head, *ground, *marks, "</svg>", ""]).encode("utf-8")


def _opening(drawing: Drawing) -> str:
    """Return the root element's start; inside, ten units are a point."""
    wide, high = drawing.width, drawing.height
    return (
        f'<svg {SPACES} width="{number(wide)}" height="{number(high)}" '
        f'viewBox="0 0 {_units(wide)} {_units(high)}" font-family="{FONTS}" role="img" aria-labelledby="title desc">'
    )


class _Writer:
    """Writes the marks of one drawing, those of a kind together, and what they share."""

    def __init__(self) -> None:
        """Begin with nothing to share."""
        self._looks, self._shapes = Looks(), Shapes()
        self._content: Callable[[str], str] = content

    def marks(self, items: tuple[Mark, ...]) -> Iterator[str]:
        """Return the marks in painting order."""
        ways: dict[type, Callable[[list[Any]], Iterator[str]]] = {
            Strokes: self._strokes,
            Polygon: self._polygons,
            Disc: self._discs,
            Words: self._words,
        }
        alike: dict[type, list[Mark]] = {kind: [] for kind in ways}
        kinds: list[type] = []
        titles: list[str] = []
        _sort(items, alike, kinds, titles)
        self._content = content_of_all([*titles, *(mark.text for mark in alike[Words])])  # type: ignore[union-attr]
        written = {kind: write(alike[kind]) for kind, write in ways.items()}
        elements = iter([next(written[kind]) for kind in kinds])
        return (self._mark(item, elements) for item in items)

    def _mark(self, mark: Mark, elements: Iterator[str]) -> str:
        """Return a mark, whose elements come next; a group with its id and title, or taken apart.

        The title is for tooltips and screen readers: it says nothing beside the same words. Citations keep their id, as
        the numbers on the lines lead there.
        """
        if type(mark) is not Group:
            return next(elements)
        title, read, parts = mark.title, False, []
        for item in mark.items:
            kind = type(item)
            parts.append(self._mark(item, elements) if kind is Group else next(elements))
            read = read or (kind is Words and item.text == title)  # type: ignore[union-attr]
        inner = "".join(parts)
        if not title:
            return f"<g id={_named(mark.id)}>{inner}</g>" if mark.id.startswith(CITATION) else inner
        said = "" if read else f"<title>{self._content(title)}</title>"
        return f"<g id={_named(mark.id)}>{said}{inner}</g>"

    def shared(self) -> str:
        """Return the style sheet with the shared shapes."""
        return f"<style>{self._looks.sheet()}</style><defs>{self._shapes.definitions()}</defs>"

    def _classes(self, declare: Callable[..., str], details: Iterable[tuple[Any, ...]]) -> list[str]:
        """Return for each mark the short name of its look; its declarations are written once."""
        names = Known(lambda detail: self._looks.name(declare(*detail)))
        return [names[each] for each in details]

    def _strokes(self, marks: list[Strokes]) -> Iterator[str]:
        """Yield lines as curves, dashed where they are, or segments as one path, pieces that touch joined."""
        known = Known(lambda detail: _path_head(self._looks.name(_line(*detail[:-1])), detail[-1]))
        heads = [known[each] for each in map(LINE, marks)]
        paths = [mark.path for mark in marks if mark.path is not None]
        if len(paths) == len(marks):
            yield from runs(fitted_at_once(paths), heads, PATH_TAIL)
            return
        bent = [head for head, mark in zip(heads, marks, strict=True) if mark.path is not None]
        drawn = iter(runs(fitted_at_once(paths), bent, PATH_TAIL))
        for mark, head in zip(marks, heads, strict=True):
            yield f"{head}{path_data(mark.segments * UNITS)}{PATH_TAIL}" if mark.path is None else next(drawn)

    def _polygons(self, marks: list[Polygon]) -> Iterator[str]:
        """Return outlines; those that come again by reference."""
        looks = self._classes(_paint, map(AREA, marks))
        return map(self._shapes.path, outlines([mark.points for mark in marks]), looks)

    def _discs(self, marks: list[Disc]) -> Iterator[str]:
        """Return circles."""
        looks = self._classes(_paint, [(mark.fill, mark.line, mark.width, 1.0) for mark in marks])
        at = places([(mark.x, mark.y) for mark in marks], 'cx="%d" cy="%d"')
        rows = zip(marks, looks, at, strict=True)
        return (f'<circle class="{look}" {place} r="{_units(mark.radius)}"/>' for mark, look, place in rows)

    def _words(self, marks: list[Words]) -> Iterator[str]:
        """Yield texts, each inside its link where it may have one."""
        looks = self._classes(_letters, map(LETTERS, marks))
        at = places([(mark.x, mark.y) for mark in marks], 'x="%d" y="%d"')
        for mark, look, place in zip(marks, looks, at, strict=True):
            shown = f'<text class="{look}" {place}>{self._content(mark.text)}</text>'
            yield f"<a xlink:href={quoteattr(mark.link)}>{shown}</a>" if mark.link else shown


def _sort(items: tuple[Mark, ...], alike: dict[type, list[Mark]], kinds: list[type], titles: list[str]) -> None:
    """Sort the marks inside all groups by their kind, and say which kind comes when, and what groups are called."""
    for item in items:
        kind = type(item)
        if kind is Group:
            titles.append(item.title)  # type: ignore[union-attr]
            _sort(item.items, alike, kinds, titles)  # type: ignore[union-attr]
        else:
            kinds.append(kind)
            alike[kind].append(item)


def _named(group: str) -> str:
    """Return the id of a group in quotes, without spaces and colons; most are so already."""
    return f'"{group}"' if group.isalnum() else quoteattr("-".join(clean(group).replace(":", "-").split()))


def _path_head(look: str, dash: tuple[float, float]) -> str:
    """Return the start of the element that draws a line, up to its data."""
    dashed = f' stroke-dasharray="{_units(dash[0])} {_units(dash[1])}"' if dash[1] else ""
    return f'<path class="{look}"{dashed} d="'


@lru_cache(maxsize=4096)
def _units(length: float) -> str:
    """Return a length of the drawing in the units of the file."""
    return number(length * UNITS)


def _line(colour: str, width: float, round_cap: bool, opacity: float) -> str:
    """Return the declarations of a line."""
    cap = ";stroke-linecap:round" if round_cap else ""
    see_through = f";opacity:{number(opacity)}" if opacity < 1.0 else ""
    return f"fill:none;stroke:{colour};stroke-width:{_units(width)};stroke-linejoin:round{cap}{see_through}"


def _letters(colour: str, size: float, anchor: str, bold: bool) -> str:
    """Return the declarations of a text."""
    return f"fill:{colour};font-size:{_units(size)}px{ANCHORS[anchor]}{';font-weight:bold' if bold else ''}"


def _paint(fill: str, line: str, width: float, opacity: float) -> str:
    """Return the declarations of fill and outline."""
    stroke = f";stroke:{line};stroke-width:{_units(width)}" if line and width else ""
    see_through = f";opacity:{number(opacity)}" if opacity < 1.0 else ""
    return f"fill:{fill or 'none'}{stroke}{see_through}"
