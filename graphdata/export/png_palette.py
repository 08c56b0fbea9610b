"""Few colours for a drawing's pixels: every colour it names as it is, the shades at its edges to within what is seen.

A pixel then takes one byte instead of three. Shades are gathered in cells, by six bits of red, green and blue. The
palette begins with the named and the commonest, and takes in what is farthest from all it has until it is full
(Gonzalez 1985): so the largest error is small, and known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

CELLS: Final = 1 << 18
OPAQUE: Final = 0xFF000000
MOST: Final = 256  # colours that a byte can number
COMMON: Final = 64  # of them, those that are named or cover most; areas, in other words
NEAR: Final = 20  # of 255: what a shade at an edge may be off, in red, green or blue
INSIDE: Final = 3  # the same between two colours of one cell, at most
EVERY: Final = 4  # one row in so many is searched for what covers most
Pixels = npt.NDArray[np.uint32]
Shades = npt.NDArray[np.int16]


class Palette(NamedTuple):
    """Colours (n, 3) and, for each cell, the number of the one that stands for it."""

    colours: npt.NDArray[np.uint8]
    numbers: npt.NDArray[np.uint8]


class Band(NamedTuple):
    """Some rows of a picture: which of their pixels, counted from the first, are not of its ground, and their cells."""

    rows: int
    places: npt.NDArray[np.int32]
    cells: npt.NDArray[np.uint32]


class Colours:
    """Gathers the colours of a picture, band by band from the top down; ground, most of it all, is passed over."""

    def __init__(self, named: Iterable[str], ground: str, width: int) -> None:
        """Begin with the colours that must stay as they are, '#RRGGBB', the one of the ground, and pixels to a row."""
        self._named = np.array(sorted({int(name[1:], 16) for name in named} | {int(ground[1:], 16)}), np.uint32)
        self._ground, self._width = np.uint32(int(ground[1:], 16) | OPAQUE), width
        self._ground_cell = _cells(np.array([self._ground]))
        self._any, self._flat = np.zeros(CELLS, np.uint32), np.zeros(CELLS, np.uint32)
        self._bands: list[Band] = []
        self._some: list[npt.NDArray[np.uint32]] = []
        self._rows = 0

    def add(self, pixels: Pixels) -> None:
        """Take in further rows of opaque pixels (rows, width), 0xFFRRGGBB."""
        line = pixels.ravel()
        places = np.flatnonzero(line != self._ground)
        shades = line[places]
        cells = _cells(shades)
        self._any[cells] = shades
        if len(places) < len(line):
            self._any[self._ground_cell] = self._ground
        self._bands.append(Band(len(pixels), places.astype(np.int32), cells))
        firsts = np.arange(-self._rows % EVERY, len(pixels), EVERY) * self._width
        ends = np.searchsorted(places, [firsts, firsts + self._width]).T.tolist()
        self._weigh(*(np.concatenate([each[a:b] for a, b in ends] or [each[:0]]) for each in (places, shades, cells)))
        self._rows += len(pixels)

    def _weigh(self, places: npt.NDArray[np.int64], shades: Pixels, cells: npt.NDArray[np.uint32]) -> None:
        """Keep, of some rows, the cells, and the shades that their neighbours left and right have too."""
        self._some.append(cells)
        even = (shades[2:] == shades[1:-1]) & (shades[1:-1] == shades[:-2]) & (places[2:] - places[:-2] == 2)
        self._flat[cells[1:-1][even]] = shades[1:-1][even]

    def numbers(self, palette: Palette) -> Iterator[npt.NDArray[np.uint8]]:
        """Yield the numbers of the colours, band by band as they came: (rows, width, 1)."""
        ground = palette.numbers[self._ground_cell]
        for rows, places, cells in self._bands:
            found = np.full(rows * self._width, ground, np.uint8)
            found[places] = palette.numbers[cells]
            yield found.reshape(rows, self._width, 1)

    def palette(self) -> Palette | None:
        """Return the palette, and nothing where so few colours would show."""
        named = _cells(self._named)
        if len(np.unique(named)) < len(named):
            return None
        self._flat[named] = self._named
        seen = np.flatnonzero(self._any)
        colours = np.where(self._flat[seen] > 0, self._flat[seen], self._any[seen])
        shades = np.stack([(colours >> shift) & 255 for shift in (16, 8, 0)]).astype(np.int16)
        weights = np.bincount(np.concatenate(self._some), minlength=CELLS)[seen]
        weights[np.isin(seen, named)] = CELLS * CELLS
        chosen, own, far = _spread(shades, np.argsort(-weights, kind="stable")[:COMMON])
        if far + INSIDE > NEAR:
            return None
        numbers = np.zeros(CELLS, np.uint8)
        numbers[seen] = own
        return Palette(shades[:, chosen].T.astype(np.uint8), numbers)


def _cells(pixels: Pixels) -> npt.NDArray[np.uint32]:
    """Return the cell of each pixel."""
    red, green, blue = (pixels >> 6) & 0x3F000, (pixels >> 4) & 0xFC0, (pixels >> 2) & 0x3F
    found: npt.NDArray[np.uint32] = (red | green | blue).astype(np.uint32, copy=False)
    return found


def _spread(shades: Shades, start: npt.NDArray[np.int64]) -> tuple[list[int], npt.NDArray[np.uint8], int]:
    """Return which shades (3, n) to keep, which of them is nearest to each, and the largest distance that is left."""
    chosen: list[int] = []
    far, own = np.full(shades.shape[1], MOST, np.int16), np.zeros(shades.shape[1], np.uint8)
    waiting = start.tolist()
    while len(chosen) < MOST:
        at = waiting[len(chosen)] if len(chosen) < len(waiting) else int(far.argmax())
        if len(chosen) >= len(waiting) and not far[at]:
            break
        red, green, blue = np.abs(shades - shades[:, at, None])
        away = np.maximum(np.maximum(red, green), blue)
        np.maximum(
            own, (away < far).view(np.uint8) * np.uint8(len(chosen)), out=own
        )  # the latest has the largest number
        np.minimum(far, away, out=far)
        chosen.append(at)
    return chosen, own, int(far.max(initial=0))
