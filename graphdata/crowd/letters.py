"""Labels of a crowd: the important actors first, each where there is free space; the rest come with the zoom."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from graphdata import style
from graphdata.batch.batch import Label
from graphdata.crowd.crowd import Crowd, Floats
from graphdata.crowd.seen import Outlook, Seen, letter_scale
from graphdata.footprint import LABEL_GAP, is_bold, lettering

CELL: Final = 4.0  # points of the grid in which space is taken
TRIED: Final = 900  # actors that are offered a label
ROOM: Final = {"full": 5_000.0, "plain": 9_000.0, "bare": 16_000.0}  # window to a label
AVOIDED: Final = 1500  # so many actors in sight are kept clear of labels; more of them are too small to matter
CROWDED: Final = 2_500.0  # window to an actor; where less is left, hubs would find no place that nobody stands on
MATTERING: Final = 10  # so many of the most related actors are kept clear even there
STEP: Final = 40
Grid = npt.NDArray[np.bool_]


def labels_of(crowd: Crowd, seen: Seen, outlook: Outlook) -> Generator[None, None, tuple[Label, ...]]:
    """Return the labels that find room in the window, no two over each other."""
    taken = np.zeros((int(outlook.height / CELL) + 2, int(outlook.width / CELL) + 2), dtype=bool)
    rows = seen.actors[: max(TRIED, AVOIDED)]
    places = crowd.places[rows] * outlook.zoom + np.array([outlook.x, outlook.y])
    radii = crowd.cast.radii[rows].astype(float) * seen.scale
    if len(seen.actors) <= AVOIDED:
        crowded = outlook.width * outlook.height < CROWDED * len(places)
        count = MATTERING if crowded else len(places)
        yield from _stand(taken, places[:count], radii[:count])
    found: list[Label] = []
    most = outlook.width * outlook.height / ROOM[seen.detail]
    for rank, row in enumerate(rows[:TRIED].tolist()):
        label = _placed(crowd, row, places[rank], radii[rank], outlook, taken)
        if label is not None:
            found.append(label)
        if len(found) >= most:
            break
        if rank % STEP == 0:
            yield
    return tuple(found)


def _stand(taken: Grid, places: Floats, radii: Floats) -> Generator[None, None, None]:
    """Take the space that the actors themselves stand on."""
    for rank, ((x, y), radius) in enumerate(zip(places.tolist(), radii.tolist(), strict=True)):
        _take(taken, x - radius, y - radius, x + radius, y + radius)
        if rank % (8 * STEP) == 0:
            yield


def _placed(crowd: Crowd, row: int, place: Floats, radius: float, outlook: Outlook, taken: Grid) -> Label | None:
    """Return an actor's label where it finds room, and take that room."""
    actor, scale = crowd.cast.actors[row], letter_scale(outlook.zoom)
    set_label = lettering(actor)
    wide, high = set_label.width * scale, set_label.height * scale
    for x, top in _spots(float(place[0]), float(place[1]), radius, wide, high, LABEL_GAP * scale):
        box = (x - wide / 2.0, top, x + wide / 2.0, top + high)
        if _free(taken, *box):
            _take(taken, *box)
            size = style.LABEL_SIZE * scale
            return Label(set_label.lines, is_bold(actor), size, x - outlook.x, top - outlook.y)
    return None


def _spots(x: float, y: float, radius: float, wide: float, high: float, gap: float) -> Iterator[tuple[float, float]]:
    """Yield where a label may stand, by the middle of its upper edge: below, above, right, left."""
    reach = radius * 1.1 + gap
    yield x, y + reach
    yield x, y - reach - high
    yield x + reach + wide / 2.0, y - high / 2.0
    yield x - reach - wide / 2.0, y - high / 2.0


def _cells(left: float, top: float, right: float, bottom: float) -> tuple[slice, slice]:
    """Return the cells that a box touches."""
    return (
        slice(max(0, int(top / CELL)), max(0, int(bottom / CELL) + 1)),
        slice(max(0, int(left / CELL)), max(0, int(right / CELL) + 1)),
    )


def _free(taken: Grid, left: float, top: float, right: float, bottom: float) -> bool:
    """Return whether a box lies in the window and on nothing that is taken."""
    high, wide = taken.shape
    if left < 0.0 or top < 0.0 or right > (wide - 2) * CELL or bottom > (high - 2) * CELL:
        return False
    return not taken[_cells(left, top, right, bottom)].any()


def _take(taken: Grid, left: float, top: float, right: float, bottom: float) -> None:
    """Take the space of a box."""
    taken[_cells(left, top, right, bottom)] = True
