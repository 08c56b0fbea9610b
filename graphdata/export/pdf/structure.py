"""The tree of a file's parts: its paragraphs and pictures, and lists and tables with what is in them.

A list or a table ends with its page: what goes on beyond is told as another one. (ISO 32000-1, 14.7 and 14.8.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from graphdata.export.pdf.objects import Objects, text_string
from graphdata.export.pdf.tagging import CELL, CELL_HEAD, ITEM

WHOLES: Final = {ITEM: "L", CELL: "Table", CELL_HEAD: "Table"}  # what parts of a role make together
MORE: Final = {CELL_HEAD: "/A<</O/Table/Scope/Column>>"}  # what else is to be said of parts of a role


class Tag(NamedTuple):
    """What a part of a page is: its role, what is said instead of it, whether it begins a row."""

    role: str
    alt: str = ""
    first: bool = False


class Leaf(NamedTuple):
    """A page in the file: its number, and its parts in the order of their marked contents."""

    number: int
    parts: tuple[Tag, ...]


Numbered = tuple[int, Tag]  # the number of a marked content, and what it is


def write_tree(objects: Objects, leaves: Sequence[Leaf]) -> int:
    """Write what the parts of all pages are, and return the number of the root."""
    root, document = objects.reserve(), objects.reserve()
    branches = [_Branch(objects, leaf.number) for leaf in leaves]
    kids = [kid for branch, leaf in zip(branches, leaves, strict=True) for kid in branch.kids(leaf.parts, document)]
    objects.put(document, f"<</Type/StructElem/S/Document/P {root} 0 R/K[{_references(kids)}]>>")
    owners = (f"{at}[{_references(branch.owners)}]" for at, branch in enumerate(branches))
    parents = objects.add(f"<</Nums[{' '.join(owners)}]>>")
    objects.put(root, f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree {parents} 0 R>>")
    return root


class _Branch:
    """Writes the parts of one page, and keeps the element that owns each marked content."""

    def __init__(self, objects: Objects, page: int) -> None:
        """Begin with none."""
        self._objects, self._page = objects, page
        self.owners: list[int] = []

    def kids(self, parts: Sequence[Tag], parent: int) -> Iterator[int]:
        """Write the parts under a parent and yield the numbers of its children."""
        for whole, run in groupby(enumerate(parts), key=lambda each: WHOLES.get(each[1].role, "")):
            found = list(run)
            if whole:
                yield self._around(whole, parent, _rows(found) if whole == "Table" else _items(found))
            else:
                yield from (self._leaf(mark, tag, parent) for mark, tag in found)

    def _around(self, whole: str, parent: int, members: Iterable[tuple[str, list[Numbered]]]) -> int:
        """Write a list or a table around its members, each of which holds some parts; return its number."""
        outer = self._objects.reserve()
        kids: list[int] = []
        for role, parts in members:
            kids.append(self._objects.reserve())
            held = [self._leaf(mark, tag, kids[-1]) for mark, tag in parts]
            self._put(kids[-1], role, outer, held)
        self._put(outer, whole, parent, kids)
        return outer

    def _put(self, number: int, role: str, parent: int, kids: Sequence[int]) -> None:
        """Write an element that holds others."""
        self._objects.put(number, f"<</Type/StructElem/S/{role}/P {parent} 0 R/K[{_references(kids)}]>>")

    def _leaf(self, mark: int, tag: Tag, parent: int) -> int:
        """Write the element of a marked content and return its number."""
        said = f"/Alt{text_string(tag.alt)}" if tag.alt else MORE.get(tag.role, "")
        element = f"<</Type/StructElem/S/{tag.role}/P {parent} 0 R/Pg {self._page} 0 R/K {mark}{said}>>"
        self.owners.append(self._objects.add(element))
        return self.owners[-1]


def _items(run: Iterable[Numbered]) -> list[tuple[str, list[Numbered]]]:
    """Return the items of a list, each with its body."""
    return [(ITEM, [(mark, Tag("LBody"))]) for mark, _ in run]


def _rows(run: Iterable[Numbered]) -> list[tuple[str, list[Numbered]]]:
    """Return the rows of a table, each with its cells."""
    rows: list[tuple[str, list[Numbered]]] = []
    for mark, tag in run:
        if tag.first or not rows:
            rows.append(("TR", []))
        rows[-1][1].append((mark, tag))
    return rows


def _references(numbers: Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)
