"""Every facet asks the session and shows what the session says."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.models.choices_model import ChoicesModel
from desktop.panels import choices
from desktop.panels.facets import ChecklistFacet, CutFacet, EgoFacet, Facet, PeriodFacet, SegmentFacet
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.ruleset import Level

AnyFacet = TypeVar("AnyFacet", bound=Facet)


@pytest.fixture
def domains(session: Session, window: QWidget) -> ChecklistFacet:
    return shown(ChecklistFacet(session, "Domain", "domains", choices.domains, parent=window))


@pytest.fixture
def levels(session: Session, window: QWidget) -> SegmentFacet:
    return shown(SegmentFacet(session, "Confidence", "min_confidence", tuple(Level), choices.levels, window))


@pytest.fixture
def period(session: Session, window: QWidget) -> PeriodFacet:
    return shown(PeriodFacet(session, "Period", choices.undated, window))


def shown(facet: AnyFacet) -> AnyFacet:
    """Return a facet that keeps up with its session, as in the panel."""
    facet.session.view_changed.connect(facet.refresh)
    facet.refresh()
    return facet


def check(model: ChoicesModel, key: str, checked: bool = True) -> None:
    row = [choice.key for choice in model.choices].index(key)
    state = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
    model.setData(model.index(row), state, Qt.ItemDataRole.CheckStateRole)


def test_all_checked_asks_for_nothing(domains: ChecklistFacet, session: Session) -> None:
    assert domains.model.checked == {"arms", "money", "tech", "diplomacy"}
    assert (domains.narrows, session.filter) == (False, Filter())


def test_unchecking_one_asks_for_the_others(domains: ChecklistFacet, session: Session) -> None:
    check(domains.model, "tech", checked=False)
    assert session.filter.domains == {"arms", "money", "diplomacy"}
    assert (domains.model.checked, domains.narrows) == (session.filter.domains, True)


def test_checking_the_last_one_again_asks_for_nothing(domains: ChecklistFacet, session: Session) -> None:
    check(domains.model, "tech", checked=False)
    check(domains.model, "tech")
    assert session.filter == Filter()


def test_one_alone_can_be_asked_for_and_reset(domains: ChecklistFacet, session: Session) -> None:
    domains.list.only.emit("tech")
    assert session.filter == Filter(domains=frozenset({"tech"}))
    assert session.undo_stack.undoText() == "Filter by domain"
    domains.reset()
    assert session.filter == Filter()


def test_flags_start_unchecked_and_add_up(session: Session, window: QWidget) -> None:
    facet = shown(ChecklistFacet(session, "Marked as", "flags", choices.flags, opting=True, parent=window))
    assert facet.model.checked == frozenset()
    check(facet.model, "DATED")
    check(facet.model, "SINGLE_ORIGIN")
    assert session.filter.flags == {"DATED", "SINGLE_ORIGIN"}


def test_a_long_list_is_searched_in_any_script(session: Session, window: QWidget) -> None:
    names = ["НИИИП", *(f"Plant {number}" for number in range(20))]
    found = [choices.Choice(name, name, 1) for name in names]
    facet = shown(ChecklistFacet(session, "Source", "sources", lambda _: found, parent=window))
    assert not facet.search.isHidden()
    facet.search.setText("niiip")
    assert [row for row in range(21) if not facet.list.isRowHidden(row)] == [0]


def test_a_segment_asks_for_its_value(levels: SegmentFacet, session: Session, qtbot: QtBot) -> None:
    button = levels.buttons[3]
    assert (button.text(), button.accessibleName()) == ("High\n1", "Confidence: High, relations: 1")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.filter == Filter(min_confidence=Level.HIGH)


def test_a_segment_follows_undo(levels: SegmentFacet, session: Session) -> None:
    change_filter(session, Filter(min_confidence=Level.LOW), "Low")
    assert levels.group.checkedId() == 1
    session.undo_stack.undo()
    assert levels.group.checkedId() == 0


def test_a_date_is_asked_for_when_it_is_entered(period: PeriodFacet, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClicks(period.dates[0].edit, "2022-02")
    assert session.filter == Filter()
    qtbot.keyClick(period.dates[0].edit, Qt.Key.Key_Return)
    assert session.filter.period == ("2022-02", "")


def test_a_wrong_date_is_said_to_be_so_and_changes_nothing(period: PeriodFacet, session: Session, qtbot: QtBot) -> None:
    field = period.dates[1]
    qtbot.keyClicks(field.edit, "2022-13")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert "2022-13" in field.message.text()
    assert not field.message.isHidden()
    assert (session.filter, field.edit.text()) == (Filter(), "2022-13")


def test_undated_relations_are_counted_and_can_be_left_out(period: PeriodFacet, session: Session, qtbot: QtBot) -> None:
    assert period.undated.text() == "Keep undated (1)"
    qtbot.keyClick(period.undated, Qt.Key.Key_Space)
    assert session.filter == Filter(undated=False)
    assert len(session.view.relations) == 7


def test_the_two_cuts_are_two_dates(session: Session, window: QWidget) -> None:
    facet = CutFacet(session, "Cut", window)
    facet.dates[0].entered.emit("2023")
    facet.dates[1].entered.emit("2024")
    facet.refresh()
    assert (session.filter.as_of, session.filter.known_by) == ("2023", "2024")
    assert [field.edit.text() for field in facet.dates] == ["2023", "2024"]


def test_an_ego_network_has_an_actor_and_steps(session: Session, window: QWidget) -> None:
    facet = EgoFacet(session, "Round one actor", window)
    facet.refresh()
    assert not facet.steps.isEnabled()
    facet.actor.picked.emit("actor:hz")
    facet.refresh()
    facet.steps.setValue(2)
    assert session.filter == Filter(ego="actor:hz", steps=2)


def test_any_actor_drops_the_ego_network(session: Session, window: QWidget) -> None:
    facet = EgoFacet(session, "Round one actor", window)
    change_filter(session, Filter(ego="actor:hz", steps=2), "Ego")
    facet.actor.picked.emit("")
    assert session.filter == Filter()


def test_a_click_on_a_list_that_waits_for_its_turn_counts_with_the_one_before(
    session: Session, window: QWidget
) -> None:
    facet = ChecklistFacet(session, "Domain", "domains", choices.domains, parent=window)
    facet.refresh()
    check(facet.model, "tech", checked=False)
    check(facet.model, "arms", checked=False)
    assert session.filter.domains == {"money", "diplomacy"}
