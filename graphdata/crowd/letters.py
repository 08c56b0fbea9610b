"""Labels of a crowd: the important actors first, each where there is free space; the rest come with the zoom."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from math import ceil
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata import style
from graphdata.batch.batch import Label
from graphdata.crowd.crowd import Crowd, Floats, Ints
from graphdata.crowd.seen import Outlook, Seen, letter_scale
from graphdata.footprint import LABEL_GAP, is_bold, lettering
from graphdata.network import Actor

CELL: Final = 4.0  # points of the grid in which space is taken
TRIED: Final = 900  # actors that are offered a label
ROOM: Final = {"full": 5_000.0, "plain": 9_000.0, "bare": 16_000.0}  # window to a label
AVOIDED: Final = 1500  # so many actors in sight are kept clear of labels; more of them are too small to matter
CROWDED: Final = 2_500.0  # window to an actor; where less is left, hubs would find no place that nobody stands on
MATTERING: Final = 10  # so many of the most related actors are kept clear even there
STEP: Final = 120  # offered a label at a time: half a millisecond
STAND: Final = 320  # set down at a time
Flags = npt.NDArray[np.bool_]
Grid = list[int]  # the cells of each row as bits, set where space is taken: ten of them are asked at once


def labels_of(crowd: Crowd, seen: Seen, outlook: Outlook) -> Generator[None, None, tuple[Label, ...]]:
    """Return the labels that find room in the window, no two over each other."""
    taken = [0] * (int(outlook.height / CELL) + 2)
    rows = seen.actors[: max(TRIED, AVOIDED)]
    places = crowd.places[rows] * outlook.zoom + np.array([outlook.x, outlook.y])
    radii = crowd.cast.radii[rows].astype(float) * seen.scale
    if len(seen.actors) <= AVOIDED:
        crowded = outlook.width * outlook.height < CROWDED * len(places)
        count = MATTERING if crowded else len(places)
        yield from _stand(taken, places[:count], radii[:count], outlook.width)
    found: list[Label] = []
    most = outlook.width * outlook.height / ROOM[seen.detail]
    for first in range(0, min(len(rows), TRIED), STEP):
        some = slice(first, min(first + STEP, TRIED))
        actors = [crowd.cast.actors[row] for row in rows[some].tolist()]
        found += islice(_placed(actors, places[some], radii[some], outlook, taken), ceil(most) - len(found))
        yield
        if len(found) >= most:
            break
    return tuple(found)


def _stand(taken: Grid, places: Floats, radii: Floats, width: float) -> Generator[None, None, None]:
    """Take the space that the actors themselves stand on, as far as it is in a window so wide."""
    cells = _cells(np.hstack([places - radii[:, None], places + radii[:, None]]))
    cells[:, ::2] = np.minimum(cells[:, ::2], int(width / CELL) + 2)  # a row is as long as its last bit
    for rank, (left, top, right, bottom) in enumerate(cells.tolist()):
        _take(taken, left, top, right, bottom)
        if rank % STAND == 0:
            yield


def _placed(actors: Sequence[Actor], places: Floats, radii: Floats, outlook: Outlook, taken: Grid) -> Iterator[Label]:
    """Yield the labels of the actors that find room, and take that room."""
    scale = letter_scale(outlook.zoom)
    set_labels = [lettering(actor) for actor in actors]
    sizes = np.array([each[1:] for each in set_labels]) * scale
    spots = _spots(places, radii, sizes, LABEL_GAP * scale)
    half, high = sizes[:, None, :1] / 2.0, sizes[:, None, 1:]
    boxes = np.concatenate([spots[:, :, :1] - half, spots[:, :, 1:], spots[:, :, :1] + half, spots[:, :, 1:] + high], 2)
    cells, free = _cells(boxes).tolist(), _inside(boxes, outlook).tolist()
    tops, size = (spots - np.array([outlook.x, outlook.y])).tolist(), style.LABEL_SIZE * scale
    for rank, (actor, set_label) in enumerate(zip(actors, set_labels, strict=True)):
        for spot, (left, top, right, bottom) in enumerate(cells[rank]):
            if free[rank][spot] and _is_free(taken, left, top, right, bottom):
                _take(taken, left, top, right, bottom)
                yield Label(set_label.lines, is_bold(actor), size, *tops[rank][spot])
                break


def _is_free(taken: Grid, left: int, top: int, right: int, bottom: int) -> bool:
    """Return whether no cell of a box is taken."""
    cells = (1 << right) - (1 << left)
    for row in taken[top:bottom]:  # noqa: SIM110 - any() takes thrice as long for a handful of rows
        if row & cells:
            return False
    return True


def _take(taken: Grid, left: int, top: int, right: int, bottom: int) -> None:
    """Take the cells of a box."""
    cells = (1 << right) - (1 << left)
    taken[top:bottom] = [row | cells for row in taken[top:bottom]]


def _spots(places: Floats, radii: Floats, sizes: Floats, gap: float) -> Floats:
    """Return where labels may stand (n, 4, 2), by the middle of the upper edge: below, above, right, left."""
    (x, y), (wide, high), reach = places.T, sizes.T, radii * 1.1 + gap
    across = (x, x, x + reach + wide / 2.0, x - reach - wide / 2.0)
    down = (y + reach, y - reach - high, y - high / 2.0, y - high / 2.0)
    return np.stack([np.column_stack(across), np.column_stack(down)], axis=2)


def _cells(boxes: Floats) -> Ints:
    """Return the cells that boxes touch: the first and the one after the last, across and down, in the boxes' order."""
    found = (boxes / CELL).astype(np.int64)
    found[..., 2:] += 1
    return np.maximum(found, 0)


def _inside(boxes: Floats, outlook: Outlook) -> Flags:
    """Return which boxes lie in the window."""
    last = np.floor(np.array([outlook.width, outlook.height]) / CELL) * CELL
    return np.asarray((boxes[..., :2] >= 0.0).all(axis=-1) & (boxes[..., 2:] <= last).all(axis=-1))
