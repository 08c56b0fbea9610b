"""The page of a source."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.panels.source_page import SourceView
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.source_profile import source_page
from graphdata.steps import at_once
from graphdata.view import view_of

MakePage = Callable[..., SourceView]


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> MakePage:
    """Return a function that makes the page of the newspaper with another address or filter."""

    def made(url: str = "https://example.org/", wanted: Filter | None = None) -> SourceView:
        first = session.network.sources[0]
        sources = (replace(first, csl={**first.csl, "URL": url}), *session.network.sources[1:])
        network: Network = replace(session.network, sources=sources)
        view = SourceView(source_page(view_of(network, wanted or Filter()), first.id))
        qtbot.addWidget(view)
        at_once(view.filling())
        return view

    return made


def buttons(view: SourceView) -> list[str]:
    """Return the words on the buttons."""
    return [button.text() for button in view.findChildren(QPushButton) if button.text()]


def said(view: SourceView) -> list[str]:
    """Return the words on the labels."""
    return [label.text() for label in view.findChildren(QLabel)]


def test_a_good_address_can_be_copied_and_asked_for(page: MakePage) -> None:
    assert buttons(page()) == ["Copy citation", "Copy link", "Open…", "Strike it out"]


def test_a_bad_address_can_be_copied_and_says_why_it_is_not_opened(page: MakePage) -> None:
    view = page("javascript:alert(1)")
    assert buttons(view) == ["Copy citation", "Copy link", "Strike it out"]
    assert "Address not openable: only http and https are opened, not “javascript”" in said(view)


def test_without_an_address_there_is_nothing_to_open(page: MakePage) -> None:
    assert buttons(page("")) == ["Copy citation", "Strike it out"]


def test_a_source_that_is_struck_out_can_be_counted_again(page: MakePage, qtbot: QtBot) -> None:
    view = page(wanted=Filter(struck=frozenset({"src:wsj"})))
    again = next(button for button in view.findChildren(QPushButton) if button.text() == "Count it again")
    with qtbot.waitSignal(view.strike_asked) as asked:
        again.click()
    assert asked.args == [False]
