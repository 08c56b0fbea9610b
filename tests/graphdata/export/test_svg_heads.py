"""Heads that pens draw cover what their outlines cover, and end where these do."""

import numpy as np
import pytest

from graphdata.curves import arrowhead, bar
from graphdata.drawing import Group, Points, Polygon, Strokes
from graphdata.export.svg_heads import Heads, penned
from graphdata.export.svg_order import Order

PATH = np.column_stack([np.linspace(0.0, 90.0, 29), np.zeros(29)])
RIGHT = np.array([1.0, 0.0])
SOLID = Strokes(np.zeros((0, 4)), "#112233", 1.6, path=PATH)


def heads(length: float, count: int = 40) -> list[Points]:
    """Return arrowheads in all directions."""
    turns = np.linspace(0.0, 6.28, count)
    return [arrowhead(np.array([50.3, 40.7]), np.array([np.cos(turn), np.sin(turn)]), length) for turn in turns]


def pointed(corners: np.ndarray, pen: float) -> Points:
    """Return where the sides of a line round corners (complex) meet on the outside, half a pen away."""
    ways = np.roll(corners, -1) - corners
    ways /= np.abs(ways)
    found = []
    for at in range(4):
        one, other = ways[at - 1], ways[at]
        sides = np.array([[one.imag, -one.real], [other.imag, -other.real]])
        flip = np.sign((ways[0].conjugate() * ways[1]).imag) * -np.sign((ways[1].conjugate() * ways[2]).imag)
        foot = sides @ [corners[at].real, corners[at].imag] + pen / 2.0 * flip
        found.append(np.linalg.solve(sides, foot))
    return np.array(found)


def far(point: complex, ends: tuple[complex, complex]) -> float:
    """Return how far a point is from a stroke between ends."""
    way = ends[1] - ends[0]
    share = 0.0 if way == 0 else np.clip(((point - ends[0]) * way.conjugate()).real / abs(way) ** 2, 0.0, 1.0)
    return float(abs(point - ends[0] - share * way))


@pytest.mark.parametrize(("length", "width"), [(6.0, 1.2), (9.0, 1.6), (9.44, 2.0)])
def test_corners_lie_where_the_outline_has_them(length: float, width: float) -> None:
    wanted = heads(length)
    found = penned(wanted, np.full(len(wanted), width))
    assert found.fit.mean() > 0.9
    for points, corners in zip(np.array(wanted)[found.fit], found.corners.T[found.fit], strict=True):
        off = min(np.abs(pointed(corners / 10.0, pen) - points[[2, 1, 0, 3]]).max() for pen in (width, -width))
        assert off <= 0.1201


@pytest.mark.parametrize(("length", "width"), [(6.0, 1.2), (9.0, 1.6), (9.44, 2.0)])
def test_nothing_inside_is_left_bare(length: float, width: float) -> None:
    dice = np.random.default_rng(7)
    wanted = heads(length)
    found = penned(wanted, np.full(len(wanted), width))
    for points, corners, middle in zip(wanted, found.corners.T / 10.0, found.middles / 10.0, strict=True):
        tip, wing, notch, other = (complex(*corner) for corner in points)
        strokes = [*zip(corners, np.roll(corners, -1), strict=True), (corners[0], corners[0] + middle)]
        edges = [(tip, wing), (wing, notch), (notch, other), (other, tip)]
        for side in (wing, other):
            for share in dice.dirichlet([1.0, 1.0, 1.0], 60):
                point = complex(share @ [tip, side, notch])
                near = min(far(point, edge) for edge in edges)
                reached = min(far(point, stroke) for stroke in strokes)
                assert near < width / 2.0 or reached <= width / 2.0 + 0.13


def test_what_a_pen_cannot_cover_stays_an_outline() -> None:
    wanted = heads(9.0)
    assert not penned(wanted, np.full(len(wanted), 1.0)).fit.any()
    needle = np.array([[0.0, 0.0], [60.0, 1.0], [50.0, 0.0], [60.0, -1.0]])
    flat = np.zeros((4, 2))
    assert not penned([needle, flat, bar(np.zeros(2), RIGHT, 20.0)], np.full(3, 1.6)).fit.any()
    assert penned([bar(np.zeros(2), RIGHT, 9.0)], np.full(1, 1.6)).fit.all()


def test_heads_are_taken_from_the_order() -> None:
    head = Polygon(arrowhead(np.array([96.0, 0.0]), RIGHT, 9.0), "#112233")
    loose = Strokes(np.array([[0.0, 0.0, 5.0, 5.0]]), "#112233", 1.6)
    order = Order((loose, Group("a", "A", (SOLID, head)), head, loose, head))
    found = Heads(order)
    assert (found.lines.tolist(), len(order.marks[Polygon])) == ([1], 2)
    steps = found.steps(np.array([[900, 0]]))
    assert steps[0].cumsum(axis=0)[2].tolist() == pytest.approx([60.0 - 20.8, 0.0], abs=1.0)


def test_without_lines_or_outlines_there_are_none() -> None:
    found = Heads(Order((SOLID,)))
    assert found.lines.tolist() == []
    assert found.steps(np.zeros((0, 2), np.int64)).shape == (0, 5, 2)
