"""The stored image is exact where it was painted for, and follows the camera until it is painted anew."""

from __future__ import annotations

from collections.abc import Iterator
from time import sleep

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.canvas import picture as module
from desktop.canvas.camera import Camera
from desktop.canvas.painting import SLICE
from desktop.canvas.picture import VEIL, Picture, filling, veiling
from desktop.canvas.pieces import Piece, pause
from desktop.canvas.sight import Sight
from graphdata.style import Theme

RED = "#ff0000"
AREA = QRectF(0.0, 0.0, 100.0, 100.0)
SIZE = QSize(100, 100)


def disc(sight: Sight) -> Piece:
    """Return what paints a red disc about the origin of the map."""

    def paint(painter: QPainter) -> None:
        sight.place(painter)
        painter.setBrush(QColor(RED))
        painter.drawEllipse(QPointF(0.0, 0.0), 10.0, 10.0)

    return paint


def pieces(sight: Sight) -> Iterator[Piece]:
    """Yield what paints a disc on the background."""
    yield from filling(QColor(sight.theme.map.background), SIZE * sight.ratio)
    yield disc(sight)


@pytest.fixture
def picture(qapp: QApplication, light: Theme) -> Picture:  # noqa: ARG001 - Qt must run first
    made, sight = Picture(), Sight(Camera(50.0, 50.0), 1.0, light)
    made.begin(pieces(sight), sight, SIZE, lambda: None)
    made.finish()
    return made


