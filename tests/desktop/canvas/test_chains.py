"""A line painted piece by piece looks as the line does, and only where that is so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from desktop.canvas.chains import paint_chain
from desktop.canvas.painter import paint
from graphdata import curves
from graphdata.drawing import Strokes

FINER = 8
INK = "#000000"


def bent(turn: float, reach: float, width: float, **more: object) -> Strokes:
    """Return a bent line about the middle of a square of 200, turned by so many degrees."""
    angle = np.radians(turn)
    half = np.array([np.cos(angle), np.sin(angle)]) * 85.0
    (path,) = curves.lanes(100.3 - half[None], 100.3 + half[None], np.array([reach]))
    return Strokes(curves.segments(path), INK, width, **more)  # type: ignore[arg-type]


def painted(mark: Strokes) -> tuple[bool, np.ndarray]:
    """Return whether a line was painted piece by piece, and its ink."""
    told: list[bool] = []
    found = inked(1.0, lambda painter: told.append(paint_chain(mark, painter, QColor(INK))))
    return told[0], found


def inked(scale: float, work: Callable[[QPainter], object]) -> np.ndarray:
    """Return how much ink, of 255, lies on each pixel of a white square."""
    side = round(200 * scale)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    work(painter)
    painter.end()
    return 255 - np.frombuffer(image.constBits(), np.uint8).reshape(side, side, 4)[..., 0].astype(int)


@pytest.mark.parametrize("turn", [0.0, 7.0, 20.0, 45.0, 70.0, 90.0, 133.0])
@pytest.mark.parametrize(("reach", "width"), [(0.0, 2.5), (20.0, 2.9), (12.0, 6.0)])
def test_it_is_close_to_the_line_painted_finer(qapp: QApplication, turn: float, reach: float, width: float) -> None:  # noqa: ARG001 - Qt must run first
    mark = bent(turn, reach, width)
    told, found = painted(mark)
    fine = inked(FINER, lambda painter: paint((mark,), painter))
    true = fine.reshape(200, FINER, 200, FINER).mean(axis=(1, 3))
    assert told
    assert np.abs(found - true).max() <= 28
    assert np.abs(found - true)[(true > 0) & (true < 255)].mean() < 4


def test_without_seams_it_shows(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - Qt must run first
    mark = bent(20.0, 12.0, 6.0)
    _, whole = painted(mark)
    monkeypatch.setattr("desktop.canvas.chains.SEAM", 0.0)
    assert np.abs(painted(mark)[1] - whole).max() > 30


CORNER = Strokes(curves.segments(np.array([[20.0, 20.0], [90.0, 20.0], [90.0, 90.0]])), INK, 4.0)


@pytest.mark.parametrize(
    "mark",
    [
        bent(20.0, 12.0, 1.5),
        bent(20.0, 12.0, 4.0, opacity=0.5),
        bent(20.0, 12.0, 4.0, round_cap=True),
        CORNER,
        replace(CORNER, segments=curves.segments(np.column_stack([np.linspace(20, 60, 80), np.full(80, 50.0)]))),
        replace(CORNER, segments=np.full((3, 4), 50.0)),
    ],
    ids=["narrow", "see-through", "round ends", "corner", "short pieces", "no length"],
)
def test_what_would_look_otherwise_is_left_to_qt(qapp: QApplication, mark: Strokes) -> None:  # noqa: ARG001 - Qt must run first
    told, found = painted(mark)
    assert not told
    assert not found.any()


def test_short_ends_go_with_their_neighbours(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    path = np.array([[20.0, 50.0], [20.5, 50.0], [60.0, 50.0], [100.0, 51.0], [100.1, 51.0]])
    mark = Strokes(curves.segments(path), INK, 4.0)
    told, found = painted(mark)
    assert told
    assert found[49:51, 20:100].min() > 230
    assert not found[:, 101:].any()
    assert not found[:, :20].any()


def test_a_file_of_vectors_gets_one_line(qapp: QApplication) -> None:  # noqa: ARG001 - Qt must run first
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    paint((bent(20.0, 12.0, 6.0),), painter)
    painter.end()
    assert bytes(buffer.data().data()).count(b"<polyline") == 1
