"""The camera: how places of the map become points of the widget. A frozen value; gestures make new ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Place = tuple[float, float]
CLOSEST, FURTHEST = 8.0, 0.002
MARK_SCALES: Final = (0.72, 1.3)  # marks shrink and grow with the zoom between these, then only their distances do
SMALL: Final = 0.45  # the zoom of a small map, below which marks shrink again, a little less than their distances
SHRINK, LEAST = 0.7, 0.3
NEAR: Final = 1.6  # the zoom at which a few actors stand as far apart as is good to look at
AMPLE: Final = (1600.0, 900.0)  # points of a map; on a larger one they may stand farther apart


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the map's origin lies in the widget, and how large a point of the map is there."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    @property
    def mark_scale(self) -> float:
        """How large marks and labels are drawn."""
        scale = max(MARK_SCALES[0], min(MARK_SCALES[1], self.zoom))
        return max(LEAST, scale * float(min(1.0, self.zoom / SMALL) ** SHRINK))

    def shown(self, place: Place) -> Place:
        """Return where a place of the map is in the widget."""
        return (place[0] * self.zoom + self.x, place[1] * self.zoom + self.y)

    def place(self, point: Place) -> Place:
        """Return the place of the map that a point of the widget shows."""
        return ((point[0] - self.x) / self.zoom, (point[1] - self.y) / self.zoom)

    def panned(self, dx: float, dy: float) -> Camera:
        """Return the camera moved by so many points of the widget."""
        return Camera(self.x + dx, self.y + dy, self.zoom)

    def shift_to(self, other: Camera) -> float:
        """Return how far another camera of the same zoom shows a place from where this one does: the longer way."""
        return max(abs(other.x - self.x), abs(other.y - self.y))

    def zoomed(self, factor: float, point: Place) -> Camera:
        """Return the camera closer by a factor, the place under a point staying where it is."""
        zoom = max(FURTHEST, min(CLOSEST, self.zoom * factor))
        share = zoom / self.zoom
        return Camera(point[0] - (point[0] - self.x) * share, point[1] - (point[1] - self.y) * share, zoom)


def fitted(box: tuple[float, float, float, float], width: float, height: float, margin: float = 18.0) -> Camera:
    """Return the camera that shows a box of the map whole and centred; a few actors no closer than a window needs."""
    left, top, right, bottom = box
    room_x, room_y = max(40.0, width - 2 * margin), max(40.0, height - 2 * margin)
    closest = NEAR * max(1.0, min(width / AMPLE[0], height / AMPLE[1]))
    zoom = min(closest, room_x / max(1.0, right - left), room_y / max(1.0, bottom - top))
    zoom = max(FURTHEST, zoom)
    return Camera((width - (left + right) * zoom) / 2.0, (height - (top + bottom) * zoom) / 2.0, zoom)
