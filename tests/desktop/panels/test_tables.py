"""The tables go with the selection, both ways, and give their rows away as text."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.commands import change_filter
from desktop.panels.tables import RecordsTable, RelationsTable, SourcesTable
from desktop.session import Selection, Session
from graphdata.bulk import LARGE
from graphdata.filter import Filter


@pytest.fixture
def table(session: Session, window: QWidget) -> RelationsTable:
    made = RelationsTable(session)
    QVBoxLayout(window).addWidget(made)
    window.show()
    return made


@pytest.fixture
def sources(session: Session, window: QWidget) -> SourcesTable:
    made = SourcesTable(session)
    QVBoxLayout(window).addWidget(made)
    window.show()
    return made


def chosen(table: RecordsTable) -> set[str]:
    return {table.records.record_at(index.row()) for index in table.selectionModel().selectedRows()}


def row_of(table: RecordsTable, record: str) -> int:
    return table.records.rows_with({record})[0]


def test_rows_start_sorted_by_their_first_column(table: RelationsTable) -> None:
    givers = [table.model().index(row, 0).data() for row in range(8)]
    assert givers == sorted(givers)


def test_a_selected_row_is_selected_in_the_session(table: RelationsTable, session: Session) -> None:
    table.selectRow(row_of(table, "rel:loan"))
    assert session.selection == Selection("relation", "rel:loan")


def test_a_relation_selected_elsewhere_selects_its_row(table: RelationsTable, session: Session) -> None:
    session.select("relation", "rel:loan")
    assert chosen(table) == {"rel:loan"}


def test_a_line_of_the_map_selects_all_its_rows_and_stays_selected(table: RelationsTable, session: Session) -> None:
    session.select("tie", "tie:ru>ir:arms")
    assert chosen(table) == {"rel:jets", "rel:pilots"}
    assert session.selection == Selection("tie", "tie:ru>ir:arms")


def test_a_line_with_one_relation_stays_a_line(table: RelationsTable, session: Session) -> None:
    session.select("tie", "tie:ru>ir:money")
    assert chosen(table) == {"rel:loan"}
    assert session.selection == Selection("tie", "tie:ru>ir:money")


def test_an_actor_selects_no_row(table: RelationsTable, session: Session) -> None:
    session.select("relation", "rel:loan")
    session.select("actor", "actor:ir")
    assert chosen(table) == set()
    assert session.selection == Selection("actor", "actor:ir")


def test_sorting_and_filtering_keep_the_selection(table: RelationsTable, session: Session) -> None:
    session.select("relation", "rel:loan")
    table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    change_filter(session, Filter(text="russia"), "Ask")
    assert chosen(table) == {"rel:loan"}
    assert session.selection == Selection("relation", "rel:loan")


def test_a_hidden_table_catches_up_when_it_is_seen(table: RelationsTable, session: Session, window: QWidget) -> None:
    window.hide()
    change_filter(session, Filter(domains=frozenset({"money"})), "Money")
    session.select("relation", "rel:loan")
    window.show()
    assert (table.model().rowCount(), chosen(table)) == (1, {"rel:loan"})


def test_several_rows_are_for_copying_alone(table: RelationsTable, session: Session, qtbot: QtBot) -> None:
    table.setFocus()
    table.selectAll()
    assert session.selection == Selection()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 8
    assert {line.count("\t") for line in lines} == {11}


def test_enter_inspects_the_selected_row(table: RelationsTable, session: Session, qtbot: QtBot) -> None:
    session.select("tie", "tie:ru>ir:money")
    table.setFocus()
    with qtbot.waitSignal(table.inspected):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert session.selection == Selection("relation", "rel:loan")


def test_tab_leaves_the_table(table: RelationsTable) -> None:
    assert not table.tabKeyNavigation()


def test_sources_go_with_the_selection_too(sources: SourcesTable, session: Session) -> None:
    session.select("source", "src:wsj")
    assert chosen(sources) == {"src:wsj"}
    sources.selectRow(row_of(sources, "src:up"))
    assert session.selection == Selection("source", "src:up")


def test_copied_cells_are_no_formulas(sources: SourcesTable, session: Session) -> None:
    session.select("source", "src:hacked")
    assert sources.copied_text().startswith("'=<b>A & B</b>\t<b>A & B</b>\t2024")


def action(table: RecordsTable, words: str) -> QAction:
    return next(each for each in table.actions() if each.text() == words)


@pytest.mark.parametrize(
    ("words", "copied"),
    [
        ("Copy citation", "UP, 8 Dec 2023, “Russia and Iran”\nWSJ, 27 Mar 2023, “Moscow Sends Iran Cyber Tools”"),
        ("Copy id", "src:up\nsrc:wsj"),
    ],
)
def test_citations_and_ids_are_copied_for_every_row(sources: SourcesTable, words: str, copied: str) -> None:
    sources.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    sources.selectAll()
    action(sources, words).trigger()
    assert copied.splitlines()[0] in QGuiApplication.clipboard().text().splitlines()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_a_relation_copies_what_it_rests_on(table: RelationsTable, session: Session) -> None:
    session.select("relation", "rel:drones")
    assert len(table.copied_citations().splitlines()) == 2


def test_nothing_selected_leaves_the_clipboard_alone(sources: SourcesTable) -> None:
    QGuiApplication.clipboard().setText("kept")
    sources.clearSelection()
    for each in sources.actions():
        if each.text().startswith("Copy"):
            each.trigger()
    assert QGuiApplication.clipboard().text() == "kept"


@pytest.mark.parametrize("kind", [RelationsTable, SourcesTable])
def test_tables_have_names(session: Session, window: QWidget, kind: type[RelationsTable | SourcesTable]) -> None:
    assert kind(session, window).accessibleName()


def test_the_sources_of_a_large_network_are_counted_beside_the_window(
    sources: SourcesTable, session: Session, qtbot: QtBot, crowded: Any
) -> None:
    network, places = crowded(300, LARGE)
    session.open(replace(network, sources=session.network.sources), places)
    assert sources.model().rowCount() == 4
    session.select("source", "src:up")
    with qtbot.waitSignal(sources.model().modelReset):
        change_filter(session, Filter(domains=frozenset({"arms"})), "Arms")
    assert sources.model().rowCount() == 4
    qtbot.waitUntil(lambda: chosen(sources) == {"src:up"})


def test_all_rows_can_be_selected_and_copied(session: Session, window: QWidget) -> None:
    table = RelationsTable(session)
    QVBoxLayout(window).addWidget(table)
    window.show()
    table.selectAll()
    assert len(table.copied_text().splitlines()) == len(session.view.relations)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table._rows_selected() == list(range(len(session.view.relations)))
    assert table._ids()().splitlines() == [table.records.record_at(row) for row in table._rows_selected()]
