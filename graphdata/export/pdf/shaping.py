"""What a PDF has to know of text: which glyphs of which face, and where; whoever can shape text makes these values."""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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


def in_reading_order(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs from left to right; one that goes on behind a letter of another face is parted there.

    Whoever has the line read to them else hears the letter behind what follows it.
    """
    starts = sorted(map(_start, runs))
    pieces = [piece for run in runs for piece in _parted(run, starts)]
    return tuple(sorted(pieces, key=_start))


def _start(run: Run) -> float:
    """Return where the leftmost glyph or outline of a run stands."""
    glyphs = [glyph.x for glyph in run.glyphs]
    return min([*glyphs, *(float(outline[:, 0].min()) for outline in run.outlines)], default=0.0)


def _parted(run: Run, starts: Sequence[float]) -> Iterator[Run]:
    """Yield the pieces of a run between which another one starts."""
    glyphs, begun = run.glyphs, 0
    for at in range(1, len(glyphs)):
        if bisect_right(starts, glyphs[at - 1].x) < bisect_left(starts, glyphs[at].x):
            yield replace(run, glyphs=glyphs[begun:at])
            begun = at
    yield replace(run, glyphs=glyphs[begun:])


Typesetter = Callable[[str, bool], Line]  # text, and whether it is bold
