"""The last complete image moves with the camera until the new one is whole: nothing is shown half made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import sleep

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import assets
from desktop.canvas import map_view
from desktop.canvas.camera import Camera
from desktop.canvas.framing import holds
from desktop.canvas.map_view import MapView
from desktop.canvas.pieces import Piece
from desktop.canvas.scene_stage import SceneStage
from desktop.canvas.sight import Sight
from graphdata.compose import compose_in_steps, extent
from graphdata.filter import Filter
from graphdata.hits import Hit
from graphdata.network import Network
from graphdata.places import Place
from graphdata.scene import Scene
from graphdata.steps import Steps
from graphdata.style import Theme
from graphdata.ties import ties_of
from graphdata.view import view_of


@pytest.fixture
def stage(network: Network, places: dict[str, Place]) -> SceneStage:
    view = view_of(network, Filter())
    ties = ties_of(view)

    def scene(zoom: float, scale: float) -> Steps[Scene]:
        return compose_in_steps(view, ties, places, zoom=zoom, scale=scale)

    return SceneStage(scene, lambda zoom, scale: extent(view, places, zoom, scale, ties))


@pytest.fixture
def shown(qtbot: QtBot, stage: SceneStage, light: Theme, undressed: QApplication) -> MapView:  # noqa: ARG001 - its fonts
    made = MapView(light)
    made.resize(640, 480)
    made.set_stage(stage)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    assert made.is_settled, "a map that is new is shown whole at once"
    return made


def image(view: MapView) -> QImage:
    """Return what is seen."""
    return view.grab().toImage()


def ink(view: MapView) -> int:
    """Return how many points are not background."""
    seen = image(view).convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(seen.constBits(), np.uint8).reshape(seen.height(), seen.width(), 4)[:, :, 2::-1]
    return int((rows != QColor(view.theme.map.background).getRgb()[:3]).any(axis=2).sum())


@pytest.fixture
def arms(network: Network, places: dict[str, Place]) -> SceneStage:
    """Return a stage with the arms alone, on a map that is fitted to the whole."""
    whole, view = view_of(network, Filter()), view_of(network, Filter(domains=frozenset({"arms"})))
    every, ties = ties_of(whole), ties_of(view)
    return SceneStage(
        lambda zoom, scale: compose_in_steps(view, ties, places, zoom=zoom, scale=scale),
        lambda zoom, scale: extent(whole, places, zoom, scale, every),
    )


def test_the_last_scene_stands_in_until_the_next_is_complete(
    shown: MapView, arms: SceneStage, light: Theme, qtbot: QtBot
) -> None:
    before, node = image(shown), shown.scene.nodes[0]
    middle = QPointF(node.x + shown.camera.x, node.y + shown.camera.y)
    shown.set_stage(arms)
    assert image(shown) == before
    assert not shown.is_settled
    assert shown.hit_at(middle) == Hit("actor", node.id)
    qtbot.waitUntil(lambda: shown.is_settled)
    fresh = MapView(light)
    qtbot.addWidget(fresh)
    fresh.resize(640, 480)
    fresh.set_stage(arms)
    assert image(shown) == image(fresh) != before


def test_a_hand_goes_on_from_what_it_sees_while_the_next_scene_is_composed(shown: MapView, arms: SceneStage) -> None:
    before = shown.camera
    shown.set_stage(arms)
    image(shown)
    shown.zoom_by(1.0)
    assert shown.camera == before
    assert not shown.is_settled
    assert len(shown.scene.edges) == len(arms.scene.edges)


def test_other_colours_are_there_at_once(shown: MapView) -> None:
    dark = assets.theme("dark")
    shown.set_theme(dark)
    assert image(shown).pixelColor(1, 1) == QColor(dark.map.background)


def test_a_map_is_fitted_in_slices_and_moves_meanwhile(shown: MapView, qtbot: QtBot) -> None:
    whole = image(shown)
    shown.zoom_by(2.0)
    qtbot.waitUntil(lambda: shown.is_settled)
    shown.fit()
    assert not shown.is_settled
    assert ink(shown) > 100  # the part that was seen, from further off
    qtbot.waitUntil(lambda: shown.is_settled)
    assert image(shown) == whole


def test_another_size_is_composed_in_slices(shown: MapView, qtbot: QtBot) -> None:
    zoom = shown.camera.zoom
    shown.resize(900, 700)
    assert not shown.is_settled
    qtbot.waitUntil(lambda: shown.is_settled)
    assert shown.camera.zoom > zoom


def test_who_asks_for_the_scene_gets_it_whole(shown: MapView) -> None:
    before = shown.scene.scale
    shown.resize(320, 240)
    assert shown.scene.scale < before


def test_a_slow_map_is_painted_anew_while_it_is_panned(
    shown: MapView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_view, "QUICK", 0.0)
    for _ in range(3):
        shown._pan(5.0, 0.0)
        assert shown._presenter.busy
        assert ink(shown) > 1000
    qtbot.waitUntil(lambda: shown.is_settled)
    at_rest = image(shown)
    shown.refresh()
    assert image(shown) == at_rest


def test_a_new_stage_is_never_shown_by_the_pieces_of_the_old(shown: MapView, stage: SceneStage, qtbot: QtBot) -> None:
    shown.fit_to(stage.extent)
    assert shown._presenter.busy
    shown.set_stage(SceneStage(stage._compose, stage.extent))
    assert not shown._presenter.busy
    qtbot.waitUntil(lambda: shown.is_settled)
    assert ink(shown) > 1000


def test_what_was_painted_to_be_copied_serves_the_next_stage(shown: MapView, stage: SceneStage) -> None:
    before, old = image(shown), shown._stage.sprites.set_for(shown._sight(), stage.scene.scale)
    shown.set_stage(SceneStage(stage._compose, stage.extent))
    assert image(shown) == before
    assert shown._stage.sprites.set_for(shown._sight(), shown.scene.scale) is old


class Slow(SceneStage):
    """A scene whose lifted marks take longer than a slice."""

    def lifted(self, ids: frozenset[str], focus: str, sight: Sight) -> Iterator[Piece]:
        """Yield what paints lifted marks, slowly."""
        for piece in super().lifted(ids, focus, sight):
            yield lambda painter, piece=piece: (sleep(0.005), piece(painter))


def test_what_was_lifted_is_shown_until_what_is_lifted_next(shown: MapView, stage: SceneStage, qtbot: QtBot) -> None:
    shown.set_stage(Slow(stage._compose, stage.extent))
    bare = image(shown)
    shown.set_lifted(frozenset(("actor:ru", "actor:ir")), "actor:ru")
    assert image(shown) == bare
    qtbot.waitUntil(lambda: shown.is_settled)
    one = image(shown)
    shown.set_lifted(frozenset(("actor:us", "actor:ir")), "actor:us")
    assert image(shown) == one != bare
    qtbot.waitUntil(lambda: shown.is_settled)
    assert image(shown) != one
    shown.set_lifted(frozenset())
    assert image(shown) == bare
    assert shown._presenter._raised.empty, "its images take memory"


def test_a_mark_grows_with_the_picture_while_the_zoom_changes(stage: SceneStage, light: Theme) -> None:
    camera = Camera(300.0, 200.0, 1.0)
    for _ in stage.compose(camera, QSize(640, 480)):
        pass
    mark = stage.scene.nodes[0]
    middle = camera.shown((mark.x, mark.y))
    inks = [_ink_right_of(middle, stage, mark.id, each, light) for each in (camera, camera.zoomed(1.5, middle))]
    assert inks[1] == pytest.approx(inks[0] * 1.5, abs=3)


def _ink_right_of(point: Place, stage: SceneStage, mark: str, camera: Camera, theme: Theme) -> int:
    """Return how far a mark reaches to the right of a point when it is painted over the picture."""
    found = QImage(640, 480, QImage.Format.Format_ARGB32_Premultiplied)
    found.fill(0)
    painter = QPainter(found)
    stage.paint_mark(Hit("actor", mark), Sight(camera, 1.0, theme), painter)
    painter.end()
    left, top = (round(value) for value in point)
    return sum(found.pixelColor(x, top).alpha() > 0 for x in range(left, min(640, left + 100)))


def test_a_label_that_stays_as_large_from_further_off_comes_into_the_window(shown: MapView, stage: SceneStage) -> None:
    def with_long_label(zoom: float, scale: float) -> Steps[Scene]:
        scene = yield from stage._compose(zoom, scale)
        last = max(scene.nodes, key=lambda node: node.x)
        long = replace(last, label=(last.x + 20.0, last.y, last.x + 220.0, last.y + 14.0))
        return replace(scene, nodes=tuple(long if node is last else node for node in scene.nodes))

    shown.set_stage(SceneStage(with_long_label, stage.extent))
    assert shown.scene.nodes
    assert holds(shown.frame(0.0, 0.0), shown.camera, shown._stage.bounds())
