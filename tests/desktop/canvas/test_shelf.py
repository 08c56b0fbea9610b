"""What is laid on a shelf stays where it is, and nothing lies on anything else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop.canvas.shelf import PAGE, Shelf

SIDES = st.tuples(st.integers(1, 900), st.integers(1, 250))


def image(wide: int, high: int, colour: str = "#336699") -> QImage:
    """Return an image of one colour."""
    made = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(QColor(colour))
    return made


@pytest.mark.usefixtures("qapp")
@given(st.lists(SIDES, max_size=12))
def test_no_two_images_share_a_pixel(sides: list[tuple[int, int]]) -> None:
    shelf = Shelf()
    spots = [shelf.lay(image(*side)) for side in sides]
    used = [np.zeros((page.height(), page.width()), dtype=int) for page in shelf.pages]
    for page, left, top, wide, high in spots:
        used[page][top : top + high, left : left + wide] += 1
    assert sum(int(page.sum()) for page in used) == sum(wide * high for wide, high in sides)
    assert all(page.max(initial=0) <= 1 for page in used)


def test_an_image_stays_when_others_come(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    shelf = Shelf()
    spot = shelf.lay(image(40, 30, "#aa0000"))
    for _ in range(8):
        shelf.lay(image(900, 300))
    assert len(shelf.pages) > 1
    found = shelf.pages[spot.page].copy(QRect(spot.left, spot.top, spot.wide, spot.high)).toImage()
    assert found.convertToFormat(QImage.Format.Format_RGB32) == image(40, 30, "#aa0000").convertToFormat(
        QImage.Format.Format_RGB32
    )


def test_what_is_larger_than_a_page_has_one_to_itself(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    shelf = Shelf()
    shelf.lay(image(10, 10))
    spot = shelf.lay(image(PAGE.width() + 100, PAGE.height() + 10))
    assert (spot.page, spot.left, spot.top) == (1, 0, 0)
    assert shelf.pages[1].width() == PAGE.width() + 100
