"""Sprites: actors, signs and dots painted once by the painter of all pictures, then only copied."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.canvas.letters import Letters
from desktop.canvas.painter import paint
from desktop.canvas.primitives import Floats
from desktop.canvas.sight import DOMAINS
from graphdata import rendering, style
from graphdata.batch.batch import BADGES, KINDS, Ints, badges_in
from graphdata.drawing import Mark
from graphdata.sign_room import BADGE_RADIUS
from graphdata.style import Theme

PHASES: Final = 4  # places within a pixel, across and down, that a dot is told apart by
WIDE: Final = 1024  # pixels of an atlas from left to right
FINE: Final = 2.0  # sizes are told apart by halves of a pixel


class Atlas:
    """Square sprites in rows of one pixmap; each is painted when it is asked for first."""

    def __init__(self) -> None:
        """Start empty."""
        self.pixmap = QPixmap()
        self._spots: dict[int, tuple[float, float, float, float]] = {}
        self._left = self._top = self._row = 0

    def missing(self, codes: Ints) -> Ints:
        """Return the codes whose sprites are not painted yet."""
        found = np.flatnonzero(np.bincount(codes)) if len(codes) else codes
        return np.array([code for code in found.tolist() if code not in self._spots], dtype=np.int64)

    def sources(self, codes: Ints, side: Callable[[int], int], draw: Callable[[int, QPainter], None]) -> Floats:
        """Return where sprites lie (n, 4), by code; side tells the pixels one takes, draw paints it at 0."""
        if not len(codes):
            return np.empty((0, 4))
        table = np.empty((int(codes.max()) + 1, 4))
        for code in np.flatnonzero(np.bincount(codes)).tolist():
            if code not in self._spots:
                self._spots[code] = self._room(side(code))
                self._paint(self._spots[code], code, draw)
            table[code] = self._spots[code]
        return np.asarray(table[codes])

    def _room(self, side: int) -> tuple[float, float, float, float]:
        """Return a free square, in a new row where the last one is full."""
        side += side % 2  # an even sprite has its middle on a corner of pixels
        if self._left + side > WIDE:
            self._left, self._top, self._row = 0, self._top + self._row, 0
        spot = (float(self._left), float(self._top), float(side), float(side))
        self._left, self._row = self._left + side, max(self._row, side)
        if self._top + side > self.pixmap.height():
            self._grow(self._top + side)
        return spot

    def _grow(self, wanted: int) -> None:
        """Make the pixmap higher; what is painted stays."""
        grown = QPixmap(WIDE, max(wanted, 2 * self.pixmap.height(), 64))
        grown.fill(Qt.GlobalColor.transparent)
        if not self.pixmap.isNull():
            painter = QPainter(grown)
            painter.drawPixmap(0, 0, self.pixmap)
            painter.end()
        self.pixmap = grown

    def _paint(self, spot: tuple[float, float, float, float], code: int, draw: Callable[[int, QPainter], None]) -> None:
        """Paint one sprite into its square."""
        left, top, side, _ = spot
        painter = QPainter(self.pixmap)
        painter.setClipRect(QRectF(left, top, side, side))
        painter.translate(left + side / 2.0, top + side / 2.0)
        draw(code, painter)
        painter.end()


class Sprites:
    """The sprites of one theme, at one ratio of pixels to points and one mark scale."""

    def __init__(self, theme: Theme, ratio: float, scale: float) -> None:
        """Start with none painted."""
        self.key = (theme, ratio, scale)
        self._theme, self._ratio, self._scale = theme, ratio, scale
        self.node_atlas, self.sign_atlas, self.dot_atlas = Atlas(), Atlas(), Atlas()
        self.letters = Letters(theme, ratio)

    def nodes(self, codes: Ints) -> Floats:
        """Return where actors lie in their atlas; a code is (size in halves of a pixel, kind, pinned)."""

        def look(code: int) -> tuple[float, int, bool]:
            sizes, pinned = divmod(code, 2)
            size, kind = divmod(sizes, len(KINDS))
            return size / FINE, kind, bool(pinned)

        def side(code: int) -> int:
            return int(2.0 * (look(code)[0] * 1.3 + 4.0 * self._scale * self._ratio) + 2.0)

        def draw(code: int, painter: QPainter) -> None:
            radius, kind, pinned = look(code)
            painter.scale(self._ratio, self._ratio)
            paint(self._node(KINDS[kind], radius / self._ratio, pinned), painter)

        return self.node_atlas.sources(codes, side, draw)

    def _node(self, kind: str, radius: float, pinned: bool) -> list[Mark]:
        """Return the marks of an actor about 0."""
        marks = list(rendering.outline_marks(kind, 0.0, 0.0, radius, self._scale, self._theme))
        return [*marks, rendering.pin_mark(0.0, 0.0, radius, self._scale, self._theme)] if pinned else marks

    def signs(self, codes: Ints) -> Floats:
        """Return where signs lie in their atlas; a code is (domain, hostile, badges)."""
        reach = (style.GLYPH_RADIUS + BADGE_RADIUS + 2.0) * self._scale * self._ratio

        def draw(code: int, painter: QPainter) -> None:
            look, badges = divmod(code, 1 << len(BADGES))
            sign = rendering.Sign(DOMAINS[look // 2], bool(look % 2), badges_in(badges))
            painter.scale(self._ratio, self._ratio)
            paint(rendering.signs_at(sign, 0.0, 0.0, self._scale, self._theme), painter)

        return self.sign_atlas.sources(codes, lambda _: int(2.0 * reach + 2.0), draw)

    def dots(self, codes: Ints) -> Floats:
        """Return where dots lie in their atlas; a code is (size in halves of a pixel, domain, place in a pixel)."""

        def width(code: int) -> float:
            return code // PHASES**2 // len(DOMAINS) / FINE

        def draw(code: int, painter: QPainter) -> None:
            rest, across = divmod(code, PHASES)
            look, down = divmod(rest, PHASES)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.domain(DOMAINS[look % len(DOMAINS)])))
            middle, radius = QPointF((across + 0.5) / PHASES, (down + 0.5) / PHASES), width(code) / 2.0
            painter.drawEllipse(middle, radius, radius)

        return self.dot_atlas.sources(codes, lambda code: ceil(width(code)) + 2, draw)
