"""What a PDF has to know of text: which glyphs of which face, and where; whoever can shape text makes these values."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graphdata.drawing import Points


@dataclass(frozen=True, eq=False)
class Face:
    """A face of a font by its PostScript name, with the tables of its file (OpenType)."""

    name: str
    tables: Mapping[str, bytes]

    @property
    def has_outlines(self) -> bool:
        """Whether its glyphs are TrueType outlines, which can be embedded in part."""
        return bool(self.tables.get("glyf"))

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """The advance of each glyph, in thousandths of an em; the last one holds for all that follow."""
        (count,) = struct.unpack_from(">H", self.tables["hhea"], 34)
        found = struct.unpack_from(">" + "Hh" * count, self.tables["hmtx"])[::2]
        return tuple(width * 1000.0 / self.em for width in found)

    @cached_property
    def em(self) -> int:
        """Units of an em."""
        found: int = struct.unpack_from(">H", self.tables["head"], 18)[0]
        return found

    def width(self, glyph: int) -> float:
        """Return the advance of a glyph, in thousandths of an em."""
        return self.widths[min(glyph, len(self.widths) - 1)]


class Glyph(NamedTuple):
    """One glyph: its number in the face, its place in ems from the line's start (y upwards), what it shows."""

    number: int
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face; of a face that cannot be embedded, closed outlines in ems instead, y downwards."""

    face: Face
    glyphs: tuple[Glyph, ...]
    outlines: tuple[Points, ...] = ()


class Line(NamedTuple):
    """A line of shaped text and its width in ems."""

    runs: tuple[Run, ...]
    width: float


Typesetter = Callable[[str, bool], Line]  # text, and whether it is bold
