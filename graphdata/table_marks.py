"""Tables in a drawing: rows and cells as groups, so that a file that knows of tables can say so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graphdata.drawing import Group, Mark

ROW: Final = "table row"
CELL, HEAD = "table cell", "table head"  # ids of the groups in a row


def row_of(cells: Iterable[Iterable[Mark]], head: bool = False) -> Group:
    """Return a row of cells, each with its marks: one may have none, so that those after it stay in their columns."""
    return Group(ROW, "", tuple(Group(HEAD if head else CELL, "", tuple(marks)) for marks in cells))
