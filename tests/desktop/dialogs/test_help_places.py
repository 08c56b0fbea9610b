"""F1 leads from every place to the section about it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.help_dialog import HelpDialog
from desktop.dialogs.help_places import ELSEWHERE, offer_help, place_of
from desktop.window import MainWindow


class Explained(QWidget):
    """A widget with a place of its own."""

    help_place = "keys#undo"


def test_the_nearest_widget_that_names_a_place_counts(window: QWidget) -> None:
    outer = Explained(window)
    inner = QLineEdit(outer)
    assert (place_of(inner), place_of(outer)) == ("keys#undo", "keys#undo")
    assert place_of(window) == place_of(None) == ELSEWHERE


def test_the_tabs_have_the_place_of_the_page_on_show(window: QWidget) -> None:
    tabs = QTabWidget(window)
    tabs.addTab(QWidget(), "One")
    tabs.addTab(Explained(), "Two")
    assert place_of(tabs.tabBar()) == ELSEWHERE
    tabs.setCurrentIndex(1)
    assert place_of(tabs.tabBar()) == "keys#undo"


def test_places_of_the_main_window(main_window: MainWindow) -> None:
    main_window.fill()
    board = main_window.board
    assert board.questions_panel
    assert place_of(board.filter_panel) == "filters"
    assert place_of(board.evidence_panel) == "evidence"
    assert place_of(main_window.canvas) == ELSEWHERE
    board.questions_panel.form.choose("ground")
    assert place_of(board.questions_panel.form.button) == "questions#how-few-sources-would-have-to-be-wrong"


def test_f1_in_a_dialog_opens_the_help_beside_it(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    offer_help(dialog, "exporting")
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(field, Qt.Key.Key_F1)
    (shown,) = dialog.findChildren(HelpDialog)
    assert shown.place == "exporting"
    shown.close()


@pytest.mark.parametrize("parts", [("keys", "keys"), ("views", "views")])
def test_a_popup_goes_and_leaves_the_help(window: QWidget, qtbot: QtBot, parts: tuple[str, str]) -> None:
    window.show()
    popup = QDialog(window, Qt.WindowType.Popup)
    key = offer_help(popup, parts[0])
    popup.show()
    key.activated.emit()
    (shown,) = window.findChildren(HelpDialog)
    assert (shown.place, popup.isVisible()) == (parts[1], False)
    shown.close()
    window.hide()
    qtbot.waitUntil(lambda: not window.findChildren(HelpDialog))
