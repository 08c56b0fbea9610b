"""What a path names, told before it is read: a network large or small, a file that carries views, a table."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from graphdata.storage.files import TABLE_SUFFIXES, VIEW_SUFFIXES

LARGE_PACK: Final = 1024 * 1024  # bytes; the shipped network has a tenth of that
LARGE_FOLDER: Final = 1000  # dossiers


def is_picture(path: Path) -> bool:
    """Return whether a path names a file that may carry views, as pictures and lists do, rather than a network."""
    return path.suffix.lower() in VIEW_SUFFIXES and not path.is_dir()


def is_table(path: Path) -> bool:
    """Return whether a path names a list of claims, of which a network can be made."""
    return path.suffix.lower() in TABLE_SUFFIXES and path.is_file()


def is_large(path: Path) -> bool:
    """Return whether a network is so large that a window should stand before it is read."""
    if path.is_dir():
        return sum(1 for _ in zip(path.glob("relations/*.toml"), range(LARGE_FOLDER), strict=False)) == LARGE_FOLDER
    return path.is_file() and path.stat().st_size > LARGE_PACK
