"""Formulas, faults and merged cells are told; a sheet has its limits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphdata.problems import DatasetError
from graphdata.storage.grids import Grid
from graphdata.storage.workbook import grids_of_workbook
from graphdata.storage.workbook_cells import SheetListener
from graphdata.storage.workbook_values import Values

Write = Callable[..., Path]


def heard(*events: tuple[str, dict[str, str], str]) -> SheetListener:
    """Return a listener that has heard a row of elements."""
    listener = SheetListener(Values([], frozenset()), "t.xlsx")
    for name, attributes, text in events:
        listener.begin(name, attributes)
        listener.text(text)
        listener.end(name)
    return listener


def cell(reference: str, kind: str, *inner: tuple[str, str]) -> SheetListener:
    listener = heard(("row", {"r": "1"}, ""))
    listener.begin("c", {"r": reference, "t": kind})
    for name, text in inner:
        listener.begin(name, {})
        listener.text(text)
        listener.end(name)
    listener.end("c")
    listener.end("row")
    return listener


def grid(path: Path) -> Grid:
    return grids_of_workbook(path.read_bytes(), "t.xlsx")[0]


def test_a_formula_is_read_as_its_stored_value_and_told() -> None:
    listener = cell("B1", "str", ("f", "A1"), ("v", "stored"))
    assert listener.rows == [(1, ("", "stored"))]
    assert listener.all_remarks()[1, 1].severity == "warning"


def test_a_formula_without_a_value_is_an_error(workbook: Write) -> None:
    remark = grid(workbook({"a": [["x", "=1+1"]]})).remarks[1, 1]
    assert (remark.rule, remark.severity) == ("formula", "error")


def test_a_fault_in_a_cell_is_an_error() -> None:
    assert cell("A1", "e", ("v", "#N/A")).all_remarks()[1, 0].message == "the cell holds the fault '#N/A'."


def test_what_is_spoken_is_not_written() -> None:
    listener = heard(("row", {}, ""))
    listener.begin("c", {"t": "inlineStr"})
    for name, text in (("t", "東京"), ("rPh", ""), ("t", "とうきょう")):
        listener.begin(name, {})
        listener.text(text)
    for name in ("t", "rPh", "c", "row"):
        listener.end(name)
    assert listener.rows == [(1, ("東京",))]


def test_cells_below_merged_ones_are_told(workbook: Write) -> None:
    def merge(book: Any) -> None:
        book["a"].merge_cells("A1:B2")

    remarks = grid(workbook({"a": [["x", "y"], ["z", "w"]]}, merge)).remarks
    assert set(remarks) == {(1, 1), (2, 0), (2, 1)}
    assert remarks[2, 0].message == "the cells A1:B2 are merged, so this one is empty."


@pytest.mark.parametrize("reference", ["nonsense", "B2:A1", ""])
def test_merging_that_means_nothing_is_passed_over(reference: str) -> None:
    assert heard(("row", {"r": "900"}, ""), ("mergeCell", {"ref": reference}, "")).all_remarks() == {}


def test_merging_without_end_costs_nothing() -> None:
    with pytest.raises(DatasetError, match="are merged"):
        heard(("row", {"r": "900"}, ""), ("mergeCell", {"ref": "A1:XFD1048576"}, "")).all_remarks()


def test_a_cell_far_to_the_right_is_refused(workbook: Write) -> None:
    with pytest.raises(DatasetError, match="row 1 stands beyond column GR"):
        grid(workbook({"a": [[None] * 200 + ["x"]]}))


@pytest.mark.parametrize("second", ["1", "0", "9999999"])
def test_rows_go_downwards(second: str) -> None:
    with pytest.raises(DatasetError, match="stands after row 1"):
        heard(("row", {"r": "1"}, ""), ("row", {"r": second}, ""))
