"""The timeline moves the filter in time; positions stay, steps merge, and playing stops by itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.panels.timeline_chart import LOWEST
from desktop.panels.timeline_panel import TimelinePanel
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.questions.moments import Stretch, month_number


@pytest.fixture
def panel(session: Session, window: QWidget, qtbot: QtBot) -> TimelinePanel:
    made = TimelinePanel(session)
    QVBoxLayout(window).addWidget(made)
    with qtbot.waitExposed(window):
        window.show()
    return made


def choose(panel: TimelinePanel, way: str) -> None:
    """Choose in which way the filter is moved."""
    panel.ways.setCurrentIndex(panel.ways.findData(way))
    panel.ways.activated.emit(panel.ways.currentIndex())


def fresh(session: Session, window: QWidget) -> TimelinePanel:
    """Return a panel that comes into sight now; no fixture, between which and the test events are seen."""
    made = TimelinePanel(session)
    QVBoxLayout(window).addWidget(made)
    window.show()
    return made


def test_the_controls_come_at_once_and_the_chart_in_steps(session: Session, window: QWidget, qtbot: QtBot) -> None:
    panel = fresh(session, window)
    assert (panel._coming.isVisible(), panel.shown.isVisible(), panel._chart) == (True, True, None)
    qtbot.waitUntil(lambda: panel._chart is not None and panel._chart.isVisible())
    assert not panel._coming.isVisible()
    assert panel.chart._bars


def test_each_step_to_the_chart_is_a_small_one(session: Session, qtbot: QtBot) -> None:
    made = TimelinePanel(session)
    qtbot.addWidget(made)
    assert sum(1 for _ in made._readying()) > 500
    assert sum(1 for _ in made._making_chart()) >= 3


def test_the_library_of_the_chart_comes_beside_the_window(session: Session, qtbot: QtBot) -> None:
    made = TimelinePanel(session)
    qtbot.addWidget(made)
    assert all(_ is None for _ in made._readying())
    assert made._library.is_busy
    qtbot.waitUntil(lambda: made._chart is not None)
    assert not made._library.is_busy


def test_the_keyboard_goes_on_to_the_chart_once_it_has_come(session: Session, window: QWidget, qtbot: QtBot) -> None:
    panel = fresh(session, window)
    panel.take_keyboard()
    assert panel.window().focusWidget() is panel.shown
    qtbot.waitUntil(lambda: panel.window().focusWidget() is panel._chart)


def test_who_has_gone_elsewhere_meanwhile_is_left_there(session: Session, window: QWidget) -> None:
    panel = fresh(session, window)
    panel.take_keyboard()
    panel.ways.setFocus()
    assert panel.chart is not None
    assert panel.window().focusWidget() is panel.ways


def test_dragging_asks_for_a_period(panel: TimelinePanel, session: Session) -> None:
    assert panel.chart is not None
    panel.chart.dragged.emit(Stretch(month_number("2023-01"), month_number("2023-12")))
    assert session.filter.period == ("2023-01", "2023-12")
    assert "2023" in panel.words.text()


def test_moves_that_follow_one_another_are_one_step_back(panel: TimelinePanel, session: Session) -> None:
    places = dict(session.positions)
    choose(panel, "as_of")
    for _ in range(3):
        panel.step(1)
    assert session.undo_stack.count() == 1
    assert session.positions == places
    session.undo_stack.undo()
    assert session.filter == Filter()


def test_known_by_is_another_axis(panel: TimelinePanel, session: Session) -> None:
    choose(panel, "known_by")
    panel.step(-1)
    assert session.filter.known_by == "2025-01"
    assert session.filter.as_of == ""


def test_bars_stay_while_the_time_moves(panel: TimelinePanel, session: Session) -> None:
    assert panel._timeline is not None
    before = panel._timeline.relations.counts.copy()
    change_filter(session, Filter(as_of="2016"), "As of 2016")
    session.in_turn.finish()
    assert (panel._timeline.relations.counts == before).all()
    change_filter(session, Filter(domains=frozenset({"money"})), "Money")
    session.in_turn.finish()
    assert panel._timeline.relations.counts.sum() < before.sum()


def test_playing_runs_to_the_end_and_stops(panel: TimelinePanel, session: Session) -> None:
    choose(panel, "as_of")
    panel.player.setChecked(True)
    assert session.filter.as_of
    assert panel._timeline is not None
    for _ in panel._timeline.months:
        panel._beat()
    assert not panel.player.isChecked()
    assert session.filter.as_of == panel._timeline.months[-1]


def test_undated_relations_have_a_switch(panel: TimelinePanel, session: Session) -> None:
    assert panel.words.text() == "all time · 1 undated on show"
    panel.undated.click()
    assert not session.filter.undated
    session.in_turn.finish()
    assert "0 undated" in panel.words.text()


def test_all_time_takes_the_limits_away(panel: TimelinePanel, session: Session) -> None:
    change_filter(session, Filter(as_of="2023", text="Iran"), "Iran in 2023")
    panel.whole.click()
    assert session.filter == Filter(text="Iran")


def test_what_the_bars_count_can_be_chosen(panel: TimelinePanel) -> None:
    assert panel.chart is not None
    panel.shown.setCurrentIndex(panel.shown.findData("published"))
    panel.shown.activated.emit(panel.shown.currentIndex())
    assert panel._timeline is not None
    assert (panel.chart._bars[0].opts["height"] == panel._timeline.published.counts[0]).all()


def test_it_counts_only_when_it_can_be_seen(session: Session, qtbot: QtBot) -> None:
    hidden = TimelinePanel(session)
    qtbot.addWidget(hidden)
    change_filter(session, Filter(text="Iran"), "Iran")
    assert hidden.chart is None
    assert hidden._timeline is None


def test_the_first_step_on_begins_in_sight(panel: TimelinePanel, session: Session) -> None:
    assert panel.chart is not None
    panel.chart.setXRange(month_number("2023-01"), month_number("2024-06"), padding=0)
    panel.step(1)
    assert session.filter.period == ("", "2023-01")


def test_a_narrow_window_has_room_for_it(panel: TimelinePanel, window: QWidget, qtbot: QtBot) -> None:
    assert panel.minimumSizeHint().width() < 400
    window.resize(360, 400)
    qtbot.waitUntil(lambda: panel.undated.geometry().top() > panel.shown.geometry().bottom())
    assert all(each.geometry().right() <= panel.width() for each in (panel.whole, panel.undated, panel.words))


def test_where_it_is_low_controls_and_chart_are_scrolled(panel: TimelinePanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel._chart is not None)
    assert panel.chart is not None
    panel.window().resize(320, 110)
    qtbot.waitUntil(lambda: panel.width() < 320)
    for control in (panel.shown, panel.ways, panel.undated, panel.words):
        foot = control.mapTo(panel, control.rect().bottomLeft()).y()
        assert foot < panel.chart.mapTo(panel, panel.chart.rect().topLeft()).y()
    assert panel.chart.height() >= LOWEST
