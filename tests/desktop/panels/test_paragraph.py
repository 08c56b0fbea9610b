"""A paragraph is plain, can be copied, and is measured once for each width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.panels.paragraph import Paragraph

WORDS = "Every claim is retold in our own words, and says from whom it comes and how far that can be relied on."


@pytest.fixture
def paragraph(qtbot: QtBot) -> Paragraph:
    """Return some words."""
    made = Paragraph(WORDS, "muted")
    qtbot.addWidget(made)
    return made


def test_it_is_as_high_as_a_label_of_the_same_words(paragraph: Paragraph, qtbot: QtBot) -> None:
    label = QLabel(WORDS)
    label.setWordWrap(True)
    qtbot.addWidget(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    assert [paragraph.heightForWidth(each) for each in (90, 200)] == [label.heightForWidth(each) for each in (90, 200)]


def test_it_is_measured_once_for_each_width(paragraph: Paragraph, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def measured(_: QLabel, width: int) -> int:
        asked.append(width)
        return 7

    monkeypatch.setattr(QLabel, "heightForWidth", measured)
    assert [paragraph.heightForWidth(each) for each in (100, 200, 100, 200)] == [7] * 4
    assert asked == [100, 200]


def test_a_larger_font_makes_it_higher(paragraph: Paragraph) -> None:
    before, font = paragraph.heightForWidth(200), paragraph.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    paragraph.setFont(font)
    assert paragraph.heightForWidth(200) > before * 1.5
