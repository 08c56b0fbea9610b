"""Write a network as a folder of dossiers, the form that people go on editing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import msgspec

from graphdata.network import Network, Relation
from graphdata.storage.digest import in_order
from graphdata.storage.dossiers import ACTORS, HEAD, RELATIONS, SOURCES, read_dossiers
from graphdata.storage.file_names import safe_stem
from graphdata.storage.files import FILE_LIMIT
from graphdata.storage.toml import table_of_keys, tables_of
from graphdata.storage.writing import NotWrittenError

_NOT_IN_HEAD = ("digest", "actors", "sources", "relations")


def dossiers_of(network: Network) -> dict[str, str]:
    """Return the files of a network by their names, every record in order."""
    ordered = in_order(network)
    head = {key: value for key, value in _plain(ordered).items() if key not in _NOT_IN_HEAD}
    files = {
        HEAD: table_of_keys(head),
        ACTORS: tables_of("actor", map(_plain, ordered.actors)),
        SOURCES: tables_of("source", map(_plain, ordered.sources)),
    }
    return files | {
        f"{RELATIONS}/{safe_stem(each.id.partition(':')[2])}.toml": _dossier(each) for each in ordered.relations
    }


def _dossier(relation: Relation) -> str:
    fields = _plain(relation)
    claims = fields.pop("claims", [])
    for claim in claims:
        claim.pop("relation")
    return table_of_keys(fields) + "\n" + tables_of("claim", claims)


def _plain(record: msgspec.Struct) -> dict[str, Any]:
    """Return a record as a table of plain values, defaults left out."""
    found: dict[str, Any] = msgspec.to_builtins(record)
    return found


def write_dossiers(network: Network, folder: Path) -> None:
    """Write a network into a folder that is empty or not there yet, read it back, and only then put it in place."""
    files = dossiers_of(network)
    _ensure_readable(files)
    is_new = _entered(folder)
    try:
        with tempfile.TemporaryDirectory(prefix=".entente-", dir=folder) as made:
            _write(files, Path(made))
            _ensure_same(network, Path(made))
            for name in (ACTORS, SOURCES, RELATIONS, HEAD):
                (Path(made) / name).rename(folder / name)
    except OSError as fault:
        raise _not_written(folder, fault.strerror or str(fault)) from fault
    finally:
        _leave(folder, is_new)


def _not_written(folder: Path, cause: str) -> NotWrittenError:
    return NotWrittenError(f"{folder} was not written: {cause}. Choose another folder, or free some room.")


def _ensure_readable(files: dict[str, str]) -> None:
    """A file that is larger than what may be read could never be opened."""
    large = next((name for name, text in files.items() if len(text.encode()) > FILE_LIMIT), "")
    if large:
        message = f"{large} would be larger than {FILE_LIMIT // 1024**2} MB, which is the most that a dossier may hold."
        raise NotWrittenError(f"{message} Split the table in two networks.")


def _entered(folder: Path) -> bool:
    """Return whether the folder had to be made; raise where there is something in it."""
    try:
        folder.mkdir()
    except FileExistsError:
        _ensure_empty(folder)
        return False
    except FileNotFoundError:
        raise NotWrittenError(f"There is no folder {folder.parent}. Make it first, or correct the path.") from None
    except (OSError, ValueError) as fault:
        raise _not_written(folder, str(fault)) from fault
    return True


def _ensure_empty(folder: Path) -> None:
    try:
        found = next(iter(sorted(entry.name for entry in folder.iterdir())), "")
    except OSError:
        raise NotWrittenError(f"{folder} is not a folder that can be used. Choose another path.") from None
    if found:
        raise NotWrittenError(f"{folder} is not empty (it holds {found}). Choose a folder that is new or empty.")


def _leave(folder: Path, is_new: bool) -> None:
    """Take the folder away again if it was made here and nothing is in it."""
    if is_new and not any(folder.iterdir()):
        folder.rmdir()


def _write(files: dict[str, str], folder: Path) -> None:
    (folder / RELATIONS).mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _ensure_same(network: Network, folder: Path) -> None:
    if read_dossiers(folder) != in_order(network):
        raise AssertionError("what was written does not read back the same")
