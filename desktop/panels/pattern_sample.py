"""Confidence as the map draws it: a short piece of line in the level's pattern, with the word beside it."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.canvas.painter import paint
from desktop.panels.widgets import plain_label
from graphdata.curves import lane
from graphdata.rendering import pattern_marks
from graphdata.ruleset import Level

LENGTH: Final = 30
MARGIN: Final = 3.0
HEIGHT: Final = 12
WIDTH: Final = 2.2  # of the line


class PatternSample(QWidget):
    """A piece of line in the pattern of a level, in the colour of text."""

    def __init__(self, level: Level, parent: QWidget | None = None) -> None:
        """Draw the pattern of the level."""
        super().__init__(parent)
        self._level = level
        self.setFixedSize(LENGTH, HEIGHT)
        self.setAccessibleName(level.label)

    def sizeHint(self) -> QSize:
        """Return the size of the sample."""
        return QSize(LENGTH, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the line with the map's own painter."""
        painter = QPainter(self)
        paint_pattern(painter, self.rect(), self._level)
        painter.end()


class LevelLine(QWidget):
    """A sample and a sentence that begins with the level's word."""

    def __init__(self, level: Level, words: str, role: str = "", parent: QWidget | None = None) -> None:
        """Set the sample before the words."""
        super().__init__(parent)
        said = plain_label(words, role, selectable=True)
        said.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(PatternSample(level))
        row.addWidget(said, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def paint_pattern(painter: QPainter, box: QRect, level: Level) -> None:
    """Draw a piece of line across a box in the pattern of a level, by the rules that draw the map.

    The colours are the application's: a styled button's own base is see-through, which would fill the hollow line.
    """
    palette = QGuiApplication.palette()
    ink, ground = palette.color(QPalette.ColorRole.WindowText).name(), palette.color(QPalette.ColorRole.Base).name()
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(box.topLeft(), _sample(level, box.width(), box.height(), ink, ground, ratio))


@cache
def _sample(level: Level, width: int, height: int, ink: str, ground: str, ratio: float) -> QPixmap:
    """Return a sample by itself: a page has dozens of the same, and drawing one takes longer than the words beside."""
    found = QPixmap(QSize(width, height) * ratio)
    found.setDevicePixelRatio(ratio)
    found.fill(Qt.GlobalColor.transparent)
    ends = np.array([MARGIN, height / 2]), np.array([width - MARGIN, height / 2])
    painter = QPainter(found)
    paint(pattern_marks(lane(*ends, 0.0), int(level), WIDTH, 1.0, ink, ground), painter)
    painter.end()
    return found
