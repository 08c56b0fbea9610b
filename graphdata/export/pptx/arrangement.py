"""Where map, legend and sources stand on the first slide: the arrangement that serves the reader best wins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from graphdata.citation import Note
from graphdata.export.pptx.key import Key, laid_out
from graphdata.export.pptx.markup import Box
from graphdata.export.pptx.sources import Listing, listing
from graphdata.export.pptx.stage import Subject, roominess
from graphdata.legend import Entry

ASIDES: Final = (0.24, 0.31)  # shares of the width that sources, or sources and legend, take beside the map
BELOW: Final = 0.25  # share of the height that sources take below it, at most
READABLE: Final = 8.5
COLUMN: Final = 215.0
GUTTER: Final = 14.0
GAP: Final = 9.0
LOWEST: Final = 60.0  # a list of sources lower than this is none


class Plan(NamedTuple):
    """Where map, legend and sources stand."""

    map: Box
    key: Key
    key_at: tuple[float, float]
    listed: Listing | None
    sources: Box

    def listing(self, notes: Sequence[Note]) -> Listing | None:
        """Return those sources alone that some notes name, each as it stands among them all."""
        return self.listed.only(frozenset(note.number for note in notes)) if self.listed else None


def planned(subject: Subject, entries: Sequence[Entry], notes: Sequence[Note], room: Box) -> Plan:
    """Return the arrangement that lists every source legibly and lets the actors stand furthest apart."""
    plans = [_below(subject, entries, notes, room)]
    if notes:
        found = (_beside(subject, entries, notes, room), *(_aside(subject, entries, notes, room, s) for s in ASIDES))
        plans += [plan for plan in found if plan]
    return max(plans, key=lambda plan: (*_legibility(plan.listed), _apart(subject, plan.map)))


def _legibility(listed: Listing | None) -> tuple[float, float]:
    """Return how many sources are not listed, fewer being better, and how large those are that are listed."""
    return (0.0, READABLE) if listed is None else (-float(listed.left), min(listed.size, READABLE))


def _apart(subject: Subject, box: Box) -> float:
    return roominess(subject, (box[2] - box[0], box[3] - box[1]))


def _below(subject: Subject, entries: Sequence[Entry], notes: Sequence[Note], room: Box) -> Plan:
    """Return the arrangement with the sources in columns under the map, and the legend under them."""
    left, top, right, bottom = room
    key = laid_out(entries, right - left)
    lower = bottom - key.high - (GAP if key.parts else 0.0)
    if not notes:
        return Plan((left, top, right, lower), key, (left, bottom - key.high), None, room)
    columns = max(1, int((right - left) // COLUMN))
    listed = listing(subject.view, notes, (right - left, (bottom - top) * BELOW), columns)
    above = lower - listed.high - GAP
    sources = (left, above + GAP, right, lower)
    return Plan((left, top, right, above), key, (left, bottom - key.high), listed, sources)


def _beside(subject: Subject, entries: Sequence[Entry], notes: Sequence[Note], room: Box) -> Plan:
    """Return the arrangement with the sources beside the map and the legend under it."""
    left, top, right, bottom = room
    edge = right - (right - left) * ASIDES[0]
    key = laid_out(entries, edge - GUTTER - left)
    listed = listing(subject.view, notes, (right - edge, bottom - top), 1)
    lower = bottom - key.high - (GAP if key.parts else 0.0)
    return Plan((left, top, edge - GUTTER, lower), key, (left, bottom - key.high), listed, (edge, top, right, bottom))


def _aside(subject: Subject, entries: Sequence[Entry], notes: Sequence[Note], room: Box, share: float) -> Plan | None:
    """Return the arrangement with the legend under the sources, both beside the map, where both find room."""
    left, top, right, bottom = room
    edge = right - (right - left) * share
    key = laid_out(entries, right - edge)
    high = bottom - key.high - GAP - top
    if not entries or high < LOWEST or key.wide > right - edge:
        return None
    listed = listing(subject.view, notes, (right - edge, high), 1)
    return Plan(
        (left, top, edge - GUTTER, bottom), key, (edge, bottom - key.high), listed, (edge, top, right, top + high)
    )
