"""A look at a folder of dossiers: what has been read so far, what is wrong with it, and where each record stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from graphdata.linter.findings import FieldPath, field_in_words, printable, quoted, record_in_words
from graphdata.problems import DatasetError, Problem
from graphdata.storage.fields import Fault, faults_in
from graphdata.storage.files import text_of
from graphdata.storage.outline import Outline
from graphdata.storage.tables import tables_in

T = TypeVar("T")


class Spot(NamedTuple):
    """The file and the table in it where a record stands."""

    file: str
    table: FieldPath = ()


class Survey:
    """Reads files and records one after another and keeps every problem, so that all can be told at once."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing read."""
        self.folder = folder
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        self._spots: dict[str, Spot] = {}
        self._outlines: dict[str, Outline] = {}

    def place(self, record: str, path: FieldPath) -> str:
        """Return file, line, record and field of a finding; what is no record stands in the head file."""
        spot = self._spots.get(record)
        return self._place(spot, record_in_words(record), path) if spot else self._place(Spot("network.toml"), "", path)

    def _place(self, spot: Spot, record: str, path: FieldPath) -> str:
        outline = self._outlines.get(spot.file)
        line = f"line {outline.line_of((*spot.table, *path))}" if outline else ""
        return ", ".join(part for part in (printable(spot.file), line, record, field_in_words(path)) if part)

    def note(self, spot: Spot, fault: Fault, record: str = "") -> None:
        """Keep a fault of one field with its place."""
        self.problems.append(Problem(self._place(spot, record, fault.path), fault.message, fault.remedy, fault.rule))

    def tables(self, file: str) -> dict[str, Any] | None:
        """Return the tables of a file; None when the file as a whole is at fault, which is then noted."""
        try:
            text = text_of(self.folder / file, printable(file))
            self._outlines[file] = Outline(text)
            tables = tables_in(text, printable(file))
        except DatasetError as refused:
            self.problems.extend(refused.problems)
            return None
        if not tables:
            remedy = "Fill it in, or restore it from a copy."
            self.problems.append(Problem(printable(file), "the file is empty.", remedy, "empty-file"))
        return tables or None

    def record(self, row: object, struct: type[T], spot: Spot, elsewhere: frozenset[str] = frozenset()) -> T | None:
        """Return the record that a table holds, or note each of its faults and the id that could not be read."""
        name = _id_in(row)
        said = record_in_words(name) if name else field_in_words(spot.table)
        faults = (*faults_in(row, struct, elsewhere), *self._second_use(name, spot))
        for fault in faults:
            self.note(spot, fault, said)
        found = None if faults else self._converted(row, struct, spot, said)
        if found is None and name:
            self.unread.add(name)
        return found

    def _converted(self, row: object, struct: type[T], spot: Spot, said: str) -> T | None:
        try:
            return msgspec.convert(row, struct)
        except (msgspec.ValidationError, RecursionError, OverflowError) as fault:
            self.note(spot, Fault((), f"{fault}.", "Correct the record.", "wrong-type"), said)
            return None

    def _second_use(self, name: str, spot: Spot) -> tuple[Fault, ...]:
        """Ids are unique across the whole network; both places are named."""
        first = self._spots.setdefault(name, spot) if ":" in name else spot
        if first == spot:
            return ()
        message = f"the id {quoted(name)} is already in use at {self._place(first, '', ())}."
        return (Fault(("id",), message, "Give one of the two another id, or remove one.", "duplicate-id"),)


def _id_in(row: object) -> str:
    found = row.get("id") if isinstance(row, dict) else None
    return found if isinstance(found, str) and len(found) <= 200 and found.isprintable() else ""
