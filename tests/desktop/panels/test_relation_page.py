"""The page of a relation."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.panels.claim_card import ClaimCard
from desktop.panels.relation_page import RelationView
from desktop.panels.section import Section
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.relation_profile import relation_page
from graphdata.steps import at_once
from graphdata.view import view_of


@pytest.fixture
def jets(session: Session, qtbot: QtBot) -> RelationView:
    """Return the page of the jets, hidden by a filter for money."""
    view = RelationView(relation_page(view_of(session.network, Filter(domains=frozenset({"money"}))), "rel:jets"))
    qtbot.addWidget(view)
    at_once(view.filling())
    return view


def said(widget: QWidget) -> str:
    """Return every word of the labels below a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_the_headline_aspect_is_open_with_its_claims(jets: RelationView) -> None:
    first = jets.findChildren(Section)[0]
    assert (first.button.text(), first.is_open) == ("Agreed", True)
    assert len(jets.findChildren(ClaimCard)) == 1


def test_it_says_what_hides_it(jets: RelationView) -> None:
    assert "Not on the map now, hidden by: money" in said(jets)


def test_origins_and_rules_wait_until_they_are_asked_for(jets: RelationView) -> None:
    assert "rule 5" not in said(jets)
    rules = next(each for each in jets.findChildren(Section) if each.button.text() == "Which rules decided")
    rules.button.click()
    assert "rule 5" in said(rules)
