"""Separated text is read however it was saved, and refused where that cannot be told."""

from __future__ import annotations

import pytest

from graphdata.problems import DatasetError, Problem
from graphdata.storage.grids import MOST_COLUMNS, MOST_ROWS
from graphdata.storage.separated import grid_of_text

HEAD = "giver,receiver,summary\n"


def refusal(data: bytes) -> Problem:
    with pytest.raises(DatasetError) as refused:
        grid_of_text(data, "t.csv")
    return refused.value.problems[0]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separators_and_encodings_are_found_out(separator: str, encoding: str) -> None:
    text = "Giver,Receiver\r\nИран,Россия\r\n".replace(",", separator)
    assert grid_of_text(text.encode(encoding), "t.csv").rows == ((1, ("Giver", "Receiver")), (2, ("Иран", "Россия")))


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    grid = grid_of_text((HEAD + 'a,b,"two\r\nlines"\n\n,,\nc,d,e\n').encode(), "t.csv")
    assert [number for number, _ in grid.rows] == [1, 2, 5]
    assert grid.rows[1][1][2] == "two\nlines"


def test_a_foreign_encoding_is_refused_with_byte_and_line() -> None:
    found = refusal((HEAD + "a,b,c\nГруз,b,c\n").encode("cp1251"))
    assert (found.place, found.rule) == ("t.csv, line 3", "encoding")
    assert found.message == "byte 29 (0xc3) is not UTF-8."


@pytest.mark.parametrize("encoding", ["utf-32", "utf-16-le"])
def test_encodings_that_nobody_saves_tables_in(encoding: str) -> None:
    assert refusal(HEAD.encode(encoding)).rule == "encoding"


def test_half_a_letter_of_utf_16() -> None:
    assert refusal(HEAD.encode("utf-16")[:-1]).message.endswith("is not UTF-16.")


@pytest.mark.parametrize(("line", "row"), [('"a,b,c\nd,e,f\n', 2), ('a,b,c\n"d"x,e,f\n', 3)])
def test_quotes_that_are_not_in_order_are_told_with_their_row(line: str, row: int) -> None:
    found = refusal((HEAD + line).encode())
    assert (found.place, found.rule) == (f"t.csv, row {row}", "quotes")


@pytest.mark.parametrize("text", ["", "one\ntwo\n", "a,b;c\n"])
def test_a_text_without_known_columns_is_no_table(text: str) -> None:
    assert refusal(text.encode()).rule == "no-header"


def test_there_are_limits() -> None:
    assert refusal((HEAD + "a,b,c\n" * (MOST_ROWS + 1)).encode()).rule == "too-many-rows"
    assert refusal((HEAD + "," * MOST_COLUMNS + "\n").encode()).rule == "too-many-columns"
    assert refusal((HEAD + "a,b," + "x" * 140_000 + "\n").encode()).rule == "quotes"