def shown(picture: Picture, camera: Camera, theme: Theme, ratio: float = 1.0) -> QImage:
    """Return what a widget would show of the picture."""
    image = QImage(SIZE * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
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


@pytest.mark.parametrize("camera", [Camera(80.0, 50.0), Camera(30.0, 40.0, 1.25), Camera(55.5, 48.2, 0.7)])
def test_what_is_empty_need_not_be_copied(picture: Picture, light: Theme, camera: Camera) -> None:
    whole = shown(picture, camera, light)
    picture.set_ink((-11.0, -11.0, 11.0, 11.0))
    parted = shown(picture, camera, light)
    assert (
        sum(whole.pixel(x, y) != parted.pixel(x, y) for x in range(100) for y in range(100)) <= 40
    )  # the rim, rounded
    picture.set_ink((400.0, 400.0, 500.0, 500.0))
    assert set(colours(shown(picture, camera, light), (50, 50), (80, 50))) == {light.map.background.lower()}


def test_it_grows_with_the_zoom_about_the_origin(picture: Picture, light: Theme) -> None:
    image = shown(picture, Camera(50.0, 50.0, 2.0), light)
    assert colours(image, (50, 50), (66, 50), (75, 50)) == [RED, RED, light.map.background.lower()]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_finer_screens_get_finer_images(qapp: QApplication, light: Theme, ratio: float) -> None:  # noqa: ARG001 - Qt must run first
    picture, sight = Picture(), Sight(Camera(50.0, 50.0), ratio, light)
    picture.begin(pieces(sight), sight, SIZE, lambda: None)
    picture.finish()
    assert picture.image.size() == SIZE * ratio
    assert colours(shown(picture, Camera(50.0, 50.0), light), (50, 50), (70, 50))[0] == RED


def test_a_veil_pales_what_is_below(picture: Picture, light: Theme) -> None:
    image = shown(picture, Camera(50.0, 50.0), light)
    painter = QPainter(image)
    for piece in veiling(light, SIZE):
        piece(painter)
    painter.end()
    assert image.pixelColor(50, 50).green() == pytest.approx(255 * VEIL, abs=2)


def slow(count: int, done: list[int]) -> Iterator[Piece]:
    """Yield pieces that each take a little over a slice."""
    for number in range(count):
        yield lambda _painter, number=number: (sleep(SLICE * 1.2), done.append(number))


def test_the_old_picture_is_shown_until_the_new_one_is_complete(picture: Picture, light: Theme, qtbot: QtBot) -> None:
    told: list[bool] = []
    picture.begin(slow(3, []), Sight(Camera(), 1.0, light), SIZE, lambda: told.append(True))
    picture._painting._do(SLICE)
    assert picture.busy
    assert colours(shown(picture, Camera(50.0, 50.0), light), (50, 50)) == [RED]
    qtbot.waitUntil(lambda: bool(told))
    assert not picture.busy


def test_a_picture_that_is_given_up_paints_no_further(picture: Picture, light: Theme, qtbot: QtBot) -> None:
    done: list[int] = []
    picture.begin(slow(10, done), Sight(Camera(), 1.0, light), SIZE, lambda: None)
    picture._painting._do(SLICE)
    picture.cancel()
    qtbot.wait(30)
    assert done == [0]
    assert colours(shown(picture, Camera(50.0, 50.0), light), (50, 50)) == [RED]


def test_composing_does_not_count_as_painting(picture: Picture, light: Theme) -> None:
    sight = Sight(Camera(), 1.0, light)
    picture.begin((sleep(0.02) or pause for _ in range(2)), sight, SIZE, lambda: None)
    picture.finish()
    assert picture.seconds < 0.02


# What is scaled before it is asked for


def expected(picture: Picture, camera: Camera, theme: Theme, qtbot: QtBot, ratio: float = 1.0) -> None:
    """Let the picture be scaled for a camera."""
    picture.expect(Sight(camera, ratio, theme), SIZE)
    qtbot.waitUntil(lambda: picture.ready_rows(camera, AREA) == 100)


def spoilt(picture: Picture) -> None:
    """Blacken the image that is shown: what is still seen of it has been scaled before."""
    picture.image.fill(QColor("#000000"))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("camera", [Camera(48.3, 51.7, 1.25), Camera(10.0, 80.0, 3.1), Camera(55.5, 48.2, 0.8)])
def test_what_is_expected_is_ready_and_the_same(
    qapp: QApplication,  # noqa: ARG001 - Qt must run first
    light: Theme,
    qtbot: QtBot,
    camera: Camera,
    ratio: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "BAND", 1700)  # several bands
    picture, sight = Picture(), Sight(Camera(50.0, 50.0), ratio, light)
    picture.begin(pieces(sight), sight, SIZE, lambda: None)
    picture.finish()
    asked_for = shown(picture, camera, light, ratio)
    expected(picture, camera, light, qtbot, ratio)
    spoilt(picture)
    assert shown(picture, camera, light, ratio) == asked_for


def test_what_is_expected_is_scaled_in_slices(picture: Picture, light: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BAND", 1000)
    camera = Camera(50.0, 50.0, 1.25)
    picture.expect(Sight(camera, 1.0, light), SIZE)
    assert picture.ready_rows(camera, AREA) == 0
    asked_for = shown(picture, camera, light)
    for rows in range(10, 101, 10):
        picture._scaling._do(0.0)  # a band
        assert picture.ready_rows(camera, AREA) == rows
        assert shown(picture, camera, light) == asked_for


def test_what_is_expected_is_ready_where_points_and_pixels_do_not_come_out_even(
    qapp: QApplication,  # noqa: ARG001 - Qt must run first
    light: Theme,
) -> None:
    picture, sight, size = Picture(), Sight(Camera(50.0, 50.0), 1.25, light), QSize(101, 99)
    picture.begin(pieces(sight), sight, size, lambda: None)
    picture.finish()
    camera = Camera(50.0, 50.0, 1.25)
    picture.expect(sight._replace(camera=camera), size)
    picture._scaling.finish()
    assert picture.ready_rows(camera, QRectF(0.0, 0.0, 101.0, 99.0)) == 99


def test_a_pointer_that_trembles_is_as_expected(picture: Picture, light: Theme, qtbot: QtBot) -> None:
    expected(picture, Camera(50.0, 50.0, 1.25), light, qtbot)
    assert picture.ready_rows(Camera(50.4, 49.7, 1.25), AREA) == 100
    for other in (Camera(50.0, 51.0, 1.25), Camera(50.0, 50.0, 1.2500001), Camera(50.0, 50.0, 0.8)):
        assert picture.ready_rows(other, AREA) == 0
    assert picture.ready_rows(Camera(50.0, 50.0, 1.25), AREA.adjusted(0.0, 0.0, 1.0, 0.0)) == 0


@pytest.mark.parametrize("camera", [Camera(30.0, 40.0, 0.8), Camera(80.0, 50.0, 2.0)])
def test_what_was_not_expected_is_shown_as_it_would_be(
    picture: Picture, light: Theme, qtbot: QtBot, camera: Camera
) -> None:
    before = shown(picture, camera, light)
    expected(picture, Camera(50.0, 50.0, 1.25), light, qtbot)
    assert shown(picture, camera, light) == before


def test_a_new_picture_is_not_expected_to_be_the_old_one(picture: Picture, light: Theme, qtbot: QtBot) -> None:
    camera = Camera(50.0, 50.0, 1.25)
    expected(picture, camera, light, qtbot)
    sight = Sight(Camera(20.0, 20.0), 1.0, light)
    picture.begin(pieces(sight), sight, SIZE, lambda: None)
    assert picture.ready_rows(camera, AREA) == 0
    picture.finish()
    assert colours(shown(picture, Camera(20.0, 20.0), light), (20, 20), (50, 50))[0] == RED


def test_nothing_is_expected_of_a_picture_in_the_making(picture: Picture, light: Theme) -> None:
    told: list[bool] = []
    picture.begin(slow(2, []), Sight(Camera(), 1.0, light), SIZE, lambda: told.append(True))
    picture.expect(Sight(Camera(50.0, 50.0, 1.25), 1.0, light), SIZE)
    picture.finish()
    assert told == [True]
