"""Rows know their columns; what cannot be taken is told with sheet, row and column."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graphdata.problems import DatasetError
from graphdata.storage.grids import Grid, Remark
from graphdata.storage.table_columns import Column
from graphdata.storage.table_rows import Ledger, Row, rows_in_words, rows_of

COLUMNS = (Column("giver", "an actor", ("from",), required=True), Column("note", "anything"))


def grid(*rows: Sequence[str], **remarks: Remark) -> Grid:
    """Return a grid; remarks are keyed by a letter and a row, such as B3."""
    numbered = tuple((number, tuple(cells)) for number, cells in enumerate(rows, 1) if any(cells))
    return Grid("s", numbered, {(int(key[1:]), ord(key[0]) - 65): remark for key, remark in remarks.items()})


def told(ledger: Ledger) -> list[str]:
    return [str(problem) for problem in ledger.problems]


def test_columns_are_found_by_any_of_their_names(ledger: Ledger) -> None:
    rows = rows_of(grid(["Note", " FROM ".strip()], ["hi", "Iran"]), COLUMNS, ledger)
    assert (rows[0]["giver"], rows[0]["note"], rows[0]["amount"]) == ("Iran", "hi", "")
    assert not ledger.problems


def test_an_unknown_column_is_told_with_the_nearest(ledger: Ledger) -> None:
    rows_of(grid(["giver", "notte"], ["Iran", "x"]), COLUMNS, ledger)
    assert "t.csv, sheet s: the column 'notte' is not known and was not read." in told(ledger)[0]
    assert told(ledger)[0].endswith("Nearest name: 'note'. [column-not-read]")


@pytest.mark.parametrize(("head", "rule"), [(["giver", "from"], "column-twice"), (["givr", "note"], "column-missing")])
def test_a_header_that_cannot_be_used(ledger: Ledger, head: list[str], rule: str) -> None:
    with pytest.raises(DatasetError) as refused:
        rows_of(grid(head, ["a", "b"]), COLUMNS, ledger)
    assert (refused.value.problems[0].place, refused.value.problems[0].rule) == ("t.csv, sheet s, row 1", rule)


def test_an_empty_cell_that_is_needed_refuses_its_row_alone(ledger: Ledger) -> None:
    rows = rows_of(grid(["from", "note"], ["Iran", ""], ["", "x"]), COLUMNS, ledger)
    assert [ledger.takes(row) for row in rows] == [True, False]
    assert told(ledger)[0].startswith("error: t.csv, sheet s, row 3, column from: the cell is empty. Write an actor.")


def test_a_cell_beyond_the_header_refuses_its_row(ledger: Ledger) -> None:
    rows_of(grid(["giver"], ["Iran", "", "x"]), COLUMNS, ledger)
    assert "row 2: 'x' stands in column C, which has no name." in told(ledger)[0]


def test_remarks_on_cells_refuse_or_are_noted(ledger: Ledger) -> None:
    error, note = Remark("wrong.", "Mend it.", "bad"), Remark("odd.", "Look.", "odd", "warning")
    rows = rows_of(grid(["giver", "note"], ["a", "b"], ["c", "d"], A2=error, B3=note), COLUMNS, ledger)
    assert [ledger.takes(row) for row in rows] == [False, True]
    assert {problem.rule for problem in ledger.problems} == {"bad", "odd"}


def test_empty_rows_are_told(ledger: Ledger) -> None:
    rows_of(grid(["giver"], [""], ["a"], [""], [""], ["b"]), COLUMNS, ledger)
    assert "rows 2; 4 to 5: the row is empty" in told(ledger)[0]


def test_notes_on_refused_rows_are_dropped(ledger: Ledger) -> None:
    row = Row("", 4, {})
    ledger.default(row, "kind", "loan")
    assert "row 4, column kind: the table has no such column; 'loan' was taken." in told(ledger)[0]
    ledger.refuse(row, "", "no.", "Mend it.", "bad")
    assert len(told(ledger)) == 1


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([4], "row 4"), ([2, 3, 4, 9], "rows 2 to 4; 9"), (range(0, 200, 2), "; 98; and 50 more")],
)
def test_rows_in_words(numbers: Sequence[int], words: str) -> None:
    assert rows_in_words(numbers).endswith(words)
