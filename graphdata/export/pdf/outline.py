"""The bookmarks of a PDF: entries within entries, each leading to a place (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graphdata.export.pdf.objects import Objects, text_string

OPENED: Final = 2  # bookmarks down to this level are unfolded when the document is opened


class Bookmark(NamedTuple):
    """One entry: how deep it stands, its words, and the anchor it leads to."""

    level: int
    text: str
    anchor: str


class Entry(NamedTuple):
    """An entry whose place on a page is known, as PDF writes it."""

    level: int
    text: str
    there: str


def outline(objects: Objects, entries: Sequence[Entry]) -> int:
    """Write the bookmarks, each tied to its parent and its neighbours, and return the number of their root."""
    parents = list(_parents(entries))
    children: dict[int, list[int]] = {-1: []}
    for at, parent in enumerate(parents):
        children.setdefault(parent, []).append(at)
    root = objects.reserve()
    numbers = [*(objects.reserve() for _ in entries), root]  # the parent -1 is the root
    for at, entry in enumerate(entries):
        siblings, below = children[parents[at]], children.get(at, [])
        place = siblings.index(at)
        ahead = f"/Prev {numbers[siblings[place - 1]]} 0 R" if place else ""
        behind = f"/Next {numbers[siblings[place + 1]]} 0 R" if place + 1 < len(siblings) else ""
        inside = _ends(numbers, below, 1 if entry.level < OPENED else -1) if below else ""
        title, above = text_string(entry.text), f"/Parent {numbers[parents[at]]} 0 R"
        objects.put(numbers[at], f"<</Title{title}{above}{ahead}{behind}{inside}/Dest{entry.there}>>")
    objects.put(root, f"<</Type/Outlines{_ends(numbers, children[-1], 1)}>>")
    return root


def _ends(numbers: Sequence[int], inside: Sequence[int], sign: int) -> str:
    """Return the first and the last of the entries inside another, and how many there are; below zero if folded."""
    return f"/First {numbers[inside[0]]} 0 R/Last {numbers[inside[-1]]} 0 R/Count {sign * len(inside)}"


def _parents(entries: Sequence[Entry]) -> Iterator[int]:
    """Yield for each entry the nearest one above it that stands less deep; -1 for those at the top."""
    open_ones: list[int] = []
    for at, entry in enumerate(entries):
        while open_ones and entries[open_ones[-1]].level >= entry.level:
            open_ones.pop()
        yield open_ones[-1] if open_ones else -1
        open_ones.append(at)
