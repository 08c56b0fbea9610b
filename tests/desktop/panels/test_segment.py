"""A segment is no wider than its words need, and cuts none."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from desktop.panels.segment import SegmentButton


def test_a_segment_shows_a_word_over_a_count(window: QWidget) -> None:
    button = SegmentButton(window)
    button.show_count("Low", 41)
    assert button.text() == "Low\n41"
    assert button.isCheckable()


def test_a_segment_is_as_wide_as_its_widest_line(window: QWidget) -> None:
    button = SegmentButton(window)
    button.show_count("Moderate", 1)
    words = button.fontMetrics().horizontalAdvance("Moderate")
    assert words < button.minimumSizeHint().width() <= words + 12
    button.show_count("Any", 1_000_000_000)
    assert button.minimumSizeHint().width() > button.fontMetrics().horizontalAdvance("1000000000")


def test_a_segment_that_is_down_looks_so(window: QWidget) -> None:
    button = SegmentButton(window)
    button.show_count("Low", 41)
    button.resize(button.sizeHint())
    up = button.grab().toImage()
    button.setChecked(True)
    down = button.grab().toImage()
    assert down.pixelColor(4, 20) == button.palette().color(QPalette.ColorRole.Highlight) != up.pixelColor(4, 20)
