"""The sources of the network as a table: what each is, how it is graded, and how much on show rests on it."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from PySide6.QtCore import QLocale

from desktop.models.records_model import Column, RecordsModel
from graphdata.citation import issued, issued_date, numbered
from graphdata.sourcing import Source
from graphdata.view import View
from graphdata.vocabulary import LETTERS

NOT_NOTED = 1 << 30  # sorts behind every note


class SourceRow(NamedTuple):
    """A source with what rests on it: claims in the network, relations on show, and its number among the notes."""

    source: Source
    claims: int
    relations: int
    note: int


def rows_of(view: View) -> list[SourceRow]:
    """Return the sources of a view's network, each with what rests on it."""
    claims = view.network.claims_of_source
    relations = Counter(each for sources in view.resting.values() for each in sources)
    notes = {note.source: note.number for note in numbered(view)}
    return [
        SourceRow(source, len(claims.get(source.id, ())), relations[source.id], notes.get(source.id, 0))
        for source in view.network.sources
    ]


class SourcesModel(RecordsModel[SourceRow]):
    """Every source of the network, one a row, on show or not."""

    def show(self, view: View) -> None:
        """Show the sources of a view's network."""
        self.set_rows(rows_of(view))

    def make_columns(self) -> tuple[Column[SourceRow], ...]:
        """Return the columns from what it is to what rests on it."""
        return (
            Column(self.tr("Title"), 44, lambda row: row.source.title),
            Column(self.tr("Publisher"), 24, lambda row: row.source.publisher),
            Column(self.tr("Date"), 14, lambda row: issued(row.source), lambda row: issued_date(row.source)),
            Column(self.tr("Grade"), 9, lambda row: row.source.judged),
            Column(self.tr("Read"), 10, self._read),
            Column(self.tr("Claims"), 8, lambda row: QLocale().toString(row.claims), lambda row: row.claims, True),
            Column(self.tr("Relations on show"), 18, self._relations, lambda row: row.relations, True),
            Column(self.tr("Note"), 7, self._note, lambda row: row.note or NOT_NOTED, True),
        )

    def id_of(self, row: SourceRow) -> str:
        """Return the id of the source in a row."""
        return row.source.id

    def sentence(self, row: SourceRow) -> str:
        """Return everything that the row says, as a screen reader reads it."""
        parts = (
            row.source.title.rstrip("."),
            row.source.publisher,
            issued(row.source),
            self._grade(row),
            self._read(row),
            self.tr("claims: {0}, relations on show: {1}").format(row.claims, row.relations),
            self.tr("note {0}").format(row.note) if row.note else "",
        )
        return ". ".join(part for part in parts if part) + "."

    def _grade(self, row: SourceRow) -> str:
        """Return the grade in words, and that there is none where no editor judged the source."""
        letter = row.source.judged
        return self.tr("grade {0}, {1}").format(letter, LETTERS[letter]) if letter in LETTERS else self.tr("ungraded")

    def _relations(self, row: SourceRow) -> str:
        return QLocale().toString(row.relations)

    def _note(self, row: SourceRow) -> str:
        return str(row.note) if row.note else ""

    def _read(self, row: SourceRow) -> str:
        if row.source.retracted:
            return self.tr("retracted")
        return self.tr("read") if row.source.read else self.tr("not read")
