"""Some rows of a list of names: in an order of their own, each leading back to its row."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from desktop.models.meant_model import MeantModel
from desktop.models.names_model import NamesModel
from graphdata.offered import Named


@pytest.fixture
def model() -> MeantModel:
    names = NamesModel([Named("a", "Iran"), Named("b", "Iraq"), Named("c", "Israel")])
    made = MeantModel()
    names.setParent(made)
    made.setSourceModel(names)
    return made


def test_model_is_sound(model: MeantModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.show([2, 0])
    qtmodeltester.check(model)


def test_rows_stand_in_the_order_in_which_they_are_given(model: MeantModel) -> None:
    model.show([2, 0])
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Israel", "Iran"]


def test_a_row_leads_to_its_place_in_the_list_and_back(model: MeantModel) -> None:
    model.show([2, 0])
    assert [model.mapToSource(model.index(row, 0)).row() for row in (0, 1)] == [2, 0]
    assert [model.mapFromSource(model.sourceModel().index(row, 0)).row() for row in (0, 1, 2)] == [1, -1, 0]


def test_nothing_is_below_a_row(model: MeantModel) -> None:
    model.show([1])
    index = model.index(0, 0)
    assert (model.rowCount(index), model.columnCount(index), model.parent(index).isValid()) == (0, 0, False)
