"""Which value says what of a selection, and which page shows it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.panels.actor_page import ActorView
from desktop.panels.evidence_pages import is_long, page_of, value_of
from desktop.panels.network_page import NetworkView
from desktop.panels.page import Page
from desktop.panels.relation_page import RelationView
from desktop.panels.source_page import SourceView
from desktop.panels.tie_page import TieView
from desktop.session import Selection, Session


@pytest.mark.parametrize(
    ("selection", "kind", "caption"),
    [
        (Selection("actor", "actor:ru"), ActorView, "Actor"),
        (Selection("relation", "rel:loan"), RelationView, "Relation"),
        (Selection("source", "src:up"), SourceView, "Source"),
        (Selection("tie", "tie:ir>ru:arms"), TieView, "Line on the map"),
        (Selection("actor", "actor:gone"), NetworkView, "Evidence"),
        (Selection(), NetworkView, "Evidence"),
    ],
)
def test_each_kind_of_selection_has_its_page(
    session: Session, qtbot: QtBot, selection: Selection, kind: type[Page], caption: str
) -> None:
    value = value_of(session.view, session.tie.get(selection.id), selection)
    said, page = page_of(value)
    qtbot.addWidget(page)
    assert (said, type(page)) == (caption, kind)


def test_no_page_of_a_small_network_is_waited_for(session: Session) -> None:
    assert not is_long(session.view, Selection("actor", "actor:ru"))
