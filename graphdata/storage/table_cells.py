"""The cells of a row in the terms of the model: words from closed lists, dates, amounts, places in a source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from graphdata.dates import DateError, span_of
from graphdata.linter.findings import Names, quoted
from graphdata.storage.table_columns import WORDS, folded
from graphdata.storage.table_rows import Ledger, Row
from graphdata.storage.workbook_values import day_of

_DAY_NUMBER: Final = re.compile(r"[1-9][0-9]{4}")
_THOUSANDS: Final = r"[0-9]{1,3}(?:[ '’\u00a0\u202f][0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]+"
_NUMBER: Final = rf"[-−]?(?:{_THOUSANDS})(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{{1,3}})?"
_AMOUNT: Final = re.compile(rf"({_NUMBER})(?:\s*(?:-|–|—|\bto\b)\s*({_NUMBER}))?")
_EITHER: Final = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}")
_LOCATORS: Final = {
    "page": re.compile(r"(?:pages?|pp?\.?)\s*([0-9].*)", re.IGNORECASE),
    "paragraph": re.compile(r"(?:paragraphs?|paras?\.?|¶)\s*([0-9].*)", re.IGNORECASE),
    "section": re.compile(r"(?:sections?|§)\s*([0-9].*)", re.IGNORECASE),
    "line": re.compile(r"lines?\s*([0-9].*)", re.IGNORECASE),
    "timestamp": re.compile(r"(?:at\s*)?([0-9]{1,2}(?::[0-9]{2}){1,2})", re.IGNORECASE),
}
PLACE_UNKNOWN: Final = {"label": "place", "value": "not given"}


def word_in(row: Row, column: str, ledger: Ledger, spellings: Mapping[str, str] | None = None) -> str:
    """Return the word of the model that a cell spells, empty for an empty cell; refuse the row if there is none."""
    known = WORDS[column] if spellings is None else spellings
    cell = row[column]
    found = known.get(folded(cell), "")
    if cell and not found:
        choices = list(dict.fromkeys(known.values()))
        remedy = f"Choose one of: {', '.join(choices)}.{Names(known).nearest(folded(cell))}"
        ledger.refuse(row, column, f"{quoted(cell)} is not a word that is known here.", remedy, "not-in-list")
    return found


def word_or_default(row: Row, column: str, default: str, ledger: Ledger) -> str:
    """Return the word of a cell, or the default, which is then said."""
    found = word_in(row, column, ledger)
    if not row[column]:
        ledger.default(row, column, default)
    return found or default


def date_in(row: Row, column: str, ledger: Ledger) -> str:
    """Return the date of a cell; refuse the row if it is none."""
    cell = row[column]
    try:
        _ = span_of(cell) if cell else None
    except DateError as fault:
        message, wanted, remedy = str(fault).partition("Write ")
        ledger.refuse(row, column, message.strip(), _days_counted(cell) + wanted + remedy, "date")
    return cell


def _days_counted(cell: str) -> str:
    """Return what a spreadsheet may mean by a bare number in place of a date."""
    day = day_of(float(cell)) if _DAY_NUMBER.fullmatch(cell) else ""
    return (
        f"If it is the day number of a spreadsheet, {day} is meant: give the cell the format of a date. " if day else ""
    )


def amount_in(row: Row, ledger: Ledger) -> dict[str, float]:
    """Return the value of the amount, or its low and high, empty for no amount; refuse what can be read two ways."""
    cell = row["amount"]
    found, either = _AMOUNT.fullmatch(cell), _EITHER.fullmatch(cell)
    if cell and not found:
        meant = f"{quoted(cell)} may be {cell.replace(',', '')} or {cell.replace(',', '.')}." if either else ""
        remedy = "Write a number such as 1700000 or 0.5, or a range such as 400-500, and the rest into other columns."
        ledger.refuse(row, "amount", meant or f"{quoted(cell)} is not a number.", remedy, "not-a-number")
    elif either:
        message = "the point in the amount was taken to divide decimals."
        ledger.note(row, "amount", message, "Write thousands without a point.", "decimal-point")
    return _value(found) if found else {}


def _value(found: re.Match[str]) -> dict[str, float]:
    low, high = (_number(part) for part in found.groups())
    return {"value": low} if found[2] is None else {"low": low, "high": high}


def _number(text: str | None) -> float:
    return float(re.sub(r"[ ,'’\u00a0\u202f]", "", text or "0").replace("−", "-"))


def locator_in(row: Row, ledger: Ledger) -> dict[str, Any]:
    """Return the place in the source, "not given" where no column says it."""
    page, paragraph, place = row["page"], row["paragraph"], row["locator"]
    if page:
        return {
            "label": "page",
            "value": ", ".join(filter(None, (page, paragraph and f"paragraph {paragraph}", place))),
        }
    if paragraph:
        return {"label": "paragraph", "value": ", ".join(filter(None, (paragraph, place)))}
    if place:
        return _place(place)
    ledger.default(row, "locator", PLACE_UNKNOWN["value"])
    return PLACE_UNKNOWN


def _place(text: str) -> dict[str, Any]:
    for label, form in _LOCATORS.items():
        found = form.fullmatch(text)
        if found:
            return {"label": label, "value": found[1]}
    return {"label": "place", "value": text}
