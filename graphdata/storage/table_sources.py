"""The sources that a table names: by title, and where titles are alike by publisher, date and address.

A row that gives less means the only source that fits what it gives; where several do, it is refused. Which rows came
first makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final, NamedTuple

import msgspec

from graphdata.dates import span_of
from graphdata.linter.findings import quoted
from graphdata.sourcing import Grade, Source
from graphdata.storage.table_cells import date_in, word_in
from graphdata.storage.table_claims import tell_faults
from graphdata.storage.table_columns import NO_REASON
from graphdata.storage.table_names import Slugs, key_of
from graphdata.storage.table_rows import Ledger, Row
from graphdata.vocabulary import LETTERS

_LETTERS: Final = {letter.casefold(): letter for letter in LETTERS}
_TEXTS: Final = ("source title", "source url", "source publisher", "language", "note")


class Spec(NamedTuple):
    """What a row says to tell its source from others; an empty part leaves it open."""

    title: str
    publisher: str
    date: str
    url: str

    def vaguer(self) -> Iterator[Spec]:
        """Yield whatever may be said of the same source with some of it left out, the whole first."""
        for given in product((True, False), repeat=3):
            yield Spec(self.title, *(part if keep else "" for part, keep in zip(self[1:], given, strict=True)))


def spec_of(row: Row) -> Spec:
    """Return what a row says of its source."""
    return Spec(key_of(row["source title"]), key_of(row["source publisher"]), row["source date"], row["source url"])


@dataclass(slots=True)
class Holding:
    """One source with the cells that rows gave for it, each from the first row that did."""

    spec: Spec
    cells: dict[str, str] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)

    def contradiction(self, row: Row, column: str) -> str:
        """Return in words how a row contradicts what is known, empty where it does not."""
        before = self.cells.get(column, "")
        if not (before and row[column]) or key_of(before) == key_of(row[column]):
            return ""
        return f"{quoted(row[column])} stands here and {quoted(before)} in row {self.rows[column].number}."

    def take(self, row: Row, columns: Iterable[str]) -> None:
        """Keep what a row gives and nobody gave before."""
        for column in columns:
            if row[column] and column not in self.cells:
                self.cells[column], self.rows[column] = row[column], row


def look_at_source(row: Row, ledger: Ledger, columns: Iterable[str] = _TEXTS) -> None:
    """Refuse a row whose source could not be recorded, whatever the other rows say."""
    for column in columns:
        tell_faults(row, {"id": "src:x", "csl": {"x": row[column]}}, Source, ledger, column)
    date_in(row, "source date", ledger)
    word_in(row, "read", ledger)
    letter = word_in(row, "grade", ledger, _LETTERS)
    if row["grade reason"] and not row["grade"]:
        ledger.refuse(
            row, "grade", "a reason is given, and no grade.", "Write A to F, or delete the reason.", "cell-empty"
        )
    elif letter and row["grade reason"]:
        tell_faults(row, {"grade": letter, "why": row["grade reason"]}, Grade, ledger, "grade reason")


class Shelf:
    """The sources behind the rows that were taken so far."""

    def __init__(self, listed: Iterable[Row], rows: Iterable[Row], ledger: Ledger) -> None:
        """Find out how many sources there are; those of the sheet of sources are there in any case."""
        self._ledger = ledger
        listed = list(listed)
        self._holdings = _holdings_of([spec_of(row) for row in (*listed, *rows)])
        for row in listed:
            self.meet(row, ("language", "note"))

    def meet(self, row: Row, more: tuple[str, ...] = ()) -> None:
        """Take the source of a row, unless it contradicts what is known of it."""
        fitting = self._holdings[spec_of(row)]
        if len(fitting) > 1:
            message = f"{len(fitting)} sources have the title {quoted(row['source title'])} and fit this row."
            self._ledger.refuse(row, "source title", message, "Give the date, publisher or address too.", "ambiguous")
            return
        for column in ("read", "grade", "grade reason"):
            said = fitting[0].contradiction(row, column)
            if said:
                self._ledger.refuse(row, column, said, "Make the two agree.", "contradiction")
        if self._ledger.takes(row):
            fitting[0].take(row, (*_TEXTS[:3], "source date", "read", "grade", "grade reason", *more))

    def of(self, row: Row) -> Spec:
        """Return what the source of a row is known by, once the row was taken."""
        return self._holdings[spec_of(row)][0].spec

    def titled(self, title: str) -> list[Spec]:
        """Return the sources with a title."""
        return [holding.spec for holding in self._holdings.get(Spec(key_of(title), "", "", ""), ())]

    def records(self, actor_ids: Mapping[str, str]) -> dict[Spec, Source]:
        """Return every source that a row was taken from; a publisher that is an actor is named by its id."""
        slugs = Slugs()
        used = [
            holdings[0] for spec, holdings in self._holdings.items() if holdings[0].spec == spec and holdings[0].cells
        ]
        for holding in used:
            self._tell(holding)
        return {holding.spec: self._record(holding, slugs, actor_ids) for holding in used}

    def _tell(self, holding: Holding) -> None:
        """Say what was taken for granted."""
        first = holding.rows["source title"]
        if len(self._holdings[Spec(holding.spec.title, "", "", "")]) > 1:
            message = "several sources have this title; publisher, date and address tell them apart."
            self._ledger.note(
                first, "source title", message, "Make these alike where one source is meant.", "same-title"
            )
        if "read" not in holding.cells:
            self._ledger.default(first, "read", "no")
        if "grade" in holding.cells and "grade reason" not in holding.cells:
            self._ledger.default(holding.rows["grade"], "grade reason", NO_REASON)

    def _record(self, holding: Holding, slugs: Slugs, actor_ids: Mapping[str, str]) -> Source:
        cells = holding.cells
        publisher = cells.get("source publisher", "")
        said = {
            "id": f"src:{slugs.of(cells['source title'], longest=50)}",
            "csl": _bibliographic(cells),
            "publisher": actor_ids.get(key_of(publisher), publisher),
            "reliability": _grade(cells),
            "read": word_in(Row("", 0, cells), "read", self._ledger) == "yes",
            "language": cells.get("language", ""),
            "note": cells.get("note", ""),
        }
        return msgspec.convert({name: value for name, value in said.items() if value}, Source)


def _grade(cells: Mapping[str, str]) -> list[dict[str, str]]:
    letter = cells.get("grade", "").upper()
    return [{"grade": letter, "why": cells.get("grade reason", NO_REASON)}] if letter else []


def _holdings_of(specs: Iterable[Spec]) -> dict[Spec, list[Holding]]:
    """Return, for whatever a row may say, the sources it fits; what another row says in full is no further source."""
    said = list(dict.fromkeys(specs))
    outdone = {vaguer for spec in said for vaguer in spec.vaguer() if vaguer != spec}
    found: dict[Spec, list[Holding]] = defaultdict(list)
    for spec in said:
        holding = Holding(spec)
        for vaguer in dict.fromkeys(spec.vaguer()) if spec not in outdone else ():
            found[vaguer].append(holding)
    return found


def _bibliographic(cells: Mapping[str, str]) -> dict[str, Any]:
    """Return the CSL item; a plain date is given in parts, as CSL has it, any other as it is written."""
    date, url = cells.get("source date", ""), cells.get("source url", "")
    parts = [int(part) for part in date.split("-")] if date.replace("-", "").isdigit() else []
    issued = {"date-parts": [parts]} if parts else date
    item = {"type": "webpage" if url else "document", "title": cells["source title"], "URL": url, "issued": issued}
    return {name: value for name, value in item.items() if value}


def newest_day(sources: Iterable[Row], column: str) -> str:
    """Return the latest day that a column of dates names, empty where it names none."""
    spans = [span_of(row[column]) for row in sources if row[column]]
    days = [day for span in spans if (day := span.last or span.first)]
    return max(days).isoformat() if days else ""
