"""What the parts of a page are, for those who have it read to them: headings, paragraphs, pictures, lists, tables.

The parts are kept in reading order, which is that of painting. What a drawing does not say is not made up. (ISO
32000-1, 14.7 and 14.8.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final, NamedTuple

from graphdata.drawing import Drawing, Group, Mark, Words
from graphdata.table_marks import HEAD, ROW

HEADING, PARAGRAPH, FIGURE, ITEM = "H", "P", "Figure", "LI"
CELL, CELL_HEAD = "TD", "TH"
ALONE: Final = frozenset({ITEM, CELL, CELL_HEAD})  # roles of which several in a row are several parts
NOTE: Final = "note "  # how ids of citations begin
FEW: Final = 4  # pictures in a row, each of which is told apart
DEEPEST: Final = 6  # headings that PDF tells apart


class Part(NamedTuple):
    """A part of a page: its role, what is said instead of a picture, whether it begins a row, and its marks."""

    role: str
    alt: str
    first: bool
    marks: tuple[Mark, ...]


def parts_of(drawing: Drawing, levels: Mapping[str, int]) -> Iterator[Part]:
    """Yield the parts of a drawing in painting order; groups with these ids are headings of these levels.

    More pictures in a row than a few are one: the whole drawing.
    """
    named = [each for item in drawing.items for each in _parts(item, drawing.title, levels)]
    for role, run in groupby(named, key=lambda each: each.role):
        found = list(run)
        if role in ALONE or (role == FIGURE and len(found) <= FEW):
            yield from found
        else:
            marks = tuple(mark for each in found for mark in each.marks)
            yield Part(role, drawing.title if role == FIGURE else "", False, marks)


def _parts(mark: Mark, title: str, levels: Mapping[str, int]) -> Iterator[Part]:
    """Yield what a mark is, taken apart where it holds several parts."""
    if isinstance(mark, Group) and mark.id in levels:
        yield Part(f"{HEADING}{min(levels[mark.id], DEEPEST)}", "", False, (mark,))
    elif isinstance(mark, Group) and mark.id.startswith(NOTE):
        yield Part(ITEM, "", False, (mark,))
    elif isinstance(mark, Group) and mark.id == ROW:
        yield from _cells(mark)
    elif isinstance(mark, Group) and (not mark.title or _has_notes(mark)):
        for item in mark.items:
            yield from _parts(item, title, levels)
    elif isinstance(mark, Group):
        yield Part(FIGURE, f"{mark.title}: {title}" if title else mark.title, False, (mark,))
    else:
        headed = isinstance(mark, Words) and mark.text == title
        yield Part(f"{HEADING}1" if headed else PARAGRAPH, "", False, (mark,))


def _cells(row: Group) -> Iterator[Part]:
    """Yield the cells of a row of a table."""
    for rank, cell in enumerate(row.items):
        headed = isinstance(cell, Group) and cell.id == HEAD
        yield Part(CELL_HEAD if headed else CELL, "", not rank, (cell,))


def _has_notes(group: Group) -> bool:
    return any(isinstance(item, Group) and item.id.startswith(NOTE) for item in group.items)
