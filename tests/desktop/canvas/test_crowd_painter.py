"""The haze is painted where it is, and only there."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.canvas.camera import Camera
from desktop.canvas.crowd_painter import _hazy, _paint_haze, haze_image
from desktop.canvas.sight import Sight
from graphdata.style import Theme

SIZE = QSize(1500, 500)  # several bands high


def painted(haze: np.ndarray, theme: Theme, *bands: QRect) -> QImage:
    """Return a white image with the haze in some bands."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for band in bands:
        _paint_haze(haze_image(haze, Sight(Camera(), 1.0, theme)), SIZE, band, painter)
    painter.end()
    return image


def _values(image: QImage) -> np.ndarray:
    """Return the channels of an image."""
    return np.frombuffer(image.constBits(), np.uint8).astype(int)


@pytest.mark.parametrize("there", [(slice(40, 90), slice(100, 101)), (slice(0, 100), slice(0, 300)), (0, 0)])
def test_nothing_of_the_haze_is_left_out(qapp: QApplication, light: Theme, there: tuple[slice, slice]) -> None:  # noqa: ARG001 - Qt must run first
    haze = np.zeros((100, 300))
    haze[there] = 0.4
    whole = painted(haze, light, QRect(0, 0, SIZE.width(), SIZE.height()))
    found = painted(haze, light, *_hazy(haze, SIZE))
    assert np.abs(_values(found) - _values(whole)).max() <= 1  # a clip may round otherwise


def test_no_haze_takes_no_time() -> None:
    assert not [*_hazy(np.zeros((100, 300)), SIZE)]
    haze = np.zeros((100, 300))
    haze[50, 10] = 0.4
    assert sum(band.width() * band.height() for band in _hazy(haze, SIZE)) <= 15 * 15
