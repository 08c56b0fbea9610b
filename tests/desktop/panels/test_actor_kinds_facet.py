"""A kind of actor is asked for at either end of a relation or at both."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.commands import change_filter
from desktop.panels import choices
from desktop.panels.actor_kinds_facet import ActorKindsFacet
from desktop.panels.swatches import actor_icon
from desktop.session import Session
from graphdata.filter import Filter


@pytest.fixture
def facet(session: Session, window: QWidget) -> ActorKindsFacet:
    made = ActorKindsFacet(session, "Kind of actor", choices.actor_kinds, choices.actor_ends, actor_icon, parent=window)
    session.view_changed.connect(made.refresh)
    made.refresh()
    return made


def toggle(facet: ActorKindsFacet, key: str, state: Qt.CheckState) -> None:
    row = [choice.key for choice in facet.model.choices].index(key)
    facet.model.setData(facet.model.index(row), state, Qt.ItemDataRole.CheckStateRole)


def test_one_kind_alone_is_shown_with_whom_it_deals(facet: ActorKindsFacet, session: Session) -> None:
    facet.list.only.emit("armed_group")
    assert session.filter == Filter(actor_kinds=frozenset({"armed_group"}), actor_ends="either")
    assert session.view.relations
    assert [button.isChecked() for button in facet.buttons] == [True, False]
    session.undo_stack.undo()
    assert session.filter == Filter()


def test_a_kind_that_is_unticked_is_hidden(facet: ActorKindsFacet, session: Session) -> None:
    toggle(facet, "firm", Qt.CheckState.Unchecked)
    assert session.filter == Filter(actor_kinds=frozenset({"state", "armed_group"}))
    assert {actor.kind for actor in session.view.actors} == {"state", "armed_group"}
    toggle(facet, "firm", Qt.CheckState.Checked)
    assert session.filter == Filter()


def test_both_ends_are_a_click_away_and_say_how_many_relations_they_show(
    facet: ActorKindsFacet, session: Session
) -> None:
    facet.list.only.emit("state")
    counts = [int(button.text().split("\n")[1]) for button in facet.buttons]
    assert counts[0] == len(session.view.relations)
    facet.buttons[1].click()
    assert (session.filter.actor_ends, len(session.view.relations)) == ("both", counts[1])


def test_the_ends_are_offered_only_where_kinds_are_asked_for(facet: ActorKindsFacet, session: Session) -> None:
    assert facet.ways.isHidden()
    change_filter(session, Filter(actor_kinds=frozenset({"firm"})), "Query")
    assert (facet.ways.isHidden(), facet.buttons[1].isChecked()) == (False, True)
    facet.reset()
    assert (facet.ways.isHidden(), session.filter) == (True, Filter())
