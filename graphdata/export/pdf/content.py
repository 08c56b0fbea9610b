"""The marks of a page as the operators of PDF; on the way, where its links are and what they may lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from graphdata import typeface
from graphdata.drawing import Disc, Drawing, Group, Mark, Points, Polygon, Strokes, Words, flat
from graphdata.export.beziers import fitted
from graphdata.export.pdf.resources import Resources
from graphdata.export.pdf.shaping import Glyph, Line, Run, Typesetter
from graphdata.export.pdf.structure import Tag
from graphdata.export.pdf.tagging import parts_of
from graphdata.export.svg_data import hundredths, number
from graphdata.scene import Box

ROUND: Final = 0.5523  # handle of a quarter circle, as a share of its radius
REUSED: Final = 40  # letters of a shape from which on it is kept by itself
UNEVEN: Final = 3.0  # thousandths of an em from which on a glyph is moved
SHARES: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True)
class Page:
    """The operators of a page, the boxes of its links with what they lead to, where its named groups begin, its parts.

    The number of a part is that of its marked content.
    """

    operators: bytes
    links: tuple[tuple[Box, str], ...]
    places: dict[str, tuple[float, float]]
    parts: tuple[Tag, ...]


def page_of(drawing: Drawing, resources: Resources, typeset: Typesetter, levels: Mapping[str, int]) -> Page:
    """Return a drawing as a page, in the drawing's own points, y downwards; groups of some ids are headings."""
    pen = _Pen(resources, typeset, _curves(drawing.items))
    pen.background(drawing)
    parts = list(parts_of(drawing, levels))
    for rank, part in enumerate(parts):
        pen.lines.append(f"/{part.role}<</MCID {rank}>>BDC")
        pen.marks(part.marks)
        pen.lines.append("EMC")
    return Page("\n".join(pen.lines).encode(), tuple(pen.links), pen.places, tuple(Tag(*each[:3]) for each in parts))


def _curves(items: tuple[Mark, ...]) -> dict[int, list[Points]]:
    """Return the curves of all bent lines, by mark."""
    bent = [mark for mark in flat(items) if isinstance(mark, Strokes) and mark.path is not None]
    curves = fitted([mark.path for mark in bent if mark.path is not None])
    return {id(mark): curve for mark, curve in zip(bent, curves, strict=True)}


