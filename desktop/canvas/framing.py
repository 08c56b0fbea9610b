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


def step_to(frame: Frame, point: Place) -> Place:
    """Return how far the map must move for a point of the widget to come out from under edges and legend."""
    x, y = point
    dx = min(0.0, frame.width - EDGE - x) + max(0.0, EDGE + frame.left - x)
    dy = min(0.0, frame.height - EDGE - frame.foot - y) + max(0.0, EDGE - y)
    return dx, dy


def _unzoomed(box: Box, zoom: float) -> Box:
    """Return a box of the scene in places of the map."""
    left, top, right, bottom = box
    return left / zoom, top / zoom, right / zoom, bottom / zoom
