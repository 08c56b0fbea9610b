"""Office files are zip packages: written again without the clock and the system that a library left in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

UNDATED: Final = (1980, 1, 1, 0, 0, 0)
LEVEL: Final = 6  # named, so that another default of zlib's does not change the bytes


def repacked(content: bytes, replaced: Mapping[str, str]) -> bytes:
    """Return a package with some parts replaced or added, no times, and no trace of the system that wrote it."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as written:
        for name in dict.fromkeys((*read.namelist(), *replaced)):
            entry = zipfile.ZipInfo(name, UNDATED)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            part = replaced[name].encode() if name in replaced else read.read(name)
            written.writestr(entry, part, compresslevel=LEVEL)
    return held.getvalue()
