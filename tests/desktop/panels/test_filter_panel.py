"""The filter panel holds together: everything named, nothing cut, everything up to date."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.panels.facets import ChecklistFacet
from desktop.panels.filter_panel import NARROWEST, FilterPanel
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.network import Network


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> FilterPanel:
    made = FilterPanel(session)
    made.fill()
    qtbot.addWidget(made)
    made.resize(260, 3000)
    made.show()
    return made


def open_all(panel: FilterPanel) -> None:
    for section in panel.sections:
        section.head.setChecked(True)


def ask(session: Session, wanted: Filter) -> None:
    """Ask for something, and let every section have its turn."""
    change_filter(session, wanted, "Ask")
    session.in_turn.finish()


def is_inside_another(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit)


def test_everything_that_takes_the_keyboard_has_a_name(panel: FilterPanel, session: Session) -> None:
    open_all(panel)
    ask(session, Filter(text="banana", domains=frozenset({"arms"})))
    takers = [each for each in panel.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    named = [each for each in takers if each.isVisible() and not is_inside_another(each)]
    assert len(named) > 20
    assert all(each.accessibleName() for each in named)


def test_nothing_is_wider_than_the_panel(panel: FilterPanel, session: Session) -> None:
    open_all(panel)
    ask(session, Filter(text="a very long text to look for, longer than the panel"))
    panel.layout().activate()
    shown = [each for each in panel.findChildren(QWidget) if each.isVisibleTo(panel) and not is_inside_another(each)]
    edge = {each: each.mapTo(panel, each.rect().topRight()).x() for each in shown}
    assert NARROWEST <= panel.minimumWidth() <= panel.maximumWidth()
    assert max(edge.values()) < panel.width()


def test_rarely_used_sections_start_folded(panel: FilterPanel) -> None:
    folded = [section.facet.title for section in panel.sections if not section.head.isChecked()]
    rare = ["Round one actor", "As of, known by", "Status", "Kind of dealing", "Hostile acts", "Marked as"]
    assert folded == [*rare, "Marking at most"]


def test_sections_stay_as_the_reader_left_them(panel: FilterPanel, session: Session, network: Network) -> None:
    panel.sections[0].head.setChecked(False)
    session.open(network, {})
    ask(session, Filter(text="drones"))
    assert not panel.sections[0].head.isChecked()


def test_a_change_from_anywhere_reaches_every_section(panel: FilterPanel, session: Session) -> None:
    ask(session, Filter(text="drones"))
    domains, sources = (section.facet for section in panel.sections if section.facet.title in ("Domain", "Source"))
    assert isinstance(domains, ChecklistFacet)
    assert isinstance(sources, ChecklistFacet)
    assert [choice.relations for choice in domains.model.choices] == [1, 0, 0, 0]
    assert {choice.key for choice in sources.model.choices if choice.relations} == {"src:up", "src:kirby"}


def test_a_closed_network_leaves_the_panel_in_order(panel: FilterPanel, session: Session) -> None:
    session.open(Network(id="none", title="None", version="0", as_of="2025"), {})
    session.in_turn.finish()
    open_all(panel)
    assert panel.chips.words == "Nothing is filtered out."
    assert panel.empty.isHidden()


def test_the_tab_key_comes_to_the_chips_before_the_sections(panel: FilterPanel, session: Session) -> None:
    for domain in ("arms", "money"):
        ask(session, Filter(domains=frozenset({domain}), text="banana"))
        stops = [*panel.chips.buttons, *panel.empty.buttons, panel.sections[0].head]
        for before, after in pairwise(stops):
            before.setFocus()
            before.focusNextPrevChild(True)
            assert panel.window().focusWidget() is after


def test_the_tab_key_comes_to_what_hides_the_selected_actor_too(panel: FilterPanel, session: Session) -> None:
    ask(session, Filter(hidden_actors=frozenset({"actor:us"})))
    session.select("actor", "actor:us")
    session.in_turn.finish()
    stops = [*panel.chips.buttons, *panel.hidden.buttons, panel.sections[0].head]
    assert len(panel.hidden.buttons) == 1
    for before, after in pairwise(stops):
        before.setFocus()
        before.focusNextPrevChild(True)
        assert panel.window().focusWidget() is after
