"""The palette does what is chosen and goes where it leads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.palette_dialog import PaletteDialog
from desktop.session import Selection, Session


@pytest.fixture
def action(window: QWidget) -> QAction:
    return QAction("&Whole map…", window, shortcut="Ctrl+0")


@pytest.fixture
def palette(session: Session, action: QAction, window: QWidget, qtbot: QtBot) -> Iterator[PaletteDialog]:
    window.show()
    made = PaletteDialog(session, {"fit": action}, window)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isVisible)
    yield made
    made.close()


def kinds(palette: PaletteDialog) -> list[str]:
    """Return the kind of each entry on offer, an empty string for an action."""
    return [getattr(palette.model.entry_at(row), "kind", "") for row in range(palette.model.rowCount())]


def test_it_lies_over_its_window(session: Session, action: QAction, window: QWidget, qtbot: QtBot) -> None:
    window.show()
    shown = PaletteDialog.show_for(session, {"fit": action}, window)
    qtbot.waitUntil(shown.isVisible)
    assert shown.width() <= window.width()
    shown.close()


def test_an_action_is_done(palette: PaletteDialog, action: QAction, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "whole")
    with qtbot.waitSignal(action.triggered):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)


def test_an_actor_is_gone_to(palette: PaletteDialog, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "Hezb")
    with qtbot.waitSignal(session.selection_changed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert session.selection == Selection("actor", "actor:hz")


def test_a_claim_leads_to_its_relation(palette: PaletteDialog, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "reports drones")
    qtbot.waitUntil(lambda: "claim" in kinds(palette))
    palette.choose(kinds(palette).index("claim"))
    qtbot.waitUntil(lambda: session.selection == Selection("relation", "rel:drones"))


def test_keys_walk_the_list_while_one_types(palette: PaletteDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "russia")
    qtbot.waitUntil(lambda: palette.model.rowCount() > 2)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert palette.list.currentIndex().row() == 0


def test_nothing_fits_and_nothing_happens(palette: PaletteDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "zzzzzz")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not palette.isVisible())
