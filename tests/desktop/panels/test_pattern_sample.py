"""The pattern of a level, drawn small."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.panels.pattern_sample import HEIGHT, LENGTH, LevelLine, PatternSample
from graphdata.ruleset import Level


def picture(level: Level, qtbot: QtBot) -> QImage:
    """Return the sample of a level as an image."""
    sample = PatternSample(level)
    qtbot.addWidget(sample)
    return sample.grab().toImage()


def changes(image: QImage) -> int:
    """Return how often the middle line of an image turns from dark to light."""
    dark = [image.pixelColor(x, HEIGHT // 2).lightness() < 128 for x in range(LENGTH)]
    return sum(before and not after for before, after in pairwise(dark))


@pytest.mark.parametrize("level", Level)
def test_every_level_leaves_a_mark(level: Level, qtbot: QtBot) -> None:
    image = picture(level, qtbot)
    dark = sum(image.pixelColor(x, y).lightness() < 128 for x in range(LENGTH) for y in range(HEIGHT))
    assert dark >= 8


def test_the_four_levels_look_different(qtbot: QtBot) -> None:
    assert changes(picture(Level.HIGH, qtbot)) == 1
    assert changes(picture(Level.MODERATE, qtbot)) == 2
    assert changes(picture(Level.LOW, qtbot)) >= 4
    assert changes(picture(Level.NONE, qtbot)) == 2


def test_the_word_stands_beside_it(qtbot: QtBot) -> None:
    line = LevelLine(Level.LOW, "Low · 1 document")
    qtbot.addWidget(line)
    assert line.findChild(PatternSample).accessibleName() == "Low"
