"""From a view to a crowd, in steps of one or two milliseconds: a window stays awake while 100,000 actors are taken in.

Each function yields after a step, and returns what it has made at the end (so that it is called by `yield from`).
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping, Sequence
from itertools import chain
from typing import Final

import numpy as np

from graphdata import style
from graphdata.batch.batch import DOMAIN_CODES, KIND_CODES
from graphdata.crowd.crowd import Box, Bytes, Cast, Crowd, Ends, Floats, Ints, Singles, Strands, box_of
from graphdata.places import Place
from graphdata.ties import Tie
from graphdata.view import View

STEP: Final = 700  # actors or lines taken in at a time
BULK: Final = 20_000  # rows of arrays worked on at a time
TOP: Final = 2**16 - 1  # importance is told apart in so many steps: numpy sorts short integers by radix
RELATIONS: Final = 15  # lines that hold more relations are all equally important


def gathered(
    view: View, ties: Sequence[Tie], positions: Mapping[str, Place], pins: Collection[str]
) -> Generator[None, None, Crowd]:
    """Return the crowd of a view: its actors that have a place, and the lines between them."""
    cast = yield from cast_of(view, positions)
    strands = yield from strands_of(ties, cast)
    return (yield from placed(cast, strands, positions, pins))


def cast_of(view: View, positions: Mapping[str, Place]) -> Generator[None, None, Cast]:
    """Return the actors that have a place, most relations first."""
    degree, actors, counts = view.network.degree, [], []
    for first in range(0, len(view.actors), STEP):
        part = [actor for actor in view.actors[first : first + STEP] if actor.id in positions]
        actors += part
        counts += [degree.get(actor.id, 0) for actor in part]
        yield
    related = np.array(counts, dtype=np.int64)
    order = _first(related)
    row: dict[str, int] = {}
    ordered, radii, kinds = [], np.empty(len(order), np.float32), np.empty(len(order), np.uint8)
    for first in range(0, len(order), STEP):
        last = first + STEP
        part = [actors[place] for place in order[first:last].tolist()]
        ordered += part
        row.update(zip((actor.id for actor in part), range(first, last), strict=False))
        radii[first:last] = [style.radius_of(actor.kind, degree.get(actor.id, 0)) for actor in part]
        kinds[first:last] = [KIND_CODES[actor.kind] for actor in part]
        yield
    return Cast(tuple(ordered), row, radii, kinds, related[order])


def _first(importance: Ints | Ends) -> Ints:
    """Return the rows in the order of their importance, the most important first."""
    rest = np.clip(TOP - importance, 0, TOP).astype(np.uint16)
    return np.argsort(rest, kind="stable")


def strands_of(ties: Sequence[Tie], cast: Cast) -> Generator[None, None, Strands]:
    """Return the lines whose ends are both there: most relations first, then the surest, then between the related."""
    ends: Ends = np.empty((2, len(ties)), dtype=np.int32)
    looks: Bytes = np.empty((6, len(ties)), dtype=np.uint8)
    for first in range(0, len(ties), STEP):
        part = slice(first, first + STEP)
        ends[:, part], looks[:, part] = _ends(ties[part], cast.row), _looks(ties[part])
        yield
    order = yield from _order(ends, looks, cast)
    giver, receiver = (column[order] for column in ends)
    yield
    domain, level, mutual, hostile, badges, held = (column[order] for column in looks)
    del ends, looks
    yield
    kept: list[Tie] = []
    for first in range(0, len(order), STEP * 8):
        kept += [ties[place] for place in order[first : first + STEP * 8].tolist()]
        yield
    del order
    low, high = np.minimum(giver, receiver), np.maximum(giver, receiver)
    yield
    ranks, counts = yield from _parallel(low, high)
    widths = np.array([style.line_width(number) for number in range(RELATIONS + 1)], dtype=np.float32)
    return Strands(
        tuple(kept), np.column_stack([giver, receiver]), domain, level, mutual > 0, hostile > 0, badges, widths[held],
        ranks, counts,
    )  # fmt: skip


def _order(ends: Ends, looks: Bytes, cast: Cast) -> Generator[None, None, Ints]:
    """Return the rows of lines with both ends, the most important first."""
    there = np.flatnonzero((ends[0] >= 0) & (ends[1] >= 0))
    yield
    related = np.minimum(cast.related, 1023).astype(np.float32)
    reach = np.sqrt(related[ends[0, there]] * related[ends[1, there]]).astype(np.int32)
    yield
    reach += looks[5, there].astype(np.int32) * 4096
    reach += looks[1, there].astype(np.int32) * 1024
    yield
    order = _first(reach)
    yield
    return there[order]


def _ends(ties: Sequence[Tie], row: Mapping[str, int]) -> Ends:
    """Return the rows of givers and receivers; -1 for who is not there."""
    return np.array([[row.get(tie.giver, -1) for tie in ties], [row.get(tie.receiver, -1) for tie in ties]], np.int32)


def _looks(ties: Sequence[Tie]) -> Bytes:
    """Return lines as numbers: domain, level, mutual, hostile, badges, relations up to the most that matter."""
    columns = (
        [DOMAIN_CODES[tie.domain] for tie in ties],
        [tie.level for tie in ties],
        [tie.mutual for tie in ties],
        [tie.hostile for tie in ties],
        [tie.contested + 2 * tie.single_origin + 4 * tie.dated + 8 * tie.assessed_only for tie in ties],
        [min(len(tie.relations), RELATIONS) for tie in ties],
    )
    return np.array(columns, dtype=np.uint8)


def _parallel(low: Ends, high: Ends) -> Generator[None, None, tuple[Ends, Ends]]:
    """Return which of the lines of its pair each line is, and how many its pair has.

    Pairs are brought together by sorting 16 bits at a time: quicker than 64 at once, and in steps.
    """
    order = np.arange(len(low))
    for key in (high & TOP, high >> 16, low & TOP, low >> 16):
        short = key.astype(np.uint16)[order]
        yield
        ranked = np.argsort(short, kind="stable")
        yield
        order = order[ranked]
        yield
    one, other = low[order], high[order]
    changed = (one[1:] != one[:-1]) | (other[1:] != other[:-1])
    begins = np.concatenate([[0], np.flatnonzero(changed) + 1])[: len(low)]
    yield
    sizes = np.diff(np.concatenate([begins, [len(low)]]))
    ranks, counts = np.empty(len(low), np.int32), np.empty(len(low), np.int32)
    rank = np.arange(len(low)) - np.repeat(begins, sizes)
    yield
    ranks[order] = rank
    yield
    counts[order] = np.repeat(sizes, sizes)
    yield
    return ranks, counts


def placed(
    cast: Cast, strands: Strands, positions: Mapping[str, Place], pins: Collection[str]
) -> Generator[None, None, Crowd]:
    """Return cast and strands where the actors are now."""
    places, held = np.empty((len(cast), 2)), np.zeros(len(cast), dtype=bool)
    for first in range(0, len(cast), STEP * 2):
        part = cast.actors[first : first + STEP * 2]
        flat = chain.from_iterable(positions[actor.id] for actor in part)
        places[first : first + STEP * 2] = np.fromiter(flat, float, 2 * len(part)).reshape(-1, 2)
        yield
    held[[cast.row[key] for key in pins if key in cast.row]] = True
    boxes = np.empty((4, len(strands)), np.float32)
    for first in range(0, len(strands), BULK):
        boxes[:, first : first + BULK] = _boxes(strands.ends[first : first + BULK], places)
        yield
    room = yield from _room(places, positions, len(cast))
    return Crowd(cast, strands, places, held, boxes, room)


def _boxes(ends: Ends, places: Floats) -> Singles:
    """Return the boxes of straight lines (4, n)."""
    one, other = places[ends[:, 0]].T, places[ends[:, 1]].T
    return np.vstack([np.minimum(one, other), np.maximum(one, other)]).astype(np.float32)


def room_of(places: Collection[Place]) -> Box:
    """Return the box round places, at once: for the camera, before the crowd is taken in."""
    return _box(np.fromiter(chain.from_iterable(places), float, 2 * len(places)).reshape(-1, 2))


def _room(places: Floats, positions: Mapping[str, Place], shown: int) -> Generator[None, None, Box]:
    """Return the box round every place, on show or not."""
    if len(positions) > shown:
        flat = iter(positions.values())
        parts = []
        for first in range(0, len(positions), STEP * 2):
            count = min(STEP * 2, len(positions) - first)
            values = chain.from_iterable(next(flat) for _ in range(count))
            parts.append(np.fromiter(values, float, 2 * count).reshape(-1, 2))
            yield
        places = np.vstack(parts)
        yield
    return _box(places)


def _box(places: Floats) -> Box:
    """Return the box round places; a box of one point where there are none."""
    if not len(places):
        return (0.0, 0.0, 1.0, 1.0)
    return box_of(places)
