"""The question before an address is opened."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop import links
from desktop.dialogs.link_dialog import LinkDialog

URL = "http://example.org/a?b=c"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that were opened."""
    found: list[str] = []
    monkeypatch.setattr(links, "open_link", lambda url: found.append(url) or True)
    return found


def press(dialog: LinkDialog, text: str) -> None:
    """Press a button of the dialog."""
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def said(dialog: LinkDialog) -> str:
    """Return every word of the dialog."""
    boxes = [box.toPlainText() for box in dialog.findChildren(QPlainTextEdit)]
    return "\n".join([*(label.text() for label in dialog.findChildren(QLabel)), *boxes])


def test_it_shows_scheme_host_address_and_who_sees(qtbot: QtBot) -> None:
    dialog = LinkDialog(URL)
    qtbot.addWidget(dialog)
    expected = ("http", "example.org", URL, "The site will see you", "not encrypted")
    assert all(words in said(dialog) for words in expected)


def test_enter_copies_and_opens_nothing(qtbot: QtBot, opened: list[str]) -> None:
    dialog = LinkDialog(URL)
    qtbot.addWidget(dialog)
    default = next(button for button in dialog.findChildren(QPushButton) if button.isDefault())
    default.click()
    assert (default.text(), QGuiApplication.clipboard().text(), opened) == ("Copy link", URL, [])


def test_opening_is_a_step_of_its_own(qtbot: QtBot, opened: list[str]) -> None:
    dialog = LinkDialog(URL)
    qtbot.addWidget(dialog)
    press(dialog, "Open in browser")
    assert opened == [URL]


@pytest.mark.parametrize(("url", "may_open"), [("javascript:alert(1)", True), (URL, False)])
def test_what_may_not_be_opened_has_no_button_for_it(url: str, may_open: bool, qtbot: QtBot) -> None:
    dialog = LinkDialog(url, may_open)
    qtbot.addWidget(dialog)
    assert [button.text() for button in dialog.findChildren(QPushButton)] == ["Copy link", "Cancel"]
    assert "This address is not opened" in said(dialog)


def test_it_does_not_block_and_lets_go_of_itself(qtbot: QtBot) -> None:
    dialog = LinkDialog.show_for(URL, archive="sha256:ab12")
    assert dialog.isVisible()
    assert "sha256:ab12" in said(dialog)
    with qtbot.waitSignal(dialog.destroyed):
        press(dialog, "Cancel")
