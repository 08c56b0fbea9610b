"""The chart of the timeline: bars, edges and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.panels.timeline_chart import MonthAxis, TimelineChart
from graphdata.questions.moments import Stretch, month_number
from graphdata.style import Theme

FIRST = month_number("2022-01")


@pytest.fixture
def chart(qtbot: QtBot, light: Theme) -> TimelineChart:
    made = TimelineChart(light)
    qtbot.addWidget(made)
    made.show_counts(FIRST, np.arange(48).reshape(4, 12))
    return made


def test_bars_of_the_domains_stand_on_one_another(chart: TimelineChart) -> None:
    heights = [bar.opts["height"] for bar in chart._bars]
    feet = [bar.opts["y0"] for bar in chart._bars]
    assert np.array_equal(feet[3], heights[0] + heights[1] + heights[2])


def test_a_dragged_stretch_is_told_in_whole_months(chart: TimelineChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.dragged) as told:
        chart.region.setRegion((FIRST + 2.2, FIRST + 5.1))
        chart.region.sigRegionChangeFinished.emit(chart.region)
    assert told.args == [Stretch(FIRST + 2, FIRST + 4)]


def test_a_dragged_edge_is_told_as_its_month(chart: TimelineChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.dragged) as told:
        chart.edge.setValue(FIRST + 6.1)
        chart.edge.sigPositionChangeFinished.emit(chart.edge)
    assert told.args == [Stretch(None, FIRST + 5)]


def test_showing_a_stretch_tells_nothing(chart: TimelineChart, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chart.dragged):
        chart.show_stretch(Stretch(FIRST + 1, FIRST + 3), as_edge=False)
    assert chart.region.getRegion() == (FIRST + 1, FIRST + 4)
    chart.show_stretch(Stretch(None, FIRST + 3), as_edge=True)
    assert (chart.edge.value(), chart.edge.isVisible(), chart.region.isVisible()) == (FIRST + 4, True, False)


@pytest.mark.parametrize(("key", "months"), [(Qt.Key.Key_Left, -1), (Qt.Key.Key_PageDown, 12)])
def test_keys_step_by_months_and_years(chart: TimelineChart, qtbot: QtBot, key: Qt.Key, months: int) -> None:
    with qtbot.waitSignal(chart.stepped) as told:
        qtbot.keyClick(chart, key)
    assert told.args == [months]


def test_a_single_month_is_named_and_counted_in_whole_numbers(chart: TimelineChart) -> None:
    chart.show_counts(FIRST, np.array([[1], [0], [0], [0]]))
    (least, most), (low, high) = chart.viewRange()
    months, counts = (chart.getPlotItem().getAxis(name) for name in ("bottom", "left"))
    named = [month for _, ticks in months.tickValues(least, most, 900) for month in ticks]
    assert least < FIRST < FIRST + 1 < most
    assert FIRST in named
    assert all(count == int(count) for _, ticks in counts.tickValues(low, high, 200) for count in ticks)


def test_an_empty_network_has_an_empty_chart(chart: TimelineChart) -> None:
    chart.show_counts(0, np.zeros((4, 0), np.int64))
    assert all(len(bar.opts["height"]) == 0 for bar in chart._bars)


def test_the_axis_names_months_and_years_where_months_would_crowd() -> None:
    axis = MonthAxis("bottom")
    assert axis.tickStrings([FIRST], 1.0, 1) == ["2022-01"]
    assert axis.tickStrings([FIRST], 1.0, 12) == ["2022"]
    ((spacing, ticks),) = axis.tickValues(FIRST, FIRST + 120, 400.0)
    assert spacing == 24
    assert all(tick % 24 == 0 for tick in ticks)


def test_what_is_in_sight_stays_in_sight_when_the_counts_change(chart: TimelineChart) -> None:
    chart.setXRange(FIRST + 2, FIRST + 10, padding=0)
    chart.show_counts(FIRST, np.ones((4, 12)))
    assert chart.viewRange()[0] == [FIRST + 2, FIRST + 10]


def test_an_end_that_bounded_nothing_and_was_not_dragged_bounds_nothing(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.show_stretch(Stretch(None, None), as_edge=False)
    low, _ = chart.region.getRegion()
    with qtbot.waitSignal(chart.dragged) as told:
        chart.region.setRegion((low, FIRST + 5.1))
        chart.region.sigRegionChangeFinished.emit(chart.region)
    assert told.args == [Stretch(None, FIRST + 4)]


def test_what_bounds_nothing_stays_at_the_edge_of_sight(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.show_stretch(Stretch(None, FIRST + 7), as_edge=False)
    with qtbot.assertNotEmitted(chart.dragged):
        chart.setXRange(FIRST + 2, FIRST + 10, padding=0)
    assert chart.region.getRegion() == (FIRST + 2, FIRST + 8)


def test_an_end_that_is_dragged_out_of_all_months_bounds_nothing(chart: TimelineChart, qtbot: QtBot) -> None:
    chart.show_stretch(Stretch(FIRST + 3, FIRST + 6), as_edge=False)
    with qtbot.waitSignal(chart.dragged) as told:
        chart.region.setRegion((FIRST + 9, FIRST + 13))
        chart.region.sigRegionChangeFinished.emit(chart.region)
    assert told.args == [Stretch(FIRST + 9, None)]


def test_the_middle_can_be_dragged_where_something_is_bounded(chart: TimelineChart) -> None:
    chart.show_stretch(Stretch(None, None), as_edge=False)
    assert not chart.region.movable
    assert all(line.movable for line in chart.region.lines)
    chart.show_stretch(Stretch(FIRST, None), as_edge=False)
    assert chart.region.movable
