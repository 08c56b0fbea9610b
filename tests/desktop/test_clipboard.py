"""A copied picture is there as pixels and as SVG, and can be pasted as either."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.clipboard import PNG, SVG, copied
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


def test_the_menu_copies(main_window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        main_window.actions_by_name["copy_picture"].trigger()
    held = QGuiApplication.clipboard().mimeData()
    assert held.hasImage()
    assert {PNG, SVG} <= set(held.formats())
    assert QImage.fromData(held.data(PNG)).size().toTuple() == SLIDE.pixels
    QGuiApplication.clipboard().clear()
