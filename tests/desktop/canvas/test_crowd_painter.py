"""The haze is painted where it is, and only there."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.canvas import crowd_painter
from desktop.canvas.camera import Camera
from desktop.canvas.crowd_painter import CACHED, _hazy, _keys, _paint_haze, _paint_straight, haze_image
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


@pytest.mark.parametrize("cached", [0, CACHED])
def test_straight_lines_lie_where_they_go_and_leave_no_clip(
    qapp: QApplication, light: Theme, monkeypatch: pytest.MonkeyPatch, cached: int  # noqa: ARG001 - Qt must run first
) -> None:  # fmt: skip
    monkeypatch.setattr(crowd_painter, "CACHED", cached)
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    segments = np.array([[0.0, 10.5, 300.0, 10.5], [40.5, -50.0, 40.5, 900.0]])
    _paint_straight([(segments, QColor("black"))], Sight(Camera(20.0, 0.0), 1.0, light), painter)
    assert not painter.hasClipping()
    painter.end()
    dark = [image.pixelColor(x, y).lightness() < 128 for x, y in ((25, 10), (310, 10), (60, 0), (60, 499), (200, 200))]
    assert dark == [True, True, True, True, False]


def test_lines_are_sorted_by_their_looks_and_then_from_the_top() -> None:
    looks = np.array([4, 0, 0, 104, 0])
    downs = np.array([-9.0, 300.0, 20.0, -800.0, -50.0])
    segments = np.column_stack([np.zeros(5), downs - 5.0, np.ones(5), downs + 5.0])
    assert np.argsort(_keys(looks, segments), kind="stable").tolist() == [4, 2, 1, 0, 3]
    assert _keys(looks[:0], segments[:0]).tolist() == []


def test_no_haze_takes_no_time() -> None:
    assert not [*_hazy(np.zeros((100, 300)), SIZE)]
    haze = np.zeros((100, 300))
    haze[50, 10] = 0.4
    assert sum(band.width() * band.height() for band in _hazy(haze, SIZE)) <= 15 * 15
