"""The stored image is exact where it was painted for, and follows the camera until it is painted anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.canvas.camera import Camera
from desktop.canvas.picture import Picture, veil
from graphdata.drawing import Disc
from graphdata.style import Theme

RED = "#ff0000"
AREA = QRectF(0.0, 0.0, 100.0, 100.0)


@pytest.fixture
def picture(qapp: QApplication, light: Theme) -> Picture:  # noqa: ARG001 - Qt must run first
    made = Picture()
    made.repaint((Disc(0.0, 0.0, 10.0, RED),), Camera(50.0, 50.0), QSize(100, 100), 1.0, light)
    return made


def shown(picture: Picture, camera: Camera, theme: Theme) -> QImage:
    """Return what a widget would show of the picture."""
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    picture.show(painter, camera, theme, AREA)
    painter.end()
    return image


def colours(image: QImage, *points: tuple[int, int]) -> list[str]:
    """Return the colours at some points."""
    return [image.pixelColor(*point).name() for point in points]


def test_it_is_empty_until_it_is_painted(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    assert Picture().empty


def test_marks_stand_where_the_camera_shows_them(picture: Picture, light: Theme) -> None:
    image = shown(picture, Camera(50.0, 50.0), light)
    assert colours(image, (50, 50), (70, 50)) == [RED, light.map.background.lower()]
    assert not picture.empty


def test_it_moves_with_the_camera_and_what_slides_in_is_background(picture: Picture, light: Theme) -> None:
    image = shown(picture, Camera(80.0, 50.0), light)
    assert colours(image, (80, 50), (50, 50), (5, 50)) == [RED, *[light.map.background.lower()] * 2]


def test_it_grows_with_the_zoom_about_the_origin(picture: Picture, light: Theme) -> None:
    image = shown(picture, Camera(50.0, 50.0, 2.0), light)
    assert colours(image, (50, 50), (66, 50), (75, 50)) == [RED, RED, light.map.background.lower()]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_finer_screens_get_finer_images(qapp: QApplication, light: Theme, ratio: float) -> None:  # noqa: ARG001 - Qt must run first
    picture = Picture()
    picture.repaint((Disc(0.0, 0.0, 10.0, RED),), Camera(50.0, 50.0), QSize(100, 100), ratio, light)
    assert picture._image.size() == QSize(100, 100) * ratio
    assert colours(shown(picture, Camera(50.0, 50.0), light), (50, 50), (70, 50))[0] == RED


def test_a_veil_pales_what_is_below(picture: Picture, light: Theme) -> None:
    image = shown(picture, Camera(50.0, 50.0), light)
    painter = QPainter(image)
    veil(painter, AREA, light, 0.5)
    painter.end()
    middle = image.pixelColor(50, 50)
    assert middle.red() == 255
    assert middle.green() == pytest.approx(128, abs=2)
