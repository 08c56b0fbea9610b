"""Breaks runs of words into lines: between words, and inside those that are wider than a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.paper import Runs

LINK, FAINT = "#0B4A8F", "#55636F"
PIECES: Final = re.compile(r"\n|[^\S\n]+|\S+")

Measure = Callable[[str, bool], float]  # how wide a text is, in ems, and whether it is bold


class Look(NamedTuple):
    """The look of letters: whether they are bold, their colour, and the anchor that they lead to."""

    bold: bool
    colour: str
    link: str = ""


class Piece(NamedTuple):
    """Words in one look, so far from the left of their line, in points."""

    x: float
    text: str
    look: Look


class Line(NamedTuple):
    """One line of text: its pieces, and the size of its letters in points."""

    pieces: tuple[Piece, ...]
    size: float

    @property
    def height(self) -> float:
        """From this line to the next, in points."""
        return self.size * typeface.LINE


Part = tuple[str, Look]


def lines_of(runs: Runs, size: float, look: Look, width: float, measure: Measure) -> Iterator[Line]:
    """Yield runs set in lines no wider than a width; a run may be bold, faint or lead somewhere by itself."""
    setter = _Setter(size, width, measure)
    for part in _parts(runs, look):
        yield from setter.take(part)
    yield from setter.ended()


def _parts(runs: Runs, look: Look) -> Iterator[Part]:
    """Yield words, blanks and ends of lines, each with its look."""
    for run in runs:
        colour = LINK if run.to else FAINT if run.faint else look.colour
        own = Look(look.bold or run.bold, colour, f"#{run.to}" if run.to else "")
        yield from ((text, own) for text in PIECES.findall(run.text))


class _Setter:
    """Gathers words until a line is full; words without a blank between them stay together."""

    def __init__(self, size: float, width: float, measure: Measure) -> None:
        """Begin with an empty line."""
        self._size, self._width, self._measure = size, width, measure
        self._line: list[Part] = []
        self._word: list[Part] = []
        self._used = 0.0

    def take(self, part: Part) -> Iterator[Line]:
        """Take a word, a blank or an end of line, and yield each line that it fills."""
        if not part[0].isspace():
            self._word.append(part)
            return
        yield from self._worded()
        if part[0] == "\n":
            yield self._broken()
        elif self._line:
            self._add(part)

    def ended(self) -> Iterator[Line]:
        """Yield what is left."""
        yield from self._worded()
        if self._line:
            yield self._broken()

    def _worded(self) -> Iterator[Line]:
        """Put the gathered word on the line, or the next one; a word wider than a line is broken."""
        word, self._word = self._word, []
        if self._line and self._used + self._wide(word) > self._width:
            yield self._broken()
        if self._wide(word) > self._width:
            word = [(sign, look) for text, look in word for sign in text]
        for part in word:
            if self._line and self._used + self._wide([part]) > self._width:
                yield self._broken()
            self._add(part)

    def _add(self, part: Part) -> None:
        self._line.append(part)
        self._used += self._wide([part])

    def _wide(self, parts: Iterable[Part]) -> float:
        """Return how wide parts are side by side, in points."""
        return sum(self._measure(text, look.bold) for text, look in parts) * self._size

    def _broken(self) -> Line:
        """Return the line, its words of one look joined, without blanks at its end, and begin the next one."""
        line, self._line, self._used = self._line, [], 0.0
        while line and line[-1][0].isspace():
            line.pop()
        return Line(tuple(self._placed(line)), self._size)

    def _placed(self, line: Sequence[Part]) -> Iterator[Piece]:
        """Yield the pieces of a line side by side."""
        x = 0.0
        for look, parts in groupby(line, key=lambda part: part[1]):
            text = "".join(text for text, _ in parts)
            yield Piece(x, text, look)
            x += self._wide([(text, look)])
