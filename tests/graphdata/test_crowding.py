"""Past forty lines another deck is offered, in the same words everywhere."""

from __future__ import annotations

import pytest

from graphdata import crowding
from graphdata.crowding import DECK_LABELS, crowding_of
from graphdata.filter import Filter
from graphdata.network import Network
from graphdata.ties import ties_of
from graphdata.view import view_of


def test_few_lines_need_no_advice(little: Network) -> None:
    view = view_of(little, Filter())
    assert crowding_of(view, ties_of(view)) is None


def test_many_lines_are_told_with_what_to_ask_for_instead(little: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowding, "READ_AT_ONCE", 5)
    view = view_of(little, Filter())
    found = crowding_of(view, ties_of(view))
    assert found is not None
    assert {offer.key for offer in found.offers} == DECK_LABELS.keys() - {"whole"}
    assert found.advice.startswith(f"{len(ties_of(view))} lines are on one slide")
    assert "--deck matrix" in found.in_words
    assert f"({found.pairs} lines)" in found.in_words
    assert 0 < found.pairs < len(ties_of(view))
    assert "slides)" in next(offer.label for offer in found.offers if offer.key == "domain")
