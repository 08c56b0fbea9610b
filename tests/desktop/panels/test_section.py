"""A heading that opens and closes."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.panels.section import Section
from desktop.panels.widgets import plain_label


def test_the_content_is_made_once_and_when_it_is_opened(qtbot: QtBot) -> None:
    made: list[QLabel] = []
    section = Section("Origins", lambda: made.append(plain_label("words")) or made[-1])
    qtbot.addWidget(section)
    assert made == []
    for _ in range(3):
        section.button.click()
    assert len(made) == 1
    assert section.is_open
    assert not made[0].isHidden()


def test_a_section_can_start_open_under_a_preview(qtbot: QtBot) -> None:
    preview = plain_label("always there")
    section = Section("Origins", lambda: plain_label("words"), is_open=True, preview=preview)
    qtbot.addWidget(section)
    section.button.click()
    assert not preview.isHidden()
    assert [label.text() for label in section.findChildren(QLabel)] == ["always there", "words"]


def test_words_from_data_are_no_access_keys(qtbot: QtBot) -> None:
    section = Section("Arms & money", lambda: plain_label(""))
    qtbot.addWidget(section)
    assert (section.button.text(), section.button.accessibleName()) == ("Arms && money", "Arms & money")
