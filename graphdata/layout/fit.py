"""Page fit: turn the long way of a drawing to the page's, stretch it a little, and give it just enough room."""

from __future__ import annotations

import numpy as np

from graphdata.layout.plan import Floats
from graphdata.layout.steady import directions, rotated

STRETCH = 1.3
"""Most that one axis grows beside the other: more would belie the distances."""

DENSITY = 0.3
"""Share of the page that boxes cover; fuller pages leave no way for the lines, emptier ones no size for the words."""


def page_size(sizes: Floats, aspect: float, density: float = DENSITY) -> Floats:
    """Return the width and height of the page on which the boxes cover the given share."""
    area = float((sizes[:, 0] * sizes[:, 1]).sum()) / density
    return np.array([np.sqrt(area * aspect), np.sqrt(area / aspect)])


def turned(places: Floats, aspect: float, turns: int = 36) -> Floats:
    """Return the drawing, centred, under the rotation that lets it be largest on the page."""
    cosines, sines = directions(np.arange(turns) * np.pi / turns)
    spans = np.ptp(rotated(_outermost(centred(places)), cosines[:, None], sines[:, None]), axis=1)
    best = int(np.maximum(spans[:, 0] / aspect, spans[:, 1]).argmin())
    return centred(rotated(centred(places), cosines[best], sines[best]))


def _outermost(places: Floats) -> Floats:
    """Return the places that a drawing's bounds depend on: the 2,000 farthest from 0 where there are more."""
    if len(places) <= 2000:
        return places
    return np.asarray(places[np.argpartition((places**2).sum(axis=1), -2000)[-2000:]])


def fitted(places: Floats, sizes: Floats, aspect: float, density: float = DENSITY, most: float = STRETCH) -> Floats:
    """Return the drawing in points: turned, stretched at most so much, the boxes covering a share of its page."""
    page = page_size(sizes, aspect, density)
    room = np.maximum(page - np.median(sizes, axis=0), page * 0.3)
    drawing = turned(places, aspect)
    spans = np.ptp(drawing, axis=0)
    scales = room / np.maximum(spans, 1e-9)
    return np.asarray(drawing * np.minimum(scales, scales.min() * most))


def centred(places: Floats) -> Floats:
    """Return the drawing with the middle of its bounds on 0."""
    return places - middle_of(places)


def middle_of(places: Floats) -> Floats:
    """Return the middle of the drawing's bounds."""
    return np.asarray((places.min(axis=0) + places.max(axis=0)) / 2.0)
