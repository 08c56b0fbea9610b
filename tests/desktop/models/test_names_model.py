"""Names to choose from: what a row says, and where a record stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desktop.models.names_model import SEPARATOR, NamesModel
from graphdata.offered import Named

RECORDS = (Named("", "Any"), Named("actor:ru", "Russia"), Named("actor:ir", "Iran"))


@pytest.fixture
def model() -> NamesModel:
    return NamesModel(RECORDS)


def test_model_is_sound(model: NamesModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_a_row_says_label_and_id(model: NamesModel) -> None:
    index = model.index(1)
    assert (index.data(), index.data(Qt.ItemDataRole.UserRole)) == ("Russia", "actor:ru")
    assert (model.row_of("actor:ir"), model.row_of("actor:xx"), model.row_of("")) == (2, -1, -1)


def test_more_can_be_offered_after_a_line(model: NamesModel) -> None:
    assert model.row_of("src:a") == -1
    model.add((Named("", ""), Named("src:a", "A report")))
    line = model.index(3)
    assert (model.rowCount(QModelIndex()), model.row_of("src:a")) == (5, 4)
    assert line.data(Qt.ItemDataRole.AccessibleDescriptionRole) == SEPARATOR
    assert not line.flags() & Qt.ItemFlag.ItemIsSelectable
