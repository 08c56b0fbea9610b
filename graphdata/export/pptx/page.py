"""One slide while it is written: its elements in reading order, and the one place that gives out numbers on it."""

from __future__ import annotations

from typing import Final, NamedTuple

from graphdata.export.pptx.markup import Named

NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


class Slide(NamedTuple):
    """A finished slide: its shapes as XML, its speaker notes, its section, and which goals of links lie on it."""

    shapes: str
    notes: str = ""
    section: str = ""
    goals: tuple[str, ...] = ()
    picture: bytes = b""


class Page:
    """The elements of a slide in reading order, which is also the order in which they cover each other."""

    def __init__(self) -> None:
        """Start with an empty slide; number 1 is the slide's own tree."""
        self._elements: list[str] = []
        self._last = 1

    def named(self, name: str, words: str) -> Named:
        """Return the identity of a new shape, with a number that no other shape of this slide has."""
        self._last += 1
        return Named(self._last, name, words)

    def add(self, *elements: str) -> None:
        """Put elements on top, read after what is there."""
        self._elements += elements

    def slide(self, notes: str = "", section: str = "", goals: tuple[str, ...] = (), picture: bytes = b"") -> Slide:
        """Return what was written."""
        shapes = f"<p:spTree {NAMESPACES}>{HEAD}{''.join(self._elements)}</p:spTree>"
        return Slide(shapes, notes, section, goals, picture)
