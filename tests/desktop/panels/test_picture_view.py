"""A drawing in a panel: as large as it is, or as small as can still be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.panels.picture_view import SMALLEST, PictureView
from graphdata.drawing import Disc, Drawing

DRAWING = Drawing(200.0, 100.0, "#FFFFFF", (Disc(100.0, 50.0, 20.0, "#FF0000"),), "A disc")


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    made = PictureView()
    qtbot.addWidget(made)
    made.show_drawing(DRAWING)
    return made


def test_it_stands_in_the_middle_and_is_not_blown_up(view: PictureView) -> None:
    view.resize(400, 300)
    image = view.grab().toImage()
    assert image.pixelColor(200, 150) == QColor("#FF0000")
    assert image.pixelColor(200, 120) == QColor("#FFFFFF")


def test_it_is_scaled_down_as_long_as_it_can_be_read(view: PictureView) -> None:
    view.resize(170, 300)
    assert view.share() == 0.85
    assert view.minimumWidth() == round(200 * SMALLEST)


def test_its_title_stands_for_it(view: PictureView) -> None:
    assert view.accessibleName() == "A disc"
    view.show_drawing(None)
    assert (view.accessibleName(), view.minimumWidth(), view.share()) == ("", 0, 1.0)
