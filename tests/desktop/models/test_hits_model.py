"""The list of hits ends with the offer to filter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.models.hits_model import KIND_ROLE, SNIPPET_ROLE, HitsModel
from graphdata.search import Hit

HIT = Hit("actor", "actor:ir", "Iran", "ایران", 100.0)


def test_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = HitsModel()
    model.show([HIT], "iran")
    qtmodeltester.check(model)


def test_the_filter_is_offered_last() -> None:
    model = HitsModel()
    model.show([HIT], "iran")
    assert [model.index(row).data() for row in range(2)] == ["Iran", "Filter the map to “iran”"]
    assert (model.hit_at(0), model.hit_at(1)) == (HIT, None)


def test_a_hit_says_its_kind_and_where_it_fits() -> None:
    model = HitsModel()
    model.show([HIT], "iran")
    assert model.index(0).data(KIND_ROLE) == "Actor"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Actor, Iran, ایران"


def test_where_nothing_is_found_the_offer_says_so() -> None:
    model = HitsModel()
    model.show([], "banana")
    assert model.index(0).data(SNIPPET_ROLE) == "Nothing is called so."


def test_without_a_text_there_is_nothing() -> None:
    model = HitsModel()
    model.show([], "")
    assert model.rowCount() == 0
