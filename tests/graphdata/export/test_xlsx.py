"""Another reader finds text that is text, letter for letter, and a first sheet that says what the others are."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from graphdata.annex import Annex
from graphdata.directions import unmarked
from graphdata.export.xlsx import to_xlsx
from graphdata.listings import LISTINGS, Cell, head_of, listing_of


@pytest.fixture(scope="module")
def content(odd: Annex) -> bytes:
    return to_xlsx(odd)


@pytest.fixture(scope="module")
def book(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_twice_the_same(odd: Annex, content: bytes) -> None:
    assert to_xlsx(odd) == content


def as_read(cell: Cell) -> Cell:
    """Return a cell as a workbook holds it: returns are new lines, marks of direction are gone."""
    return cell if isinstance(cell, int) else unmarked(cell).replace("\r", "\n")


@pytest.mark.parametrize("name", LISTINGS)
def test_every_cell_comes_back_letter_for_letter(odd: Annex, book: Any, name: str) -> None:
    head, *rows = book[name.capitalize()].iter_rows()
    listing = listing_of(odd, name)
    assert [cell.value for cell in head] == [column.head for column in listing.columns]
    wanted = [
        [unmarked(cell).replace("\r", "\n") if isinstance(cell, str) else cell for cell in row] for row in listing.rows
    ]
    assert [["" if cell.value is None else cell.value for cell in row] for row in rows] == wanted
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}
    assert all(cell.number_format == "@" for row in rows for cell in row if isinstance(cell.value, str))


def test_there_is_no_formula_and_no_link(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/")]
        names = package.namelist()
    assert not [sheet for sheet in sheets if b"<f>" in sheet or b"hyperlink" in sheet]
    assert not [name for name in names if "externalLink" in name or "sheet1.xml.rels" in name]


def test_the_first_sheet_says_what_the_book_is(odd: Annex, book: Any) -> None:
    assert book.sheetnames == ["About", *(name.capitalize() for name in LISTINGS)]
    said = [(row[0].value, row[1].value) for row in book["About"].iter_rows()]
    assert said == list(head_of(odd))


def test_the_marking_stands_on_every_printed_page(book: Any) -> None:
    for sheet in book:
        assert sheet.oddHeader.right.text.strip() == sheet.oddFooter.right.text.strip() == "TLP:AMBER"
        assert sheet.oddHeader.right.size == 12
        assert not sheet.HeaderFooter.scaleWithDoc
    assert book["Relations"].print_title_rows == "$1:$1"


def test_properties_are_ours(content: bytes, monkeypatch: pytest.MonkeyPatch, odd: Annex) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        core = package.read("docProps/core.xml")
    assert b"<cp:category>TLP:AMBER</cp:category>" in core
    assert b"creator" not in core
    assert b"created" not in core
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert to_xlsx(odd) != content


def test_an_ampersand_in_the_marking_stays_one(odd: Annex) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(replace(odd, marking="A&B"))))
    assert "A&&B" in (book["About"].oddHeader.right.text or "")


def test_no_words_of_the_first_sheet_are_cut(odd: Annex) -> None:
    long = replace(odd, title="A long title " * 30)
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(long)))["About"]
    high = {row[0].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows()}
    assert high["Title"] >= 4 * 12.5
    assert all(sheet.row_dimensions[row[0].row].height >= 12.5 * len(str(row[1].value)) / 110 for row in sheet)
