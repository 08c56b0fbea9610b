"""Numbers lead to what they number."""

from __future__ import annotations

from graphdata.annex.marks import line_anchor, notes_of, numbers_of, relation_anchor, source_anchor
from graphdata.paper import Run


def test_numbers_lead_to_relations_and_sources() -> None:
    assert list(numbers_of([3, 14])) == [
        Run("R3", to=relation_anchor(3)),
        Run(", "),
        Run("R14", to=relation_anchor(14)),
    ]
    assert list(notes_of([2])) == [Run("[2]", to=source_anchor(2))]


def test_anchors_differ() -> None:
    assert len({line_anchor(1), relation_anchor(1), source_anchor(1)}) == 3
