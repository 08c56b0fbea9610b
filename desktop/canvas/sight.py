"""How a scene is seen: the camera, the pixels of the screen, and the colours; a frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QPainter

from desktop.canvas.camera import Camera

if TYPE_CHECKING:
    from desktop.canvas.primitives import Floats
    from graphdata.style import Theme


@cache
def domains() -> Mapping[int, str]:
    """Return the domain that each code of the arrays stands for; none for the background's."""
    from graphdata.batch.batch import DOMAIN_CODES

    return {code: domain for domain, code in DOMAIN_CODES.items()}


class Sight(NamedTuple):
    """The camera, pixels to a point, and the theme."""

    camera: Camera
    ratio: float
    theme: Theme

    @property
    def shift(self) -> Floats:
        """Where the scene's origin lies in the image, in pixels."""
        import numpy as np

        return np.array([self.camera.x, self.camera.y]) * self.ratio

    def colour(self, domain: int) -> QColor:
        """Return the colour of a domain's code, or of the background."""
        name = domains().get(domain)
        return QColor(self.theme.domain(name) if name else self.theme.map.background)

    def place(self, painter: QPainter) -> None:
        """Let the painter's unit be the point of the scene."""
        from desktop.canvas.primitives import to_pixels

        to_pixels(painter)
        painter.scale(self.ratio, self.ratio)
        painter.translate(self.camera.x, self.camera.y)
