"""The page of an actor."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.panels.actor_page import ActorView
from desktop.panels.row_button import RowButton
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.profile import actor_page
from graphdata.steps import at_once
from graphdata.view import view_of


@pytest.fixture
def iran(session: Session, qtbot: QtBot) -> ActorView:
    """Return Iran's page under a filter for arms."""
    view = ActorView(actor_page(view_of(session.network, Filter(domains=frozenset({"arms"}))), "actor:ir"))
    qtbot.addWidget(view)
    at_once(view.filling())
    return view


def test_it_lists_relations_and_then_their_sources(iran: ActorView) -> None:
    kinds = [button.row.kind for button in iran.findChildren(RowButton)]
    assert kinds == ["relation"] * 4 + ["source"] * 3


def test_it_says_how_many_relations_are_hidden(iran: ActorView) -> None:
    words = [label.text() for label in iran.findChildren(QLabel)]
    assert "Relations hidden by the filter: 4" in words
    assert "ایران (fa)" in words
