"""Numpy rows become lines and sprites of Qt."""

from __future__ import annotations

from threading import Thread

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.canvas.primitives import ROOM, draw_lines, draw_sprites, draw_turned


@pytest.fixture
def image(qapp: QApplication) -> QImage:  # noqa: ARG001 - Qt must run first
    made = QImage(ROOM + 10, 4, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    return made


def inked(image: QImage) -> np.ndarray:
    """Return where an image is not white."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return (rows[:, : image.width(), :3] < 255).any(axis=2)


def test_every_line_is_drawn_even_beyond_one_buffer(image: QImage) -> None:
    x = np.arange(ROOM + 10) + 0.5
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    draw_lines(painter, np.column_stack([x, x * 0 + 0.5, x, x * 0 + 2.5]))
    painter.end()
    assert inked(image)[:3].all()


def test_sprites_stand_about_their_middles(image: QImage) -> None:
    atlas = QPixmap(8, 8)
    atlas.fill(QColor("red"))
    painter = QPainter(image)
    draw_sprites(painter, atlas, np.array([[10.0, 2.0], [20.0, 2.0]]), np.array([[0.0, 0.0, 2.0, 2.0]] * 2))
    painter.end()
    assert np.argwhere(inked(image)).tolist() == [[y, x] for y in (1, 2) for x in (9, 10, 19, 20)]


def test_a_turned_sprite_lies_along_its_line(image: QImage) -> None:
    strip = QPixmap(2, 16)
    strip.fill(QColor("red"))
    painter = QPainter(image)
    draw_turned(painter, strip, np.array([[20.0, 2.0, 0.0, 0.0, 2.0, 16.0, 5.0, 0.125, 0.0]]))
    draw_turned(painter, strip, np.array([[40.0, 2.0, 0.0, 0.0, 2.0, 16.0, 1.0, 0.125, 90.0]]))
    painter.end()
    assert np.argwhere(inked(image)).tolist() == [[y, x] for y in (1, 2) for x in (*range(15, 25), 39, 40)]


def test_nothing_is_no_trouble(image: QImage) -> None:
    painter = QPainter(image)
    draw_lines(painter, np.empty((0, 4)))
    draw_turned(painter, QPixmap(2, 16), np.empty((0, 9)))
    painter.end()
    assert not inked(image).any()


def test_threads_do_not_draw_one_anothers_lines(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    found: dict[int, bool] = {}

    def work(row: int) -> None:
        made = QImage(64, 4, QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.white)
        painter = QPainter(made)
        painter.setPen(QColor("black"))
        for _ in range(300):
            draw_lines(painter, np.array([[0.0, row + 0.5, 64.0, row + 0.5]]))
        painter.end()
        found[row] = inked(made).any(axis=1).tolist() == [each == row for each in range(4)]

    threads = [Thread(target=work, args=(row,)) for row in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == dict.fromkeys(range(4), True)
