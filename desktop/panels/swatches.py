"""Small pictures for lists, tables and headings, drawn by the map's own painter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap

from desktop import assets
from desktop.canvas.painter import paint
from graphdata import rendering, shapes, style
from graphdata.drawing import Disc, Mark, Polygon
from graphdata.style import Theme

SIZE: Final = 16
SCALES: Final = (1.0, 1.5, 2.0, 3.0)
MIDDLE: Final = SIZE / 2.0


def theme_in_force() -> Theme:
    """Return the theme that fits the window's colours."""
    dark = QGuiApplication.palette().color(QPalette.ColorRole.Base).lightness() < 128
    return assets.theme("dark" if dark else "light")


def domain_icon(domain: str) -> QIcon:
    """Return a domain's glyph in its colour, as it stands on lines."""
    return _domain_icon(domain, theme_in_force().name)


def actor_icon(kind: str) -> QIcon:
    """Return the shape and icon of a kind of actor."""
    return _actor_icon(kind, theme_in_force().name)


def fold_icon(is_open: bool, mirrored: bool) -> QIcon:
    """Return the arrow of a heading: down where it is open, else to where one reads."""
    return _fold_icon(90.0 if is_open else 180.0 if mirrored else 0.0, theme_in_force().name)


@cache
def _fold_icon(turn: float, theme_name: str) -> QIcon:
    arrow = shapes.ring(3, turn, MIDDLE / 2.0) + np.array([MIDDLE, MIDDLE])
    return _icon((Polygon(arrow, assets.theme(theme_name).ui.muted),))


@cache
def _domain_icon(domain: str, theme_name: str) -> QIcon:
    theme = assets.theme(theme_name)
    colour, radius = theme.domain(domain), MIDDLE - 0.8
    glyph = shapes.GLYPH_OUTLINES[style.GLYPHS.get(domain, "cross")] * radius + [MIDDLE, MIDDLE]
    return _icon((Disc(MIDDLE, MIDDLE, radius, theme.map.plate, colour, 1.2), Polygon(glyph, colour)))


@cache
def _actor_icon(kind: str, theme_name: str) -> QIcon:
    theme = assets.theme(theme_name)
    return _icon(rendering.outline_marks(kind, MIDDLE, MIDDLE, MIDDLE - 1.8, 0.8, theme))


def _icon(marks: Iterable[Mark]) -> QIcon:
    """Return the marks as an icon that is sharp at every usual scale and keeps its colour where it is selected."""
    icon, listed = QIcon(), tuple(marks)
    for pixmap in [_pixmap(listed, scale) for scale in SCALES]:
        icon.addPixmap(pixmap, QIcon.Mode.Normal)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def _pixmap(marks: Iterable[Mark], scale: float) -> QPixmap:
    pixmap = QPixmap(int(SIZE * scale), int(SIZE * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(marks, painter)
    painter.end()
    return pixmap
