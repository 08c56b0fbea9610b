"""The foot of the window says what is on show."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.panels.elided import ElidedLabel
from desktop.panels.status import StatusLine
from desktop.panels.work_line import WorkLine
from desktop.session import Session
from desktop.settings import SettingsStore
from graphdata.filter import Filter


@pytest.fixture
def store() -> SettingsStore:
    return SettingsStore()


@pytest.fixture
def line(session: Session, store: SettingsStore, window: QWidget) -> StatusLine:
    return StatusLine(session, store, window)


def texts(line: StatusLine) -> tuple[str, str]:
    sentence, marking = line.findChild(ElidedLabel), line.findChildren(QLabel)[-1]
    assert isinstance(sentence, ElidedLabel)
    return sentence.whole, marking.text()


def test_it_says_how_much_is_on_show(line: StatusLine, session: Session) -> None:
    assert texts(line)[0].startswith("5 of 5 actors · 8 of 8 relations · 4 sources")
    change_filter(session, Filter(domains=frozenset({"money"})), "Money")
    assert texts(line)[0].startswith("2 of 5 actors · 1 of 8 relations · 1 source ")


def test_it_carries_the_highest_marking(line: StatusLine, session: Session) -> None:
    assert texts(line)[1] == "TLP:CLEAR"
    secret = replace(session.network.relations[0], marking="TLP:RED")
    session.open(replace(session.network, relations=(secret,)), {})
    assert texts(line)[1] == "TLP:RED"


def test_it_says_that_no_traces_are_kept(line: StatusLine, store: SettingsStore) -> None:
    (private,) = (label for label in line.findChildren(QLabel) if label.text() == "Private mode")
    assert private.isHidden()
    store.change(private_mode=True)
    assert not private.isHidden()


def test_it_says_what_is_asked_even_where_the_filter_panel_is_hidden(line: StatusLine, session: Session) -> None:
    assert "filter:" not in texts(line)[0]
    change_filter(session, Filter(domains=frozenset({"money"})), "Money")
    assert texts(line)[0].endswith(" · filter: money")


def marking_in(window: QMainWindow) -> str:
    """Return the marking that can be seen in a window."""
    seen = (label for label in window.findChildren(QLabel) if label.text().startswith("TLP:") and label.isVisible())
    return ", ".join(label.text() for label in seen)


def test_a_message_and_the_line_never_stand_over_each_other(session: Session, qtbot: QtBot) -> None:
    window, line = QMainWindow(), StatusLine(session, SettingsStore())
    qtbot.addWidget(window)
    line.stand_in(window.statusBar())
    with qtbot.waitExposed(window):
        window.show()
    window.statusBar().showMessage("Arranging")
    WorkLine("Arranging", window.statusBar()).end()
    window.statusBar().showMessage("Arranged")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert not line.isVisible()
    assert marking_in(window) == "TLP:CLEAR"
    window.statusBar().clearMessage()
    assert line.isVisible()
    assert marking_in(window) == "TLP:CLEAR"


def test_before_a_network_is_open_it_says_which_one_is_being_opened(store: SettingsStore, window: QWidget) -> None:
    waiting = Session()
    line = StatusLine(waiting, store, window)
    assert texts(line) == ("No network is open", "")
    waiting.tell_opening("Opening large.ententepack …", 0.5)
    assert texts(line)[0] == "Opening large.ententepack …"


def test_an_empty_network_is_open_all_the_same(line: StatusLine, session: Session) -> None:
    session.open(replace(session.network, actors=(), relations=()), {}, "empty.ententepack")
    assert texts(line)[0].startswith("0 of 0 actors · 0 of 0 relations")
