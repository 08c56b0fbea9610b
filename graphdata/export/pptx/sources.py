"""The numbered sources beside the map: in full where there is room, else who and when, never below 7 points."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.citation import Note, short
from graphdata.export.pptx.links import linked_number
from graphdata.export.pptx.markup import Box, Face, body, paragraph, run, text_box
from graphdata.export.pptx.page import Page
from graphdata.sourcing import Source
from graphdata.style import Theme
from graphdata.view import View

FULL_SIZES: Final = (9.5, 9.0)
MIDDLE_SIZES: Final = (9.5, 9.0, 8.5)  # without the address
SHORT_SIZES: Final = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
LEGIBLE: Final = 8.0  # where the annex must list some of them anyway, those on the slide need not be smaller
ELSEWHERE: Final = "Numbered sources, on the slides “Sources”"
GUTTER: Final = 14.0
HEADING: Final = 10.5
PITCH: Final = 1.2
AFTER: Final = 1.5


class Item(NamedTuple):
    """One source: its number, its words, and how many lines these take."""

    number: int
    text: str
    lines: int


class Listing(NamedTuple):
    """The sources in columns, all that fit, and how many do not."""

    columns: tuple[tuple[Item, ...], ...]
    size: float
    wide: float
    left: int

    @property
    def high(self) -> float:
        """The height with the heading; of one line where no source is listed."""
        if not self.columns:
            return self.size * PITCH + AFTER
        return HEADING * 1.4 + max((_height(column, self.size) for column in self.columns), default=0.0)

    @property
    def left_in_words(self) -> str:
        """Where those sources are that do not fit, empty where all do."""
        if not self.left:
            return ""
        return f"and {self.left} more on the slides “Sources”" if self.columns else f"{ELSEWHERE}: {self.left}"

    def only(self, numbers: frozenset[int]) -> Listing | None:
        """Return the listing of some of its sources, set alike; nothing where it holds none of them."""
        if not self.columns:
            return self._replace(left=len(numbers)) if numbers else None
        kept = [tuple(item for item in column if item.number in numbers) for column in self.columns]
        left = len(numbers) - sum(map(len, kept))
        columns = tuple(column for column in kept if column)
        return self._replace(columns=columns, left=left) if columns else None


def unlisted(notes: Sequence[Note]) -> Listing:
    """Return a listing of no source, that says where they all are."""
    return Listing((), LEGIBLE, 0.0, len(notes))


def listing(view: View, notes: Sequence[Note], room: tuple[float, float], columns: int) -> Listing:
    """Return the sources set in columns, in the fullest form and the largest size that fit a room."""
    wide = (room[0] - (columns - 1) * GUTTER) / columns
    brief = [(note.number, short(view.network.source[note.source], view.network)) for note in notes]
    apart = _told_apart(view, brief, notes, wide)
    whole = [(note.number, note.text) for note in notes]
    unlinked = [(number, _without_address(text)) for number, text in whole]
    forms = [(whole, size) for size in FULL_SIZES] + [(unlinked, size) for size in MIDDLE_SIZES]
    forms += [(texts, size) for texts in (apart, brief) for size in SHORT_SIZES]
    for texts, size in forms:
        found = _set(texts, size, wide, room[1], columns)
        if not found.left:
            return found
    return _set(brief, LEGIBLE, wide, room[1], columns)


def _told_apart(
    view: View, brief: Sequence[tuple[int, str]], notes: Sequence[Note], room: float
) -> list[tuple[int, str]]:
    """Return who and when of each source, and what of those that cannot be told apart by that."""
    counts = Counter(text for _, text in brief)
    pairs = zip(brief, notes, strict=True)
    return [
        (number, _titled(text, view.network.source[note.source], room) if counts[text] > 1 else text)
        for (number, text), note in pairs
    ]


def _titled(text: str, source: Source, room: float) -> str:
    """Return a source with as much of its title as one line and a half hold."""
    title = source.title.strip("[]")
    named = title if title.startswith(text) else f"{text}: {title}"
    return typeface.cut(named, 1.5 * room, SHORT_SIZES[0]) if title else text


def _without_address(citation: str) -> str:
    """Return a citation without the address that it ends in; the annex has it."""
    return re.sub(r", https?://\S+", "", citation)


def _set(texts: Sequence[tuple[int, str]], size: float, wide: float, high: float, columns: int) -> Listing:
    """Return as many sources as fit, column by column, each column as high as it must be."""
    items = [Item(number, text, len(typeface.wrap(text, wide - _hang(size), size)) or 1) for number, text in texts]
    room, step = high - HEADING * 1.4, size * PITCH / 2.0
    even = _height(items, size) / columns
    while even < room and sum(map(len, _filled(items, size, even, columns))) < len(items):
        even += step
    filled = _filled(items, size, even if even < room else room - size * PITCH, columns)
    return Listing(filled, size, wide, len(items) - sum(map(len, filled)))


def _filled(items: Sequence[Item], size: float, room: float, columns: int) -> tuple[tuple[Item, ...], ...]:
    """Return the items in columns no higher than the room."""
    found, rest = [], list(items)
    for _ in range(columns):
        heights = accumulate(_height([item], size) for item in rest)
        kept = sum(1 for height in heights if height <= room)
        found.append(tuple(rest[:kept]))
        rest = rest[kept:]
    return tuple(column for column in found if column)


def _height(items: Sequence[Item], size: float) -> float:
    return sum(item.lines * size * PITCH + AFTER for item in items)


def _hang(size: float) -> float:
    """Return how far numbers hang out to the left."""
    return typeface.width("[00] ", size)


def add_sources(page: Page, found: Listing, theme: Theme, box: Box) -> None:
    """Put the listed sources on a slide, a text box for each column."""
    if not found.columns:
        page.add(
            text_box(
                page.named("Sources", found.left_in_words), box, body([_plain(found.left_in_words, found.size, theme)])
            )
        )
        return
    heading = (box[0], box[1], box[2], box[1] + HEADING * 1.3)
    title = paragraph(run("Sources", Face(HEADING, theme.map.ink, True)), pitch=HEADING * PITCH)
    page.add(text_box(page.named("Sources heading", "Sources"), heading, body([title])))
    for rank, column in enumerate(found.columns):
        left, top = box[0] + rank * (found.wide + GUTTER), heading[3]
        lines = [_line(item, found.size, theme) for item in column]
        if found.left and rank == len(found.columns) - 1:
            lines.append(_plain(found.left_in_words, found.size, theme))
        place = (left, top, left + found.wide, min(box[3], top + _height(column, found.size) + found.size * PITCH))
        words = f"Sources {column[0].number} to {column[-1].number}"
        page.add(text_box(page.named(words, words), place, body(lines)))


def _line(item: Item, size: float, theme: Theme) -> str:
    """Return one source as a paragraph with its number hanging out."""
    face = Face(size, theme.map.ink)
    text = linked_number(item.number, face, frame="[{}]") + run(f"\t{item.text}", face)
    return paragraph(text, "", pitch=size * PITCH, hang=_hang(size), after=AFTER)


def _plain(text: str, size: float, theme: Theme) -> str:
    return paragraph(run(text, Face(size, theme.map.faint)), text, pitch=size * PITCH)
