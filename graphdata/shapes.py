"""Outlines of nodes, icons and glyphs as polygons in a unit circle, y downwards; the same on screen and in files."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
DIRECTIONS: Final = 64  # sampled directions of an outline's reach


def ring(sides: int, turn: float = 0.0, radius: float = 1.0, centre: tuple[float, float] = (0.0, 0.0)) -> Points:
    """Return a regular polygon with so many sides; turn in degrees, 0 puts a corner on the right."""
    angles = np.radians(turn) + np.linspace(0.0, 2.0 * np.pi, sides, endpoint=False)
    return np.asarray(np.column_stack([np.cos(angles), np.sin(angles)]) * radius + np.array(centre))


def box(left: float, top: float, right: float, bottom: float) -> Points:
    """Return a rectangle."""
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=float)


def _rounded() -> Points:
    """Return a square with rounded corners."""
    angles = np.linspace(0.0, 2.0 * np.pi, 64, endpoint=False)
    cosines, sines = np.cos(angles), np.sin(angles)
    return 0.92 * np.column_stack([np.sign(cosines) * np.abs(cosines) ** 0.38, np.sign(sines) * np.abs(sines) ** 0.38])


OUTLINES: Final[dict[str, Points]] = {
    "circle": ring(48),
    "rounded": _rounded(),
    "diamond": ring(4, 0.0, 1.22),
    "hexagon": ring(6, 0.0, 1.08),
    "pentagon": ring(5, -90.0, 1.1),
    "octagon": ring(8, 22.5, 1.06),
    "slanted": np.array([[-0.75, -0.82], [1.15, -0.82], [0.75, 0.82], [-1.15, 0.82]]),
}
GLYPH_OUTLINES: Final[dict[str, Points]] = {
    "triangle": ring(3, -90.0, 0.74),
    "disc": ring(24, 0.0, 0.54),
    "square": box(-0.5, -0.5, 0.5, 0.5),
    "diamond": ring(4, 0.0, 0.7),
    "cross": np.array(
        [
            [-0.62, -0.36], [-0.36, -0.62], [0, -0.26], [0.36, -0.62], [0.62, -0.36], [0.26, 0],
            [0.62, 0.36], [0.36, 0.62], [0, 0.26], [-0.36, 0.62], [-0.62, 0.36], [-0.26, 0],
        ]
    ),
}  # fmt: skip
ICONS: Final[dict[str, tuple[Points, ...]]] = {
    "state": (
        box(-0.42, -0.55, -0.3, 0.58),
        np.array(
            [
                [-0.3, -0.52],
                [0.0, -0.42],
                [0.22, -0.52],
                [0.5, -0.44],
                [0.5, 0.04],
                [0.22, -0.04],
                [0.0, 0.06],
                [-0.3, -0.04],
            ]
        ),
    ),
    "state_body": (
        np.array([[-0.55, -0.2], [0.0, -0.56], [0.55, -0.2]]),
        box(-0.42, -0.1, -0.24, 0.32),
        box(-0.09, -0.1, 0.09, 0.32),
        box(0.24, -0.1, 0.42, 0.32),
        box(-0.55, 0.38, 0.55, 0.52),
    ),
    "armed_group": (
        np.array([[-0.5, 0.0], [0.0, -0.42], [0.5, 0.0], [0.5, 0.2], [0.0, -0.2], [-0.5, 0.2]]),
        np.array([[-0.5, 0.34], [0.0, -0.08], [0.5, 0.34], [0.5, 0.54], [0.0, 0.14], [-0.5, 0.54]]),
    ),
    "firm": (
        np.array(
            [
                [-0.5, 0.48],
                [-0.5, -0.5],
                [-0.28, -0.5],
                [-0.22, 0.0],
                [0.08, -0.2],
                [0.08, 0.0],
                [0.5, -0.24],
                [0.5, 0.48],
            ]
        ),
    ),
    "party": (
        box(-0.5, 0.02, 0.5, 0.5),
        np.array(
            [
                [-0.2, -0.5],
                [0.2, -0.5],
                [0.2, -0.1],
                [0.34, -0.1],
                [0.34, -0.04],
                [-0.34, -0.04],
                [-0.34, -0.1],
                [-0.2, -0.1],
            ]
        ),
    ),
    "media": (
        box(-0.56, -0.42, 0.56, -0.22),
        box(-0.56, -0.1, 0.0, 0.42),
        box(0.12, -0.1, 0.56, 0.04),
        box(0.12, 0.14, 0.56, 0.26),
        box(0.12, 0.34, 0.56, 0.42),
    ),
    "bloc": (
        ring(16, 0.0, 0.2, (0.0, -0.36)),
        ring(16, 0.0, 0.2, (-0.38, 0.28)),
        ring(16, 0.0, 0.2, (0.38, 0.28)),
        np.array([[-0.05, -0.2], [0.05, -0.2], [0.3, 0.2], [0.2, 0.26], [0.0, -0.06], [-0.2, 0.26], [-0.3, 0.2]]),
        box(-0.24, 0.24, 0.24, 0.33),
    ),
    "person": (
        ring(20, 0.0, 0.24, (0.0, -0.28)),
        np.array([[-0.46, 0.5], [-0.42, 0.22], [-0.22, 0.06], [0.22, 0.06], [0.42, 0.22], [0.46, 0.5]]),
    ),
    "unknown": (
        np.array(
            [
                [-0.3, -0.22],
                [-0.2, -0.44],
                [0.0, -0.52],
                [0.24, -0.42],
                [0.3, -0.2],
                [0.22, -0.02],
                [0.08, 0.08],
                [0.08, 0.2],
                [-0.08, 0.2],
                [-0.08, 0.0],
                [0.08, -0.12],
                [0.14, -0.22],
                [0.1, -0.32],
                [0.0, -0.37],
                [-0.1, -0.32],
                [-0.15, -0.2],
            ]
        ),
        ring(12, 0.0, 0.1, (0.0, 0.4)),
    ),
}


@cache
def reach(shape: str) -> Points:
    """Return how far the outline reaches from its centre in each of 64 directions, as shares of the radius."""
    outline = OUTLINES[shape]
    angles = np.linspace(0.0, 2.0 * np.pi, DIRECTIONS, endpoint=False)
    rays = np.column_stack([np.cos(angles), np.sin(angles)])
    starts, steps = outline, np.roll(outline, -1, axis=0) - outline
    cross = rays[:, None, 0] * steps[None, :, 1] - rays[:, None, 1] * steps[None, :, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        along = (starts[:, 0] * steps[:, 1] - starts[:, 1] * steps[:, 0])[None, :] / cross
        share = (starts[None, :, 0] * rays[:, None, 1] - starts[None, :, 1] * rays[:, None, 0]) / cross
    hit = (share >= -1e-9) & (share <= 1.0 + 1e-9) & (along > 0)
    found: Points = np.where(hit, along, 0.0).max(axis=1)
    return found
