"""What is on show as a workbook: a sheet that says what it is, and one each for relations, claims, actors, sources.

Every text is written as text, so that no cell is a formula, no address a link, and ids stay letter for letter.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from graphdata.annex.value import Annex
from graphdata.directions import unmarked
from graphdata.export.properties import app_properties, core_of
from graphdata.export.repacking import repacked
from graphdata.export.xml_text import clean
from graphdata.listings import LISTINGS, Cell, Column, Listing, head_of, listing_of
from graphdata.marking import marking_colours

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

TEXT_ONLY: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LONGEST: Final = 32_767  # characters that a cell may hold
LINE: Final = 12.5  # points
MARKED: Final = 16.0  # points, of the line with the marking
ABOUT: Final = 110  # letters of the first sheet's words
MOST_LINES: Final = 8
PRINT_SCALE: Final = 80  # per cent; a marking below 12 points would be none, so head and foot keep their size
UNSCALED: Final = {"scale_with_doc": False}
HEADER_LONGEST: Final = 200  # of the 255 that the head of a printed page may hold, the rest is its own marks
FONT: Final = {"font_name": "Arial", "font_size": 9, "valign": "top", "num_format": "@"}


class Looks(NamedTuple):
    """The formats of cells."""

    text: Any
    number: Any
    head: Any
    title: Any
    marking: Any


def to_xlsx(annex: Annex) -> bytes:
    """Return the workbook of what is on show; the same view gives the same bytes."""
    from xlsxwriter import Workbook

    held = io.BytesIO()
    with Workbook(held, {"in_memory": True, **TEXT_ONLY}) as book:
        looks = _looks(book, annex.marking)
        _add_about(book, annex, looks)
        for name in LISTINGS:
            _add(book, annex, listing_of(annex, name), looks)
    core = core_of(
        annex.title, annex.subject, f"{annex.marking}, {annex.network.id}, tables", annex.marking, annex.lowered
    )
    return repacked(held.getvalue(), {"docProps/core.xml": core, "docProps/app.xml": app_properties()})


def _looks(book: Workbook, marking: str) -> Looks:
    """Return the formats of a workbook."""
    label = {"bold": True, "bg_color": "#000000", "font_color": marking_colours(marking), "font_size": 12}
    return Looks(
        text=book.add_format({**FONT, "text_wrap": True}),
        number=book.add_format({**FONT, "num_format": "0"}),
        head=book.add_format({**FONT, "bold": True, "bg_color": "#EEF1F4", "bottom": 1, "text_wrap": True}),
        title=book.add_format({**FONT, "bold": True}),
        marking=book.add_format({**FONT, **label}),
    )


def _add_about(book: Workbook, annex: Annex, looks: Looks) -> None:
    """Add the first sheet: marking, title, filter in words, dataset, and what is left out."""
    sheet = book.add_worksheet("About")
    _set_page(sheet, annex)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, ABOUT)
    for at, (name, text) in enumerate(head_of(annex)):
        sheet.set_row(at, MARKED if name == "Marking" else LINE * -(-max(1, len(text)) // ABOUT))
        _write(sheet, at, 0, name, looks.title)
        _write(sheet, at, 1, text, looks.marking if name == "Marking" else looks.text)


def _add(book: Workbook, annex: Annex, listing: Listing, looks: Looks) -> None:
    """Add the sheet of a table, its head frozen, repeated in print, and ready to filter by."""
    sheet = book.add_worksheet(listing.name.capitalize())
    _set_page(sheet, annex)
    for at, column in enumerate(listing.columns):
        sheet.set_column(at, at, column.letters)
        _write(sheet, 0, at, column.head, looks.head)
    for rank, row in enumerate(listing.rows, start=1):
        sheet.set_row(rank, LINE * _lines(row, listing.columns))
        for at, cell in enumerate(row):
            _write(sheet, rank, at, cell, looks.number if isinstance(cell, int) else looks.text)
    last = len(listing.columns) - 1
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, 1)
    sheet.autofilter(0, 0, max(1, len(listing.rows)), last)
    sheet.ignore_errors({"number_stored_as_text": f"A1:AZ{len(listing.rows) + 2}"})


def _lines(row: Sequence[Cell], columns: Sequence[Column]) -> int:
    """Return how many lines a row shows: all, up to a limit, since a sheet is scrolled and not read through."""
    wanted = (-(-len(str(cell)) // column.letters) for cell, column in zip(row, columns, strict=True))
    return min(max(wanted, default=1) or 1, MOST_LINES)


def _set_page(sheet: Worksheet, annex: Annex) -> None:
    """Set a sheet up for print: A4 across, the first columns on every page, the marking at head and foot, unscaled."""
    marking = f'&"Arial,Bold"&12 {_quoted((annex.marking,))}'
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_print_scale(PRINT_SCALE)
    sheet.print_across()
    sheet.set_header(f"&R{marking}", UNSCALED)
    sheet.set_footer(f"&L&8 {_quoted((annex.network.id, annex.network.version))} &P / &N&R{marking}", UNSCALED)


def _quoted(words: Iterable[str]) -> str:
    """Return words for the head of a printed page, where an ampersand begins a sign."""
    return clean(" ".join(words))[: HEADER_LONGEST // 4].replace("&", "&&")


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, look: Any) -> None:  # noqa: ANN401
    """Write a number as a number and everything else as text."""
    if isinstance(cell, int):
        sheet.write_number(row, column, cell, look)
        return
    text = clean(unmarked(cell)).replace("\r\n", "\n").replace("\r", "\n")  # a return alone would be spelt out
    sheet.write_string(row, column, text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…", look)
