"""A checklist is worked by mouse and by keyboard alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.models.choices_model import Choice, ChoicesModel
from desktop.panels.checklist import MOST_ROWS, Checklist


@pytest.fixture
def checklist(qtbot: QtBot) -> Checklist:
    model = ChoicesModel()
    model.show([Choice(str(number), f"Choice {number}", number) for number in range(4)], {"0", "1"})
    made = Checklist(model)
    qtbot.addWidget(made)
    made.resize(240, 200)
    made.fit()
    made.show()
    return made


def model_of(checklist: Checklist) -> ChoicesModel:
    model = checklist.model()
    assert isinstance(model, ChoicesModel)
    return model


def test_a_click_anywhere_on_a_row_asks_for_it(checklist: Checklist, qtbot: QtBot) -> None:
    rect = checklist.visualRect(checklist.model().index(2, 0))
    for place in (QPoint(rect.left() + 8, rect.center().y()), QPoint(rect.right() - 4, rect.center().y())):
        with qtbot.waitSignal(model_of(checklist).toggled) as asked:
            qtbot.mouseClick(checklist.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert asked.args == ["2", True]


def test_space_unchecks_the_current_row(checklist: Checklist, qtbot: QtBot) -> None:
    checklist.setCurrentIndex(checklist.model().index(0, 0))
    with qtbot.waitSignal(model_of(checklist).toggled) as asked:
        qtbot.keyClick(checklist, Qt.Key.Key_Space)
    assert asked.args == ["0", False]


def test_enter_asks_for_the_current_row_alone(checklist: Checklist, qtbot: QtBot) -> None:
    checklist.setFocus()
    qtbot.waitUntil(checklist.hasFocus)
    checklist.setCurrentIndex(checklist.model().index(3, 0))
    with qtbot.waitSignal(checklist.only) as asked:
        qtbot.keyClick(checklist, Qt.Key.Key_Return)
    assert asked.args == ["3"]


def test_other_buttons_check_nothing(checklist: Checklist, qtbot: QtBot) -> None:
    place = checklist.visualRect(checklist.model().index(2, 0)).center()
    with qtbot.assertNotEmitted(model_of(checklist).toggled):
        qtbot.mouseClick(checklist.viewport(), Qt.MouseButton.MiddleButton, pos=place)


def test_rows_are_high_enough_to_be_hit_and_the_list_as_high_as_its_rows(checklist: Checklist) -> None:
    row = checklist.sizeHintForRow(0)
    assert row >= 24
    assert checklist.height() == 4 * row
    checklist.hide_rows((0,))
    assert checklist.height() == 3 * row
    checklist.hide_rows(())
    assert checklist.height() == 4 * row


def test_a_long_list_scrolls(checklist: Checklist) -> None:
    model_of(checklist).show([Choice(str(number), "x", 1) for number in range(99)], ())
    checklist.fit()
    assert checklist.height() == MOST_ROWS * checklist.sizeHintForRow(0)
