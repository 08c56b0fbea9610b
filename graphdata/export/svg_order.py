"""The marks of a drawing sorted by kind, to be worded many at once, and put back in the order of painting.

One walk through the drawing gives a place in the file to every mark, and to the start and the end of every group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from graphdata.drawing import Disc, Group, Mark, Polygon, Strokes, Words

KINDS: Final = (Strokes, Polygon, Disc, Words)
CITATION: Final = "note "  # how ids of citations begin
ALONE: Final = -1  # the rank of the group of what stands in none


class Order:
    """The marks of a drawing by kind, the place of each, and the groups around them."""

    def __init__(self, items: tuple[Mark, ...]) -> None:
        """Sort the marks inside all groups; what stands outside of them begins a line."""
        self.marks: dict[type, list[Any]] = {kind: [] for kind in KINDS}
        self.places: dict[type, list[int]] = {kind: [] for kind in KINDS}
        self.titles: list[str] = []
        self._add: dict[type, tuple[Callable[[Any], None], Callable[[int], None]]] = {
            kind: (self.marks[kind].append, self.places[kind].append) for kind in KINDS
        }
        self._ids: list[str] = []
        self._before: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._lines: list[int] = []
        count = 0
        for item in items:
            if type(item) is Group and item.title:
                count = self._opened(item, count, "\n")
            else:
                self._lines.append(count)
                count = self._taken((item,), count, ALONE)
        self._pieces = [""] * (count + 1)

    def _taken(self, items: tuple[Mark, ...], at: int, group: int) -> int:
        """Sort some marks, the first of which has that place; return the place behind them.

        Titles are for tooltips and screen readers: they say nothing beside the same words. Groups without any are taken
        apart, but citations keep their id, as the numbers on the lines lead there.
        """
        adders = self._add
        for item in items:
            kind = type(item)
            if kind is Group:
                at = self._grouped(item, at)  # type: ignore[arg-type]
                continue
            add, place = adders[kind]
            add(item)
            place(at)
            at += 1
            if kind is Words and group != ALONE and item.text == self.titles[group]:  # type: ignore[union-attr]
                self.titles[group] = ""
        return at

    def _grouped(self, group: Group, at: int) -> int:
        """Sort the marks of a group, which is kept or taken apart; return the place behind it."""
        if group.title or group.id.startswith(CITATION):
            return self._opened(group, at)
        return self._taken(group.items, at, ALONE)

    def _opened(self, group: Group, at: int, before: str = "") -> int:
        """Sort the marks of a group that is kept, with what stands before it; return the place behind its end."""
        self._starts.append(at)
        self._before.append(before)
        self._ids.append(group.id)
        self.titles.append(group.title)
        end = self._taken(group.items, at + 1, len(self.titles) - 1)
        self._ends.append(end)
        return end + 1

    def group(self, named: Callable[[str], str], content: Callable[[str], str]) -> None:
        """Write down where groups start and end, given how ids and titles are written; one look tells of plain ids."""
        pieces = self._pieces
        ids = self._ids if "".join(self._ids).isalnum() else map(named, self._ids)
        rows = zip(self._starts, self._before, ids, map(content, self.titles), strict=True)
        for place, before, name, title in rows:
            pieces[place] = f'{before}<g id="{name}"><title>{title}</title>' if title else f'{before}<g id="{name}">'
        for place in self._ends:
            pieces[place] = "</g>"

    def write(self, kind: type, elements: Iterable[str]) -> None:
        """Write down the marks of a kind, in the order in which they came."""
        pieces = self._pieces
        for place, element in zip(self.places[kind], elements, strict=True):
            pieces[place] = element

    def text(self) -> str:
        """Return the whole, once everything is written down."""
        for place in self._lines:
            self._pieces[place] = f"\n{self._pieces[place]}"
        return "".join(self._pieces)
