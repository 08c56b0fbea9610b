"""The table of relations says in words what the map draws."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from pytestqt.modeltest import ModelTester

from desktop.models.relations_model import DOMAIN_COLUMN, RelationsModel
from desktop.session import Session
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.view import view_of


@pytest.fixture
def model(session: Session) -> RelationsModel:
    made = RelationsModel()
    made.show(session.view)
    return made


def cells(model: RelationsModel, record: str) -> dict[str, str]:
    (row,) = model.rows_with({record})
    return {column.title: model.index(row, at).data() for at, column in enumerate(model.columns)}


def test_model_is_sound(model: RelationsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_every_relation_on_show_has_a_row(model: RelationsModel, session: Session) -> None:
    assert model.rowCount() == len(session.view.relations) == 8


def test_a_row_says_who_what_and_how_surely(model: RelationsModel) -> None:
    row = cells(model, "rel:drones")
    assert (row["Giver"], row["Receiver"], row["Direction"]) == ("Iran", "Russia", "one way")
    assert (row["Domain"], row["Kind"], row["Status"]) == ("Arms", "Arms transfer", "Delivered")
    assert (row["Confidence"], row["Origins/documents"], row["Flags"]) == ("High", "2/2", "")
    assert row["Dates"] == "Aug 2022 to Nov 2023"
    assert row["Sources"] == "UP, 8 Dec 2023; White House, 9 Dec 2022"


def test_what_is_missing_is_said(model: RelationsModel) -> None:
    assert cells(model, "rel:rockets")["Dates"] == "undated"
    assert cells(model, "rel:rockets")["Flags"] == "Single origin"
    assert cells(model, "rel:treaty")["Direction"] == "mutual"


def test_the_row_is_one_sentence_for_a_screen_reader(model: RelationsModel) -> None:
    (row,) = model.rows_with({"rel:treaty"})
    spoken = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Russia and Iran: The treaty is signed. Diplomacy, Treaty. Confidence Low; origins: 1")


@pytest.mark.parametrize(
    ("title", "first"), [("Domain", "rel:treaty"), ("Confidence", "rel:drones"), ("Dates", "rel:rockets")]
)
def test_columns_sort_by_meaning_not_by_letters(model: RelationsModel, title: str, first: str) -> None:
    column = [each.title for each in model.columns].index(title)
    model.sort(column, Qt.SortOrder.DescendingOrder)
    assert model.record_at(0) == first


def test_no_cell_has_a_tooltip(model: RelationsModel) -> None:
    columns = range(model.columnCount())
    assert not any(model.index(0, column).data(Qt.ItemDataRole.ToolTipRole) for column in columns)


def test_only_the_domain_has_a_swatch(session: Session) -> None:
    model = RelationsModel(lambda _: QIcon())
    model.show(session.view)
    shown = [model.index(0, column).data(Qt.ItemDataRole.DecorationRole) for column in range(model.columnCount())]
    assert [column for column, icon in enumerate(shown) if icon is not None] == [DOMAIN_COLUMN]


def test_filling_and_sorting_assesses_nothing_and_looking_at_a_row_that_row_alone(network: Network) -> None:
    view = view_of(replace(network), Filter())
    looked_at = view.facts.assessments._found
    model = RelationsModel()
    model.show(view)
    for column in range(model.columnCount()):
        model.sort(column, Qt.SortOrder.DescendingOrder)
    assert not looked_at
    assert model.index(0, 9).data() is not None
    assert list(looked_at) == [model.record_at(0)]
