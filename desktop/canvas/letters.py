"""Labels painted once, side by side on pages, and then copied many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.canvas.painter import paint
from desktop.canvas.primitives import Floats
from graphdata import rendering, typeface
from graphdata.batch.batch import Ints, Label
from graphdata.style import Theme

PAGE: Final = QSize(1024, 512)  # pixels: two megabytes, filled in half a millisecond
MOST: Final = 16  # pages; the one begun longest ago makes room for a new one
Key = tuple[tuple[str, ...], bool, float, str]
Spot = tuple[int, float, float, float, float]  # number of the page; left, top, width and height in it


class Sheet(NamedTuple):
    """Labels on one page: the page, which of the labels that were asked for, and where each lies (n, 4)."""

    page: QPixmap
    rows: Ints
    sources: Floats


class Letters:
    """The labels of one theme, at one ratio of pixels to points."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        """Start with none painted."""
        self._theme, self._ratio = theme, ratio
        self._pages: dict[int, QPixmap] = {}
        self._spots: dict[Key, Spot] = {}
        self._newest = -1
        self._left = self._top = self._row = 0

    def spots(self, labels: Iterable[Label]) -> list[Spot | None]:
        """Return where labels lie; nothing for those that are not painted yet."""
        return [self._spots.get(_key(label)) for label in labels]

    def paint(self, labels: Iterable[Label]) -> None:
        """Paint labels, those that are missing."""
        for label in labels:
            self._spot(label)

    def sheets(self, labels: Iterable[Label], known: Iterable[Spot | None]) -> Iterator[Sheet]:
        """Yield where labels lie, page by page, as far as is known; the others are painted."""
        found = [spot or self._spot(label) for label, spot in zip(labels, known, strict=True)]
        spots = np.fromiter(chain.from_iterable(found), float, 5 * len(found)).reshape(-1, 5)
        for number in np.flatnonzero(np.bincount(spots[:, 0].astype(np.int64))).tolist():
            rows = np.flatnonzero(spots[:, 0] == number)
            yield Sheet(self._pages[number], rows, spots[rows, 1:])

    def _spot(self, label: Label) -> Spot:
        """Return where a label lies, painted now if it was not."""
        return self._spots.get(_key(label)) or self._lettered(label)

    def _lettered(self, label: Label) -> Spot:
        """Paint a label, its upper edge's middle in the middle of its spot's, one point below it."""
        wide, high = typeface.block(label.lines, label.size, label.bold)
        spot = self._room(int((wide + label.size) * self._ratio / 2.0) * 2 + 2, int((high + 3.0) * self._ratio) + 1)
        number, left, top, across, down = spot
        painter = QPainter(self._pages[number])
        painter.setClipRect(QRectF(left, top, across, down))
        painter.translate(left, top)
        painter.scale(self._ratio, self._ratio)
        middle = across / self._ratio / 2.0
        paint(rendering.lettered(label.lines, middle, 1.0, label.size, label.bold, label.inside, self._theme), painter)
        painter.end()
        self._spots[_key(label)] = spot
        return spot

    def _room(self, wide: int, high: int) -> Spot:
        """Return a free spot, in a new row or on a new page where the last one is full."""
        if self._left + wide > PAGE.width():
            self._left, self._top, self._row = 0, self._top + self._row, 0
        if not self._pages or self._top + high > self._pages[self._newest].height():
            self._turn(wide, high)
        spot = (self._newest, float(self._left), float(self._top), float(wide), float(high))
        self._left, self._row = self._left + wide, max(self._row, high)
        return spot

    def _turn(self, wide: int, high: int) -> None:
        """Begin a page, and let go of the oldest where there are many."""
        self._newest += 1
        page = QPixmap(PAGE.expandedTo(QSize(wide, high)))
        page.fill(Qt.GlobalColor.transparent)
        self._pages[self._newest] = page
        self._left = self._top = self._row = 0
        if len(self._pages) > MOST:
            oldest = next(iter(self._pages))
            del self._pages[oldest]
            self._spots = {key: spot for key, spot in self._spots.items() if spot[0] != oldest}


def _key(label: Label) -> Key:
    """Return what makes two labels look the same."""
    return label.lines, label.bold, label.size, label.inside
