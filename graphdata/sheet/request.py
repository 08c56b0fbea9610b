"""What is wanted of a page, and where its parts stand on it, in logical points; a file scales them."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt
from typing import Final, NamedTuple

from graphdata.arrangement import CLUSTERS, Arrangement
from graphdata.scene import Box
from graphdata.style import Theme

AREA: Final = 1600.0 * 900.0  # logical size of every page: the same words fit whatever the format
NARROWEST: Final = 560.0  # a side that leaves room for a map between head, legend and foot
SMALLEST: Final = 0.7  # of the lengths of A4: those of A5, on which there is little room for letters as large
READABLE: Final = 7.0  # points of print of the smallest citations, as on the slides of a deck
COARSEST: Final = 17.0  # their logical size at most, on paper below A6
PAPER: Final = 338.67 * 190.5  # square millimetres of a wide slide
POINTS: Final = 72.0 / 25.4  # a millimetre
MARGIN: Final = 26.0
WIDE: Final = 1.15  # width to height of a page with the citations beside the map
BESIDE, BELOW = 0.235, 0.24  # share of the page that citations beside or below the map take
CROWDED: Final = (0.34, 0.36)  # the same where all sources have room then, and would not otherwise


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of a page: its shape, its colours, its words.

    A page on paper some times as large as a slide may have marks so many times smaller, where there are many; one that
    is smaller than A4 has less room for letters as large as those of A4. Paper is how large it is, in square
    millimetres.
    """

    aspect: float
    theme: Theme
    title: str = ""
    legend: bool = True
    notes: bool = True
    pins: tuple[str, ...] = field(default=())
    transparent: bool = False
    marking: str = ""
    marking_reason: str = ""
    arrangement: Arrangement = CLUSTERS
    enlargement: float = 1.0
    paper: float = PAPER


class Rooms(NamedTuple):
    """Where the parts of a page stand: the map with its legend, and the citations in so many columns."""

    picture: Box
    notes: Box
    columns: int


def page_extent(wanted: Request) -> tuple[float, float]:
    """Return the logical width and height of a page, less on paper below A4; on strips and below A5 letters shrink."""
    width, height = (AREA * wanted.aspect) ** 0.5, (AREA / wanted.aspect) ** 0.5
    share = max(min(1.0, wanted.enlargement), SMALLEST, NARROWEST / min(width, height))
    return width * share, height * share


def shrinking(wanted: Request) -> float:
    """Return how many times smaller than on A4 the letters of a page are printed, 1 for the usual pages."""
    width, height = page_extent(wanted)
    return max(1.0, sqrt(width * height / AREA) / min(1.0, wanted.enlargement))


def least_print(wanted: Request) -> float:
    """Return the logical size of the smallest citations that can be read on the paper that a page is for."""
    width, height = page_extent(wanted)
    return min(COARSEST, READABLE / (POINTS * sqrt(wanted.paper / (width * height))))


def rooms_on(wanted: Request, top: float, bottom: float, has_notes: bool, crowded: bool = False) -> Rooms:
    """Return the rooms between head and foot: citations beside the map, or below it on a page that is not wide.

    Many of them, where it is crowded, take more of the page.
    """
    width, _ = page_extent(wanted)
    beside, below = CROWDED if crowded else (BESIDE, BELOW)
    left, right = MARGIN, width - MARGIN
    if wanted.aspect >= WIDE:
        edge = width * (1.0 - beside)
        picture = (left, top, edge - MARGIN if has_notes else right, bottom)
        return Rooms(picture, (edge, top + 6.0, right, bottom), 2 if crowded else 1)
    edge = top + (bottom - top) * (1.0 - below)
    return Rooms((left, top, right, edge if has_notes else bottom), (left, edge + 8.0, right, bottom), 3)
