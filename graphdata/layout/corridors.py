"""Room for thick bundles: actors with many lines between them stand further apart, and nobody stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from graphdata.layout.overlap import separated
from graphdata.layout.plan import Flags, Floats

LANE: Final = 19.0  # points between parallel lines, as the scene draws them
FEWEST: Final = 3  # lines that make a bundle
LEVELLED: Final = 6  # lines that make a bundle so thick that the whole drawing is turned to suit it
WIDEST: Final = 1.35
SLENDER: Final = 1.7  # a bundle is at least so many times longer than it is thick
STOPS: Final = (0.14, 0.26, 0.38, 0.5, 0.62, 0.74, 0.86)
Pair = tuple[int, int]


def with_corridors(
    places: Floats, sizes: Floats, lanes: Mapping[Pair, int], held: Flags, aspect: float, stretching: bool
) -> Floats:
    """Return the places with the bundles' ends far enough apart and every box out of every bundle.

    Held actors stay; stretching moves whole sides apart and so is for fresh layouts only.
    """
    bundles = sorted(((count, pair) for pair, count in lanes.items() if count >= FEWEST), reverse=True)
    found = places.copy()
    for count, (one, other) in bundles if stretching else ():
        found = _stretched(found, one, other, count)
    if stretching and bundles and bundles[0][0] >= LEVELLED:
        found = _widened(_levelled(found, *bundles[0][1]), aspect)
    return _cleared(found, sizes, bundles, held) if bundles else found


def _levelled(places: Floats, one: int, other: int) -> Floats:
    """Return the places turned so that a bundle lies level, the way pages and screens are wide."""
    along = places[other] - places[one]
    angle = float(np.arctan2(along[1], along[0]))
    angle -= np.pi * round(angle / np.pi)  # the shorter way: ends may stay on their sides
    cosine, sine = np.cos(angle), np.sin(angle)
    return np.asarray(places @ np.array([[cosine, -sine], [sine, cosine]]))


def _widened(places: Floats, aspect: float) -> Floats:
    """Return the places pulled towards the page's shape, by a third and no more."""
    wide, high = np.ptp(places, axis=0) + 1.0
    pull = float(np.clip(aspect * high / wide, 1.0 / WIDEST, WIDEST)) ** 0.5
    return np.asarray(places * np.array([pull, 1.0 / pull]))


def _stretched(places: Floats, one: int, other: int, count: int) -> Floats:
    """Return the places with both sides of a bundle moved apart until it is slender."""
    along = places[other] - places[one]
    length = float(np.hypot(*along))
    wanted = count * LANE * SLENDER
    if length >= wanted or length < 1.0:
        return places
    share = ((places - places[one]) @ along) / length**2
    eased = np.clip(share, 0.0, 1.0) - 0.5  # whatever lies between the ends moves in proportion
    return np.asarray(places + eased[:, None] * (along / length) * (wanted - length))


def _cleared(places: Floats, sizes: Floats, bundles: list[tuple[int, Pair]], held: Flags) -> Floats:
    """Return the places with every box pushed out of the bundles, the thickest first; a bundle's own ends stay.

    What was cleared stays closed, so that a thinner bundle cannot push anybody back into a thicker one.
    """
    found, fixed = places, held.copy()
    walls, rooms = np.empty((0, 2)), np.empty((0, 2))
    for count, pair in bundles:
        fixed[list(pair)] = True
        stones, sides = filled(found[pair[0]], found[pair[1]], count)
        walls, rooms = np.vstack([walls, stones]), np.vstack([rooms, sides])
        still = np.concatenate([fixed, np.ones(len(walls), dtype=bool)])
        found = separated(np.vstack([found, walls]), np.vstack([sizes, rooms]), still)[: len(places)]
    return found


def filled(start: Floats, end: Floats, count: int) -> tuple[Floats, Floats]:
    """Return boxes that fill a bundle, as its lines swell in the middle: their places and sizes."""
    along = end - start
    upright = abs(along[1]) > abs(along[0])
    step = float(np.hypot(*along)) * 0.12
    thick = [count * LANE * min(1.0, 1.15 * (4.0 * stop * (1.0 - stop)) ** 0.5) for stop in STOPS]
    rooms = [(room, step) if upright else (step, room) for room in thick]
    return np.array([start + along * stop for stop in STOPS]), np.array(rooms)
