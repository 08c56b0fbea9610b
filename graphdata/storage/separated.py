"""Comma, semicolon or tab separated text as a grid; how it is written is found out, never supposed."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import Final

from graphdata.linter.findings import quoted
from graphdata.problems import DatasetError
from graphdata.storage.files import refusal
from graphdata.storage.grids import MOST_COLUMNS, MOST_ROWS, Grid
from graphdata.storage.table_columns import RELATIONS, folded

SEPARATORS: Final = (",", ";", "\t")
_KNOWN: Final = frozenset(name for column in RELATIONS for name in (column.name, *column.aliases))
_MARKS: Final = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SAVE_AGAIN: Final = "Save the table again as CSV in UTF-8."


def grid_of_text(data: bytes, place: str) -> Grid:
    """Return the rows of separated text, or raise a DatasetError that names the row it cannot be read from."""
    text = _decoded(data, place)
    separator = _separator(text, place)
    rows = tuple((number, cells) for number, cells in _rows(text, separator, place) if any(cells))
    return Grid("", rows)


def _decoded(data: bytes, place: str) -> str:
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    encoding = _MARKS.get(mark, "utf-8")
    if encoding == "UTF-32" or (not mark and b"\0" in data[:64]):
        said = "in UTF-32" if mark else "in a form with zero bytes, such as UTF-16 without its mark"
        raise refusal(place, f"the text is written {said}.", _SAVE_AGAIN, "encoding")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _undecodable(data, fault, encoding, place) from None


def _undecodable(data: bytes, fault: UnicodeDecodeError, encoding: str, place: str) -> DatasetError:
    line = data[: fault.start].decode(encoding, "ignore").count("\n") + 1
    message = f"byte {fault.start} (0x{data[fault.start]:02x}) is not {encoding.removesuffix('-sig').upper()}."
    return refusal(f"{place}, line {line}", message, f"{_SAVE_AGAIN} Then look at the letters there.", "encoding")


def _separator(text: str, place: str) -> str:
    """Return the sign that cuts the first line into the most names of columns."""
    head = next((line for line in text.splitlines() if line.strip(" \t,;")), "")
    counts = {separator: _names_in(head, separator) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: counts[separator])
    if list(counts.values()).count(counts[best]) > 1:
        message = f"the first row, {quoted(head)}, does not hold the names of columns."
        remedy = "Begin with a row of names: giver, receiver, domain, summary, source title; commas between them."
        raise refusal(f"{place}, row 1", message, remedy, "no-header")
    return best


def _names_in(line: str, separator: str) -> int:
    cells = next(csv.reader([line], delimiter=separator), [])
    return len(_KNOWN.intersection(map(folded, cells)))


def _rows(text: str, separator: str, place: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows; a cell may hold line breaks, so a row is counted as a spreadsheet counts it."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number, line = 0, 0
    try:
        for number, cells in enumerate(reader, 1):
            _ensure_bounds(number, cells, place)
            yield number, tuple(cell.strip().replace("\r\n", "\n") for cell in cells)
            line = reader.line_num
    except csv.Error as fault:
        where = f"{place}, row {number + 1}"
        message = f"the quotation marks are not in order (line {line + 1} of the file, {fault})."
        raise refusal(where, message, 'Close the quote there; write " inside of quotes as "".', "quotes") from None


def _ensure_bounds(number: int, cells: list[str], place: str) -> None:
    if number > MOST_ROWS + 1:
        raise refusal(place, f"the table has more than {MOST_ROWS:,} rows.", "Split it.", "too-many-rows")
    if len(cells) > MOST_COLUMNS:
        message = f"the row has {len(cells)} cells; at most {MOST_COLUMNS} are read."
        raise refusal(f"{place}, row {number}", message, "Look at its separators.", "too-many-columns")
