"""How a scene is seen: the camera, the pixels of the screen, and the colours; a frozen value."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtGui import QColor, QPainter

from desktop.canvas.camera import Camera
from desktop.canvas.primitives import Floats, to_pixels
from graphdata.batch.batch import DOMAIN_CODES
from graphdata.batch.strokes import BACKGROUND
from graphdata.style import Theme

DOMAINS = {code: domain for domain, code in DOMAIN_CODES.items()}


class Sight(NamedTuple):
    """The camera, pixels to a point, and the theme."""

    camera: Camera
    ratio: float
    theme: Theme

    @property
    def shift(self) -> Floats:
        """Where the scene's origin lies in the image, in pixels."""
        return np.array([self.camera.x, self.camera.y]) * self.ratio

    def colour(self, domain: int) -> QColor:
        """Return the colour of a domain's code, or of the background."""
        found = self.theme.map.background if domain == BACKGROUND else self.theme.domain(DOMAINS[domain])
        return QColor(found)

    def place(self, painter: QPainter) -> None:
        """Let the painter's unit be the point of the scene."""
        to_pixels(painter)
        painter.scale(self.ratio, self.ratio)
        painter.translate(self.camera.x, self.camera.y)
