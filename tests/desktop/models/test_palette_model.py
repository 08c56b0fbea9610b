"""The palette offers what fits the letters typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.models.hits_model import KIND_ROLE
from desktop.models.palette_model import MOST_ACTIONS, Deed, PaletteModel, fitting
from graphdata.search import Hit

DEEDS = (Deed("fit", "Whole map", "Ctrl+0"), Deed("go_map", "Go to the map", "Ctrl+M"), Deed("undo", "Undo", "", False))


def test_deeds_that_begin_so_come_first() -> None:
    assert [deed.name for deed in fitting(DEEDS, "map")] == ["fit", "go_map"]
    assert [deed.name for deed in fitting(DEEDS, "go")] == ["go_map"]


def test_what_cannot_be_done_is_not_on_offer() -> None:
    assert fitting(DEEDS, "undo") == ()


def test_without_letters_some_are_on_offer() -> None:
    many = tuple(Deed(str(number), f"Deed {number}") for number in range(30))
    assert fitting(many, "") == many[:MOST_ACTIONS]


@pytest.fixture
def model() -> PaletteModel:
    made = PaletteModel()
    made.show(DEEDS[:1], [Hit("actor", "actor:ru", "Russia", "State", 1.0)])
    return made


def test_it_is_a_sound_model(model: PaletteModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_rows_say_what_they_are(model: PaletteModel) -> None:
    assert [model.index(row, 0).data(KIND_ROLE) for row in range(2)] == ["Action", "Actor"]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Action, Whole map, Ctrl+0"
    assert model.entry_at(7) is None
