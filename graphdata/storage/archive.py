"""Take the parts out of a zip that may have been made to do harm: names and sizes are checked before reading."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from graphdata.linter.findings import quoted
from graphdata.storage.files import refusal

LIMIT = 512 * 1024 * 1024
RATIO = 200
_END_SIZE = 22
_DIRECTORY_LIMIT = 4096
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_MAKE_AGAIN = "Export the pack again, or take it from a backup."
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    MemoryError,
)


def members_of(data: bytes, known: frozenset[str], place: str) -> dict[str, bytes]:
    """Return the parts of a zip by name, or raise a DatasetError in place of whatever the damage would lead to."""
    _ensure_small_directory(data, place)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _ensure_harmless(infos, known, place)
            return {info.filename: archive.read(info) for info in infos}
    except FAULTS as fault:
        raise refusal(place, f"the pack is damaged: {_said(fault)}.", _MAKE_AGAIN, "pack-damaged") from None


def _said(fault: BaseException) -> str:
    return quoted(str(fault) or type(fault).__name__)


def _ensure_small_directory(data: bytes, place: str) -> None:
    """A directory of millions of names would fill the memory before a name could be looked at."""
    end = data[-_END_SIZE:]
    whole = end[:4] == b"PK\x05\x06" and end[-2:] == b"\x00\x00" and data[-42:-38] != b"PK\x06\x07"
    if not whole:
        message = "this is not a pack, or its end is missing."
        raise refusal(place, message, _MAKE_AGAIN, "pack-damaged")
    if int.from_bytes(end[12:16], "little") > _DIRECTORY_LIMIT:
        raise refusal(place, "the pack lists more parts than a pack has.", _MAKE_AGAIN, "pack-damaged")


def _ensure_harmless(infos: list[zipfile.ZipInfo], known: frozenset[str], place: str) -> None:
    names = [info.filename for info in infos]
    for name in names:
        if name not in known or names.count(name) > 1:
            message = f"the part {quoted(name)} does not belong in a pack, or is there twice."
            raise refusal(place, message, _MAKE_AGAIN, "pack-damaged")
    if any(_is_bomb(info) for info in infos) or sum(info.file_size for info in infos) > LIMIT:
        message = f"unpacked it would exceed what is allowed ({LIMIT // 1024**2} MB, {RATIO} times its size)."
        raise refusal(place, message, "Do not open it; ask where it came from.", "pack-too-large")


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > 1024**2 and info.file_size > RATIO * max(info.compress_size, 1)


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip of the parts; no clock, no user and no system goes into it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, _FIXED_TIME)
            info.create_system, info.external_attr, info.compress_type = 3, _PLAIN_FILE, zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return file.getvalue()
