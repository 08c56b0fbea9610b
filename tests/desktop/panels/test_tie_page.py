"""The page of a line on the map."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.panels.row_button import RowButton
from desktop.panels.tie_page import TieView
from graphdata.profile import TiePage
from graphdata.rows import Row
from graphdata.ruleset import Level
from graphdata.steps import at_once

ROWS = tuple(Row("relation", f"rel:{number}", f"Number {number}", "", "arms", Level.LOW) for number in range(3))


def test_every_relation_of_the_line_is_a_row_that_leads_to_it(qtbot: QtBot) -> None:
    view = TieView(TiePage("Iran → Russia", "arms", "Arms", "Low", Level.LOW, ROWS))
    qtbot.addWidget(view)
    at_once(view.filling())
    asked: list[tuple[str, str]] = []
    view.asked.connect(lambda kind, item: asked.append((kind, item)))
    for button in view.findChildren(RowButton):
        button.click()
    assert asked == [("relation", "rel:0"), ("relation", "rel:1"), ("relation", "rel:2")]


def test_the_heading_counts_them(qtbot: QtBot) -> None:
    view = TieView(TiePage("Iran ↔ Russia", "", "Several domains", "Low", Level.LOW, ROWS))
    qtbot.addWidget(view)
    at_once(view.filling())
    words = [label.text() for label in view.findChildren(QLabel)]
    assert "Relations in this line · 3" in words
    assert "SEVERAL DOMAINS" in words
