"""Pieces are painted for some milliseconds at a turn, and what is in the making can be given up."""

from __future__ import annotations

from collections.abc import Iterator
from time import sleep

import pytest
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import slices as module
from desktop import turns
from desktop.canvas.painting import SLICE, Painting
from desktop.canvas.pieces import Piece, pause


@pytest.fixture
def onto(qapp: QApplication) -> QPixmap:  # noqa: ARG001 - Qt must run first
    return QPixmap(100, 100)


def slow(count: int, done: list[int]) -> Iterator[Piece]:
    """Yield pieces that each take a little over a slice."""
    for number in range(count):
        yield lambda _painter, number=number: (sleep(SLICE * 1.2), done.append(number))


def nothing() -> None:
    """Tell nobody."""


def test_a_slice_ends_when_its_time_is_over(onto: QPixmap) -> None:
    painting, done = Painting(), list[int]()
    painting.paint(onto, slow(10, done), nothing)
    painting._do(SLICE)
    assert done == [0]
    assert painting.busy


def test_what_else_a_turn_took_is_taken_off_its_slice(onto: QPixmap, monkeypatch: pytest.MonkeyPatch) -> None:
    painting, done, clock = Painting(), [0], [0.0]
    monkeypatch.setattr(module, "perf_counter", lambda: clock[0])
    monkeypatch.setattr(turns, "perf_counter", lambda: clock[0])

    def quarter(_painter: QPainter) -> None:
        done[0], clock[0] = done[0] + 1, clock[0] + SLICE / 4.0

    painting.paint(onto, iter([quarter] * 20), nothing)
    for spent, most in ((1.0, 0), (0.8 * SLICE, 1), (0.3 * SLICE, 4), (0.0, 8)):
        painting._turns._begin()
        clock[0] += spent
        painting._go_on()
        assert most <= done[0] <= most + 1  # rounded


def test_it_tells_once_all_is_painted(onto: QPixmap, qtbot: QtBot) -> None:
    painting, done, told = Painting(), list[int](), list[bool]()
    painting.paint(onto, slow(3, done), lambda: told.append(painting.busy))
    qtbot.waitUntil(lambda: bool(told))
    assert (done, told) == ([0, 1, 2], [False])


def test_what_is_given_up_is_not_painted(onto: QPixmap, qtbot: QtBot) -> None:
    painting, done, told = Painting(), list[int](), list[bool]()
    painting.paint(onto, slow(10, done), lambda: told.append(True))
    painting._do(SLICE)
    painting.cancel()
    qtbot.wait(30)
    assert (done, told) == ([0], [])


def test_another_image_may_be_begun_when_one_is_done(onto: QPixmap) -> None:
    painting, done = Painting(), list[int]()
    painting.paint(onto, slow(1, done), lambda: painting.paint(QPixmap(10, 10), slow(1, done), nothing))
    painting.finish()
    assert done == [0, 0]


def test_composing_does_not_count_as_painting(onto: QPixmap) -> None:
    painting = Painting()
    painting.paint(onto, (sleep(0.02) or pause for _ in range(2)), nothing)
    painting.finish()
    assert painting.seconds < 0.02


def test_a_fault_ends_the_picture(onto: QPixmap) -> None:
    def fault(_painter: QPainter) -> None:
        raise ValueError("a piece that fails")

    painting = Painting()
    painting.paint(onto, iter([fault]), nothing)
    with pytest.raises(ValueError, match="fails"):
        painting.finish()
    assert not painting.busy
