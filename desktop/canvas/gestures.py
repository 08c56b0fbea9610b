"""What a hand is doing to the map: pressing, panning, dragging an actor; and what the keys mean."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from math import isclose
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from desktop.canvas.camera import Camera, Place
    from graphdata.hits import Hit

SLACK: Final = 4.0  # a press that moves less than so many points is a click
STEP: Final = 1.25  # one notch of the wheel, one press of plus
LEAST_PINCH: Final = 0.1  # the factor of one event: a system may tell of more than there is
NUDGE: Final = 8.0  # points an actor moves with shift and an arrow key
PAN: Final = 60.0  # points the map moves with control and an arrow key
HEADINGS: Final[dict[int, str]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
STEPS: Final = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "up": (0.0, -1.0), "down": (0.0, 1.0)}
_numbers = count(1)


@dataclass
class Drag:
    """One press of a button until its release."""

    hit: Hit | None = None
    start: QPointF | None = None
    last: QPointF | None = None
    grip: tuple[float, float] = (0.0, 0.0)
    moved: bool = False
    name: str = ""
    frames: bool = False  # whether a frame is drawn round actors

    @classmethod
    def begun(cls, hit: Hit | None, point: QPointF, grip: tuple[float, float] = (0.0, 0.0)) -> Drag:
        """Return a fresh gesture; grip is how far the pointer is from the middle of the actor it holds."""
        return cls(hit, point, point, grip, name=f"drag {next(_numbers)}")

    @property
    def active(self) -> bool:
        """Whether a button is down."""
        return self.start is not None

    @property
    def framing(self) -> bool:
        """Whether a frame has been begun that is more than a click."""
        return self.frames and self.moved

    def follow(self, point: QPointF) -> tuple[float, float]:
        """Return how far the pointer has moved since last time; nothing until it is more than a click."""
        assert self.start is not None
        assert self.last is not None
        if not self.moved and (point - self.start).manhattanLength() < SLACK:
            return (0.0, 0.0)
        self.moved = True
        step = point - self.last
        self.last = point
        return (step.x(), step.y())


@dataclass
class Zooming:
    """Notch after notch of a zoom: the last one, and where the next would lead if it is like it."""

    factor: float = 0.0
    camera: Camera | None = None
    following: Camera | None = None

    def turn(self, camera: Camera, factor: float, point: Place, furthest: float) -> Camera:
        """Return the camera after a notch about a point; furthest is how far off the map may be seen.

        Fingers on a pad give another factor with each event: nothing is expected after two that differ.
        """
        after, alike = _nearer(camera, factor, point, furthest), self._is_like(factor)
        following = _nearer(after, factor, point, furthest) if alike else after
        self.factor, self.camera = factor, after
        self.following = following if following != after else None
        return after

    def _is_like(self, factor: float) -> bool:
        """Return whether a notch is the first one, or as large as the last one, there or back."""
        return self.factor in {0.0, factor} or isclose(self.factor * factor, 1.0)

    def rest(self) -> None:
        """Begin another gesture with the next notch."""
        self.factor, self.camera, self.following = 0.0, None, None

    def next_of(self, camera: Camera) -> Camera | None:
        """Return where the next notch would lead, if the camera is where the last one led."""
        return self.following if camera is self.camera else None


def _nearer(camera: Camera, factor: float, point: Place, furthest: float) -> Camera:
    """Return the camera closer by a factor, as far off as it may be: further only if it is already."""
    return camera.zoomed(max(factor, min(camera.zoom, furthest) / camera.zoom), point)
