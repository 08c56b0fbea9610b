"""Where map, legend and sources stand on the first slide: the arrangement that serves the reader best wins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product
from typing import Final, NamedTuple

from graphdata import typeface
from graphdata.citation import Note
from graphdata.citing import Citing, Form
from graphdata.export.pptx.key import Key, in_column, laid_out
from graphdata.export.pptx.markup import Box
from graphdata.export.pptx.sources import Listing, listing, unlisted
from graphdata.export.pptx.stage import LEGIBLE, Subject, fullness, lettering, roominess
from graphdata.legend import Entry

ASIDES: Final = (0.24, 0.31)  # shares of the width that sources, or sources and legend, take beside the map
COLUMNS: Final = (1, 2)  # in which sources stand beside the map
SMALL_PRINT: Final = 0.08  # what a point by which sources are too small to read costs, as a share of the map
TERSE: Final = {Form.SPARE: 0.02, Form.BARE: 0.06, Form.LEAST: 0.15}  # what citations cost that leave much unsaid
BROKEN: Final = 1.25  # lines for each source, on average
NARROW: Final = 0.045  # and columns in which most sources are broken
LEFT_OUT: Final = 0.4  # and what it costs if none of them finds a place on the slide
CRAMPED: Final = 0.4  # share of its room that actors with the smallest labels take, on a map that nobody could read
BELOW: Final = 0.25  # share of the height that sources take below it, at most
READABLE: Final = 8.5
COLUMN: Final = 215.0
GUTTER: Final = 14.0
GAP: Final = 9.0
ROOMIER: Final = 1.03  # times as far apart: for less no source leaves the slide
OTHERS: Final = 1  # arrangements with all sources that are tried for a map that covers something in the best one
OTHERWISE: Final = 8.0  # points
LOWEST: Final = 60.0  # a list of sources lower than this is none


class Plan(NamedTuple):
    """Where map, legend and sources stand."""

    map: Box
    key: Key
    key_at: tuple[float, float]
    listed: Listing | None
    sources: Box

    @property
    def lists_all(self) -> bool:
        """Whether no source is left to slides of their own."""
        return self.listed is None or not self.listed.left

    def listing(self, notes: Sequence[Note]) -> Listing | None:
        """Return those sources alone that some notes name, each as it stands among them all."""
        return self.listed.only(frozenset(note.number for note in notes)) if self.listed else None


def planned(subject: Subject, entries: Sequence[Entry], notes: Sequence[Note], room: Box) -> tuple[Plan, ...]:
    """Return the arrangements, best first: that which lists every source and lets actors stand furthest apart wins.

    Where that leaves the map no room in which it could be read, the sources are left to their own slides. The others
    are for a map that finds no place in the first without covering something: they give it rooms of other shapes.
    """
    citing = Citing([subject.view], notes)
    plans = [_below(entries, citing, room)]
    if not notes:
        return tuple(plans)
    asides = product(ASIDES, COLUMNS)
    found = [make(entries, citing, room, *each) for each in asides for make in (_beside, _under, _aside)]
    plans += [plan for plan in found if plan]
    best, *rest = sorted(plans, key=lambda plan: _worth(subject, plan, len(notes)), reverse=True)
    bare = max(_elsewhere(entries, len(notes), room), key=lambda plan: _legible(subject, plan.map))
    if _is_better(subject, bare, best):
        return bare, best
    whole = (plan for plan in rest if plan.lists_all >= best.lists_all and _differs(plan.map, best.map))
    return best, *islice(whole, OTHERS), bare


def _differs(one: Box, other: Box) -> bool:
    """Return whether two rooms differ enough for a map to lie otherwise in them."""
    return any(abs(a - b) > OTHERWISE for a, b in zip(_room(one), _room(other), strict=True))


def _is_better(subject: Subject, bare: Plan, best: Plan) -> bool:
    """Return whether a map that nobody could read beside the sources is easier to read without them."""
    if _apart(subject, bare.map) < ROOMIER * _apart(subject, best.map):
        return False
    if fullness(subject, _room(best.map)) > CRAMPED:
        return True
    scale = lettering(subject, _room(best.map))
    return scale < LEGIBLE and lettering(subject, _room(bare.map)) > scale


def _legible(subject: Subject, box: Box) -> tuple[float, float]:
    """Return how large labels can be in a room, and how far apart actors stand in it."""
    return lettering(subject, _room(box)), _apart(subject, box)


def _elsewhere(entries: Sequence[Entry], notes: int, room: Box) -> list[Plan]:
    """Return the arrangements that give the map all the room but the legend's, below or beside it.

    The sources are on slides of their own alone.
    """
    left, top, right, bottom = room
    key, listed = laid_out(entries, right - left), unlisted(notes)
    lower = bottom - key.high - (GAP if key.parts else 0.0)
    above = lower - listed.high
    plans = [Plan((left, top, right, above - GAP), key, (left, bottom - key.high), listed, (left, above, right, lower))]
    column = in_column(entries)
    said = bottom - listed.high * len(typeface.wrap(listed.left_in_words, column.wide, listed.size))
    if column.parts and top + column.high + GAP <= said:
        edge = right - column.wide
        plans.append(Plan((left, top, edge - GUTTER, bottom), column, (edge, top), listed, (edge, said, right, bottom)))
    return plans


def _broken(listed: Listing) -> bool:
    """Return whether columns are so narrow that most sources are broken into lines: one column reads better."""
    lines = [item.lines for column in listed.columns for item in column]
    return len(listed.columns) > 1 and sum(lines) > BROKEN * len(lines)


def _worth(subject: Subject, plan: Plan, notes: int) -> tuple[bool, float]:
    """Return whether all sources are listed, and how far apart actors stand; small print, few words are worth less."""
    apart, listed = _apart(subject, plan.map), plan.listed
    if listed is None:
        return True, apart
    small = SMALL_PRINT * max(0.0, READABLE - listed.size) + NARROW * _broken(listed) + TERSE.get(listed.form, 0.0)
    return not listed.left, apart * (1.0 - small - LEFT_OUT * listed.left / notes)


def _apart(subject: Subject, box: Box) -> float:
    return roominess(subject, _room(box))


def _room(box: Box) -> tuple[float, float]:
    """Return width and height of a box."""
    return (box[2] - box[0], box[3] - box[1])


def _below(entries: Sequence[Entry], citing: Citing, room: Box) -> Plan:
    """Return the arrangement with the sources in columns under the map, and the legend under them."""
    left, top, right, bottom = room
    key = laid_out(entries, right - left)
    lower = bottom - key.high - (GAP if key.parts else 0.0)
    if not citing.notes:
        return Plan((left, top, right, lower), key, (left, bottom - key.high), None, room)
    columns = max(1, int((right - left) // COLUMN))
    listed = listing(citing, (right - left, (bottom - top) * BELOW), columns)
    above = lower - listed.high - GAP
    sources = (left, above + GAP, right, lower)
    return Plan((left, top, right, above), key, (left, bottom - key.high), listed, sources)


def _beside(entries: Sequence[Entry], citing: Citing, room: Box, share: float, columns: int) -> Plan:
    """Return the arrangement with the sources beside the map and the legend under it."""
    left, top, right, bottom = room
    edge = right - (right - left) * share
    key = laid_out(entries, edge - GUTTER - left)
    listed = listing(citing, (right - edge, bottom - top), columns)
    lower = bottom - key.high - (GAP if key.parts else 0.0)
    return Plan((left, top, edge - GUTTER, lower), key, (left, bottom - key.high), listed, (edge, top, right, bottom))


def _under(entries: Sequence[Entry], citing: Citing, room: Box, share: float, columns: int) -> Plan | None:
    """Return the arrangement with the sources beside the map and the legend, all the lower, under both."""
    left, top, right, bottom = room
    key, edge = laid_out(entries, right - left), right - (right - left) * share
    lower = bottom - key.high - GAP
    if not entries or lower - top < LOWEST:
        return None
    listed = listing(citing, (right - edge, lower - top), columns)
    return Plan((left, top, edge - GUTTER, lower), key, (left, bottom - key.high), listed, (edge, top, right, lower))


def _aside(entries: Sequence[Entry], citing: Citing, room: Box, share: float, columns: int) -> Plan | None:
    """Return the arrangement with the legend under the sources, both beside the map, where both find room."""
    left, top, right, bottom = room
    edge = right - (right - left) * share
    key = laid_out(entries, right - edge)
    high = bottom - key.high - GAP - top
    if not entries or high < LOWEST or key.wide > right - edge:
        return None
    listed = listing(citing, (right - edge, high), columns)
    return Plan(
        (left, top, edge - GUTTER, bottom), key, (edge, bottom - key.high), listed, (edge, top, right, top + high)
    )
