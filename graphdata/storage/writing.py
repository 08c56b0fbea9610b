"""Writing a file so that it is either the old one or the new one, whole, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
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
    unfit = unfit_on_windows(path.name) if os.name == "nt" else ""
    if unfit:
        raise NotWrittenError(f"{path} was not written: {unfit}. Choose another name.")
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        cause = error.strerror or str(error)
        raise NotWrittenError(f"{path} was not written: {cause}. Choose another folder, or free some room.") from error


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system lets folders be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
