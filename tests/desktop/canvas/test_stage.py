"""A map that is given nothing shows nothing, and takes no arrays to do so."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.canvas.camera import Camera
from desktop.canvas.map_view import MapView
from desktop.canvas.sight import Sight
from desktop.canvas.stage import Blank
from graphdata.hits import Hit
from graphdata.scene import Scene
from graphdata.style import Theme

LOOK = """
import sys
import desktop.app, desktop.window
print([name for name in ("numpy", "graphdata.view", "graphdata.storage.pack") if name in sys.modules])
"""


def test_nothing_is_on_a_blank_stage(light: Theme) -> None:
    stage, hit, sight = Blank(), Hit("actor", "actor:ru"), Sight(Camera(), 1.0, light)
    assert [*stage.compose(Camera(), QSize()), *stage.pieces(sight), *stage.lifted(frozenset(), "", sight)] == []
    assert (stage.hit((0.0, 0.0), 1.0), stage.place_of(hit), stage.title(hit)) == (None, None, "")
    assert stage.extent(1.0, 1.0) == stage.bounds() == Scene((), (), 1.0).bounds
    assert stage.composed(Camera(zoom=3.0))
    assert stage.sprites is stage.sprites


def test_a_map_without_a_scene_is_empty(qtbot: QtBot, light: Theme) -> None:
    view = MapView(light)
    qtbot.addWidget(view)
    image = view.grab().toImage()
    corners = {image.pixelColor(x, y).name() for x in (0, image.width() - 1) for y in (0, image.height() - 1)}
    assert corners == {QColor(light.map.background).name()}
    assert view.is_settled
    assert view.scene.nodes == ()


def test_a_window_needs_no_arrays() -> None:
    run = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.strip() == "[]"
