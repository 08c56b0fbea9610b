"""Tables of all kinds: as rows of cells that become text or a workbook, and what comes of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest

from graphdata.network import Network
from graphdata.problems import Problem
from graphdata.storage.table import Made, network_from_table
from graphdata.storage.table_rows import Ledger, Row

Cells = Sequence[Any]
DRONES = {
    "giver": "Iran",
    "receiver": "Russia",
    "domain": "arms",
    "summary": "Attack drones",
    "source title": "Drone report",
}


class Imported(NamedTuple):
    """What a table came to."""

    network: Network | None
    problems: tuple[Problem, ...]
    made: Made

    @property
    def errors(self) -> list[str]:
        """Place and message of each error."""
        return [f"{problem.place}: {problem.message}" for problem in self.problems if problem.severity == "error"]

    @property
    def rules(self) -> set[str]:
        """The rules behind everything that was said."""
        return {problem.rule for problem in self.problems}


@pytest.fixture
def drones() -> dict[str, str]:
    """Return the cells of a row that holds what is needed and nothing else."""
    return dict(DRONES)


@pytest.fixture
def row(drones: dict[str, str]) -> Callable[..., Row]:
    """Return a function that gives that row with cells changed; underscores stand for spaces."""
    return lambda **cells: Row("", 2, drones | {name.replace("_", " "): cell for name, cell in cells.items()})


@pytest.fixture
def ledger() -> Ledger:
    """Return a ledger in which nothing is said."""
    return Ledger("t.csv")


@pytest.fixture
def imported(tmp_path: Path) -> Callable[..., Imported]:
    """Return a function that imports rows of named cells as separated text, what is needed filled in."""

    def made(*rows: Mapping[str, str], separator: str = ",", encoding: str = "utf-8") -> Imported:
        whole = [DRONES | {name.replace("_", " "): cell for name, cell in row.items()} for row in rows]
        names = list(dict.fromkeys(name for row in whole for name in row))
        path = tmp_path / "t.csv"
        path.write_bytes(text_of(names, whole, separator).encode(encoding))
        return Imported(*network_from_table(path))

    return made


def text_of(names: Sequence[str], rows: Sequence[Mapping[str, str]], separator: str) -> str:
    """Return rows as separated text."""
    file = io.StringIO()
    writer = csv.DictWriter(file, names, restval="", delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes sheets of rows as XLSX; a touch may change the workbook before it is saved."""

    def written(sheets: Mapping[str, Sequence[Cells]], touch: Callable[[Any], None] = lambda _: None) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for cells in rows:
                sheet.append(list(cells))
        touch(book)
        book.save(tmp_path / "t.xlsx")
        return tmp_path / "t.xlsx"

    return written
