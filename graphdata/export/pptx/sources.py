"""The numbered sources beside the map: in full where there is room, else in fewer words, never below 7 points."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.citing import Citing, Form, rest_in_words
from graphdata.export.pptx.links import linked_number
from graphdata.export.pptx.markup import Box, Face, body, paragraph, run, text_box
from graphdata.export.pptx.page import Page
from graphdata.style import Theme

SIZES: Final = {
    Form.WHOLE: (9.5, 9.0),
    Form.PLAIN: (9.5, 9.0),
    Form.BRIEF: (9.5, 9.0, 8.5, 8.0),
    Form.SPARE: (9.5, 9.0, 8.5, 8.0),
    Form.BARE: (9.0, 8.5, 8.0),
    Form.LEAST: (8.5, 8.0, 7.5, 7.0),
}  # of each form, in the order in which they are tried: shorter words before smaller print
LEGIBLE: Final = 8.0  # where the annex must list some of them anyway, those on the slide need not be smaller
KEY_SIZE: Final = 7.5  # of what is said once for all citations
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
    key: tuple[str, ...] = ()
    form: Form = Form.WHOLE

    @property
    def high(self) -> float:
        """The height with the heading; of one line where no source is listed."""
        if not self.columns:
            return self.size * PITCH + AFTER
        return below_key(self.key) + max((_height(column, self.size) for column in self.columns), default=0.0)

    @property
    def left_in_words(self) -> str:
        """Where those sources are that do not fit, empty where all do."""
        return rest_in_words(self.left, bool(self.columns))

    def only(self, numbers: frozenset[int]) -> Listing | None:
        """Return the listing of some of its sources, set alike; nothing where it holds none of them."""
        if not self.columns:
            return self._replace(left=len(numbers)) if numbers else None
        kept = [tuple(item for item in column if item.number in numbers) for column in self.columns]
        left = len(numbers) - sum(map(len, kept))
        columns = tuple(column for column in kept if column)
        return self._replace(columns=columns, left=left) if columns else None


def unlisted(count: int) -> Listing:
    """Return a listing of no source, that says where they all are."""
    return Listing((), LEGIBLE, 0.0, count)


def listing(citing: Citing, room: tuple[float, float], columns: int) -> Listing:
    """Return the sources set in columns, in the fullest form and the largest size that fit a room."""
    for form, sizes in SIZES.items():
        for size in sizes:
            if _least(citing, size, columns) > room[1]:
                continue  # not even a line for each
            found = _set(citing, form, size, room, columns)
            if not found.left:
                return found
    return _set(citing, Form.LEAST, LEGIBLE, room, columns)


def _least(citing: Citing, size: float, columns: int) -> float:
    """Return the height of the sources if each took one line."""
    return HEADING + len(citing.notes) * (size * PITCH + AFTER) / columns


def _set(citing: Citing, form: Form, size: float, room: tuple[float, float], columns: int) -> Listing:
    """Return as many sources as fit, column by column, each column as high as it must be."""
    wide = (room[0] - (columns - 1) * GUTTER) / columns
    key = typeface.wrap(citing.key(form), room[0], KEY_SIZE)
    items = [
        Item(note.number, text, len(typeface.wrap(text, wide - _hang(size), size)) or 1)
        for note, text in zip(citing.notes, citing.texts(form), strict=True)
    ]
    high, step = room[1] - below_key(key), size * PITCH / 2.0
    even = _height(items, size) / columns
    while even < high and sum(map(len, _filled(items, size, even, columns))) < len(items):
        even += step
    filled = _filled(items, size, even if even < high else high - size * PITCH, columns)
    return Listing(filled, size, wide, len(items) - sum(map(len, filled)), key, form)


def below_key(key: Sequence[str]) -> float:
    """Return how far down a list begins, under its heading and what is said once for all sources."""
    return HEADING * 1.4 + len(key) * KEY_SIZE * PITCH


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
    heading = (box[0], box[1], box[2], box[1] + below_key(found.key))
    title = paragraph(run("Sources", Face(HEADING, theme.map.ink, True)), pitch=HEADING * PITCH)
    key = [_plain(line, KEY_SIZE, theme) for line in found.key]
    page.add(text_box(page.named("Sources heading", "Sources"), heading, body([title, *key], wrap=False)))
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
