"""Bookmarks for a PDF of Qt's, which writes none: appended as PDF allows it, without touching what is there.

Qt writes links to anchors as named destinations; bookmarks lead to the same names (ISO 32000-1, 7.5.6 and 12.3.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

OPENED: Final = 2  # bookmarks down to this level are unfolded when the document is opened


class Bookmark(NamedTuple):
    """One entry: how deep it stands, its words, and the anchor it leads to."""

    level: int
    text: str
    anchor: str


def with_bookmarks(pdf: bytes, bookmarks: Sequence[Bookmark], subject: str, keywords: str) -> bytes:
    """Return the file with bookmarks, a subject and keywords; links and pages stay as they are."""
    size, root, info = (_number(pdf, name) for name in (rb"/Size ", rb"/Root ", rb"/Info "))
    catalog = _with(_object(pdf, root), b"/Lang (en)\n/ViewerPreferences << /DisplayDocTitle true >>\n")
    objects = {info: _with(_object(pdf, info), f"/Subject {_text(subject)}\n/Keywords {_text(keywords)}\n".encode())}
    if bookmarks:
        catalog = _with(catalog, f"/Outlines {size} 0 R\n/PageMode /UseOutlines\n".encode())
        objects |= dict(_outline(bookmarks, size))
    return _appended(pdf, {root: catalog, **objects})


def _number(pdf: bytes, name: bytes) -> int:
    """Return the number behind a name of the trailer."""
    return int(pdf[pdf.rindex(name) + len(name) :].split(None, 1)[0])


def _object(pdf: bytes, number: int) -> bytes:
    """Return the dictionary of an object."""
    start = pdf.index(b"\n%d 0 obj\n" % number) + 1
    return pdf[pdf.index(b"<<", start) : pdf.index(b"endobj", start)].rstrip()


def _with(dictionary: bytes, entries: bytes) -> bytes:
    """Return a dictionary with more entries."""
    return dictionary.removesuffix(b">>") + entries + b">>"


def _outline(bookmarks: Sequence[Bookmark], first: int) -> Iterator[tuple[int, bytes]]:
    """Yield the objects of the outline: its root, then each entry, tied to its parent and its neighbours."""
    parents = list(_parents(bookmarks))
    children: dict[int, list[int]] = {-1: []}
    for at, parent in enumerate(parents):
        children.setdefault(parent, []).append(at)

    def ref(at: int) -> str:
        return f"{first + 1 + at} 0 R"

    top = children[-1]
    yield first, f"<< /Type /Outlines /First {ref(top[0])} /Last {ref(top[-1])} /Count {len(top)} >>".encode()
    for at, bookmark in enumerate(bookmarks):
        siblings, below = children[parents[at]], children.get(at, [])
        place = siblings.index(at)
        entries = [f"/Title {_text(bookmark.text)}", f"/Parent {ref(parents[at])}", f"/Dest {_text(bookmark.anchor)}"]
        entries += [f"/Prev {ref(siblings[place - 1])}"] if place else []
        entries += [f"/Next {ref(siblings[place + 1])}"] if place + 1 < len(siblings) else []
        if below:
            sign = "" if bookmark.level < OPENED else "-"
            entries.append(f"/First {ref(below[0])} /Last {ref(below[-1])} /Count {sign}{len(below)}")
        yield first + 1 + at, f"<< {' '.join(entries)} >>".encode()


def _parents(bookmarks: Sequence[Bookmark]) -> Iterator[int]:
    """Yield for each bookmark the nearest one above it that stands less deep; -1 for those at the top."""
    open_ones: list[int] = []
    for at, bookmark in enumerate(bookmarks):
        while open_ones and bookmarks[open_ones[-1]].level >= bookmark.level:
            open_ones.pop()
        yield open_ones[-1] if open_ones else -1
        open_ones.append(at)


def _text(text: str) -> str:
    """Return text as PDF holds it in any script."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be', 'surrogatepass').hex().upper()}>"


def _appended(pdf: bytes, objects: dict[int, bytes]) -> bytes:
    """Return the file with objects added or replaced, and a table of where they stand that refers to the old one."""
    before = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    trailer = pdf[pdf.rindex(b"trailer") : pdf.rindex(b"startxref")]
    body, table = bytearray(pdf.rstrip() + b"\n"), [b"0 1\n0000000000 65535 f \n"]
    for number in sorted(objects):
        table.append(b"%d 1\n%010d 00000 n \n" % (number, len(body)))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(body)
    size = max(_number(pdf, rb"/Size "), max(objects) + 1)
    renewed = re.sub(rb"/Size \d+", b"/Size %d\n/Prev %d" % (size, before), trailer, count=1)
    body += b"xref\n" + b"".join(table) + renewed.rstrip() + b"\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(body)
