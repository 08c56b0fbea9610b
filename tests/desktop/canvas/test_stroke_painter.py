"""Strokes are painted band by band, and nobody can tell from the picture."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.canvas import stroke_painter
from desktop.canvas.camera import Camera
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import Sprites
from desktop.canvas.stroke_painter import HIGH, MOST, StrokePainter, _calls
from graphdata.batch.batch import Lines
from graphdata.batch.strokes import NO_STROKES, Strokes, heads_of, runs_of
from graphdata.style import Theme

SIDE = 4 * HIGH
GROUND = QColor("#ffffff")


def strokes(count: int = 40) -> Strokes:
    """Return the strokes of straight lines of all patterns that cross a square from its middle on."""
    angles = np.linspace(0.0, 6.0, count)
    away = np.column_stack([np.cos(angles), np.sin(angles)]) * SIDE * 0.45
    paths = away[:, None] * np.linspace(0.05, 1.0, 5)[None, :, None]
    codes, flags = np.arange(count) % 4, np.arange(count) % 2 == 0
    lines = Lines(paths, codes, (codes + np.arange(count) // 4) % 4, np.full(count, 2.5), flags, ~flags)
    return Strokes(tuple(runs_of(lines, 1.0)), tuple(heads_of(lines, 1.0)))


def image(painter: StrokePainter, sprites: Sprites, camera: Camera, theme: Theme, ground: QColor | None) -> QImage:
    """Return what is painted on white, or with a ground over something else."""
    made = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    made.fill(QColor("#00ff00") if ground else GROUND)
    brush = QPainter(made)
    for piece in painter.pieces(Sight(camera, 1.0, theme), sprites, ground):
        piece(brush)
    brush.end()
    return made


def levels(image: QImage) -> np.ndarray:
    """Return the colours of an image."""
    return np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE, 4)[:, :, :3].astype(int)


def test_where_there_are_no_strokes_the_ground_is_painted(undressed: QApplication, light: Theme) -> None:  # noqa: ARG001
    found = image(StrokePainter(NO_STROKES), Sprites(light, 1.0, 1.0), Camera(), light, GROUND)
    assert (levels(found) == 255).all()


@pytest.mark.parametrize("x", [SIDE / 2.0, SIDE / 2.0 + 0.4, -30.0])
def test_bands_leave_no_seams(
    undressed: QApplication,  # noqa: ARG001 - its fonts
    light: Theme,
    monkeypatch: pytest.MonkeyPatch,
    x: float,
) -> None:
    monkeypatch.setattr(stroke_painter, "SPARSE", 0)
    sprites, camera = Sprites(light, 1.0, 1.0), Camera(x, SIDE / 2.0 + 9.3)
    by_bands = levels(image(StrokePainter(strokes()), sprites, camera, light, None))
    monkeypatch.setattr(stroke_painter, "HIGH", 100 * SIDE)
    whole = levels(image(StrokePainter(strokes()), sprites, camera, light, None))
    assert whole.min() < 64
    assert (np.abs(whole - by_bands).max(axis=2) > 20).mean() < 0.0002


@pytest.mark.parametrize("sparse", [0, 1500])
@pytest.mark.parametrize("y", [SIDE / 2.0, 31.7, -20.0 - SIDE, 3.0 * SIDE])
def test_a_ground_is_painted_whole(
    undressed: QApplication,  # noqa: ARG001 - its fonts
    light: Theme,
    monkeypatch: pytest.MonkeyPatch,
    y: float,
    sparse: int,
) -> None:
    monkeypatch.setattr(stroke_painter, "SPARSE", sparse)
    sprites, painter, camera = Sprites(light, 1.0, 1.0), StrokePainter(strokes()), Camera(SIDE / 2.0, y)
    assert image(painter, sprites, camera, light, GROUND) == image(painter, sprites, camera, light, None)


def test_strokes_that_are_given_up_are_laid_out_anew(undressed: QApplication, light: Theme) -> None:  # noqa: ARG001
    sprites, camera = Sprites(light, 1.0, 1.0), Camera(SIDE / 2.0, SIDE / 2.0)
    painter, whole = StrokePainter(strokes()), image(StrokePainter(strokes()), sprites, camera, light, None)
    made = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    brush = QPainter(made)
    pieces = painter.pieces(Sight(camera, 1.0, light), sprites)
    for _ in range(3):
        next(pieces)(brush)
    brush.end()
    assert image(painter, sprites, camera, light, None) == whole


def test_a_call_has_one_band_and_page_and_few_copies() -> None:
    bands = np.repeat([0, 1, 3], [2 * MOST + 5, 4, 6])
    pages = np.concatenate([np.zeros(2 * MOST + 7, dtype=int), np.ones(8, dtype=int)])
    calls = [*_calls(bands, pages, HIGH)]
    assert [(call.top // HIGH, call.page, call.is_first) for call in calls] == [
        (0, 0, True), (0, 0, False), (0, 0, False), (1, 0, True), (1, 1, False), (3, 1, True),
    ]  # fmt: skip
    assert all(one.rows.stop == other.rows.start for one, other in pairwise(calls))
    assert all(call.rows.stop - call.rows.start <= MOST for call in calls)
