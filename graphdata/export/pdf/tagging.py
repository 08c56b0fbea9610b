"""What the parts of a page are, for those who have it read to them: headings, paragraphs, pictures, lists.

The parts are kept in reading order, which is that of painting. What a drawing does not say is not made up: the rows of
a table are paragraphs here. (ISO 32000-1, 14.7 and 14.8.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from graphdata.drawing import Drawing, Group, Mark, Words
from graphdata.export.pdf.objects import Objects, text_string

HEADING, PARAGRAPH, FIGURE, ITEM = "H", "P", "Figure", "LI"
NOTE: Final = "note "  # how ids of citations begin
FEW: Final = 4  # pictures in a row, each of which is told apart
DEEPEST: Final = 6  # headings that PDF tells apart


class Part(NamedTuple):
    """A part of a page: its role, what is said instead of a picture, and its marks."""

    role: str
    alt: str
    marks: tuple[Mark, ...]


class Leaf(NamedTuple):
    """A page in the file: its number, and the role and alternative text of each of its parts."""

    number: int
    parts: tuple[tuple[str, str], ...]


def parts_of(drawing: Drawing, levels: Mapping[str, int]) -> Iterator[Part]:
    """Yield the parts of a drawing in painting order; groups with these ids are headings of these levels.

    More pictures in a row than a few are one: the whole drawing.
    """
    named = [each for item in drawing.items for each in _roles(item, drawing.title, levels)]
    for role, run in groupby(named, key=lambda each: each[0]):
        found = list(run)
        if role == ITEM or (role == FIGURE and len(found) <= FEW):
            yield from (Part(role, alt, (mark,)) for _, alt, mark in found)
        else:
            yield Part(role, drawing.title if role == FIGURE else "", tuple(mark for _, _, mark in found))


def _roles(mark: Mark, title: str, levels: Mapping[str, int]) -> Iterator[tuple[str, str, Mark]]:
    """Yield the role, the title and the marks of a part, taken apart where it holds several."""
    if isinstance(mark, Group) and mark.id in levels:
        yield f"{HEADING}{min(levels[mark.id], DEEPEST)}", "", mark
    elif isinstance(mark, Group) and mark.id.startswith(NOTE):
        yield ITEM, "", mark
    elif isinstance(mark, Group) and (not mark.title or _has_notes(mark)):
        for item in mark.items:
            yield from _roles(item, title, levels)
    elif isinstance(mark, Group):
        yield FIGURE, f"{mark.title}: {title}" if title else mark.title, mark
    else:
        yield (f"{HEADING}1" if isinstance(mark, Words) and mark.text == title else PARAGRAPH), "", mark


def _has_notes(group: Group) -> bool:
    return any(isinstance(item, Group) and item.id.startswith(NOTE) for item in group.items)


def write_tree(objects: Objects, leaves: Sequence[Leaf]) -> int:
    """Write what the parts of all pages are, and return the number of the root."""
    root, document = objects.reserve(), objects.reserve()
    kids: list[int] = []
    owners: list[str] = []
    for at, leaf in enumerate(leaves):
        rows = list(enumerate(leaf.parts))
        own: list[int] = []
        for role, run in groupby(rows, key=lambda row: row[1][0]):
            found = [(mark, alt) for mark, (_, alt) in run]
            if role == ITEM:
                kids.append(_list(objects, document, leaf.number, [mark for mark, _ in found], own))
                continue
            own += [_element(objects, role, document, leaf.number, str(mark), alt) for mark, alt in found]
            kids += own[-len(found) :]
        owners.append(f"{at}[{_references(own)}]")
    objects.put(document, f"<</Type/StructElem/S/Document/P {root} 0 R/K[{_references(kids)}]>>")
    parents = objects.add(f"<</Nums[{' '.join(owners)}]>>")
    objects.put(root, f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree {parents} 0 R>>")
    return root


def _list(objects: Objects, parent: int, page: int, marks: Sequence[int], own: list[int]) -> int:
    """Write a list of items, each with its body, which is added to the owners; return its number."""
    whole = objects.reserve()
    items: list[int] = []
    for mark in marks:
        item = objects.reserve()
        own.append(_element(objects, "LBody", item, page, str(mark), ""))
        objects.put(item, f"<</Type/StructElem/S/LI/P {whole} 0 R/K {own[-1]} 0 R>>")
        items.append(item)
    objects.put(whole, f"<</Type/StructElem/S/L/P {parent} 0 R/K[{_references(items)}]>>")
    return whole


def _element(objects: Objects, role: str, parent: int, page: int, inside: str, alt: str) -> int:
    """Write an element and return its number."""
    said = f"/Alt{text_string(alt)}" if alt else ""
    return objects.add(f"<</Type/StructElem/S/{role}/P {parent} 0 R/Pg {page} 0 R/K {inside}{said}>>")


def _references(numbers: Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)
