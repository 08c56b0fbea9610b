"""Buttons of dialogs."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.buttons import ROLES, add_button, make_default


def test_a_button_is_named_and_does_what_it_says(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    pressed: list[str] = []
    button = add_button(box, "Copy", ROLES.ActionRole, lambda: pressed.append("copy"), "Copy everything")
    button.click()
    assert (button.accessibleName(), pressed) == ("Copy everything", ["copy"])


def test_one_button_answers_the_enter_key(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    first, second = (add_button(box, text, ROLES.ActionRole, lambda: None) for text in ("One", "Two"))
    make_default(second)
    assert (first.isDefault(), second.isDefault(), second.accessibleName()) == (False, True, "Two")
