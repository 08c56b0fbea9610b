"""How far a page of the evidence panel was read: where it was scrolled to, and which of its sections were open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.panels.section import Section

DEEPEST = 4  # sections inside of one another
Name = tuple[str, int]  # the heading of a section, and how many of it stand before


class Reading(NamedTuple):
    """A place in a page and the sections that were open or closed there."""

    place: int = 0
    sections: tuple[tuple[Name, bool], ...] = ()


def reading_of(page: QWidget, place: int) -> Reading:
    """Return how far a page has been read."""
    return Reading(place, tuple((name, section.is_open) for name, section in _named(page)))


def resume(page: QWidget, reading: Reading) -> None:
    """Open and close the sections of a page as they were; those inside of others come with these."""
    wanted = dict(reading.sections)
    for _ in range(DEEPEST):
        for name, section in _named(page):
            if name in wanted:
                section.button.setChecked(wanted[name])


def _named(page: QWidget) -> Iterator[tuple[Name, Section]]:
    """Yield the sections there are, each with its name."""
    seen: Counter[str] = Counter()
    for section in page.findChildren(Section):
        heading = section.button.accessibleName()
        yield (heading, seen[heading]), section
        seen[heading] += 1
