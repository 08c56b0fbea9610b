"""Sprites are painted once, and each has a square to itself."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.canvas.painter import paint
from desktop.canvas.shelf import Spot
from desktop.canvas.sprites import FINE, HeadLook, Sprites, blurred
from graphdata.batch.batch import KINDS
from graphdata.batch.fragments import ACROSS
from graphdata.batch.strokes import Look
from graphdata.style import Theme


def code(radius: float, kind: int, pinned: bool = False) -> int:
    """Return the code of an actor's looks."""
    return (int(radius * FINE) * len(KINDS) + kind) * 2 + pinned


def image(sprites: Sprites, spot: Spot) -> QImage:
    """Return what lies at a spot of the shelf."""
    return sprites.shelf.pages[spot.page].copy(spot.left, spot.top, spot.wide, spot.high).toImage()


def test_no_two_sprites_share_a_pixel(undressed: QApplication, light: Theme) -> None:  # noqa: ARG001 - its fonts
    sprites = Sprites(light, 1.0, 1.0)
    codes = np.array([code(radius, kind) for radius in range(4, 40) for kind in range(len(KINDS))])
    found = sprites.nodes(codes)
    used = np.zeros((sprites.node_atlas.pixmap.height(), sprites.node_atlas.pixmap.width()), dtype=int)
    for left, top, wide, high in found.astype(int):
        used[top : top + high, left : left + wide] += 1
    assert used.max() == 1


@pytest.mark.parametrize(("ratio", "scale"), [(1.0, 0.1), (1.0, 1.3), (2.0, 0.72)])
def test_nothing_of_an_actor_is_cut_off(undressed: QApplication, light: Theme, ratio: float, scale: float) -> None:  # noqa: ARG001
    sprites = Sprites(light, ratio, scale)
    looks = [*product((2, 9, 31), range(len(KINDS)), (0, 1))]
    found = sprites.nodes(np.array([(int(radius * FINE) * len(KINDS) + kind) * 4 + pin for radius, kind, pin in looks]))
    for (*_, side), (radius, kind, pinned) in zip(found, looks, strict=True):
        whole = QImage(120, 120, QImage.Format.Format_ARGB32_Premultiplied)
        whole.fill(0)
        painter = QPainter(whole)
        painter.translate(60.0, 60.0)
        painter.scale(ratio, ratio)
        paint(sprites._node(KINDS[kind], radius / ratio, seated=False, pinned=bool(pinned)), painter)
        painter.end()
        inked = np.frombuffer(whole.constBits(), np.uint8).reshape(120, 120, 4)[:, :, 3] > 0
        reach = 60 - int(side) // 2
        assert inked.sum() == inked[reach : 120 - reach, reach : 120 - reach].sum()


def test_a_look_is_painted_once(undressed: QApplication, light: Theme) -> None:  # noqa: ARG001 - its fonts
    sprites = Sprites(light, 2.0, 1.0)
    first = sprites.signs(np.array([0, 5, 5]))
    assert (first[1] == first[2]).all()
    assert (sprites.signs(np.array([5]))[0] == first[1]).all()
    assert sprites.signs(np.empty(0, dtype=int)).shape == (0, 4)


def test_a_strip_has_the_colour_of_its_domain_and_soft_edges(undressed: QApplication, light: Theme) -> None:  # noqa: ARG001
    sprites, look = Sprites(light, 1.0, 1.0), Look("solid", 4.0)
    strip = image(sprites, sprites.strip(0, look))
    assert strip.pixelColor(0, strip.height() // 2) == QColor(light.domain("arms"))
    assert 0 < strip.pixelColor(0, 2).alpha() < 128
    assert sprites.strip(0, look) == sprites.strip(0, look)


def test_a_head_points_to_the_right(undressed: QApplication, light: Theme) -> None:  # noqa: ARG001 - its fonts
    sprites = Sprites(light, 1.0, 1.0)
    arrow, bar = (image(sprites, sprites.head(HeadLook(0, bar, False, 12.0))) for bar in (False, True))
    middle, tip = arrow.width() // 2, round(0.5 * 12.0 * ACROSS)
    assert arrow.pixelColor(middle + tip - 3 * ACROSS, arrow.height() // 2).alpha() == 255
    assert arrow.width() - middle - tip < ACROSS  # no wider than what is soft at the tip
    assert arrow.height() < arrow.width() < bar.height()
    assert bar.pixelColor(bar.width() // 2 + tip - ACROSS, bar.height() // 2 - 5 * ACROSS).alpha() == 255


def test_grains_are_blurred_over_the_size_of_a_pixel() -> None:
    grains = np.zeros((40, 40, 4), dtype=np.uint8)
    grains[16:24, 12:28] = (10, 60, 200, 255)
    soft = blurred(grains)
    assert soft.sum(axis=(0, 1)) == pytest.approx(grains.sum(axis=(0, 1)), rel=0.06)
    assert (soft[19, 19] == grains[19, 19]).all()
    assert soft[15, 19, 3] == pytest.approx(255 / 2, abs=1)
    assert not soft[:8].any()
