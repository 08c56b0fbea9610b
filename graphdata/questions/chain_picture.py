"""The reporting behind a relation as a drawing: origins on the left, the documents in hand on the right.

Told apart without colour: an origin has a heavy frame, a copy a double one, a station in a circle a dashed one, and
where no origin is stated the frame is dotted. A report against the relation comes along a dashed line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from graphdata import curves, shapes
from graphdata.drawing import Drawing, Group, Mark, Points, Polygon, Strokes, Words
from graphdata.questions.columns import rows_of
from graphdata.questions.reporting import Passage, Reporting, Station
from graphdata.style import Theme
from graphdata.typeface import ASCENT, LINE, cut, width, wrap

BOX: Final = (150.0, 46.0)  # width and height of a station, in points
GAP: Final = (84.0, 16.0)  # between columns, and between stations of one column
MARGIN: Final = 14.0
LABEL: Final = 10.0  # sizes of type, in points
SMALL: Final = 8.0
HEAD: Final = 7.0
DASH: Final = {"loop": (6.0, 4.0), "unstated": (1.5, 3.0)}

Place = tuple[float, float]


def chain_picture(found: Reporting, theme: Theme) -> Drawing:
    """Return the drawing of the reporting behind a relation, as large as it needs to be."""
    depth = {each.id: each.depth for each in found.stations}
    rows = rows_of(depth, ((each.start, each.end) for each in found.passages))
    places = {each: _place(depth[each], rows.row[each], rows.height) for each in depth}
    items: list[Mark] = []
    for passage in found.passages:
        passed = rows.passing[passage.start, passage.end]
        stops = [_place(depth[passage.start] + at, row, rows.height) for at, row in enumerate(passed, start=1)]
        items.append(_arrow(passage, places, stops, theme))
    items += [_station(each, places[each.id], theme) for each in found.stations]
    columns = max(depth.values(), default=0) + 1
    across = 2 * MARGIN + columns * BOX[0] + (columns - 1) * GAP[0]
    height = 2 * MARGIN + rows.height * BOX[1] + max(0, rows.height - 1) * GAP[1]
    return Drawing(across, height, theme.map.background, tuple(items), f"Who got it from whom: {found.sentence}")


def _place(column: int, row: float, height: int) -> Place:
    """Return the upper left corner of what stands in a column and a row; rows count from the middle."""
    return MARGIN + column * (BOX[0] + GAP[0]), MARGIN + (row + (height - 1) / 2.0) * (BOX[1] + GAP[1])


def _station(station: Station, place: Place, theme: Theme) -> Group:
    """Return a station: its frame, its name, and what is known of it."""
    left, top = place
    inner = BOX[0] - 14.0
    lines = wrap(station.label, inner, LABEL, station.is_origin, 2)
    baseline = top + (BOX[1] - (len(lines) * LABEL + SMALL) * LINE) / 2.0
    words: list[Mark] = [
        Words(left + 7.0, baseline + LABEL * (ASCENT + row * LINE), line, LABEL, theme.map.ink, station.is_origin)
        for row, line in enumerate(lines)
    ]
    below = baseline + len(lines) * LABEL * LINE + SMALL * ASCENT
    words.append(Words(left + 7.0, below, cut(known_of(station), inner, SMALL), SMALL, theme.map.faint))
    return Group(station.id, f"{station.label}: {known_of(station)}", (*_frame(station, place, theme), *words))


def known_of(station: Station) -> str:
    """Return what a reader should know of a station, in words."""
    kinds = {"document": "", "actor": "speaker", "named": "named, no record", "unstated": "the text names nobody"}
    read = ("read" if station.read else "not read") if station.kind == "document" else ""
    grade = f"grade {station.letter}" if station.letter else ""
    marks = (("origin", station.is_origin), ("circular", station.in_loop), ("a copy", station.is_copy))
    said = [*(word for word, on in marks if on), kinds[station.kind], read, grade]
    return ", ".join(each for each in said if each)


def _frame(station: Station, place: Place, theme: Theme) -> Iterator[Mark]:
    """Yield the frame of a station: heavy, double, dashed, dotted or plain."""
    left, top = place
    outline = shapes.box(left, top, left + BOX[0], top + BOX[1])
    broken = DASH["loop"] if station.in_loop else DASH["unstated"] if station.kind == "unstated" else None
    yield Polygon(outline, theme.map.plate)
    if broken:
        closed = np.vstack([outline, outline[:1]])
        yield Strokes(curves.dashes(closed, *broken), theme.map.ink, 1.2)
        return
    yield Polygon(outline, "", theme.map.ink, 2.2 if station.is_origin else 0.9)
    if station.is_copy:
        yield Polygon(shapes.box(left + 3, top + 3, left + BOX[0] - 3, top + BOX[1] - 3), "", theme.map.ink, 0.9)


def _arrow(passage: Passage, places: Mapping[str, Place], stops: Sequence[Place], theme: Theme) -> Group:
    """Return the arrow of a handing-on with the number of claims that came that way, where there are several."""
    path = _path(places[passage.start], places[passage.end], stops)
    along = path[-1] - path[-2]
    against = passage.stances == ("contradicts",)
    shaft = curves.dashes(path, 5.0, 4.0) if against else curves.segments(path)
    head = curves.arrowhead(path[-1], along / max(float(np.hypot(*along)), 1e-9), HEAD)
    marks: list[Mark] = [Strokes(shaft, theme.map.ink, 1.1), Polygon(head, theme.map.ink)]
    if len(passage.claims) > 1:
        marks += _count(len(passage.claims), path[0], theme)
    return Group(f"{passage.start}>{passage.end}", ", ".join((*passage.stances, *passage.how)), tuple(marks))


def _path(start: Place, end: Place, stops: Sequence[Place]) -> Points:
    """Return the way of an arrow from side to side, through the rows that it holds; down, within a column."""
    if end[0] <= start[0]:
        tail, tip, bend = _shifted(start, 0.5, 1.0), _shifted(end, 0.5, 0.0), np.array([0.0, GAP[1]])
        return curves.cubic(tail, tail + bend, tip - bend, tip)
    sides = [_shifted(start, 1.0, 0.5)]
    for stop in stops:
        sides += [_shifted(stop, 0.0, 0.5), _shifted(stop, 1.0, 0.5)]
    sides.append(_shifted(end, 0.0, 0.5))
    bend = np.array([GAP[0] / 2.0, 0.0])
    parts = [curves.cubic(one, one + bend, other - bend, other) for one, other in _pairs(sides)]
    return np.vstack(parts)


def _shifted(place: Place, across: float, down: float) -> Points:
    """Return a point of a box, by its shares of width and height from the upper left corner."""
    return np.array([place[0] + across * BOX[0], place[1] + down * BOX[1]])


def _pairs(points: Sequence[Points]) -> Iterator[tuple[Points, Points]]:
    """Yield the first and second point, the third and fourth, and so on."""
    yield from zip(points[::2], points[1::2], strict=True)


def _count(claims: int, tail: Points, theme: Theme) -> tuple[Mark, Mark]:
    """Return how many claims came that way, on a plate beside the tail of the arrow."""
    words = f"{claims} claims"
    left, middle = float(tail[0]) + 6.0, float(tail[1])
    room = width(words, SMALL) + 4.0
    plate = shapes.box(left, middle - SMALL * 0.7, left + room, middle + SMALL * 0.7)
    return Polygon(plate, theme.map.background), Words(left + 2.0, middle + SMALL * 0.35, words, SMALL, theme.map.faint)
