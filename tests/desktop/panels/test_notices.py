"""Notices name the chips that hide something, and drop them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.panels.notices import CompareNotice, EmptyNotice, HiddenNotice, ShownNotice
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.questions.baseline import Baseline

MONEY_2022 = Filter(domains=frozenset({"money"}), period=("2022", ""))


@pytest.fixture
def hidden(session: Session, window: QWidget) -> HiddenNotice:
    return HiddenNotice(session, window)


@pytest.fixture
def empty(session: Session, window: QWidget) -> EmptyNotice:
    return EmptyNotice(session, window)


def test_what_is_on_show_needs_no_reason(hidden: HiddenNotice, session: Session) -> None:
    session.select("relation", "rel:drones")
    assert (hidden.words, hidden.isHidden()) == ("", True)


def test_a_hidden_relation_names_every_chip_that_hides_it(hidden: HiddenNotice, session: Session) -> None:
    change_filter(session, replace(MONEY_2022, period=("2024", "")), "Ask")
    session.select("relation", "rel:drones")
    assert hidden.words == "Why hidden? “Iran sends drones” is left out by:"
    assert [button.text() for button in hidden.buttons] == ["Drop: money", "Drop: since 2024"]


def test_a_hidden_actor_has_reasons_too(hidden: HiddenNotice, session: Session) -> None:
    change_filter(session, MONEY_2022, "Ask")
    session.select("actor", "actor:hz")
    assert hidden.words.startswith("Why hidden? Hezbollah")
    assert [button.accessibleName() for button in hidden.buttons] == ["Remove filter: money"]


def test_dropping_the_reason_brings_it_back(hidden: HiddenNotice, session: Session, qtbot: QtBot) -> None:
    change_filter(session, Filter(domains=frozenset({"money"})), "Ask")
    session.select("relation", "rel:drones")
    qtbot.mouseClick(hidden.buttons[0], Qt.MouseButton.LeftButton)
    assert session.filter == Filter()
    assert hidden.isHidden()


def test_an_empty_view_names_what_to_drop(empty: EmptyNotice, session: Session, qtbot: QtBot) -> None:
    assert empty.isHidden()
    change_filter(session, replace(MONEY_2022, domains=frozenset({"money"})), "Ask")
    assert empty.words == "No relation matches. This would bring back 7:"
    qtbot.mouseClick(empty.buttons[0], Qt.MouseButton.LeftButton)
    assert session.filter == Filter(period=("2022", ""))


def test_chips_that_only_help_together_are_dropped_in_one_step(
    empty: EmptyNotice, session: Session, qtbot: QtBot
) -> None:
    change_filter(session, Filter(text="banana", min_origins=3), "Ask")
    qtbot.mouseClick(empty.buttons[0], Qt.MouseButton.LeftButton)
    assert session.view.relations
    session.undo_stack.undo()
    assert session.filter == Filter(text="banana", min_origins=3)


def test_a_network_without_relations_is_not_blamed_on_chips(empty: EmptyNotice, session: Session) -> None:
    session.open(replace(session.network, relations=()), {})
    assert empty.isHidden()
    change_filter(session, Filter(text="banana"), "Ask")
    assert (empty.words, empty.buttons) == ("This network has no relations to show.", ())


def test_what_a_filter_lets_through_says_why(session: Session, window: QWidget) -> None:
    shown = ShownNotice(session, window)
    session.select("relation", "rel:loan")
    assert shown.isHidden()
    change_filter(session, Filter(domains=frozenset({"money"})), "Money")
    assert shown.words.startswith("Shown: it passes “money”")
    session.select("relation", "rel:drones")
    assert shown.isHidden()


def test_a_comparison_says_so_and_can_be_ended(session: Session, window: QWidget, qtbot: QtBot) -> None:
    notice = CompareNotice(session, window)
    assert notice.isHidden()
    session.apply_baseline(Baseline("2022"), session.positions)
    assert notice.words.startswith("From “Relations as of 2022”")
    assert "counts" not in notice.words
    qtbot.mouseClick(notice.buttons[0], Qt.MouseButton.LeftButton)
    assert not session.baseline.is_given
    assert notice.isHidden()


def test_a_comparison_in_which_something_is_gone_says_what_is_counted(session: Session, window: QWidget) -> None:
    notice = CompareNotice(session, window)
    session.apply_baseline(Baseline("2022"), session.positions)
    change_filter(session, Filter(domains=frozenset({"money"})), "Filter")
    session.apply_baseline(Baseline(filter=Filter()), session.positions)
    assert notice.words.endswith("The counts below leave out what is gone.")
