"""A row of a table is a group of cells, whatever is in them."""

from graphdata.drawing import Words
from graphdata.table_marks import CELL, HEAD, ROW, row_of

IRAN = Words(1.0, 5.0, "Iran", 6.0, "#000000")


def test_an_empty_cell_keeps_its_place() -> None:
    row = row_of([[], [IRAN]])
    assert (row.id, row.title) == (ROW, "")
    assert [(cell.id, cell.items) for cell in row.items] == [(CELL, ()), (CELL, (IRAN,))]


def test_a_head_is_told_apart() -> None:
    assert [cell.id for cell in row_of([[IRAN]], head=True).items] == [HEAD]
