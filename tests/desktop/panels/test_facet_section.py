"""A section folds its facet away and resets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.panels import choices
from desktop.panels.facet_section import FacetSection
from desktop.panels.facets import ChecklistFacet
from desktop.session import Session
from graphdata.filter import Filter


@pytest.fixture
def section(session: Session, window: QWidget) -> FacetSection:
    made = FacetSection(ChecklistFacet(session, "Domain", "domains", choices.domains), is_open=False, parent=window)
    session.view_changed.connect(made.refresh)
    return made


def test_a_folded_section_says_so_and_hides_its_facet(section: FacetSection) -> None:
    assert section.head.accessibleName() == "Domain, folded away"
    assert section.facet.isHidden()


def test_opening_brings_the_facet_up_to_date(section: FacetSection, session: Session, qtbot: QtBot) -> None:
    change_filter(session, Filter(domains=frozenset({"tech"})), "Tech")
    qtbot.keyClick(section.head, Qt.Key.Key_Space)
    assert isinstance(section.facet, ChecklistFacet)
    assert section.facet.model.checked == {"tech"}
    assert section.head.accessibleName() == "Domain, open"


def test_reset_is_offered_where_there_is_something_to_reset(
    section: FacetSection, session: Session, qtbot: QtBot
) -> None:
    assert section.reset.isHidden()
    change_filter(session, Filter(domains=frozenset({"tech"})), "Tech")
    assert not section.reset.isHidden()
    qtbot.mouseClick(section.reset, Qt.MouseButton.LeftButton)
    assert session.filter == Filter()
