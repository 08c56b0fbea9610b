"""Qt writes the time into every PDF: here it is stopped, without moving what follows."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from graphdata.export.made_at import made_at

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def without_clock(pdf: bytes) -> bytes:
    """Return the file with its times of making set to the one given, or to none, of the same length: offsets hold."""
    pdf = re.sub(rb"(/(?:CreationDate|ModDate) ?\(D:)\d{14}([^)]*)", _fixed_info, pdf)
    return re.sub(rb"""(xmp:(?:Create|Modify|Metadata)Date(?:>|=["']))[^<"']*""", _fixed_xmp, pdf)


def _fixed_info(match: re.Match[bytes]) -> bytes:
    """Return an Info date in Greenwich time of the same length as the one found."""
    return (
        match.group(1) + f"{_made():%Y%m%d%H%M%S}".encode() + re.sub(rb"\d", b"0", match.group(2)).replace(b"-", b"+")
    )


def _fixed_xmp(match: re.Match[bytes]) -> bytes:
    """Return an XMP date of the same length as the one found."""
    room = len(match.group(0)) - len(match.group(1))
    return match.group(1) + f"{_made():%Y-%m-%dT%H:%M:%S}+00:00".encode()[:room].ljust(room)


def _made() -> datetime:
    """Return the time that SOURCE_DATE_EPOCH gives, else the beginning of the epoch."""
    return made_at() or EPOCH
