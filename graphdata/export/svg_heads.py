"""Arrowheads as part of the line they end: the same pen draws both, so that a line with its head is one element.

A closed path inside an outline, half a pen's width away from it, covers the outline exactly where corners are pointed,
and all that lies within a pen's width of it; a stroke along the middle covers the rest. What this cannot cover, and
corners that whole units would move too far, stay outlines of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from graphdata.drawing import Points, Polygon, Strokes
from graphdata.export.svg_cells import Whole
from graphdata.export.svg_lines import HEAD
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
    """The heads that the pens of their lines draw: outlines behind an unbroken line, alone with it in a group."""

    def __init__(self, order: Order) -> None:
        """Find them, and take them out of the order."""
        strokes, polygons = order.marks[Strokes], order.marks[Polygon]
        lines, heads = [strokes[rank] for rank in order.lines], [polygons[rank] for rank in order.heads]
        alike = list(map(_alike, lines, heads))
        self.lines = np.array(order.lines, np.int64)[np.array(alike, bool)]
        self._drawn = Penned(np.zeros((CORNERS, 0), complex), np.zeros(0, complex), np.zeros(0, bool))
        if len(self.lines):
            widths = np.array([line.width for line in compress(lines, alike)])
            self._drawn = penned([head.points for head in compress(heads, alike)], widths)
            self.lines = self.lines[self._drawn.fit]
            kept = np.ones(len(polygons), bool)
            kept[np.array(order.heads)[alike][self._drawn.fit]] = False
            order.keep(Polygon, kept.tolist())

    def steps(self, ends: Whole) -> Whole:
        """Return the steps (n, 5, 2) to each corner, and up the middle, from where their lines end."""
        corners, middles, fit = self._drawn
        rows = np.empty((len(ends), HEAD, 2), np.int64)
        rows[:, :CORNERS] = corners.T[fit].view(float).reshape(-1, CORNERS, 2)
        rows[:, 1:CORNERS] -= rows[:, : CORNERS - 1].copy()
        rows[:, 0] -= ends
        rows[:, CORNERS] = middles[fit].view(float).reshape(-1, 2)  # closing leads back to where the path began
        return rows


def _alike(line: Strokes, head: Polygon) -> bool:
    """Return whether one pen may draw both."""
    return (
        line.colour == head.fill
        and not line.dash[1]
        and not head.line
        and line.opacity == head.opacity == 1.0
        and line.path is not None
        and len(head.points) == CORNERS
    )


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
    axis, near = notch - tip, sides - tip
    far = notch - sides
    double = np.abs((axis.conj() * near).imag)  # twice the areas on both sides of the middle
    first, long = np.sqrt(_square(near)), np.sqrt(_square(axis))
    edges = first + np.sqrt(_square(far))
    wide = 2.0 * pens
    covered = (double - pens * long <= wide * edges).all(axis=0)
    needed = (double > wide * edges).any(axis=0)
    reach = np.minimum((wide * first / double).min(axis=0), 1.0)
    middles = np.where(needed, tip + axis * reach - begin, 0.0)
    middles.imag[np.abs(middles.imag) < ASIDE * pens] = 0.0
    middles.real[np.abs(middles.real) < ASIDE * pens] = 0.0
    rounded: Complex = np.rint(middles)
    return rounded, covered