@dataclass(slots=True)
class _Pen:
    """Writes marks; says a colour, a width or a face only where it changes."""

    resources: Resources
    typeset: Typesetter
    curves: dict[int, list[Points]]
    lines: list[str] = field(default_factory=lambda: ["1 j"])
    links: list[tuple[Box, str]] = field(default_factory=list)
    places: dict[str, tuple[float, float]] = field(default_factory=dict)
    state: dict[str, str] = field(default_factory=dict)

    def say(self, key: str, operators: str) -> None:
        """Write operators that set something, unless it is so already."""
        if self.state.get(key) != operators:
            self.state[key] = operators
            self.lines.append(operators)

    def background(self, drawing: Drawing) -> None:
        """Fill the page, where it has a background."""
        if drawing.background:
            self.say("fill", f"{_colour(drawing.background)} rg")
            self.lines.append(f"/Artifact BMC 0 0 {number(drawing.width)} {number(drawing.height)} re f EMC")

    def marks(self, marks: Iterable[Mark]) -> None:
        """Write marks in their order."""
        for mark in marks:
            if isinstance(mark, Group):
                self._group(mark)
            elif isinstance(mark, Strokes):
                self._strokes(mark)
            elif isinstance(mark, Polygon):
                self._polygon(mark)
            elif isinstance(mark, Disc):
                self._shape(_circle(mark.radius), (mark.x, mark.y), mark)
            else:
                self._words(mark)

    def _group(self, group: Group) -> None:
        """Write a group, and remember where its first words stand."""
        words = next((mark for mark in flat(group.items) if isinstance(mark, Words)), None)
        if words is not None and group.id:
            self.places.setdefault(group.id.replace(" ", "-"), (words.x, words.y - words.size * typeface.LINE))
        self.marks(group.items)

    def _strokes(self, mark: Strokes) -> None:
        """Write a line, as curves where it is bent, dashed where it is."""
        dash = f"[{number(mark.dash[0])} {number(mark.dash[1])}]0 d" if mark.dash[1] else "[]0 d"
        self._line(mark.colour, mark.width, dash, 1 if mark.round_cap else 0)
        self._opacity(mark.opacity)
        curves = self.curves.get(id(mark)) or mark.segments.reshape(-1, 2, 2)
        self.lines.append(f"{_run(curves)}S")

    def _line(self, colour: str, width: float, dash: str = "[]0 d", cap: int = 0) -> None:
        """Set colour, width, pattern and ends of a line."""
        self.say("line", f"{_colour(colour)} RG")
        self.say("width", f"{number(width)} w")
        self.say("dash", dash)
        self.say("cap", f"{cap} J")

    def _opacity(self, value: float) -> None:
        if value < 1.0 or "opacity" in self.state:
            self.say("opacity", f"/{self.resources.opacity(value)} gs")

    def _polygon(self, mark: Polygon) -> None:
        """Write an outline."""
        rows = mark.points.tolist()
        (x, y), rest = rows[0], rows[1:]
        if len(rows) == 4 and rows[0][1] == rows[1][1] and rows[1][0] == rows[2][0] and rows[2][1] == rows[3][1]:
            data = f"0 0 {_pair((rows[2][0] - x, rows[2][1] - y))} re"
        else:
            data = " ".join(["0 0 m", *(f"{_pair((at[0] - x, at[1] - y))} l" for at in rest), "h"])
        self._shape(data, (x, y), mark)

    def _shape(self, data: str, place: tuple[float, float], look: Polygon | Disc) -> None:
        """Write a closed shape at its place; one of many letters is kept by itself and called by its name."""
        if look.fill:
            self.say("fill", f"{_colour(look.fill)} rg")
        lined = bool(look.line and look.width)
        if lined:
            self._line(look.line, look.width)
        self._opacity(look.opacity if isinstance(look, Polygon) else 1.0)
        operators = f"{data} {'B' if look.fill and lined else 'f' if look.fill else 'S'}"
        name = self.resources.form(operators) if len(operators) > REUSED else ""
        self.lines.append(f"q 1 0 0 1 {_pair(place)} cm {f'/{name} Do' if name else operators} Q")

    def _words(self, mark: Words) -> None:
        """Write a line of text, and remember where it leads."""
        line = self.typeset(mark.text, mark.bold)
        left = mark.x - SHARES[mark.anchor] * line.width * mark.size
        self.say("fill", f"{_colour(mark.colour)} rg")
        self._opacity(1.0)
        self.lines += self._set(line, left, mark)
        if mark.link:
            top, bottom = mark.y - typeface.ASCENT * mark.size, mark.y + typeface.DESCENT * mark.size
            self.links.append(((left, top, left + line.width * mark.size, bottom), mark.link))

    def _set(self, line: Line, left: float, mark: Words) -> Iterator[str]:
        """Yield the operators of a line of text."""
        for run in line.runs:
            for outline in run.outlines:
                rows = (outline * mark.size + [left, mark.y]).tolist()
                yield f"{_pair(rows[0])} m {' '.join(f'{_pair(each)} l' for each in rows[1:])} h f"
            if run.glyphs:
                yield self._glyphs(run, left, mark)

    def _glyphs(self, run: Run, left: float, mark: Words) -> str:
        """Return the operators of glyphs of one face, those of one height together."""
        parts = [f"BT /{self.resources.face(run.face, run.glyphs)} {number(mark.size)} Tf"]
        for level in _levels(run.glyphs):
            x, y = left + level[0].x * mark.size, mark.y - level[0].y * mark.size
            parts.append(f"1 0 0 -1 {_pair((x, y))} Tm [{''.join(_spaced(run, level))}]TJ")
        return " ".join([*parts, "ET"])


def _levels(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield glyphs that follow each other at one height."""
    level: list[Glyph] = []
    for glyph in glyphs:
        if level and abs(glyph.y - level[0].y) > 0.002:
            yield level
            level = []
        level.append(glyph)
    if level:
        yield level


def _spaced(run: Run, glyphs: Sequence[Glyph]) -> Iterator[str]:
    """Yield the numbers of glyphs in hexadecimal, moved where they do not simply follow each other."""
    pen, open_ = glyphs[0].x * 1000.0, False
    for glyph in glyphs:
        moved = glyph.x * 1000.0 - pen
        if abs(moved) > UNEVEN:
            yield f"{'>' if open_ else ''}{-moved:.0f}"
            pen, open_ = glyph.x * 1000.0, False
        yield f"{'' if open_ else '<'}{glyph.number:04X}"
        pen, open_ = pen + run.face.width(glyph.number), True
    yield ">"


def _run(curves: Sequence[Points] | Points) -> str:
    """Return curves and straight pieces, those that touch joined."""
    parts: list[str] = []
    last = ""
    for curve in curves:
        first, *rest = [_pair(row) for row in curve.tolist()]
        if first != last:
            parts.append(f"{first} m ")
        last = rest[-1]
        parts.append(" ".join(rest) + (" c " if len(rest) == 3 else " l "))
    return "".join(parts)


@lru_cache(maxsize=256)
def _circle(radius: float) -> str:
    """Return a circle about the origin."""
    r, h = number(radius), number(radius * ROUND)
    return (
        f"{r} 0 m {r} {h} {h} {r} 0 {r} c -{h} {r} -{r} {h} -{r} 0 c "
        f"-{r} -{h} -{h} -{r} 0 -{r} c {h} -{r} {r} -{h} {r} 0 c h"
    )


def _pair(place: Sequence[float]) -> str:
    x, y = place
    return f"{hundredths(round(x * 100.0))} {hundredths(round(y * 100.0))}"


@lru_cache(maxsize=256)
def _colour(name: str) -> str:
    """Return red, green and blue as shares."""
    return " ".join(number(int(name[at : at + 2], 16) / 255.0) for at in (1, 3, 5))
