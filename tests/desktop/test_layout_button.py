"""The toolbar offers every layout and ticks the one in force."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop.commands import arrange_anew
from desktop.layout_button import LayoutButton
from desktop.session import Session
from graphdata.arrangement import LAYOUTS, Arrangement


@pytest.fixture
def button(session: Session, qtbot: QtBot) -> LayoutButton:
    actions = {f"layout_{layout}": QAction(layout, checkable=True) for layout in LAYOUTS}
    made = LayoutButton(session, actions)
    qtbot.addWidget(made)
    return made


def test_every_layout_is_offered(button: LayoutButton) -> None:
    assert [action.text() for action in button.menu().actions()] == [*LAYOUTS]


def test_the_layout_in_force_is_ticked(button: LayoutButton, session: Session) -> None:
    assert button._actions["clusters"].isChecked()
    arrange_anew(session, dict(session.positions), "Arrange by bloc", Arrangement("blocs"))
    assert button._actions["blocs"].isChecked()
