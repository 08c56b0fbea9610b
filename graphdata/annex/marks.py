"""How relations and sources are numbered in the annex, and how their numbers lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphdata.paper import Run


def line_anchor(number: int) -> str:
    """Return the anchor of a line of the map."""
    return f"line-{number}"


def relation_anchor(number: int) -> str:
    """Return the anchor of a relation."""
    return f"relation-{number}"


def source_anchor(number: int) -> str:
    """Return the anchor of a source: the name that the numbers on a map lead to, so that in one file they lead here."""
    return f"note-{number}"


def number_of(number: int) -> Run:
    """Return the number of a relation, leading to its evidence: "R3"."""
    return Run(f"R{number}", to=relation_anchor(number))


def numbers_of(numbers: Iterable[int]) -> Iterator[Run]:
    """Yield the numbers of relations, apart by commas, each leading to its evidence."""
    for rank, number in enumerate(numbers):
        yield from [Run(", ")] if rank else []
        yield number_of(number)


def note_of(number: int) -> Run:
    """Return the number of a source, leading to it: "[3]"."""
    return Run(f"[{number}]", to=source_anchor(number))


def notes_of(numbers: Iterable[int]) -> Iterator[Run]:
    """Yield the numbers of sources, apart by blanks, each leading to its source."""
    for rank, number in enumerate(numbers):
        yield from [Run(" ")] if rank else []
        yield note_of(number)
