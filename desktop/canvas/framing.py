"""What part of the map's widget is free, and the camera that keeps things inside it; pure functions of sizes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.canvas.camera import Camera, Place, fitted

if TYPE_CHECKING:
    from graphdata.scene import Box

EDGE: Final = 60.0  # how far from the edges an actor is brought that was out of sight
TIGHT: Final = 6.0  # the margin round lines that swing out farther than actors and labels
LOOKS: Final = 4  # marks do not scale with the zoom, so each look corrects the one before


class Frame(NamedTuple):
    """The size of the widget, and what lies over it at the left and at the foot."""

    width: float
    height: float
    left: float = 0.0
    foot: float = 0.0

    @property
    def free(self) -> Place:
        """Width and height that nothing lies over."""
        return self.width - self.left, self.height - self.foot


def whole_in(frame: Frame, extent: Callable[[float, float], Box]) -> Camera:
    """Return the camera that shows the whole map in what is free; extent tells its room at a zoom and a mark scale."""
    camera = Camera()
    for _ in range(LOOKS):
        box = _unzoomed(extent(camera.zoom, camera.mark_scale), camera.zoom)
        camera = fitted(box, *frame.free)
    return camera.panned(frame.left, 0.0)


def holds(frame: Frame, camera: Camera, box: Box) -> bool:
    """Return whether a box of the scene lies in what is free."""
    left, top, right, bottom = box
    beside = left + camera.x >= frame.left and right + camera.x <= frame.width
    return beside and top + camera.y >= 0 and bottom + camera.y <= frame.height - frame.foot


def around(frame: Frame, camera: Camera, box: Box) -> Camera:
    """Return the camera that shows a scene whose lines swing out of what is free."""
    return fitted(_unzoomed(box, camera.zoom), *frame.free, TIGHT).panned(frame.left, 0.0)


def step_to(frame: Frame, *points: Place) -> Place:
    """Return how far the map must move for points of the widget to come out from under edges and legend.

    No farther than needed where they are in sight, to the middle where they are not; the middle of points that lie too
    far apart to be seen at once.
    """
    low, high = (tuple(pick(axis) for axis in zip(*points, strict=True)) for pick in (min, max))
    start, end = (frame.left, 0.0), (frame.width, frame.height - frame.foot)
    in_sight = all(start[at] <= low[at] and high[at] <= end[at] for at in (0, 1))
    axes = (_Axis(start[at] + EDGE, end[at] - EDGE, low[at], high[at]) for at in (0, 1))
    dx, dy = (axis.step if in_sight else axis.centring for axis in axes)
    return dx, dy


class _Axis(NamedTuple):
    """One axis: from where to where things are to be, and from where to where they are."""

    start: float
    end: float
    low: float
    high: float

    @property
    def centring(self) -> float:
        """How far things must move to stand in the middle."""
        return (self.start + self.end - self.low - self.high) / 2.0

    @property
    def step(self) -> float:
        """How far things must move to be inside, and no farther."""
        if self.high - self.low > self.end - self.start:
            return self.centring
        return min(0.0, self.end - self.high) + max(0.0, self.start - self.low)


def _unzoomed(box: Box, zoom: float) -> Box:
    """Return a box of the scene in places of the map."""
    left, top, right, bottom = box
    return left / zoom, top / zoom, right / zoom, bottom / zoom
