"""Take a file from the disk without being led astray by it: by its size, its kind, its links or its encoding."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from graphdata.problems import DatasetError, Problem

PACK_SUFFIX = ".ententepack"
VIEWS_SUFFIX = ".entente"  # a list of saved views: kept work, without the data
# What may carry a view.
VIEW_SUFFIXES = (VIEWS_SUFFIX, ".png", ".svg", ".pdf", ".pptx", ".odp", ".docx", ".odt", ".html", ".htm")
TABLE_SUFFIXES = (".csv", ".tsv", ".xlsx")  # what a list of claims comes as
FILE_LIMIT = 8 * 1024 * 1024
PACK_LIMIT = 256 * 1024 * 1024
_REASONS = {
    errno.ELOOP: ("the links lead in a circle.", "Replace the link by the file itself."),
    errno.ENAMETOOLONG: ("the name is too long for this system.", "Give a shorter name."),
    errno.EACCES: ("reading it is not permitted.", "Ask for the permission to read it."),
    errno.EPERM: ("reading it is not permitted.", "Ask for the permission to read it."),
    errno.ENOTDIR: ("a part of the path is a file, not a folder.", "Correct the path."),
    errno.EIO: ("the disk or the share reports a fault.", "Copy the file elsewhere, or take it from a backup."),
}


def refusal(place: str, message: str, remedy: str, rule: str) -> DatasetError:
    """Return the error for a file that cannot be read at all."""
    return DatasetError([Problem(place, message, remedy, rule)])


def bytes_of(path: Path, place: str, limit: int = FILE_LIMIT) -> bytes:
    """Return the content of a plain file up to the limit; pipes, devices and folders are not opened."""
    try:
        _ensure_plain(path, place)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise refusal(place, "there is no such file.", "Add it, or correct the path.", "file-missing") from None
    except (OSError, ValueError) as fault:
        raise unreadable(place, fault) from None
    if len(data) > limit:
        message = f"the file is larger than {limit // 1024**2} MB."
        raise refusal(place, message, "Split it, or take out what does not belong here.", "file-too-large")
    return data


def _ensure_plain(path: Path, place: str) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise refusal(place, "this is a folder, and a file is needed.", "Move the folder away.", "not-a-file")
    if not stat.S_ISREG(mode):
        raise refusal(place, "this is a pipe or a device, not a file.", "Put a plain file there.", "not-a-file")


def unreadable(place: str, fault: OSError | ValueError) -> DatasetError:
    """Return the error for a file that the system will not let us read, in words for the usual causes."""
    number = fault.errno if isinstance(fault, OSError) else None
    said = (fault.strerror if isinstance(fault, OSError) else str(fault)) or "unknown cause"
    message, remedy = _REASONS.get(number or 0, (f"it cannot be read: {said}.", "Check the path and the disk."))
    return refusal(place, message, remedy, "unreadable")


def text_of(path: Path, place: str) -> str:
    """Return the text of a UTF-8 file; a byte-order mark at its start is let pass."""
    return decoded(bytes_of(path, place), place).removeprefix("\ufeff")


def decoded(data: bytes, place: str) -> str:
    """Return bytes as text, or say which byte on which line is not UTF-8."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise refusal(place, "the file is written in UTF-16.", "Save it again as UTF-8.", "encoding")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"byte {fault.start} (0x{data[fault.start]:02x}) is not UTF-8."
        remedy = "Save the file again as UTF-8 and look at the letters on that line."
        raise refusal(f"{place}, line {line}", message, remedy, "encoding") from None
