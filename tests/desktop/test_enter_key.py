"""Enter presses what the space bar presses, everywhere in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.enter_key import EnterKey
from desktop.panels.claim_card import ClaimCard
from desktop.window import MainWindow


def test_a_claim_opens_and_closes(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.fill()
    with qtbot.waitExposed(main_window):
        main_window.show()
    main_window.session.select("relation", "rel:drones")
    panel = main_window.board.evidence_panel
    assert panel is not None
    section = panel.page.findChildren(ClaimCard)[0].section
    section.button.setFocus()
    qtbot.keyClick(section.button, Qt.Key.Key_Return)
    assert section.is_open
    qtbot.keyClick(section.button, Qt.Key.Key_Enter)
    assert not section.is_open


def test_other_keys_go_on(window: QWidget, qtbot: QtBot) -> None:
    EnterKey(window)
    box = QCheckBox(window)
    with qtbot.waitExposed(window):
        window.show()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box, Qt.Key.Key_X)
    assert not box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.isChecked()
