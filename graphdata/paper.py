"""A document as plain values: headings, paragraphs, facts and tables, with links inside; every writer says the same.

Text is text: no writer reads markup in it. An anchor is a name within the document: letters, digits, hyphens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Look = Literal["text", "fact", "lead", "small", "item"]


class Run(NamedTuple):
    """Some words in one look; to is the anchor that they lead to, an empty string where they lead nowhere."""

    text: str
    bold: bool = False
    faint: bool = False
    to: str = ""


Runs = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading of a level from 1 to 4, and the anchor that others lead to."""

    level: int
    text: str
    anchor: str = ""


class Paragraph(NamedTuple):
    """A paragraph: plain, a fact or a lead that stay with what follows, small print, or an item of a list."""

    runs: Runs
    look: Look = "text"


class Row(NamedTuple):
    """One row of a table: for each cell its paragraphs."""

    cells: tuple[tuple[Runs, ...], ...]


class Table(NamedTuple):
    """A table with a name for those who cannot see it, a head that is repeated, and the shares of its columns."""

    name: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[Row, ...]


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document: what stands on every page, what the file says of itself, and its blocks."""

    title: str
    subject: str
    keywords: str
    marking: str
    foot: str
    blocks: tuple[Block, ...]
    remark: str = ""


def plain(text: str, look: Look = "text") -> Paragraph:
    """Return a paragraph in one look."""
    return Paragraph((Run(text),), look)


def headed(heading: str, *rest: Run | str, look: Look = "text") -> Paragraph:
    """Return a paragraph with its heading run in."""
    said = (each if isinstance(each, Run) else Run(each) for each in rest)
    return Paragraph((Run(f"{heading}: ", bold=True), *said), look)


def tabled(name: str, columns: Sequence[tuple[str, float]], rows: Iterable[Row]) -> Table:
    """Return a table whose columns are given as heads with their shares."""
    return Table(name, tuple(head for head, _ in columns), tuple(share for _, share in columns), tuple(rows))


def cell(*lines: str | Runs) -> tuple[Runs, ...]:
    """Return a cell of paragraphs; empty ones are left out."""
    return tuple((Run(line),) if isinstance(line, str) else line for line in lines if line)


def anchors_in(paper: Paper) -> tuple[str, ...]:
    """Return every anchor, in the order in which they stand."""
    return tuple(block.anchor for block in paper.blocks if isinstance(block, Heading) and block.anchor)


def links_in(paper: Paper) -> tuple[str, ...]:
    """Return every anchor that words lead to, as often as they do."""
    return tuple(run.to for block in paper.blocks for run in runs_in(block) if run.to)


def text_of(paper: Paper) -> str:
    """Return all words, a line for each heading, paragraph and paragraph of a cell."""
    return "\n".join(line for block in paper.blocks for line in _lines(block))


def runs_in(block: Block) -> Iterator[Run]:
    """Yield the words of a block that is no heading."""
    for runs in _paragraphs(block):
        yield from runs


def _paragraphs(block: Block) -> Iterator[Runs]:
    if isinstance(block, Paragraph):
        yield block.runs
    elif isinstance(block, Table):
        yield from (runs for row in block.rows for each in row.cells for runs in each)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Table):
        yield "\t".join(block.heads)
    yield from ("".join(run.text for run in runs) for runs in _paragraphs(block))
