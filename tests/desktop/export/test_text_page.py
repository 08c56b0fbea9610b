"""The first lines of a text are there to be seen, and no more of them than there is room for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from desktop.export.text_page import PITCH, first_lines

pytestmark = pytest.mark.usefixtures("undressed")


def inked_rows(image: QImage) -> int:
    """Return how many rows of pixels hold anything but paper."""
    return sum(len({image.pixel(x, y) for x in range(image.width())}) > 1 for y in range(image.height()))


def test_lines_stand_below_one_another() -> None:
    one, two = (inked_rows(first_lines("id,name\n" * count, QSize(300, 200))) for count in (1, 2))
    assert 0 < one < two


def test_as_many_as_there_is_room_for() -> None:
    room = QSize(300, 200)
    assert first_lines("x\n" * 10_000, room) == first_lines("x\n" * (200 // PITCH), room)
    assert first_lines("x" * 100_000, room).size() == room
