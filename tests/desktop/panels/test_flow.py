"""Widgets flow on in rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.panels.flow import FlowLayout


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """Return a widget with three labels of 40 by 20, 10 apart."""
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget, spacing=10)
    for _ in range(3):
        label = QLabel()
        label.setFixedSize(40, 20)
        flow.addWidget(label)
    return widget


def places(widget: QWidget) -> list[tuple[int, int]]:
    return [(label.x(), label.y()) for label in widget.findChildren(QLabel)]


def test_a_full_row_goes_on_below(row: QWidget) -> None:
    row.resize(90, 100)
    row.layout().activate()
    assert places(row) == [(0, 0), (50, 0), (0, 30)]


def test_height_follows_from_the_width(row: QWidget) -> None:
    assert [row.heightForWidth(width) for width in (140, 90, 40)] == [20, 50, 80]


def test_rows_begin_at_the_right_where_one_reads_from_there(row: QWidget) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(90, 100)
    row.layout().activate()
    assert places(row) == [(50, 0), (0, 0), (50, 30)]


def test_what_is_taken_out_leaves_no_gap(row: QWidget) -> None:
    layout = row.layout()
    layout.takeAt(0).widget().deleteLater()
    assert (layout.count(), row.heightForWidth(90), layout.takeAt(7)) == (2, 20, None)


def test_what_is_hidden_takes_no_room(row: QWidget) -> None:
    row.findChildren(QLabel)[0].hide()
    row.resize(90, 100)
    row.layout().activate()
    assert places(row)[1:] == [(0, 0), (50, 0)]


def test_a_row_is_centred_on_its_highest(row: QWidget) -> None:
    row.findChildren(QLabel)[1].setFixedSize(40, 30)
    row.resize(140, 100)
    row.layout().activate()
    assert places(row) == [(0, 5), (50, 0), (100, 5)]
