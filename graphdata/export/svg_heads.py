"""Arrowheads as part of the line they end: the same pen draws both, so that a line with its head is one element.

A closed path inside an outline, half a pen's width away from it, covers the outline exactly where corners are pointed,
and all that lies within a pen's width of it; a stroke along the middle covers the rest. What this cannot cover, and
corners that whole units would move too far, stay outlines of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata.drawing import Points, Polygon, Strokes
from graphdata.export.svg_cells import Whole
from graphdata.export.svg_lines import HEAD
from graphdata.export.svg_looks import Sorts
from graphdata.export.svg_order import Order
from graphdata.export.svg_steps import UNITS

CORNERS: Final = 4
OFF: Final = 1.2**2  # squared units that a corner may be off; whole units alone make it .7
SHIFTS: Final = np.array(
    [0.4, -0.4, 0.4j, -0.4j, 0.4 + 0.4j, -0.4 - 0.4j]
)  # units by which some heads are moved to come out better
CUT: Final = 0.3  # the least sine of half a corner: readers cut off corners from a quarter on
ASIDE: Final = 0.75  # of half a width that a middle may lie beside itself at its end
FROM_NOTCH: Final = np.array([2, 1, 0, 3])
AHEAD: Final = np.array([1, 2, 3, 0])
BEHIND: Final = np.array([3, 0, 1, 2])
Complex = npt.NDArray[np.complex128]
Ranks = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Penned(NamedTuple):
    """Heads as pens draw them, in units: corners (4, n) from the notch on, and what leads from there to the tip.

    The middle is nought where no stroke is needed; fit says which heads can be drawn so.
    """

    corners: Complex
    middles: Complex
    fit: Flags


class Heads:
    """The heads of a drawing that the pens of their lines draw."""

    def __init__(self, order: Order, lines: Sorts, areas: Sorts) -> None:
        """Find them: outlines right behind an unbroken line, of its colour, and the only ones there."""
        self._order = order
        self.lines, self._outlines = _pairs(order, lines, areas)
        self._drawn = Penned(np.zeros((CORNERS, 0), complex), np.zeros(0, complex), np.zeros(0, bool))
        if len(self.lines):
            strokes, polygons = order.marks[Strokes], order.marks[Polygon]
            widths = np.array([strokes[rank].width for rank in self.lines.tolist()])
            self._drawn = penned([polygons[rank].points for rank in self._outlines.tolist()], widths)
            fit = self._drawn.fit
            self.lines, self._outlines = self.lines[fit], self._outlines[fit]

    def take(self, lines: Sorts, areas: Sorts) -> None:
        """Take the outlines out of the order; lines with heads are of sorts of their own."""
        lines.split(self.lines.tolist())
        left = np.ones(len(areas.each), bool)
        left[self._outlines] = False
        if len(self._outlines):
            self._order.keep(Polygon, left.tolist())
            areas.each = areas.where(left.tolist()).each

    def steps(self, ends: Whole) -> Whole:
        """Return the steps (n, 5, 2) to each corner, and up the middle, from where their lines end."""
        corners, middles, fit = self._drawn
        rows = np.empty((len(ends), HEAD, 2), np.int64)
        rows[:, :CORNERS] = corners.T[fit].view(float).reshape(-1, CORNERS, 2)
        rows[:, 1:CORNERS] -= rows[:, : CORNERS - 1].copy()
        rows[:, 0] -= ends
        rows[:, CORNERS] = middles[fit].view(float).reshape(-1, 2)  # closing leads back to where the path began
        return rows


def _pairs(order: Order, lines: Sorts, areas: Sorts) -> tuple[Ranks, Ranks]:
    """Return the ranks of lines and of their heads."""
    strokes, polygons = order.marks[Strokes], order.marks[Polygon]
    if not strokes or not polygons:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    pens = [colour if seen == 1.0 and not dash[1] else "" for colour, _, _, seen, dash in lines.details]
    fills = [fill if seen == 1.0 and not line else "" for fill, line, _, seen in areas.details]
    number = {colour: rank for rank, colour in enumerate(pens) if colour}
    pen = np.array([number.get(colour, -1) for colour in pens])[lines.each]
    fill = np.array([number.get(colour, -2) for colour in fills])[areas.each]
    behind, at = np.array(order.places[Strokes]) + 1, np.array([*order.places[Polygon], -1])
    before = np.searchsorted(behind, at[:-1], side="right") - 1
    alone = (behind[before] == at[:-1]) & (at[1:] != at[:-1] + 1)
    found = np.flatnonzero(alone & (pen[before] == fill))
    fit = [
        strokes[line].path is not None and len(polygons[rank].points) == CORNERS
        for line, rank in zip(before[found].tolist(), found.tolist(), strict=True)
    ]
    found = found[np.array(fit, bool)]
    return before[found], found


def penned(heads: Sequence[Points], widths: Points) -> Penned:
    """Return outlines of four corners, beginning with the tip, as pens of those widths draw them."""
    wanted = (np.concatenate(heads) * UNITS).view(np.complex128).reshape(-1, CORNERS).T[FROM_NOTCH]
    pens = widths * (UNITS / 2.0)
    with np.errstate(divide="ignore", invalid="ignore"):  # an outline without any area is off by no number
        across = wanted[2:] - wanted[:2]
        left = np.sign((across[0].conj() * across[1]).imag) * -1j
        inside = _moved(wanted, -left * pens)
        corners = np.round(inside)
        off = _off(corners, wanted, left * pens)
        loose = np.flatnonzero(off > OFF)
        tried = np.round(inside[:, loose] + SHIFTS[:, None, None])
        errors = _off(tried, wanted[:, loose], (left * pens)[loose])
        best = errors.argmin(axis=0), np.arange(len(loose))
        corners[:, loose], off[loose] = tried[best[0], :, best[1]].T, errors[best]
        middles, covered = _middles(wanted, inside[0], pens)
        pointed = (_square(inside - wanted) * CUT**2 > pens**2).any(axis=0)
    return Penned(corners, middles, covered & (off <= OFF) & ~pointed)


def _moved(corners: Complex, out: Complex) -> Complex:
    """Return outlines (..., 4, n) whose sides lie so far outside, times a quarter turn to the outside."""
    ways = corners.take(AHEAD, axis=-2)
    ways -= corners
    ways /= np.sqrt(_square(ways))
    ways += ways.take(BEHIND, axis=-2)
    ways *= out * (2.0 / _square(ways))
    ways += corners
    return ways


def _square(moves: Complex) -> Points:
    """Return the squares of lengths; that of numpy.abs takes four times as long."""
    found: Points = moves.real**2 + moves.imag**2
    return found


def _off(corners: Complex, wanted: Complex, out: Complex) -> Points:
    """Return the square of how far a corner is off at most when pens go round corners."""
    found: Points = _square(_moved(corners, out) - wanted).max(axis=-2)
    return found


def _middles(wanted: Complex, begin: Complex, pens: Points) -> tuple[Complex, Flags]:
    """Return the strokes along the middle that are needed, from where the path begins, and whether all is covered then.

    On each side of the middle, the place farthest from both edges is where they are equally far: without a stroke, on
    the middle itself; with it, half a pen's width beside. A stroke nearly across or down is made wholly so.
    """
    notch, tip, sides = wanted[0], wanted[2], wanted[1::2]
    axis = notch - tip
    long = np.sqrt(_square(axis))
    axis /= long
    near, far = (sides - tip) * axis.conj(), (notch - sides) * axis.conj()
    near, far = near / np.sqrt(_square(near)), far / np.sqrt(_square(far))
    sine, other = np.abs(near.imag), np.abs(far.imag)
    apart = (long * other + pens * (near.real + far.real)) / (sine + other)
    covered = (apart * sine - pens * near.real <= 2.0 * pens).all(axis=0)
    needed = (long * other * sine > 2.0 * pens * (sine + other)).any(axis=0)
    reach = np.minimum((2.0 * pens / sine).min(axis=0), long)
    middles = np.where(needed, tip + axis * reach - begin, 0.0)
    middles.imag[np.abs(middles.imag) < ASIDE * pens] = 0.0
    middles.real[np.abs(middles.real) < ASIDE * pens] = 0.0
    rounded: Complex = np.rint(middles)
    return rounded, covered
