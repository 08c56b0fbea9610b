"""The model of what can follow in a query."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desktop.models.hits_model import KIND_ROLE
from desktop.models.offers_model import OffersModel
from graphdata.query.completing import Offer


def test_the_model_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = OffersModel()
    model.show([Offer("arms", "Arms · 5"), Offer("2022", "")])
    qtmodeltester.check(model)


def test_an_offer_is_shown_and_spoken_with_its_note() -> None:
    model = OffersModel()
    model.show([Offer("arms", "Arms · 5"), Offer("2022", "")])
    first, second = model.index(0, 0), model.index(1, 0)
    assert (first.data(), first.data(KIND_ROLE)) == ("arms", "Arms · 5")
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "arms, Arms · 5"
    assert second.data(Qt.ItemDataRole.AccessibleTextRole) == "2022"


def test_there_is_nothing_beyond_the_last_row() -> None:
    model = OffersModel()
    assert model.offer_at(0) is None
    assert model.data(QModelIndex()) is None
