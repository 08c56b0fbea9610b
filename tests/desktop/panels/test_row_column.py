"""Rows one below the other."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.panels.row_button import RowButton
from desktop.panels.row_column import RowColumn
from graphdata.rows import Row
from graphdata.ruleset import Level

WORDS = ("Drones", "Cyber and digital surveillance tools passed on in return for attack drones", "A loan")
ROWS = tuple(Row("relation", f"rel:{word[0]}", word, word, "arms", Level.LOW) for word in WORDS)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Return a page."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def column(page: QWidget) -> RowColumn:
    """Return a column of three rows on a page 200 wide, shown."""
    made = RowColumn()
    for row in ROWS:
        made.add(RowButton(row))
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    layout.addStretch(1)
    page.resize(200, 1200)
    page.show()
    return made


def buttons(column: RowColumn) -> list[RowButton]:
    """Return the rows in their order."""
    return column.findChildren(RowButton)


def test_rows_stand_one_below_the_other_over_the_whole_width(column: RowColumn) -> None:
    first, second, third = buttons(column)
    assert (first.y(), second.y(), third.y()) == (0, first.height(), first.height() + second.height())
    assert {row.width() for row in (first, second, third)} == {200}
    assert column.height() == third.geometry().bottom() + 1 == column.heightForWidth(200)


def test_a_narrower_column_is_higher(column: RowColumn) -> None:
    before = column.height()
    column.window().resize(120, 1200)
    assert column.height() > before
    assert buttons(column)[-1].geometry().bottom() + 1 == column.height()


def test_a_larger_font_makes_a_higher_column(column: RowColumn, qtbot: QtBot) -> None:
    before, font = column.height(), column.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    column.window().setFont(font)
    qtbot.waitUntil(lambda: column.height() > before * 1.5)
    assert buttons(column)[-1].geometry().bottom() + 1 == column.height()


def test_the_tab_key_goes_down_the_rows(column: RowColumn) -> None:
    first, second, third = buttons(column)
    assert first.nextInFocusChain() is second
    assert second.nextInFocusChain() is third


def test_an_empty_column_takes_no_room(qtbot: QtBot) -> None:
    made = RowColumn()
    qtbot.addWidget(made)
    assert (made.heightForWidth(200), made.minimumSizeHint().width()) == (0, 0)
