"""Labels of a crowd: the important actors first, each where there is free space; the rest come with the zoom."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from itertools import chain, islice
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
FEW: Final = 400  # actors in sight that are each offered all places round them; of more, most go without a label anyway
MATTERING: Final = 10  # so many of the most related actors are kept clear even there
STEP: Final = 120  # offered a label at a time: half a millisecond
STAND: Final = 320  # set down at a time
Flags = npt.NDArray[np.bool_]
Grid = list[int]  # the cells of each row as bits, set where space is taken: ten of them are asked at once


def labels_of(crowd: Crowd, seen: Seen, outlook: Outlook) -> Generator[None, None, tuple[Label, ...]]:
    """Return the labels that find room in the window, no two over each other."""
    taken = [0] * (int(outlook.height / CELL) + 2)
    rows = seen.actors[: max(TRIED, AVOIDED)]
    places = crowd.places.take(rows, axis=0) * outlook.zoom + np.array([outlook.x, outlook.y])
    radii = crowd.cast.radii.take(rows).astype(float) * seen.scale
    if len(seen.actors) <= AVOIDED:
        crowded = outlook.width * outlook.height < CROWDED * len(places)
        count = MATTERING if crowded else len(places)
        yield from _stand(taken, places[:count], radii[:count], outlook.width)
    found: list[Label] = []
    most = outlook.width * outlook.height / ROOM[seen.detail]
    for first in range(0, min(len(rows), TRIED), STEP):
        some = slice(first, min(first + STEP, TRIED))
        actors = [crowd.cast.actors[row] for row in rows[some].tolist()]
        all_round = len(seen.actors) <= FEW
        found += islice(_placed(actors, places[some], radii[some], outlook, taken, all_round), ceil(most) - len(found))
        yield
        if len(found) >= most:
            break
    return tuple(found)


def _stand(taken: Grid, places: Floats, radii: Floats, width: float) -> Generator[None, None, None]:
    """Take the space that the actors themselves stand on, as far as it is in a window so wide."""
    cells = _cells(np.vstack([places.T - radii, places.T + radii]))
    cells[::2] = np.minimum(cells[::2], int(width / CELL) + 2)  # a row is as long as its last bit
    for rank, (left, top, right, bottom) in enumerate(cells.T.tolist()):
        _take(taken, left, top, right, bottom)
        if rank % STAND == 0:
            yield


def _placed(
    actors: Sequence[Actor], places: Floats, radii: Floats, outlook: Outlook, taken: Grid, all_round: bool
) -> Iterator[Label]:
    """Yield the labels of the actors that find room, and take that room."""
    scale = letter_scale(outlook.zoom)
    set_labels = [lettering(actor) for actor in actors]
    measured = chain.from_iterable((each.width, each.height) for each in set_labels)
    sizes = np.fromiter(measured, float, 2 * len(actors)).reshape(-1, 2) * scale
    spots = _spots(places, radii, sizes, LABEL_GAP * scale, all_round)
    (x, y), half, high = spots, sizes[:, :1] / 2.0, sizes[:, 1:]
    boxes = np.stack([x - half, y, x + half, y + high])
    ranks, ways = np.nonzero(_inside(boxes, outlook))
    tops = spots[:, ranks, ways] - np.array([[outlook.x], [outlook.y]])
    size, done = style.LABEL_SIZE * scale, -1
    columns = (ranks, *tops, *_cells(boxes[:, ranks, ways]))
    for rank, x, y, left, top, right, bottom in zip(*(each.tolist() for each in columns), strict=True):
        if rank != done and _took(taken, left, top, right, bottom):
            done = rank
            yield Label(set_labels[rank].lines, is_bold(actors[rank]), size, x, y)


def _took(taken: Grid, left: int, top: int, right: int, bottom: int) -> bool:
    """Take the cells of a box, if they are all free; tell whether they were."""
    cells, rows = (1 << right) - (1 << left), taken[top:bottom]
    for row in rows:  # any() takes thrice as long for a handful of rows
        if row & cells:
            return False
    taken[top:bottom] = [row | cells for row in rows]
    return True


def _take(taken: Grid, left: int, top: int, right: int, bottom: int) -> None:
    """Take the cells of a box."""
    cells = (1 << right) - (1 << left)
    taken[top:bottom] = [row | cells for row in taken[top:bottom]]


def _spots(places: Floats, radii: Floats, sizes: Floats, gap: float, all_round: bool) -> Floats:
    """Return where labels may stand (2, n, 4 or 12), by the middle of the upper edge.

    That is below, above, right, left; and all round at the corners, and below and above a quarter to either side.
    """
    (x, y), (wide, high), reach = places.T, sizes.T, radii * 1.1 + gap
    half, low, top = wide / 2.0, y + reach, y - reach - high
    across = [x, x, x + reach + half, x - reach - half]
    down = [low, top, y - high / 2.0, y - high / 2.0]
    if all_round:
        aslant = radii * 0.8 + gap
        right, left = x + aslant + half, x - aslant - half
        across += [right, left, right, left, x + half / 2.0, x - half / 2.0, x + half / 2.0, x - half / 2.0]
        down += [y + aslant] * 2 + [y - aslant - high] * 2 + [low, low, top, top]
    return np.array([across, down]).swapaxes(1, 2)


def _cells(boxes: Floats) -> Ints:
    """Return the cells that boxes (4, ...) touch: the first and the one after the last, across and down, as they."""
    found = (boxes / CELL).astype(np.int64)
    found[2:] += 1
    return np.maximum(found, 0)


def _inside(boxes: Floats, outlook: Outlook) -> Flags:
    """Return which boxes (4, ...) lie in the window."""
    left, top, right, bottom = boxes
    last_x, last_y = (edge // CELL * CELL for edge in (outlook.width, outlook.height))
    return np.asarray((left >= 0.0) & (top >= 0.0) & (right <= last_x) & (bottom <= last_y))
