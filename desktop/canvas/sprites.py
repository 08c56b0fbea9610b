"""Sprites: actors and signs painted once by the painter of all pictures, and strips of lines; then only copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from math import ceil
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from desktop.canvas.letters import Letters
from desktop.canvas.painter import paint
from desktop.canvas.primitives import Floats, Pixels
from desktop.canvas.shelf import Shelf, Spot
from desktop.canvas.sight import Sight, domains
from graphdata import curves, rendering, shapes, style
from graphdata.arrays import distinct
from graphdata.batch.batch import BADGES, KINDS, Flags, Ints, badges_in
from graphdata.batch.fragments import ACROSS, grains_of, rows_of
from graphdata.batch.strokes import BACKGROUND, Look
from graphdata.drawing import Mark, Polygon
from graphdata.sign_room import BADGE_RADIUS
from graphdata.style import Theme

WIDE: Final = 1024  # pixels of an atlas from left to right
FINE: Final = 2.0  # sizes are told apart by halves of a pixel
DOUBLINGS: Final = (1, 2, 4)  # grains apart that are summed up, one after the other, to the eight across a pixel
HEAD_MIDDLE: Final = 0.5  # of a head's length behind its tip: what it is turned about
HEAD_REACH: Final = 0.62  # of its length, from there to its farthest corner
HEAD_LINE: Final = 1.2
RIM: Final = 1.5  # pixels that the softest rim of an actor takes
PIN: Final = 4.5  # points from the middle of a pin to beyond its rim
KEPT: Final = 2  # sets of sprites: on fine screens what the pointer is over has a ratio of its own


class HeadLook(NamedTuple):
    """How a head is painted; its size is in pixels."""

    domain: int
    hostile: bool
    hollow: bool
    size: float


class Atlas:
    """Square sprites in rows of one pixmap; each is painted when it is asked for first."""

    def __init__(self) -> None:
        """Start empty."""
        self.pixmap = QPixmap()
        self._spots = np.empty((0, 4))  # by code: left, top, width and height; without a width where none is painted
        self._left = self._top = self._row = 0

    def missing(self, codes: Ints) -> Ints:
        """Return the codes whose sprites are not painted yet."""
        self._learn(codes)
        bare = codes[self._spots[:, 2].take(codes) == 0.0]
        return distinct(bare) if len(bare) else bare  # mostly there are none

    def _learn(self, codes: Ints) -> None:
        """Have a row for each code."""
        most = int(codes.max(initial=-1)) + 1
        if most > len(self._spots):
            self._spots = np.vstack([self._spots, np.zeros((most - len(self._spots), 4))])

    def sources(self, codes: Ints, side: Callable[[int], int], draw: Callable[[int, QPainter], None]) -> Floats:
        """Return where sprites lie (n, 4), by code; side tells the pixels one takes, draw paints it at 0."""
        for code in self.missing(codes).tolist():
            spot = self._room(side(code))
            self._paint(spot, code, draw)
            self._spots[code] = spot
        return self.spots(codes)

    def spots(self, codes: Ints) -> Floats:
        """Return where sprites lie that are painted (n, 4)."""
        return self._spots.take(codes, axis=0)

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
        self.node_atlas, self.sign_atlas = Atlas(), Atlas()
        self.letters = Letters(theme, ratio)
        self.shelf = Shelf()
        self._heads: dict[HeadLook, Spot] = {}
        self._strips: dict[tuple[int, Look], Spot] = {}

    def nodes(self, codes: Ints) -> Floats:
        """Return where actors lie in their atlas; a code is (size in halves of a pixel, kind, seated, pinned)."""

        def look(code: int) -> tuple[float, int, bool, bool]:
            sizes, flags = divmod(code, 4)
            size, kind = divmod(sizes, len(KINDS))
            return size / FINE, kind, flags > 1, bool(flags % 2)

        def side(code: int) -> int:
            radius, kind, _, pinned = look(code)
            rim = radius * _extent(kind) + max(self._scale * self._ratio, RIM)
            pin = radius * 0.8 + PIN * self._scale * self._ratio if pinned else 0.0
            return 2 * ceil(max(rim, pin))

        def draw(code: int, painter: QPainter) -> None:
            radius, kind, seated, pinned = look(code)
            painter.scale(self._ratio, self._ratio)
            paint(self._node(KINDS[kind], radius / self._ratio, seated, pinned), painter)

        return self.node_atlas.sources(codes, side, draw)

    def _node(self, kind: str, radius: float, seated: bool, pinned: bool) -> list[Mark]:
        """Return the marks of an actor about 0."""
        marks = list(rendering.outline_marks(kind, 0.0, 0.0, radius, self._scale, self._theme, seated))
        return [*marks, rendering.pin_mark(0.0, 0.0, radius, self._scale, self._theme)] if pinned else marks

    def signs(self, codes: Ints) -> Floats:
        """Return where signs lie in their atlas; a code is (domain, hostile, badges)."""
        reach = (style.GLYPH_RADIUS + BADGE_RADIUS + 2.0) * self._scale * self._ratio

        def draw(code: int, painter: QPainter) -> None:
            look, badges = divmod(code, 1 << len(BADGES))
            sign = rendering.Sign(domains()[look // 2], bool(look % 2), badges_in(badges))
            painter.scale(self._ratio, self._ratio)
            paint(rendering.signs_at(sign, 0.0, 0.0, self._scale, self._theme), painter)

        return self.sign_atlas.sources(codes, lambda _: int(2.0 * reach + 2.0), draw)

    def has_strip(self, domain: int, look: Look) -> bool:
        """Return whether the strip of a look is painted."""
        return (domain, look) in self._strips

    def has_head(self, look: HeadLook) -> bool:
        """Return whether the sprite of a head is painted."""
        return look in self._heads

    def strip(self, domain: int, look: Look) -> Spot:
        """Return where on the shelf the strip of a look in a domain's colour lies."""
        if (domain, look) not in self._strips:
            image = strip_of(look, self._ratio, *map(self._colour, (domain, BACKGROUND)))
            self._strips[domain, look] = self.shelf.lay(image)
        return self._strips[domain, look]

    def head(self, look: HeadLook) -> Spot:
        """Return where on the shelf a head lies, in grains: it points right, about the middle of the way to its tip."""
        if look not in self._heads:
            tip, ahead = np.array([HEAD_MIDDLE * look.size / self._ratio, 0.0]), np.array([1.0, 0.0])
            outline = (curves.bar if look.hostile else curves.arrowhead)(tip, ahead, look.size / self._ratio)
            colour, line = self._colour(look.domain).name(), HEAD_LINE * self._scale if look.hollow else 0.0
            fill = self._colour(BACKGROUND).name() if look.hollow else colour
            side = 2.0 * (HEAD_REACH * look.size + line * self._ratio + 1.0)
            self._heads[look] = self.shelf.lay(grained([Polygon(outline, fill, colour, line)], side, self._ratio))
        return self._heads[look]

    def _colour(self, domain: int) -> QColor:
        """Return the colour of a domain's code, or of the background."""
        return QColor(self._theme.map.background if domain == BACKGROUND else self._theme.domain(domains()[domain]))


