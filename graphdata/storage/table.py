"""A network from a plain table, one claim a row, so that a list which somebody keeps can be opened as a map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from graphdata.linter.findings import printable
from graphdata.network import Network
from graphdata.problems import DatasetError, Problem
from graphdata.storage.files import bytes_of, refusal
from graphdata.storage.grids import TABLE_LIMIT, Grid
from graphdata.storage.separated import grid_of_text
from graphdata.storage.table_columns import ACTORS, RELATIONS, SOURCES, folded
from graphdata.storage.table_making import Making
from graphdata.storage.table_rows import Ledger, Row, rows_of
from graphdata.storage.workbook import grids_of_workbook

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SHEETS: Final = {"relations": RELATIONS, "actors": ACTORS, "sources": SOURCES}


class Made(NamedTuple):
    """What a table came to."""

    actors: int = 0
    relations: int = 0
    claims: int = 0
    sources: int = 0
    refused: int = 0

    @property
    def in_words(self) -> str:
        """The counts as a reader is told them."""
        nouns = ("actor", "relation", "claim", "source", "row")
        counts = [
            f"{count} {noun}" if count == 1 else f"{count} {noun}s" for count, noun in zip(self, nouns, strict=True)
        ]
        return f"Made {', '.join(counts[:-1])}; {counts[-1]} refused."


def network_from_table(path: Path, title: str = "") -> tuple[Network | None, tuple[Problem, ...], Made]:
    """Return the network that the sound rows of a table make, everything to be said of the others, and the counts."""
    ledger = Ledger(printable(path.name))
    try:
        tables = _tables(grids_in(path), ledger)
        network = Making(tables, ledger).network(printable(title or path.stem))
    except DatasetError as refused:
        return None, (*refused.problems, *ledger.problems), Made(refused=len(ledger.refused))
    return (network if network.relations else None), ledger.problems, _made(network, len(ledger.refused))


def _made(network: Network, refused: int) -> Made:
    if not network.relations:
        return Made(refused=refused)
    claims = sum(len(relation.claims) for relation in network.relations)
    return Made(len(network.actors), len(network.relations), claims, len(network.sources), refused)


def grids_in(path: Path) -> tuple[Grid, ...]:
    """Return the sheets of a table, told by its content and not by its name."""
    place = printable(path.name)
    data = bytes_of(path, place, TABLE_LIMIT)
    if data.startswith(_OLD_OFFICE):
        message = "this is a workbook of the old kind, or one with a password."
        raise refusal(place, message, "Save it as .xlsx without a password.", "not-a-workbook")
    return grids_of_workbook(data, place) if data.startswith(_ZIP) else (grid_of_text(data, place),)


def _tables(grids: Sequence[Grid], ledger: Ledger) -> dict[str, list[Row]]:
    """Return the rows of relations, actors and sources; sheets that are none of them are told and not read."""
    by_name = {folded(grid.name): grid for grid in grids}
    chosen = {name: by_name[name] for name in _SHEETS if name in by_name}
    if "relations" not in chosen:
        others = [grid for grid in grids if grid not in chosen.values() and grid.rows]
        shown = [grid for grid in others if not grid.hidden] or others
        chosen |= {"relations": shown[0]} if shown else {}
    for grid in grids:
        if grid.rows and not any(grid is taken for taken in chosen.values()):
            message = "the sheet was not read."
            ledger.warn(grid.name, message, "Call it relations, actors or sources where it is one.", "sheet-not-read")
    if "relations" not in chosen or len(chosen["relations"].rows) < 2:
        raise refusal(
            ledger.file, "the table has no rows.", "Add a row of column names and a row for each claim.", "empty"
        )
    return {name: rows_of(grid, _SHEETS[name], ledger) for name, grid in chosen.items()}
