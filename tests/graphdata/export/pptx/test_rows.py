"""A relation in words has a cell for every head."""

from __future__ import annotations

from graphdata.export.pptx.numbering import UNNUMBERED
from graphdata.export.pptx.rows import HEADS, cells_of
from graphdata.export.pptx.stage import Subject


def test_every_relation_fills_its_cells(subject: Subject) -> None:
    for relation in subject.view.relations:
        cells = cells_of(subject.view, relation.id, subject.numbering)
        assert len(cells) == len(HEADS)
        assert all(cells[:5])
        assert cells[4] == relation.summary


def test_without_numbers_the_last_cell_is_empty(subject: Subject) -> None:
    assert cells_of(subject.view, subject.view.relations[0].id, UNNUMBERED)[-1] == ""
