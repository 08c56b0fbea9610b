"""Few colours for a drawing's pixels: every colour it names as it is, the shades at its edges to within what is seen.

A pixel then takes one byte instead of three. Shades are gathered in cells, by six bits of red, green and blue. The
palette begins with the named and the commonest, and takes in what is farthest from all it has until it is full
(Gonzalez 1985): so the largest error is small, and known.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

CELLS: Final = 1 << 18
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


class Colours:
    """Gathers the colours of a picture, band by band from the top down."""

    def __init__(self, named: Iterable[str], width: int, height: int) -> None:
        """Begin with the colours that must stay as they are, '#RRGGBB', and room for so many pixels."""
        self._named = np.array(sorted({int(name[1:], 16) for name in named}), np.uint32)
        self._any, self._flat = np.zeros(CELLS, np.uint32), np.zeros(CELLS, np.uint32)
        self._held = np.zeros((height, width), np.uint32)
        self._rows = 0

    def add(self, pixels: Pixels) -> None:
        """Take in further rows of opaque pixels (rows, width), 0xFFRRGGBB."""
        cells, begin = _cells(pixels), -self._rows % EVERY
        self._held[self._rows : self._rows + len(pixels)] = cells
        self._rows += len(pixels)
        self._any[cells] = pixels
        some, where = pixels[begin::EVERY], cells[begin::EVERY]
        even = (some[:, 2:] == some[:, 1:-1]) & (some[:, 1:-1] == some[:, :-2])
        self._flat[where[:, 1:-1][even]] = some[:, 1:-1][even]

    def rows(self, first: int, last: int) -> npt.NDArray[np.uint32]:
        """Return the cells of some rows."""
        return self._held[first:last]

    def palette(self) -> Palette | None:
        """Return the palette, and nothing where so few colours would show."""
        named = _cells(self._named)
        if len(np.unique(named)) < len(named):
            return None
        self._flat[named] = self._named
        seen = np.flatnonzero(self._any)
        colours = np.where(self._flat[seen] > 0, self._flat[seen], self._any[seen])
        shades = np.stack([(colours >> shift) & 255 for shift in (16, 8, 0)]).astype(np.int16)
        weights = np.bincount(self._held[::EVERY].ravel(), minlength=CELLS)[seen]
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


def _spread(shades: Shades, start: npt.NDArray[np.int64]) -> tuple[list[int], npt.NDArray[np.int64], int]:
    """Return which shades (3, n) to keep, which of them is nearest to each, and the largest distance that is left."""
    chosen: list[int] = []
    far, own = np.full(shades.shape[1], MOST, np.int16), np.zeros(shades.shape[1], np.int64)
    waiting = start.tolist()
    while len(chosen) < MOST:
        at = waiting[len(chosen)] if len(chosen) < len(waiting) else int(far.argmax())
        if len(chosen) >= len(waiting) and not far[at]:
            break
        away = np.abs(shades - shades[:, at, None]).max(axis=0)
        nearer = away < far
        own[nearer] = len(chosen)
        np.minimum(far, away, out=far)
        chosen.append(at)
    return chosen, own, int(far.max(initial=0))
