"""Rows that lead somewhere."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.panels.row_button import LOWEST, RowButton
from graphdata.rows import Row
from graphdata.ruleset import Level

LONG = "Cyber and digital surveillance tools passed to Tehran in return for attack drones"


@pytest.mark.parametrize(
    "row",
    [
        Row("relation", "rel:a", LONG, LONG, "tech", Level.LOW),
        Row("actor", "actor:a", "ایران", "State", "state"),
        Row("source", "src:a", "<img src=file:///x> & more", "", "B"),
    ],
)
def test_nothing_is_cut_at_the_narrowest_panel(row: Row, qtbot: QtBot) -> None:
    button = RowButton(row)
    qtbot.addWidget(button)
    button.resize(280, button.heightForWidth(280))
    assert button.heightForWidth(280) >= max(LOWEST, button.heightForWidth(380))
    assert not button.grab().isNull()


def test_a_screen_reader_hears_words_detail_and_confidence(qtbot: QtBot) -> None:
    button = RowButton(Row("relation", "rel:a", "Drones", "Iran → Russia", "arms", Level.MODERATE))
    qtbot.addWidget(button)
    assert button.accessibleName() == "Drones. Iran → Russia. confidence Moderate"
    assert button.text() == ""


def test_a_larger_font_makes_a_higher_row(qtbot: QtBot) -> None:
    button = RowButton(Row("relation", "rel:a", LONG, LONG, "tech", Level.LOW))
    qtbot.addWidget(button)
    before = button.heightForWidth(300)
    font = button.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    button.setFont(font)
    assert button.heightForWidth(300) > before * 1.5
