"""Writing a file so that it is either the old one or the new one, whole, whatever happens in between; or several."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from graphdata.problems import EntenteError
from graphdata.storage.file_names import unfit_on_windows


class NotWrittenError(EntenteError):
    """A file could not be written; the one that was there is untouched."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, sync it, and rename it into place; raises NotWrittenError with cause and remedy.

    The order was measured under kill -9 and power loss: file sync, rename, folder sync loses nothing. The temporary
    name is fixed, so that a stale one is replaced and never piles up.
    """
    try:
        _written_beside(path, content).replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            _part_of(path).unlink(missing_ok=True)
        raise _refusal(path, error) from error


def write_together(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write files by their names into a folder, which is made if need be, and return them: all of them, or none.

    Each is written beside its place as it comes; only when all are there do they take their places. Raises
    NotWrittenError, and whatever the files raise while they are made.
    """
    is_new, paths = not folder.exists(), []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files:
            paths.append(folder / name)
            _written_beside(paths[-1], content)
        for path in paths:
            _part_of(path).replace(path)
        _sync_folder(folder)
    except OSError as error:
        raise _refusal(paths[-1] if paths else folder, error) from error
    finally:
        with contextlib.suppress(OSError):  # a folder stays where files are in it
            for path in paths:
                _part_of(path).unlink(missing_ok=True)
            if is_new:
                folder.rmdir()
    return tuple(paths)


def _part_of(path: Path) -> Path:
    """Return where a file is written before it takes its place."""
    return path.with_name(f".{path.name}.part")


def _written_beside(path: Path, content: bytes) -> Path:
    """Write the content of a file beside its place, through to the disk, and return where; raises OSError."""
    unfit = unfit_on_windows(path.name) if os.name == "nt" else ""
    if unfit:
        raise NotWrittenError(f"{path} was not written: {unfit}. Choose another name.")
    part = _part_of(path)
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return part


def _refusal(path: Path, error: OSError) -> NotWrittenError:
    """Return what to tell of a disk that refuses, or of a folder that is not there."""
    if not path.parent.is_dir():
        return NotWrittenError(f"{path} was not written: there is no folder {path.parent}. Make it, or choose another.")
    cause = error.strerror or str(error)
    return NotWrittenError(f"{path} was not written: {cause}. Choose another folder, or free some room.")


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system lets folders be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
