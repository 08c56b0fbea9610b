"""A preview is painted beside the window, for the newest wish alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, QThread
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop import worker
from desktop.dialogs.picture_preview import Paint, PicturePreview
from graphdata.problems import EntenteError


class Wishes:
    """Wishes for pictures of one colour each."""

    def __init__(self) -> None:
        """Begin with red."""
        self.colour, self.threads = "#FF0000", set[bool]()

    def __call__(self) -> Paint:
        colour = self.colour

        def paint(room: QSize) -> QImage:
            self.threads.add(QThread.isMainThread())
            if not colour:
                raise EntenteError("Nothing to paint.")
            image = QImage(room / 2, QImage.Format.Format_ARGB32)
            image.fill(QColor(colour))
            return image

        return paint


@pytest.fixture
def wishes() -> Wishes:
    return Wishes()


@pytest.fixture
def preview(wishes: Wishes, qtbot: QtBot) -> Iterator[PicturePreview]:
    made = PicturePreview(wishes)
    qtbot.addWidget(made)
    yield made
    made.stop()
    assert worker.wait_all()


def test_it_is_painted_beside_the_window(preview: PicturePreview, wishes: Wishes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.painted):
        preview.refresh()
    assert wishes.threads == {False}
    assert preview.image.pixelColor(1, 1) == QColor("#FF0000")
    assert not preview.is_busy


def test_the_newest_wish_wins(preview: PicturePreview, wishes: Wishes, qtbot: QtBot) -> None:
    preview._begin()
    wishes.colour = "#0000FF"
    preview._begin()
    qtbot.waitUntil(lambda: not preview.is_busy)
    assert preview.image.pixelColor(1, 1) == QColor("#0000FF")


def test_what_cannot_be_painted_is_told(preview: PicturePreview, wishes: Wishes, qtbot: QtBot) -> None:
    wishes.colour = ""
    with qtbot.waitSignal(preview.failed) as told:
        preview.refresh()
    assert told.args == ["Nothing to paint."]


def test_what_shows_through_is_checked(preview: PicturePreview, wishes: Wishes, qtbot: QtBot) -> None:
    wishes.colour = "#00000000"
    with qtbot.waitSignal(preview.painted):
        preview.refresh()
    shown = preview.grab().toImage()
    middle = shown.height() // 2
    assert len({shown.pixel(x, middle) for x in range(shown.width() // 3, shown.width() // 2)}) == 2
