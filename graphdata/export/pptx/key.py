"""The legend as native shapes: columns of samples drawn as the lines on the slide are, each beside its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from graphdata import rendering, shapes, style, typeface
from graphdata.drawing import Disc, Mark, Polygon
from graphdata.export.pptx.connectors import line_pen, sample
from graphdata.export.pptx.evenly import evenly
from graphdata.export.pptx.markup import Box, Face, body, group, lines_of, paragraph, run, text_box
from graphdata.export.pptx.page import Page
from graphdata.export.pptx.shapes import shapes_of
from graphdata.legend import HEADINGS, Entry
from graphdata.style import Theme

SIZE: Final = 9.0
PITCH: Final = 12.6
SAMPLE: Final = 27.0
GAP: Final = 6.0
GUTTER: Final = 13.0
ROOMS: Final = (4.0, 5.2, 6.4, 7.7, 9.2, 10.3, 11.5, 13.0, 15.0, 18.0, 22.0, 40.0)  # heights to try, in lines
TALL: Final = 4000.0  # points: no legend has so many entries


class Part(NamedTuple):
    """Some entries of one section under their heading, and where they stand in the legend."""

    heading: str
    entries: tuple[Entry, ...]
    x: float
    y: float

    @property
    def wide(self) -> float:
        """The width with samples."""
        room = max(typeface.width(entry.text, SIZE) for entry in self.entries)
        return max(SAMPLE + GAP + room, typeface.width(self.heading, SIZE, True)) + 2.0

    @property
    def high(self) -> float:
        """The height with the heading."""
        return (len(self.entries) + 1) * PITCH


class Key(NamedTuple):
    """A legend laid out in columns."""

    parts: tuple[Part, ...]
    wide: float
    high: float


def laid_out(entries: Sequence[Entry], room: float) -> Key:
    """Return the legend in columns, as low as the width allows."""
    for lines in ROOMS:
        parts = tuple(_columns(entries, lines * PITCH))
        wide = max((part.x + part.wide for part in parts), default=0.0)
        if wide <= room:
            break
    return Key(parts, wide, max((part.y + part.high for part in parts), default=0.0))


def in_column(entries: Sequence[Entry]) -> Key:
    """Return the legend in one column."""
    parts = tuple(_columns(entries, TALL))
    wide = max((part.wide for part in parts), default=0.0)
    return Key(parts, wide, max((part.y + part.high for part in parts), default=0.0))


def _columns(entries: Sequence[Entry], room: float) -> Iterator[Part]:
    """Yield the sections under each other while there is room, then in the next column."""
    x = y = widest = 0.0
    for heading, members in _sections(entries, int(room / PITCH) - 1):
        part = Part(heading, members, x, y)
        if y and y + part.high > room:
            x, y, widest = x + widest + GUTTER, 0.0, 0.0
            part = part._replace(x=x, y=y)
        yield part
        y, widest = y + part.high + 0.35 * PITCH, max(widest, part.wide)


def _sections(entries: Sequence[Entry], longest: int) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Yield the entries by section, those that are too long for a column in parts as long as each other."""
    for section, found in groupby(entries, lambda entry: entry.section):
        members = list(found)
        for at, count in enumerate(evenly([1.0] * len(members), max(1.0, longest))):
            yield HEADINGS[section] + (", continued" if at else ""), tuple(members[:count])
            del members[:count]


def key_group(page: Page, key: Key, theme: Theme, x: float, y: float) -> str:
    """Return the legend as one group."""
    members = [shape for part in key.parts for shape in _part(page, part, theme, x + part.x, y + part.y)]
    said = "; ".join(f"{part.heading}: {', '.join(entry.text for entry in part.entries)}" for part in key.parts)
    return group(page.named("Legend", f"Legend. {said}"), (x, y, x + key.wide, y + key.high), members)


def _part(page: Page, part: Part, theme: Theme, x: float, y: float) -> Iterator[str]:
    """Yield a heading, the samples, and the words of all entries as one text."""
    ink = theme.map.ink
    head = (x, y, x + part.wide, y + PITCH)
    yield text_box(
        page.named(f"Legend heading: {part.heading}", part.heading),
        head,
        body([lines_of((part.heading,), Face(SIZE, ink, True))], "ctr"),
    )
    for rank, entry in enumerate(part.entries):
        yield from _sample(page, entry, theme, x, y + (rank + 1.5) * PITCH)
    box = (x + SAMPLE + GAP, y + PITCH, x + part.wide, y + part.high)
    lines = [paragraph(run(entry.text, Face(SIZE, ink)), entry.text, pitch=PITCH) for entry in part.entries]
    yield text_box(page.named(f"Legend text: {part.heading}", part.heading), box, body(lines, wrap=False))


def _sample(page: Page, entry: Entry, theme: Theme, x: float, middle: float) -> Iterator[str]:
    """Yield the sample of an entry."""
    ink, centre = theme.map.ink, x + SAMPLE / 2.0
    if entry.section == "actor":
        yield from shapes_of(page, rendering.outline_marks(entry.key, centre, middle, 5.2, 0.7, theme), entry.text)
    elif entry.section in ("badge", "change"):
        yield from shapes_of(page, rendering.badge_marks(entry.key, centre, middle, 1.0, theme), entry.text)
    elif entry.section == "width":
        for dy, relations in ((-2.6, 1), (2.6, 4)):
            yield _line(page, entry, x, middle + dy, line_pen(ink, style.line_width(relations), 3, head=False))
    elif entry.section == "confidence":
        yield _line(page, entry, x, middle, line_pen(ink, 1.6, int(entry.key), head=False))
    elif entry.section == "direction":
        yield from _direction(page, entry, theme, x, middle)
    else:
        yield _line(page, entry, x, middle, line_pen(theme.domain(entry.key), 1.6, 3, head=False))
        yield from shapes_of(page, _plate(entry.key, theme.domain(entry.key), theme, centre, middle), entry.text)


def _line(page: Page, entry: Entry, x: float, y: float, looks: str) -> str:
    """Return a level line."""
    return sample(page.named(f"Sample: {entry.text}", entry.text), x, y, SAMPLE, looks)


def _direction(page: Page, entry: Entry, theme: Theme, x: float, middle: float) -> Iterator[str]:
    """Yield a line with its heads; a hostile one wears its cross."""
    ink, hostile = theme.map.ink, entry.key == "hostile"
    yield _line(page, entry, x, middle, line_pen(ink, 1.6, 3, entry.key == "mutual", hostile))
    if hostile:
        yield from shapes_of(page, _plate("cross", ink, theme, x + SAMPLE / 2.0, middle), entry.text)


def _plate(sign: str, colour: str, theme: Theme, x: float, y: float) -> list[Mark]:
    """Return a domain's glyph, or the cross, on its plate."""
    glyph = shapes.GLYPH_OUTLINES[style.GLYPHS.get(sign, sign or "disc")]
    return [Disc(x, y, 5.4, theme.map.plate, colour, 0.9), Polygon(glyph * 5.4 + [x, y], colour)]


def key_box(key: Key, left: float, bottom: float) -> Box:
    """Return where a legend stands above a line."""
    return (left, bottom - key.high, left + key.wide, bottom)
