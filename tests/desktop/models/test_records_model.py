"""Any table of records sorts itself and keeps hold of its rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desktop.models.records_model import Column, RecordsModel


class Numbers(RecordsModel[int]):
    """Numbers with their names."""

    def make_columns(self) -> tuple[Column[int], ...]:
        return (Column("Name", 9, lambda row: f"number {row}"), Column("Number", 9, str, lambda row: row, True))

    def id_of(self, row: int) -> str:
        return str(row)

    def sentence(self, row: int) -> str:
        return f"This is {row}."


@pytest.fixture
def model() -> Numbers:
    numbers = Numbers()
    numbers.set_rows([10, 9, 100])
    return numbers


def names(model: Numbers) -> list[str]:
    return [model.record_at(row) for row in range(model.rowCount())]


def test_model_is_sound(model: Numbers, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_rows_stay_as_given_until_sorted(model: Numbers) -> None:
    assert names(model) == ["10", "9", "100"]


def test_numbers_sort_by_value_and_words_by_letters(model: Numbers) -> None:
    model.sort(1)
    assert names(model) == ["9", "10", "100"]
    model.sort(0)
    assert names(model) == ["10", "100", "9"]


def test_new_rows_come_in_the_order_in_force(model: Numbers) -> None:
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_rows([1, 2, 3])
    assert names(model) == ["3", "2", "1"]


def test_sorting_keeps_hold_of_a_row(model: Numbers) -> None:
    held = QPersistentModelIndex(model.index(0, 1))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert (held.row(), held.data()) == (1, "10")


def test_rows_are_found_by_their_records(model: Numbers) -> None:
    assert model.rows_with({"9", "100", "7"}) == [1, 2]
    assert model.rows_with(()) == []


def test_first_cell_speaks_the_row_and_others_their_heading(model: Numbers) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(spoken) == "This is 10."
    assert model.index(0, 1).data(spoken) == "Number: 10"


def test_numbers_and_their_heading_stand_at_the_end(model: Numbers) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole
    assert model.index(0, 1).data(role) & Qt.AlignmentFlag.AlignTrailing
    assert model.headerData(1, Qt.Orientation.Horizontal, role) & Qt.AlignmentFlag.AlignTrailing
    assert model.index(0, 0).data(role) & Qt.AlignmentFlag.AlignLeading