class SpriteSets:
    """The sprites of the last looks; stages that follow one another share them, since little is new on the next."""

    def __init__(self) -> None:
        """Start with none."""
        self._sets: tuple[Sprites, ...] = ()

    def set_for(self, sight: Sight, scale: float) -> Sprites:
        """Return the sprites for the colours, pixels and sizes in force."""
        key = (sight.theme, sight.ratio, scale)
        found = next((each for each in self._sets if each.key == key), None) or Sprites(*key)
        self._sets = (found, *(each for each in self._sets if each is not found))[:KEPT]
        return found


@cache
def _extent(kind: int) -> float:
    """Return how far the outline of a kind of actor reaches across or down, in radii."""
    return float(np.abs(shapes.OUTLINES[style.SHAPES[KINDS[kind]]]).max())


def strip_of(look: Look, ratio: float, colour: QColor, ground: QColor) -> QImage:
    """Return the image of a line from left to right, in grains finer than pixels, its edges soft."""
    whole, hollow = grains_of(look, ratio)
    half, rows, columns = len(whole), rows_of(look, ratio), whole.shape[1]
    pixels = np.empty((rows, columns, 4), dtype=np.uint8)
    for channel, (ink, paper) in enumerate(zip(_channels(colour), _channels(ground), strict=True)):
        shade = (whole - hollow) * ink + hollow * paper if look.kind == "hollow" else whole * ink
        np.rint(shade, out=pixels[:half, :, channel], casting="unsafe")
    pixels[half:] = pixels[: rows - half][::-1]
    form = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.tobytes(), columns, rows, 4 * columns, form).copy()


def grained(marks: Iterable[Mark], side: float, ratio: float) -> QImage:
    """Return marks about 0 that fit a square of so many pixels, in grains finer than pixels and as soft as they are."""
    grains = ceil(side) * ACROSS
    image = QImage(grains, grains, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.translate(grains / 2.0, grains / 2.0)
    painter.scale(ratio * ACROSS, ratio * ACROSS)
    paint(marks, painter)
    painter.end()
    soft = blurred(np.frombuffer(image.constBits(), np.uint8).reshape(grains, grains, 4))
    inked = soft[:, :, 3] > 0
    wide, high = (_half(np.asarray(inked.any(axis=axis))) for axis in (0, 1))
    whole = QImage(soft.tobytes(), grains, grains, 4 * grains, image.format())
    return whole.copy(grains // 2 - wide, grains // 2 - high, 2 * wide, 2 * high)


def _half(inked: Flags) -> int:
    """Return how far from the middle of a row of grains the farthest inked one reaches."""
    there = np.flatnonzero(inked)
    return int(max(len(inked) // 2 - there[0], there[-1] + 1 - len(inked) // 2)) if len(there) else 1


def blurred(pixels: Pixels) -> Pixels:
    """Return the mean of the grains of a pixel round each grain (rows, columns, 4); the outermost pixel is empty."""
    total = pixels.astype(np.uint16)
    for apart in DOUBLINGS:  # twice as many are summed up each time, in 16 bits: sums of 64 bytes
        total = total[:-apart] + total[apart:]
        total = total[:, :-apart] + total[:, apart:]
    found, half = np.zeros_like(pixels), ACROSS // 2
    found[half - 1 : -half, half - 1 : -half] = (total + ACROSS**2 // 2) // ACROSS**2
    return found


def _channels(colour: QColor) -> tuple[int, int, int, int]:
    """Return a colour as Qt stores a pixel of it."""
    return colour.blue(), colour.green(), colour.red(), 255
