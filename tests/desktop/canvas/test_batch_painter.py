"""The arrays are painted as the marks of a page are: the same picture, but for the fraction of a pixel."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop import assets
from desktop.canvas.batch_painter import BatchPainter
from desktop.canvas.camera import Camera
from desktop.canvas.painter import paint
from desktop.canvas.pieces import painted
from desktop.canvas.sight import Sight
from desktop.canvas.sprites import Sprites
from graphdata.batch.batch import batch_of
from graphdata.batch.strokes import Strokes, heads_of, runs_of
from graphdata.compose import compose
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.places import Place
from graphdata.rendering import marks_of
from graphdata.scene import Scene
from graphdata.style import Theme
from graphdata.ties import ties_of
from graphdata.view import view_of

CAMERA = Camera(320.0, 240.0)


@pytest.fixture
def scene(network: Network, places: dict[str, Place], undressed: QApplication) -> Scene:  # noqa: ARG001 - its fonts
    view = view_of(network, Filter())
    return compose(view, ties_of(view), places, pins=["actor:ru"])


def image(ratio: float, theme: Theme) -> QImage:
    """Return an empty picture."""
    made = QImage(int(640 * ratio), int(480 * ratio), QImage.Format.Format_RGB32)
    made.fill(QColor(theme.map.background))
    return made


def painter_of(scene: Scene) -> BatchPainter:
    """Return what paints the arrays of a scene."""
    batch = batch_of(scene)
    return BatchPainter(
        batch, Strokes(tuple(runs_of(batch.lines, batch.scale)), tuple(heads_of(batch.lines, batch.scale)))
    )


def by_marks(scene: Scene, ratio: float, theme: Theme) -> np.ndarray:
    """Return the scene as a page shows it."""
    made = image(ratio, theme)
    painter = QPainter(made)
    Sight(CAMERA, ratio, theme).place(painter)
    paint(marks_of(scene, theme), painter)
    painter.end()
    return grains(made)


def by_arrays(scene: Scene, ratio: float, theme: Theme) -> np.ndarray:
    """Return the scene as the screen shows it."""
    made = image(ratio, theme)
    painter = QPainter(made)
    sprites = Sprites(theme, ratio, scene.scale)
    painted(painter_of(scene).pieces(Sight(CAMERA, ratio, theme), sprites), painter)
    painter.end()
    return grains(made)


def grains(image: QImage) -> np.ndarray:
    """Return the mean colours of squares of 4 x 4 pixels: half a pixel to the side hardly shows in them."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, :3]
    return rows.reshape(image.height() // 4, 4, image.width() // 4, 4, 3).mean(axis=(1, 3))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_screen_shows_what_a_page_shows(scene: Scene, ratio: float, name: str) -> None:
    theme = assets.theme(name)
    one, other = by_marks(scene, ratio, theme), by_arrays(scene, ratio, theme)
    empty = grains(image(ratio, theme))
    ink = np.abs(one - empty).mean()
    assert np.abs(one - other).mean() < 0.25 * ink
    assert np.abs(one - empty).max(axis=2)[np.abs(one - other).max(axis=2) > 90.0].size < 0.002 * one[:, :, 0].size


def test_the_comparison_notices_a_missing_line(scene: Scene, light: Theme) -> None:
    fewer = Scene(scene.nodes, scene.edges[1:], scene.scale)
    whole, missing = by_marks(scene, 1.0, light), by_arrays(fewer, 1.0, light)
    assert np.abs(whole - missing).mean() > np.abs(whole - by_arrays(scene, 1.0, light)).mean() * 1.3


@pytest.mark.parametrize("zoomed", [1.0, 40.0])  # forty times as large, lines have to be cut at the window
def test_what_was_worked_out_once_does_for_other_places(scene: Scene, light: Theme, zoomed: float) -> None:
    painter, sprites = painter_of(spread(scene, zoomed)), Sprites(light, 1.0, scene.scale)
    for camera in (CAMERA, Camera(250.0, 300.0), Camera(-90.0, 20.0), Camera(5_000.0, 0.0)):
        again, anew = image(1.0, light), image(1.0, light)
        for made, batch in ((again, painter), (anew, painter_of(spread(scene, zoomed)))):
            brush = QPainter(made)
            painted(batch.pieces(Sight(camera, 1.0, light), sprites), brush)
            brush.end()
        assert again == anew


def test_other_colours_are_taken_up(scene: Scene, light: Theme) -> None:
    painter, dark = painter_of(scene), assets.theme("dark")
    for theme in (light, dark, light):
        made = image(1.0, theme)
        brush = QPainter(made)
        painted(painter.pieces(Sight(CAMERA, 1.0, theme), Sprites(theme, 1.0, scene.scale)), brush)
        brush.end()
        assert np.array_equal(grains(made), by_arrays(scene, 1.0, theme))


def spread(scene: Scene, factor: float) -> Scene:
    """Return a scene whose places are so much farther apart, as from close by."""
    nodes = [replace(node, x=node.x * factor, y=node.y * factor) for node in scene.nodes]
    return Scene(tuple(nodes), tuple(replace(edge, path=edge.path * factor) for edge in scene.edges), scene.scale)
