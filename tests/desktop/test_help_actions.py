"""The Help menu opens its windows beside the work."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.help_dialog import HelpDialog
from desktop.dialogs.help_places import place_of
from desktop.window import MainWindow


@pytest.mark.parametrize(("name", "kind"), [("shortcuts", "ShortcutsDialog"), ("about", "AboutDialog")])
def test_help_does_not_block(main_window: MainWindow, name: str, kind: str) -> None:
    main_window.actions_by_name[name].trigger()
    assert type(main_window.findChild(QDialog)).__name__ == kind
    main_window.findChild(QDialog).close()


def test_the_help_opens_at_the_place_where_one_is(
    main_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(HelpDialog, "show_for", lambda place, _: asked.append(place))
    main_window.fill()
    with qtbot.waitActive(main_window):
        main_window.show()
        main_window.activateWindow()
    panel = main_window.board.filter_panel
    assert panel is not None
    for widget in (panel.sections[0].head, main_window.canvas):
        widget.setFocus()
        main_window.actions_by_name["help"].trigger()
    assert asked == [place_of(panel.sections[0].head), place_of(main_window.canvas)]
    assert asked[0] != asked[1]
