"""The page for nothing selected."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.panels.network_page import NetworkView
from graphdata.profile import NetworkPage
from graphdata.steps import at_once


def said(page: NetworkPage, qtbot: QtBot) -> list[str]:
    """Return the words of a page."""
    view = NetworkView(page)
    qtbot.addWidget(view)
    at_once(view.filling())
    return [label.text() for label in view.findChildren(QLabel)]


@pytest.mark.parametrize("policy", ["Every claim is retold.", ""])
def test_it_names_the_network_and_the_policy_where_there_is_one(policy: str, qtbot: QtBot) -> None:
    words = said(NetworkPage("Russia and Iran", "2 actors", "version 1.0", policy), qtbot)
    assert words[:3] == ["Russia and Iran", "2 actors", "version 1.0"]
    assert ("How the editors work" in words) == bool(policy)
