"""Searching is typing, walking and choosing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.panels.search_box import HitList, SearchBox
from desktop.session import Selection, Session
from graphdata.filter import Filter


@pytest.fixture
def box(session: Session, window: QWidget, qtbot: QtBot) -> SearchBox:
    made = SearchBox(session)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    window.show()
    window.activateWindow()
    made.focus()
    qtbot.waitUntil(made.hasFocus)
    return made


def look_for(box: SearchBox, text: str, qtbot: QtBot) -> HitList:
    qtbot.keyClicks(box, text)
    qtbot.waitUntil(lambda: box.is_unfolded)
    found = box.window().findChild(HitList)
    assert isinstance(found, HitList)
    return found


def press(box: SearchBox, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(box, key)


def test_typing_unfolds_what_is_found(box: SearchBox, qtbot: QtBot) -> None:
    found = look_for(box, "niiip", qtbot)
    assert found.currentIndex().data() == "Radar institute"
    assert found.model().index(found.model().rowCount() - 1, 0).data() == "Filter the map to “niiip”"


def test_nothing_is_looked_for_between_two_quick_keys(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "ir")
    assert not box.is_unfolded
    qtbot.waitUntil(lambda: box.is_unfolded)


def test_enter_selects_what_fits_best_without_waiting(box: SearchBox, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "hezbollah")
    press(box, qtbot, Qt.Key.Key_Return)
    assert session.selection == Selection("actor", "actor:hz")
    assert not box.is_unfolded


def test_arrows_walk_and_enter_selects(box: SearchBox, session: Session, qtbot: QtBot) -> None:
    found = look_for(box, "rockets", qtbot)
    press(box, qtbot, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert found.currentIndex().row() == 0
    press(box, qtbot, Qt.Key.Key_Return)
    assert session.selection == Selection("relation", "rel:rockets")


def test_a_claim_selects_its_relation(box: SearchBox, session: Session, qtbot: QtBot) -> None:
    look_for(box, "document hand reports loan", qtbot)
    assert box.hits.hit_at(0) is not None
    press(box, qtbot, Qt.Key.Key_Return)
    assert session.selection == Selection("relation", "rel:loan")


def test_a_source_is_selected_as_one(box: SearchBox, session: Session, qtbot: QtBot) -> None:
    look_for(box, "moscow sends", qtbot)
    press(box, qtbot, Qt.Key.Key_Return)
    assert session.selection == Selection("source", "src:wsj")


def test_the_last_row_filters_the_map(box: SearchBox, session: Session, qtbot: QtBot) -> None:
    look_for(box, "drones", qtbot)
    press(box, qtbot, Qt.Key.Key_PageDown, Qt.Key.Key_Return)
    assert session.filter == Filter(text="drones")
    assert session.undo_stack.undoText() == "Filter by text"
    assert box.text() == ""


def test_escape_clears_and_folds(box: SearchBox, qtbot: QtBot) -> None:
    look_for(box, "iran", qtbot)
    press(box, qtbot, Qt.Key.Key_Escape)
    assert (box.text(), box.is_unfolded) == ("", False)


def test_a_click_selects(box: SearchBox, session: Session, qtbot: QtBot) -> None:
    found = look_for(box, "hezbollah", qtbot)
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=found.visualRect(found.currentIndex()).center())
    assert session.selection == Selection("actor", "actor:hz")


def test_the_list_folds_when_the_keyboard_leaves_or_the_window_changes(box: SearchBox, qtbot: QtBot) -> None:
    look_for(box, "iran", qtbot)
    box.window().resize(500, 500)
    qtbot.waitUntil(lambda: not box.is_unfolded)
    press(box, qtbot, Qt.Key.Key_Down)
    assert box.is_unfolded
    box.window().findChildren(QLineEdit)[-1].setFocus()
    assert not box.is_unfolded


def test_the_list_lies_inside_the_window_under_the_field(box: SearchBox, qtbot: QtBot) -> None:
    found = look_for(box, "r", qtbot)
    assert not found.isWindow()
    assert box.window().rect().contains(found.geometry())
    assert found.y() >= box.geometry().bottom()


def test_another_network_clears_the_field(box: SearchBox, session: Session, qtbot: QtBot) -> None:
    look_for(box, "iran", qtbot)
    session.open(session.network, {})
    assert (box.text(), box.is_unfolded) == ("", False)


def test_escape_in_the_empty_field_leaves_it(box: SearchBox, qtbot: QtBot) -> None:
    box.setText("x")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    with qtbot.waitSignal(box.left, timeout=500):
        qtbot.keyClick(box, Qt.Key.Key_Escape)
