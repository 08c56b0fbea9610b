"""A copied picture is there as pixels and as SVG, and can be pasted as either."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.clipboard import PNG, SVG, copied, slide_of
from desktop.export.formats import SLIDE
from desktop.picture_file import Picture
from desktop.session import Session
from desktop.window import MainWindow
from graphdata.sheet import Request
from graphdata.style import Theme

pytestmark = pytest.mark.usefixtures("undressed")


def test_both_forms_show_the_page_and_carry_no_view(session: Session, light: Theme) -> None:
    copy = copied(Picture(session.view, session.ties, session.positions, Request(SLIDE.aspect, light), SLIDE))
    assert QImage.fromData(copy.png).size().toTuple() == SLIDE.pixels
    assert b">Russia</text>" in copy.svg
    assert b"entente-view" not in copy.svg + copy.png


def test_the_copy_of_a_view_shown_again_keeps_its_higher_marking(main_window: MainWindow, qtbot: QtBot) -> None:
    actions = main_window.view_actions
    actions.keep_as("For few")
    actions.show(replace(actions.store.views[0], marking="TLP:RED"))
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        main_window.actions_by_name["copy_picture"].trigger()
    assert b">TLP:RED</text>" in bytes(QGuiApplication.clipboard().mimeData().data(SVG).data())
    QGuiApplication.clipboard().clear()


def test_a_lower_marking_is_not_taken_unseen(session: Session, light: Theme) -> None:
    raised, lowered = (slide_of(session, light, marking).wanted.marking for marking in ("TLP:RED", "TLP:CLEAR"))
    assert (raised, lowered in {"", "TLP:CLEAR"}) == ("TLP:RED", True)


def test_the_menu_copies(main_window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        main_window.actions_by_name["copy_picture"].trigger()
    held = QGuiApplication.clipboard().mimeData()
    assert held.hasImage()
    assert {PNG, SVG} <= set(held.formats())
    assert QImage.fromData(held.data(PNG)).size().toTuple() == SLIDE.pixels
    QGuiApplication.clipboard().clear()
