"""Read a network that people write: a folder of TOML files, one file per relation, every problem told at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from graphdata.linter.findings import Place, printable, quoted
from graphdata.network import Actor, Network, Relation
from graphdata.problems import DatasetError, Problem, errors_in
from graphdata.sourcing import Claim, Source
from graphdata.storage.digest import in_order
from graphdata.storage.fields import Fault
from graphdata.storage.files import PACK_SUFFIX, TABLE_SUFFIXES, refusal, unreadable
from graphdata.storage.survey import Spot, Survey
from graphdata.validate import problems_in_network

HEAD, ACTORS, SOURCES, RELATIONS = "network.toml", "actors.toml", "sources.toml", "relations"
_NOT_IN_HEAD = frozenset({"digest", "actors", "sources", "relations"})
_NOT_IN_RELATION = frozenset({"claims"})
T = TypeVar("T", Actor, Source)


class Reading(NamedTuple):
    """A folder as far as it could be read: the network if all of it could, the problems, and where each record is."""

    network: Network | None
    problems: tuple[Problem, ...]
    place: Place


def read_dossiers(folder: Path) -> Network:
    """Return the network of a folder, or raise a DatasetError that carries every problem."""
    network, problems = problems_in_dossiers(folder)
    if network is None or errors_in(problems):
        raise DatasetError(problems)
    return network


def problems_in_dossiers(folder: Path) -> tuple[Network | None, tuple[Problem, ...]]:
    """Return the network, if every record of it could be read, and everything that is wrong in its files."""
    reading = reading_of(folder)
    return reading.network, reading.problems


def reading_of(folder: Path) -> Reading:
    """Read every file of the folder as far as it goes, then compare the records with one another."""
    survey = Survey(folder)
    try:
        _ensure_folder(survey.folder, printable(str(survey.folder)), "Correct the path.")
    except DatasetError as refused:
        return Reading(None, refused.problems, survey.place)
    names = _relation_files(survey)
    found = in_order(_network(survey, names))
    whole = not errors_in(survey.problems)
    # An unread record still counts as known, lest one fault be told at every place that names it.
    compared = problems_in_network(found, survey.place, None if whole else frozenset(survey.unread))
    return Reading(found if whole else None, (*survey.problems, *compared), survey.place)


def _network(survey: Survey, relation_files: list[str]) -> Network:
    head = _head(survey) or Network(id="unread", title="unread", version="0", as_of="")
    return msgspec.structs.replace(
        head,
        actors=_listed(survey, ACTORS, "actor", Actor),
        sources=_listed(survey, SOURCES, "source", Source),
        relations=tuple(filter(None, [_relation(survey, name) for name in relation_files])),
    )


def _head(survey: Survey) -> Network | None:
    table = survey.tables(HEAD)
    return survey.record(table, Network, Spot(HEAD), _NOT_IN_HEAD) if table else None


def _listed(survey: Survey, file: str, key: str, struct: type[T]) -> tuple[T, ...]:
    """Return the records of a file that holds one list and nothing else."""
    table = survey.tables(file) or {}
    for other in [name for name in table if name != key]:
        remedy = f"Begin each record with [[{key}]] and keep nothing outside of the records."
        survey.note(Spot(file), Fault((other,), f"the key {quoted(other)} is not known here.", remedy, "unknown-key"))
    rows = _rows(survey, table, key, file)
    return tuple(filter(None, [survey.record(row, struct, Spot(file, (key, at))) for at, row in enumerate(rows)]))


def _rows(survey: Survey, table: dict[str, Any], key: str, file: str) -> list[Any]:
    rows = table.get(key, [])
    if isinstance(rows, list):
        return rows
    message = f"{quoted(key)} is not a list of tables."
    survey.note(Spot(file), Fault((key,), message, f"Begin each record with [[{key}]].", "wrong-type"))
    return []


def _relation(survey: Survey, name: str) -> Relation | None:
    file, wanted = f"{RELATIONS}/{name}", f"rel:{name.removesuffix('.toml')}"
    table = survey.tables(file)
    if table is None:
        survey.unread.add(wanted)
        return None
    rows = _rows(survey, table, "claim", file)
    table.pop("claim", None)
    _compare_name(survey, table.get("id"), wanted, file)
    relation = survey.record(table, Relation, Spot(file), _NOT_IN_RELATION)
    claims = _claims(survey, rows, table.get("id"), file)
    return msgspec.structs.replace(relation, claims=claims) if relation else None


def _compare_name(survey: Survey, found: object, wanted: str, file: str) -> None:
    if isinstance(found, str) and found != wanted:
        message = f"the id is {quoted(found)}, and the name of the file asks for {quoted(wanted)}."
        survey.note(Spot(file), Fault(("id",), message, "Rename the file or the relation.", "file-name"))


def _claims(survey: Survey, rows: list[Any], relation: object, file: str) -> tuple[Claim, ...]:
    """Return the claims that could be read; when one could not, its relation counts as unread as well."""
    found = [_claim(survey, row, relation, Spot(file, ("claim", at))) for at, row in enumerate(rows)]
    if None in found:
        survey.unread.add(str(relation))
    return tuple(filter(None, found))


def _claim(survey: Survey, row: object, relation: object, spot: Spot) -> Claim | None:
    """A claim in the file of a relation speaks of that relation, and need not say so."""
    said = row.setdefault("relation", relation) if isinstance(row, dict) else relation
    if said != relation:
        message = f"the claim names {quoted(said)}, and stands in the file of {quoted(relation)}."
        survey.note(spot, Fault(("relation",), message, "Leave the key out, or move the claim.", "relation-mismatch"))
    return survey.record(row, Claim, spot)


def _relation_files(survey: Survey) -> list[str]:
    """Return the names of the relation files; a folder that is not there is one problem among the others."""
    relations = survey.folder / RELATIONS
    try:
        _ensure_folder(relations, f"{RELATIONS}/", "Add it, with one .toml file for each relation.")
        return sorted(_toml_files(survey, relations))
    except DatasetError as refused:
        survey.problems.extend(refused.problems)
        return []


def _ensure_folder(folder: Path, place: str, remedy: str) -> None:
    try:
        folder.stat()
        plain = folder.is_dir()
    except FileNotFoundError:
        raise refusal(place, "there is no such folder.", remedy, "file-missing") from None
    except (OSError, ValueError) as fault:
        raise unreadable(place, fault) from None
    if not plain:
        table = "Make a network of it: File > Make a network from a table, or entente import."
        other = f"Open the folder that holds {HEAD}, or a pack (*{PACK_SUFFIX})."
        remedy = table if folder.suffix.lower() in TABLE_SUFFIXES else other
        raise refusal(place, "this is a file, and the folder of a network is needed.", remedy, "not-a-folder")


def _toml_files(survey: Survey, folder: Path) -> Iterator[str]:
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError as fault:
        raise unreadable(f"{RELATIONS}/", fault) from None
    for name in names:
        if name.endswith(".toml") and not name.startswith("."):
            yield name
        elif not name.startswith((".", "README")):
            message, remedy = "this is not a .toml file and was not read.", "Rename it, or move it elsewhere."
            survey.problems.append(
                Problem(f"{RELATIONS}/{printable(name)}", message, remedy, "file-not-read", "warning")
            )
