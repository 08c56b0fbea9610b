"""Words come to the clipboard at once, or once they are made beside the window."""

from __future__ import annotations

import threading

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import worker
from desktop.copying import Copying


def test_few_words_are_copied_at_once(window: QWidget) -> None:
    Copying(window).copy(lambda: "few", is_long=False)
    assert QGuiApplication.clipboard().text() == "few"


def test_many_words_are_made_beside_the_window(window: QWidget, qtbot: QtBot) -> None:
    made_on: list[str] = []

    def many() -> str:
        made_on.append(threading.current_thread().name)
        return "many"

    copying = Copying(window)
    copying.copy(many, is_long=True)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "many")
    assert made_on != [threading.main_thread().name]


def test_what_is_asked_for_last_is_what_is_copied(window: QWidget) -> None:
    go_on, copying = threading.Event(), Copying(window)
    copying.copy(lambda: str(go_on.wait(5)), is_long=True)
    copying.copy(lambda: "last", is_long=False)
    go_on.set()
    assert worker.wait_all()
    assert QGuiApplication.clipboard().text() == "last"
